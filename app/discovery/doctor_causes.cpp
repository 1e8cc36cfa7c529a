// SPDX-License-Identifier: Apache-2.0
// The causes of a refusal by the token endpoint.
#include "discovery/doctor_causes.h"

#include "discovery/words.h"

namespace waybill::discovery::causes {
namespace {

Cause make(const char *id, Weight weight, const QString &what, const QString &check, const QString &seen = {})
{
    return {QLatin1String(id), what, check, weight, seen};
}

/// The hosted set is fine and the server takes no notice, or it is pasted: nothing on our side is wrong.
bool keyIsFine(const DoctorEvidence &e)
{
    return e.jwks == JwksSeen::Good || e.jwks == JwksSeen::Pasted;
}

bool algorithmRefused(const DoctorEvidence &e)
{
    return !e.algorithms.isEmpty() && !e.algorithm.isEmpty() && !e.algorithms.contains(e.algorithm);
}

/// Nothing the chain can see explains the refusal.
bool allGood(const DoctorEvidence &e)
{
    return keyIsFine(e) && !algorithmRefused(e) && !clockIsWrong(e) && !e.tokenUrlsDiffer && !e.keyChanged;
}

} // namespace

Cause clientId(const DoctorEvidence &e)
{
    Cause cause = make("client", Weight::Possible,
        Words::tr("The client ID is wrong, or belongs to the other environment (sandbox or production)."),
        Words::tr("Compare it letter by letter with the registration at the developer portal, in the same "
                  "environment."));
    if (e.otherEnvironment) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("This client ID or key serves a practice of the other environment here.");
    } else if (e.tokenBefore) {
        cause.seen = Words::tr("This client got a token here before, so the ID was right then.");
    } else if (allGood(e)) {
        cause.weight = Weight::Likely;
        cause.seen = Words::tr("This client never got a token here, and nothing else is wrong.");
    }
    return cause;
}

Cause keyId(const DoctorEvidence &e)
{
    Cause cause = make("key.id", Weight::Possible,
        Words::tr("The key ID (kid) is not in the JWK Set that the server sees, or names another key."),
        Words::tr(
            "Publish the jwks.json that Waybill saves on the page “Key pair”, then check the hosted copy "
            "on the page “Client registration”."));
    const bool seen = e.jwks == JwksSeen::KeyMissing || e.jwks == JwksSeen::KeyTwice
        || e.jwks == JwksSeen::OtherKey || e.jwks == JwksSeen::PrivateKey;
    if (seen) {
        cause.weight = Weight::Seen;
        cause.seen = e.jwks == JwksSeen::KeyMissing
            ? Words::tr("The hosted set has no key with our ID.")
            : (e.jwks == JwksSeen::KeyTwice ? Words::tr("The hosted set has our key ID twice.")
                                            : Words::tr("The hosted set has another key under our ID."));
        if (e.jwks == JwksSeen::PrivateKey)
            cause.seen = Words::tr("The hosted set holds a PRIVATE key: take it down and make a new pair.");
    } else if (e.jwks == JwksSeen::Good) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("The hosted set has our key under its ID, once.");
    } else if (e.jwks == JwksSeen::Pasted && e.keyChanged) {
        cause.weight = Weight::Likely;
        cause.seen = Words::tr("The key changed since the last token: paste the new key set at the portal.");
    }
    return cause;
}

Cause jwksUrl(const DoctorEvidence &e)
{
    Cause cause = make("jwks.url", Weight::Possible,
        Words::tr("The JWKS URL cannot be reached, or what it serves is no JWK Set."),
        Words::tr("Open the address in a browser window without a session: it must show JSON with “keys”."));
    if (e.jwks == JwksSeen::Unreachable) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("From here it gives no key set.");
    } else if (e.jwks == JwksSeen::Malformed) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("From here it serves something else than a JWK Set.");
    } else if (e.jwks != JwksSeen::NotLooked) {
        cause.weight = Weight::Excluded;
        cause.seen = e.jwks == JwksSeen::Pasted ? Words::tr("The key set was pasted; there is no URL.")
                                                : Words::tr("From here it serves a JWK Set.");
    }
    return cause;
}

Cause jwksHost(const DoctorEvidence &e)
{
    Cause cause = make("jwks.host", Weight::Possible,
        Words::tr("The host of the JWKS URL is not on the server's allow list."),
        e.ecw ? Words::tr(
            "Ask fhirfighters@eclinicalworks.com to add the host; name the client ID and the URL. "
            "Ask whether your web server's log shows a fetch from them.")
              : Words::tr(
                  "Look into your web server's log: did the server fetch the key set at all? If not, ask "
                  "its operator to allow the host."));
    if (e.jwks == JwksSeen::Pasted) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("The key set was pasted; the server fetches nothing.");
    } else if (e.jwks == JwksSeen::Good && !e.tokenBefore && allGood(e)) {
        cause.weight = Weight::Likely;
        cause.seen = Words::tr("The set is right from here, and this client never got a token.");
    } else if (e.tokenBefore) {
        cause.seen = Words::tr("The server has read the key set before.");
    }
    return cause;
}

Cause oldCopy(const DoctorEvidence &e)
{
    Cause cause = make("jwks.old", Weight::Possible,
        Words::tr("The key was rotated, but the server still has the old JWK Set in its cache."),
        Words::tr(
            "Wait until the copy's max-age and 24 hours have passed, with both keys in the set; sign with "
            "the old key until then."));
    if (e.keyChanged && e.jwks == JwksSeen::Good) {
        cause.weight = Weight::Likely;
        cause.seen =
            Words::tr("The last token was granted to another key, and the hosted set has the new one.");
    } else if (e.jwks == JwksSeen::Pasted || !e.keyChanged) {
        cause.weight = e.jwks == JwksSeen::Pasted ? Weight::Excluded : Weight::Possible;
        cause.seen = e.jwks == JwksSeen::Pasted ? Words::tr("The key set was pasted.") : QString();
    }
    return cause;
}

Cause algorithm(const DoctorEvidence &e)
{
    Cause cause = make("algorithm", Weight::Possible, Words::tr("The server wants another algorithm."),
        e.ecw ? Words::tr("eClinicalWorks accepts RS384 only: make an RSA key on the page “Key pair”.")
              : Words::tr("Make a key for an algorithm the server lists on the page “Key pair”."));
    if (algorithmRefused(e)) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("Our key signs with %1; the server takes %2.")
                         .arg(e.algorithm, e.algorithms.join(QStringLiteral(", ")));
    } else if (!e.algorithms.isEmpty()) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("The server takes %1.").arg(e.algorithm);
    }
    return cause;
}

Cause clock(const DoctorEvidence &e)
{
    Cause cause = make("clock", Weight::Possible,
        Words::tr("This computer's clock is wrong, so the assertion has expired or is not valid yet."),
        Words::tr("Let the system set its clock from the network (NTP), then run the doctor again."));
    if (!e.clockSkew)
        return cause;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(*e.clockSkew));
    if (clockIsWrong(e)) {
        cause.weight = Weight::Seen;
        cause.seen = e.clockSkew->count() > 0
            ? Words::tr("This computer is %n second(s) behind the server.", nullptr,
                static_cast<int>(seconds.count()))
            : Words::tr("This computer is %n second(s) ahead of the server.", nullptr,
                static_cast<int>(seconds.count()));
        if (e.clockOffset != std::chrono::seconds{0})
            cause.seen +=
                QLatin1Char(' ') + Words::tr("The assertion is shifted by %1 s.").arg(e.clockOffset.count());
    } else {
        cause.weight = Weight::Excluded;
        cause.seen = e.clockOffset == std::chrono::seconds{0}
            ? Words::tr("Both clocks agree within two minutes.")
            : Words::tr("The assertion is signed with the server's clock.");
    }
    return cause;
}

Cause audience(const DoctorEvidence &e)
{
    Cause cause = make("audience", Weight::Possible,
        Words::tr("The token URL is not the one the server compares the assertion's audience (aud) with."),
        Words::tr(
            "Use the token URL exactly as the vendor documents it: host, path and trailing slash count."));
    if (e.tokenUrlsDiffer) {
        cause.weight = Weight::Seen;
        cause.seen = Words::tr("smart-configuration and CapabilityStatement name different token URLs.");
    } else if (e.tokenBefore) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("The server took this audience before.");
    }
    return cause;
}

Cause scopes(const DoctorEvidence &e)
{
    Cause cause = make("scope", Weight::Possible,
        Words::tr("One of the scopes is unknown to the server or not registered for this app."),
        Words::tr(
            "Register the scope at the developer portal, or leave its resource type out of the export."));
    if (e.oneScopeWorks.value_or(false)) {
        cause.weight = Weight::Seen;
        cause.seen = e.refusedScopes.isEmpty()
            ? Words::tr("One scope alone is granted, all together are not.")
            : Words::tr("Refused: %1.").arg(e.refusedScopes.join(QStringLiteral(", ")));
    } else if (e.oneScopeWorks) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("One scope alone is refused in the same way.");
    }
    return cause;
}

Cause reused(const DoctorEvidence &e)
{
    Cause cause = make("jti", Weight::Possible, Words::tr("The assertion's ID (jti) was used before."),
        Words::tr(
            "Waybill makes a new one for every request. Look for a proxy that sends requests twice, and "
            "for another program that signs with this key."));
    if (e.oneScopeWorks && !*e.oneScopeWorks && e.clockSkew && !clockIsWrong(e)) {
        cause.weight = Weight::Likely;
        cause.seen = Words::tr("Scopes and clock are not the reason.");
    } else if (e.oneScopeWorks.value_or(false)) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("Another request was granted.");
    }
    return cause;
}

Cause scopeNotRegistered(const DoctorEvidence &e)
{
    Cause cause = scopes(e);
    cause.what = Words::tr("A scope was not granted when the app was registered.");
    return cause;
}

Cause scopeForm(const DoctorEvidence &e)
{
    const bool v2 = e.dialect == auth::ScopeDialect::V2;
    Cause cause = make("scope.form", Weight::Possible,
        Words::tr("The server wants scopes in the other form (system/Patient.read or system/Patient.rs)."),
        Words::tr(
            "Look at scopes_supported and at permission-v1 or permission-v2 in its SMART configuration."));
    if (e.otherFormWorks.value_or(false)) {
        cause.weight = Weight::Seen;
        cause.seen = v2 ? Words::tr("The form system/Patient.read is granted.")
                        : Words::tr("The form system/Patient.rs is granted.");
    } else if (e.otherFormStated) {
        cause.weight = Weight::Likely;
        cause.seen = Words::tr("Its SMART configuration names the other form only.");
    } else if (e.oneScopeWorks.value_or(false)) {
        cause.weight = Weight::Excluded;
        cause.seen = Words::tr("A scope in this form is granted.");
    }
    return cause;
}

} // namespace waybill::discovery::causes
