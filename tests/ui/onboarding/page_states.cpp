// SPDX-License-Identifier: Apache-2.0
#include "ui/onboarding/page_states.h"

namespace waybill::test {

using namespace ui;
using Look = CheckLine::Look;

namespace {

PageFrame frame(const QString &primary, bool enabled = true)
{
    PageFrame frame;
    frame.primary = primary;
    frame.primaryEnabled = enabled;
    return frame;
}

PageFrame busyFrame(const QString &busy, const QString &primary)
{
    PageFrame frame;
    frame.primary = primary;
    frame.busy = busy;
    frame.canStop = true;
    return frame;
}

const QString kKid = QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");

} // namespace

Named<EnvironmentPagePresenter::State> environmentStates()
{
    using P = EnvironmentPagePresenter;
    P::State first;
    first.frame = frame(QStringLiteral("&Continue"));
    first.name = QStringLiteral("Built-in sandbox practice");
    P::State production = first;
    production.choice = P::Choice::Production;
    production.name.clear();
    production.frame.primaryEnabled = false;
    production.frame.hint = QStringLiteral("Give the practice a name.");
    P::State settled = first;
    settled.settled = true;
    settled.canDuplicate = true;
    settled.choice = P::Choice::Sandbox;
    settled.frame.notice =
        Notice{Notice::Kind::Warning, QStringLiteral("The environment of a practice cannot be changed."), {},
            QStringLiteral("Add the practice again for the other environment.")};
    return {{QStringLiteral("first"), first}, {QStringLiteral("production"), production},
        {QStringLiteral("settled"), settled}};
}

Named<KeyPagePresenter::State> keyStates()
{
    using P = KeyPagePresenter;
    P::State making;
    making.frame = frame(QStringLiteral("&Generate the key pair"));
    making.kindNote = QStringLiteral(
        "RS384 works with eClinicalWorks and with every server that follows the specification.");
    making.keychain = {Look::Ok, QStringLiteral("The system keychain is ready."), {}, {}};
    making.path = QStringLiteral("/home/ada/.local/share/waybill/keys/private-key.pem");
    P::State noKeychain = making;
    noKeychain.kind = keys::KeyKind::EcP384;
    noKeychain.kindNote = QStringLiteral(
        "eClinicalWorks documents RS384 only. Choose ES384 only if the server says it knows it.");
    noKeychain.place = P::Place::File;
    noKeychain.canRetryKeychain = true;
    noKeychain.keychain = {Look::Attention, QStringLiteral("There is no system keychain here."),
        QStringLiteral("No secret service answers on this session. Install gnome-keyring or KWallet, or use "
                       "an encrypted file."),
        {}};
    P::State import = making;
    import.mode = P::Mode::Import;
    import.frame = frame(QStringLiteral("&Import the key"), false);
    import.frame.notice =
        noticeOf({ErrorCode::InvalidInput, QStringLiteral("The passphrase does not open this key."),
            QStringLiteral("old-key.pem"), QStringLiteral("Type it again.")});
    P::State busy = making;
    busy.frame = busyFrame(
        QStringLiteral("Making the key pair. RSA 4096 can take a few seconds."), making.frame.primary);
    busy.frame.primaryEnabled = false;
    P::State done = making;
    done.making = false;
    done.frame = frame(QStringLiteral("&Continue"));
    done.frame.hint = QStringLiteral("Next: Endpoint");
    done.key = P::Key{kKid, kKid, QStringLiteral("RS384 · 4096 bit"), QStringLiteral("System keychain"),
        QStringLiteral("3 d 4 h ago (2026-11-20 14:05)"), QStringLiteral("2 practices: Elm Street, Oak Hill"),
        QStringLiteral("{\"keys\":[]}"), QStringLiteral("-----BEGIN PUBLIC KEY-----")};
    done.canRotate = true;
    done.savedJwks = QStringLiteral("/home/ada/jwks.json");
    return {{QStringLiteral("making"), making}, {QStringLiteral("no-keychain"), noKeychain},
        {QStringLiteral("import"), import}, {QStringLiteral("busy"), busy}, {QStringLiteral("done"), done}};
}

Named<EndpointPagePresenter::State> endpointStates()
{
    using P = EndpointPagePresenter;
    P::State empty;
    empty.frame = frame(QStringLiteral("&Use this endpoint"), false);
    empty.frame.hint = QStringLiteral("Choose a practice or enter its address.");
    empty.canUseSandbox = true;
    P::State listed = empty;
    listed.hasList = true;
    listed.source = QStringLiteral(
        "17,229 practices from fhir.eclinicalworks.com/…/practiceList, imported 2026-11-23 10:05");
    listed.sourceNotes = QStringLiteral("Since the last list: 12 added, 3 gone, 1 changed.");
    listed.resultLine = QStringLiteral("24 found, 3 more hidden");
    listed.query = QStringLiteral("clinic");
    listed.typed = listed.base = QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/PRA007");
    listed.practiceCode = QStringLiteral("PRA007");
    listed.practiceName = QStringLiteral("Castañer Clinic 7");
    listed.frame = frame(QStringLiteral("&Use this endpoint"));
    P::State twin = empty;
    twin.typed = twin.base = QStringLiteral("https://fhir4.healow.com/fhir/r4/FFBJCD");
    twin.twin = QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD");
    twin.practiceCode = QStringLiteral("FFBJCD");
    twin.frame = frame(QStringLiteral("&Use this endpoint"));
    P::State wrong = empty;
    wrong.typed = QStringLiteral("http://fhir.example/r4");
    wrong.typedProblem = QStringLiteral("Only https addresses are used; this one is http.");
    P::State busy = listed;
    busy.frame =
        busyFrame(QStringLiteral("Downloading the practice list…"), QStringLiteral("&Use this endpoint"));
    P::State refused = listed;
    refused.frame.notice = Notice{Notice::Kind::Failure, QStringLiteral("The list could not be read."),
        QStringLiteral("fhir.eclinicalworks.com answered with a web page (HTTP 200, text/html)."),
        QStringLiteral("The last good list stays. Try again later, or open a file.")};
    return {{QStringLiteral("empty"), empty}, {QStringLiteral("listed"), listed},
        {QStringLiteral("twin"), twin}, {QStringLiteral("wrong"), wrong}, {QStringLiteral("busy"), busy},
        {QStringLiteral("refused"), refused}};
}

Named<ClientPagePresenter::State> clientStates()
{
    using P = ClientPagePresenter;
    P::State sandbox;
    sandbox.canRegisterHere = true;
    sandbox.jwks = QStringLiteral("{\n  \"keys\": [\n    {\n      \"kty\": \"RSA\",\n      \"alg\": "
                                  "\"RS384\",\n      \"use\": \"sig\"\n    }\n  ]\n}\n");
    sandbox.frame = frame(QStringLiteral("&Register with the sandbox"));
    P::State url = sandbox;
    url.canRegisterHere = false;
    url.urlOnly = true;
    url.whatToDo = QStringLiteral(
        "Publish jwks.json at an https address that anyone can read, and enter that address in the server's "
        "developer portal. The server fetches your public key from there. eClinicalWorks must also put the "
        "address on its allow list: write to fhirfighters@eclinicalworks.com.");
    url.jwksUrl = QStringLiteral("https://keys.example.org/waybill/jwks.json");
    url.canCheckHosted = true;
    url.hosted = {{Look::Ok, QStringLiteral("Address"), QStringLiteral("Answers without credentials."),
                      QStringLiteral("keys.example.org/waybill/jwks.json · 84 ms")},
        {Look::Bad, QStringLiteral("Our key"),
            QStringLiteral("The hosted copy differs: it has no key with the ID NzbLsXh8…."), {}},
        {Look::Unknown, QStringLiteral("Caching"),
            QStringLiteral(
                "No Cache-Control header: after a rotation servers may keep the old copy for a day."),
            {}}};
    url.frame = frame(QStringLiteral("&Save and continue"), false);
    url.frame.hint = QStringLiteral("Enter the client ID from the registration.");
    P::State pasted = url;
    pasted.urlOnly = false;
    pasted.registration = assistant::Registration::PastedJwks;
    pasted.hosted.clear();
    pasted.clientId = QStringLiteral("kX3-9_abc");
    pasted.whatToDo = QStringLiteral("Paste the key set into the server's developer portal. After every "
                                     "change of the key you have to do it again.");
    pasted.frame = frame(QStringLiteral("&Save and continue"));
    pasted.frame.notice = Notice{Notice::Kind::Waiting,
        QStringLiteral(
            "Waiting for the server's operator to approve the app. Since 3 d ago (2026-11-20 14:05)."),
        {}, QStringLiteral("You can close the assistant; come back when you have heard from them.")};
    P::State done = url;
    done.clientId = pasted.clientId;
    done.hosted[1] = {
        Look::Ok, QStringLiteral("Our key"), QStringLiteral("It is there once, and equal."), {}};
    done.frame = frame(QStringLiteral("&Save and continue"));
    P::State busy = sandbox;
    busy.frame = busyFrame(
        QStringLiteral("Registering with the sandbox…"), QStringLiteral("&Register with the sandbox"));
    P::State refused = sandbox;
    refused.frame.notice = Notice{Notice::Kind::Failure,
        QStringLiteral("The built-in sandbox does not answer."), {},
        QStringLiteral("Start it again from the page “Environment”."), QStringLiteral("Connection refused")};
    return {{QStringLiteral("sandbox"), sandbox}, {QStringLiteral("url"), url},
        {QStringLiteral("pasted"), pasted}, {QStringLiteral("done"), done}, {QStringLiteral("busy"), busy},
        {QStringLiteral("refused"), refused}};
}

Named<ConnectionPagePresenter::State> connectionStates()
{
    using P = ConnectionPagePresenter;
    P::State first;
    first.frame = frame(QStringLiteral("&Check the connection"));
    P::State done;
    done.frame = frame(QStringLiteral("&Continue"));
    done.frame.hint = QStringLiteral("Next: Group");
    const QString place =
        QStringLiteral("fhir4.eclinicalworks.com/fhir/r4/FFBJCD/.well-known/smart-configuration");
    done.checks = {{Look::Ok, QStringLiteral("SMART configuration"),
                       QStringLiteral("Found, with a token endpoint."), place + QStringLiteral(" · 214 ms")},
        {Look::Ok, QStringLiteral("Grant"), QStringLiteral("client_credentials is offered."), {}},
        {Look::Ok, QStringLiteral("Client authentication"), QStringLiteral("private_key_jwt is offered."),
            {}},
        {Look::Unknown, QStringLiteral("Signing algorithm"),
            QStringLiteral("Not stated; the eClinicalWorks profile says RS384."), {}},
        {Look::Attention, QStringLiteral("Clock"),
            QStringLiteral("This computer is 42 s ahead of the server. Set the clock."), {}}};
    done.server = {{QStringLiteral("Software"), QStringLiteral("eCW FHIR Facade 1.6")},
        {QStringLiteral("FHIR version"), QStringLiteral("4.0.1")},
        {QStringLiteral("Export levels"), QStringLiteral("Group")},
        {QStringLiteral("Resource types"), QStringLiteral("36 that can be exported")},
        {QStringLiteral("Token endpoint"),
            QStringLiteral("https://oauthserver.eclinicalworks.com/oauth/oauth2/token")}};
    done.token = {{Look::Ok, QStringLiteral("Access token"), QStringLiteral("Granted, valid for 5 min."),
                      QStringLiteral("312 ms")},
        {Look::Attention, QStringLiteral("Scopes"), QStringLiteral("30 of 31 granted. Not readable: Media."),
            {}}};
    done.grantedScopes = QStringLiteral("system/Group.read\nsystem/Patient.read");
    done.missingScopes = QStringLiteral("system/Media.r");
    done.canAskForMore = true;
    done.extraNote =
        QStringLiteral("eClinicalWorks refuses the whole request when it does not know one scope. "
                       "Ask only for what is in your registration there.");
    P::State host = done;
    host.token.clear();
    host.askTokenHost = true;
    host.fhirHost = QStringLiteral("fhir4.eclinicalworks.com");
    host.tokenUrl = QStringLiteral("https://oauthserver.eclinicalworks.com/oauth/oauth2/token");
    host.frame = frame(QStringLiteral("&Yes, send the request there"));
    P::State refused = done;
    refused.token.clear();
    refused.frame = frame(QStringLiteral("&Check again"));
    refused.frame.notice = noticeOf(
        {ErrorCode::Unauthorized, QStringLiteral("The server refused the token request: invalid_client."),
            QStringLiteral("oauthserver.eclinicalworks.com/oauth/oauth2/token"), {}, 401, {},
            QStringLiteral("invalid_client: Client authentication failed")});
    refused.causes =
        QStringList{QStringLiteral("The client ID is wrong or belongs to the other environment."),
            QStringLiteral("The key set that the server sees does not hold this key."),
            QStringLiteral("The JWKS URL is not on eClinicalWorks' allow list.")};
    P::State clock = refused;
    clock.clockOffered = true;
    clock.clockNote =
        QStringLiteral("This computer's clock is 600 s behind the server's. The better way is to "
                       "mend the clock: let the system set it from the network (NTP).");
    P::State unlock = first;
    unlock.needsPassphrase = true;
    unlock.server = done.server;
    unlock.checks = done.checks;
    unlock.frame = frame(QStringLiteral("&Check again"), false);
    P::State busy = first;
    busy.checks = done.checks.mid(0, 2);
    busy.frame = busyFrame(
        QStringLiteral("Reading what the server says of itself…"), QStringLiteral("&Check the connection"));
    return {{QStringLiteral("first"), first}, {QStringLiteral("busy"), busy}, {QStringLiteral("done"), done},
        {QStringLiteral("token-host"), host}, {QStringLiteral("refused"), refused},
        {QStringLiteral("unlock"), unlock}, {QStringLiteral("clock"), clock}};
}

Named<GroupPagePresenter::State> groupStates()
{
    using P = GroupPagePresenter;
    P::State first;
    first.frame = frame(QStringLiteral("&Look for Groups"));
    P::State chosen;
    chosen.searched = true;
    chosen.summary = QStringLiteral("4 shown, the server says 25");
    chosen.canLoadMore = true;
    chosen.row = 0;
    chosen.value = QStringLiteral("5f8b7c1e-9d2a-4c3b-8e1f-0123456789ab");
    chosen.valueNote =
        QStringLiteral("This is the Group's identifier. eClinicalWorks exports by it, not by the ID grp-1.");
    chosen.membership = QStringLiteral("The group changes only when the practice re-runs its saved report.");
    chosen.frame = frame(QStringLiteral("&Use this Group"));
    P::State empty = chosen;
    empty.row = 1;
    empty.doubt =
        QStringLiteral("This Group has no members. Some servers export every patient for an empty Group.");
    empty.words = QStringLiteral("use it anyway");
    empty.warnings = QStringLiteral("The Group is not active.");
    empty.frame = frame(QStringLiteral("&Use this Group"), false);
    empty.frame.hint = QStringLiteral("Type “use it anyway” to confirm.");
    P::State refused = first;
    refused.searched = true;
    refused.emptyHelp = QStringLiteral("The server does not let us list Groups (HTTP 403). Enter the Group's "
                                       "ID below; the practice can read it in its own system.");
    refused.typed = QStringLiteral("not an id!");
    refused.typedProblem = QStringLiteral("“!” cannot be part of a FHIR id.");
    refused.frame = frame(QStringLiteral("&Use this Group"), false);
    refused.frame.hint = QStringLiteral("Choose a Group or enter its ID.");
    P::State busy = first;
    busy.frame = busyFrame(QStringLiteral("Reading the Groups, page 3…"), QStringLiteral("&Look for Groups"));
    return {{QStringLiteral("first"), first}, {QStringLiteral("chosen"), chosen},
        {QStringLiteral("empty-group"), empty}, {QStringLiteral("refused"), refused},
        {QStringLiteral("busy"), busy}};
}

Named<LaunchPagePresenter::State> launchStates()
{
    using P = LaunchPagePresenter;
    P::State usual;
    for (const char *type : {"AllergyIntolerance", "CarePlan", "CareTeam", "Condition", "Device",
             "DiagnosticReport", "DocumentReference", "Encounter", "Goal", "Immunization", "Location",
             "Media", "MedicationRequest", "Observation", "Organization", "Patient", "Practitioner",
             "Procedure", "Provenance", "QuestionnaireResponse"}) {
        P::Type entry{QString::fromLatin1(type), true, true, {}};
        if (entry.name == QLatin1String("Media"))
            entry = {entry.name, false, false, QStringLiteral("not granted")};
        if (entry.name == QLatin1String("Location") || entry.name == QLatin1String("Organization"))
            entry = {entry.name, false, true, QStringLiteral("of the whole practice")};
        usual.types.append(entry);
    }
    usual.chosen = 17;
    usual.sinceNote = QStringLiteral("There is no earlier export, so this one reads everything.");
    usual.jobs = {{QStringLiteral("17 types, everything"),
        QStringLiteral(
            "GET "
            "https://fhir4.eclinicalworks.com/fhir/r4/FFBJCD/Group/5f8b7c1e-9d2a-4c3b-8e1f-0123456789ab/"
            "$export?_type=AllergyIntolerance,CarePlan,Condition\nAccept: application/fhir+json\nPrefer: "
            "respond-async\nAuthorization: Bearer $TOKEN"),
        QStringLiteral("curl …")}};
    usual.cautions =
        QStringLiteral("Location and Organization return the whole practice's, not only the Group's.");
    usual.frame = frame(QStringLiteral("&Launch the export"));
    P::State production = usual;
    production.production = true;
    production.practiceName = QStringLiteral("Elm Street Family Practice");
    production.target =
        QStringLiteral("Elm Street Family Practice · Group Diabetes registry · 1,204 members");
    production.since = P::Since::Custom;
    production.customSince = QStringLiteral("2026-06-24");
    production.sinceProblem = QStringLiteral(
        "This is not a FHIR instant. Write it with date, time and zone, like 2026-06-24T03:14:07Z.");
    production.jobs.clear();
    production.frame = frame(QStringLiteral("&Launch the export"), false);
    production.frame.hint = QStringLiteral("Type the practice's name to confirm.");
    P::State again = usual; // after the first complete export, with new patients in the Group
    again.newPatients =
        QStringLiteral("Only the patients who are &new in the Group (3), with their whole history");
    again.onlyNewPatients = true;
    again.sinceNote =
        QStringLiteral("They joined after a watermark, so the server may have left out what of them is "
                       "older. The watermarks stay.");
    again.options = {QStringLiteral("Observation?category=laboratory\nCondition?clinical-status=active"),
        QStringLiteral("Patient"), true, true};
    again.frame = frame(QStringLiteral("&Continue"));
    again.frame.secondary = QStringLiteral("&Launch another export");
    P::State busy = usual;
    busy.frame = busyFrame(
        QStringLiteral("Waiting for the key to be unlocked…"), QStringLiteral("&Launch the export"));
    P::State refused = usual;
    refused.needsPassphrase = true;
    refused.frame.notice = Notice{Notice::Kind::Failure, QStringLiteral("The export could not be started."),
        QStringLiteral("Another Waybill on this computer exports this Group (process 4711)."),
        QStringLiteral("Wait for it, or close it.")};
    P::State blocked;
    blocked.frame = frame(QStringLiteral("&Launch the export"), false);
    blocked.frame.notice = Notice{Notice::Kind::Info, QStringLiteral("One step comes first: Connection."), {},
        QStringLiteral("Everything you enter here is kept."), {}, QStringLiteral("Go to “Connection”")};
    return {{QStringLiteral("usual"), usual}, {QStringLiteral("production"), production},
        {QStringLiteral("blocked"), blocked}, {QStringLiteral("again"), again},
        {QStringLiteral("busy"), busy}, {QStringLiteral("refused"), refused}};
}

Named<HandOverPagePresenter::State> handOverStates()
{
    using P = HandOverPagePresenter;
    P::State ready;
    ready.checks = {
        {Look::Ok, QStringLiteral("The server was found"),
            QStringLiteral("token for 300 s, 31 of 31 scopes granted"), QStringLiteral("just now")},
        {Look::Ok, QStringLiteral("The client is registered"), QStringLiteral("client kX3-9_abc, JWKS URL"),
            QStringLiteral("4 min ago (2026-11-23 10:05)")},
        {Look::Ok, QStringLiteral("A token was granted"),
            QStringLiteral("token for 300 s, 31 of 31 scopes granted"), QStringLiteral("just now")},
        {Look::Ok, QStringLiteral("The Group was chosen"),
            QStringLiteral("Diabetes registry, members: 1,204"), QStringLiteral("just now")}};
    ready.keychainPossible = true;
    ready.calendar = QStringLiteral("02:30 America/New_York");
    ready.parent = QStringLiteral("/home/ada/.local/share/waybill/waybills");
    ready.bundleName = QStringLiteral("elm-street-family-practice-FFBJCD");
    ready.preview =
        QStringLiteral("{\n  \"waybill\": 1,\n  \"name\": \"Elm Street Family Practice\",\n  \"vendor\": "
                       "\"eclinicalworks\",\n  \"practice\": {\"name\": \"Elm Street Family Practice\", "
                       "\"code\": \"FFBJCD\", \"environment\": \"sandbox\"}\n}\n");
    ready.frame = frame(QStringLiteral("&Write the waybill"));
    P::State open = ready;
    open.checks[2] = {Look::Bad, QStringLiteral("A token was granted"),
        QStringLiteral("The key pair changed: test the connection again."),
        QStringLiteral("3 d ago (2026-11-20 14:05)")};
    open.notValidated = QStringLiteral("The token check is red.");
    open.runnerKey = assistant::RunnerKey::EncryptedFile;
    open.needsPassphrase = true;
    P::State written = ready;
    written.written = P::Written{
        QStringLiteral("/home/ada/.local/share/waybill/waybills/elm-street-family-practice-FFBJCD"),
        QStringLiteral("README.md\njwks.json\nvalidation.json\nwaybill.json"), QString(64, QLatin1Char('a')),
        true, {}};
    written.frame = frame(QStringLiteral("&Finish"));
    written.frame.notice = Notice{Notice::Kind::Ok, QStringLiteral("The waybill is written."),
        written.written->folder, QStringLiteral("Give the whole folder to the people who run the server.")};
    P::State busy = ready;
    busy.frame = busyFrame(QStringLiteral("Writing the waybill…"), QStringLiteral("&Write the waybill"));
    P::State refused = ready;
    refused.frame.notice = Notice{Notice::Kind::Failure, QStringLiteral("The waybill could not be written."),
        QStringLiteral("/srv/waybills: no space left on device"),
        QStringLiteral("Nothing was left half written. Choose another folder, or make room.")};
    return {{QStringLiteral("ready"), ready}, {QStringLiteral("open-checks"), open},
        {QStringLiteral("written"), written}, {QStringLiteral("busy"), busy},
        {QStringLiteral("refused"), refused}};
}

std::shared_ptr<const discovery::EndpointDirectory> someDirectory(int count)
{
    auto directory = std::make_shared<discovery::EndpointDirectory>();
    const QStringList cities{
        QStringLiteral("Boston"), QStringLiteral("Worcester"), QStringLiteral("San Juan")};
    for (int i = 0; i < count; ++i) {
        discovery::EndpointEntry entry;
        entry.code = QStringLiteral("PRA%1").arg(i, 3, 10, QLatin1Char('0'));
        entry.name = i % 3 == 2 ? QStringLiteral("Castañer <b>Clinic</b> %1").arg(i)
                                : QStringLiteral("Family Medical Center %1").arg(i);
        entry.city = cities.at(i % 3);
        entry.state = i % 3 == 2 ? QStringLiteral("PR") : QStringLiteral("MA");
        entry.postalCode = QStringLiteral("0211%1").arg(i % 10);
        entry.host = QStringLiteral("fhir4.eclinicalworks.com");
        entry.url = QStringLiteral("https://fhir4.eclinicalworks.com/fhir/r4/") + entry.code;
        entry.status = QStringLiteral("active");
        if (i % 7 == 3)
            entry.flags = discovery::EntryFlag::TestLike;
        directory->entries.append(entry);
    }
    return directory;
}

QList<discovery::Group> someGroups()
{
    discovery::Group registry;
    registry.id = QStringLiteral("grp-1");
    registry.identifiers = {
        {QStringLiteral("urn:ecw:group"), QStringLiteral("5f8b7c1e-9d2a-4c3b-8e1f-0123456789ab")}};
    registry.name = QStringLiteral("Diabetes registry");
    registry.type = QStringLiteral("person");
    registry.actual = registry.active = true;
    registry.members = 1204;
    registry.membersSource = discovery::MembersSource::Quantity;
    registry.lastRefreshed = QStringLiteral("2026-11-01T02:00:00Z");
    discovery::Group empty = registry;
    empty.id = QStringLiteral("grp-2");
    empty.name = QStringLiteral("New patients <2026>");
    empty.members = 0;
    empty.active = false;
    empty.warnings = QStringList{QStringLiteral("The Group is not active.")};
    discovery::Group bare;
    bare.id = QStringLiteral("grp-3");
    return {registry, empty, bare};
}

} // namespace waybill::test
