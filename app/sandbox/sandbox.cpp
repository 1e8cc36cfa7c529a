// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandbox.h"

#include "sandbox/answers.h"
#include "sandbox/ecw_practice.h"
#include "sandbox/http_server.h"
#include "sandbox/ig_practice.h"
#include "sandbox/jwks_fetcher.h"
#include "sandbox/portal.h"
#include "sandbox/state_file.h"
#include "sandbox/tls_identity.h"

#include <QJsonArray>

#include <array>

namespace waybill::sandbox {

namespace {

constexpr const char *kEcwTokenPath = "/oauth/oauth2/token"; // eCW: on a host of its own, for all practices
constexpr int kFamilyChildren = 22; ///< percent of the patients
constexpr int kPediatricChildren = 94;
constexpr const char *kIgTokenPath = "/oak-hill/auth/token";

/// A body for a request with Range goes out as it is: cpp-httplib would cut it.
void keepWhole(const httplib::Request &request, httplib::Response &response)
{
    if (!request.has_header("Range") || response.body.empty())
        return;
    auto body = std::make_shared<std::string>(std::move(response.body));
    response.body.clear();
    response.set_header("Content-Length", std::to_string(body->size()));
    response.set_content_provider(
        response.get_header_value("Content-Type"), [body](std::size_t, httplib::DataSink &sink) {
            sink.write(body->data(), body->size());
            sink.done();
            return true;
        });
}

std::shared_ptr<const World> makeWorld(
    const Options &options, const std::string &name, std::uint64_t number, int childPercent)
{
    World world;
    world.seed = mix(options.seed) + number;
    world.patients = options.patients;
    world.activity = options.activity;
    world.practiceName = name;
    world.childPercent = childPercent;
    return std::make_shared<const World>(std::move(world));
}

} // namespace

struct Sandbox::Parts {
    explicit Parts(const Options &given)
        : options(given)
        , state(given.stateFile)
    {
    }

    Options options;
    StateFile state;
    Faults faults;
    RequestLog log;
    ExportJobs jobs;
    TokenStore tokens;
    JwksFetcher fetcher;
    ClientRegistry clients;
    LinkSigner signer;
    std::unique_ptr<TlsIdentity> tls;
    std::unique_ptr<Services> services;
    std::unique_ptr<EcwPractice> ecw;
    std::unique_ptr<IgPractice> ig;
    std::unique_ptr<TokenEndpoint> ecwToken;
    std::unique_ptr<TokenEndpoint> igToken;
    std::unique_ptr<Portal> portal;
    // The servers come last: they end before what their handlers use.
    std::array<std::unique_ptr<HttpServer>, 3> servers;

    tl::expected<void, std::string> bind();
    void build();
    void restore();
    std::string handle(const httplib::Request &request, httplib::Response &response);
    std::string handleToken(const httplib::Request &request, httplib::Response &response);
    void serve();
    std::vector<Practice *> practices() const { return {ecw.get(), ig.get()}; }
};

tl::expected<void, std::string> Sandbox::Parts::bind()
{
    if (options.tls) {
        auto identity = TlsIdentity::make();
        if (!identity)
            return tl::unexpected(identity.error());
        tls = std::move(*identity);
    }
    const QJsonArray before = state.value("ports").toArray();
    QJsonArray ports;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        const int number = static_cast<int>(i);
        const int wanted = options.port > 0 ? options.port + number : 0;
        // With a state file the same ports are taken again, so that stored URLs stay good.
        auto server = HttpServer::bind(wanted > 0 ? wanted : before.at(number).toInt(), tls.get());
        if (!server && wanted == 0)
            server = HttpServer::bind(0, tls.get());
        if (!server)
            return tl::unexpected("Port " + std::to_string(wanted) + ": " + server.error());
        servers.at(i) = std::move(*server);
        ports.append(servers.at(i)->port());
    }
    state.set("ports", ports);
    return {};
}

void Sandbox::Parts::build()
{
    services = std::make_unique<Services>(
        Services{options, faults, jobs, tokens, log, signer, servers[2]->origin()});
    const std::string &origin = servers[0]->origin();
    PracticeAddress elm{"Elm Street Family Practice", "FFBJCD", "eclinicalworks", "/fhir/r4/FFBJCD", {}, {}};
    elm.base = origin + elm.path;
    elm.tokenUrl = servers[1]->origin() + kEcwTokenPath;
    PracticeAddress oak{"Oak Hill Pediatrics", "OAKHILL", "generic", "/oak-hill/fhir", {}, {}};
    oak.base = origin + oak.path;
    oak.tokenUrl = origin + kIgTokenPath;
    ecw = std::make_unique<EcwPractice>(elm, *services, makeWorld(options, elm.name, 0, kFamilyChildren));
    ig = std::make_unique<IgPractice>(oak, *services, makeWorld(options, oak.name, 1, kPediatricChildren));
    const TokenEndpoint::Parts tokenParts{clients, fetcher, tokens, faults, log};
    ecwToken =
        std::make_unique<TokenEndpoint>(TokenPolicy{elm.tokenUrl, {"RS384"}, true, {elm.code}}, tokenParts);
    igToken = std::make_unique<TokenEndpoint>(
        TokenPolicy{oak.tokenUrl, {"RS384", "ES384"}, false, {oak.code}}, tokenParts);
    std::vector<PracticeAddress> addresses;
    for (const Practice *const practice : practices())
        addresses.push_back(practice->address());
    portal = std::make_unique<Portal>(
        origin, addresses, PracticeList(options.seed, addresses), Portal::Parts{clients, faults, log});
}

void Sandbox::Parts::restore()
{
    faults.set(options.faults);
    clients.load(state.value("registry").toObject());
    jobs.load(state.value("jobs").toArray());
    clients.onChange([this] { state.set("registry", clients.save()); });
    jobs.onChange([this](const QJsonArray &rows) { state.set("jobs", rows); });
}

/// Returns the code of the practice that was asked.
std::string Sandbox::Parts::handle(const httplib::Request &request, httplib::Response &response)
{
    for (Practice *const practice : practices()) {
        const std::string &path = practice->address().path;
        if (request.path.starts_with(path)
            && (request.path.size() == path.size() || request.path[path.size()] == '/')) {
            practice->handle(request, response, request.path.substr(path.size()));
            return practice->address().code;
        }
        const auto parts = split(request.path, '/'); // files/{code}/{job}/{name}
        if (parts.size() == 4 && parts[0] == "files" && parts[1] == practice->address().code) {
            practice->handleFile(request, response, parts[2], parts[3]);
            return practice->address().code;
        }
    }
    if (request.path == kIgTokenPath) {
        igToken->handle(request, response);
        return ig->address().code;
    }
    if (!portal->handle(request, response))
        answerText(response, 400, "Bad Request", "text/plain"); // eCW: host roots answer 400
    return {};
}

std::string Sandbox::Parts::handleToken(const httplib::Request &request, httplib::Response &response)
{
    const bool alias = faults.on(Fault::OtherAudience) && request.path == std::string(kEcwTokenPath) + '/';
    if (request.path != kEcwTokenPath && !alias) {
        answerText(response, 404, "Not Found", "text/plain");
        return {};
    }
    if (ecw->admit(response))
        ecwToken->handle(request, response);
    return ecw->address().code;
}

void Sandbox::Parts::serve()
{
    const auto logged = [this](auto member) {
        return [this, member](const httplib::Request &request, httplib::Response &response) {
            const std::string practice = (this->*member)(request, response);
            response.set_header("Date", httpDate(shownNow(faults)));
            keepWhole(request, response);
            log.add(request, std::max(0, response.status), practice);
        };
    };
    servers[0]->serve(logged(&Parts::handle));
    servers[1]->serve(logged(&Parts::handleToken));
    servers[2]->serve(logged(&Parts::handle));
}

Sandbox::Sandbox(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Sandbox::~Sandbox() = default;

tl::expected<std::unique_ptr<Sandbox>, std::string> Sandbox::start(const Options &options)
{
    auto parts = std::make_unique<Parts>(options);
    if (auto bound = parts->bind(); !bound)
        return tl::unexpected(bound.error());
    parts->build();
    parts->restore();
    parts->serve();
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(parts)));
}

QJsonObject Sandbox::listening() const
{
    QJsonArray practices;
    for (const Practice *const practice : m_parts->practices()) {
        const PracticeAddress &address = practice->address();
        practices.append(QJsonObject{{QStringLiteral("name"), json(address.name)},
            {QStringLiteral("code"), json(address.code)}, {QStringLiteral("vendor"), json(address.vendor)},
            {QStringLiteral("fhirBaseUrl"), json(address.base)}});
    }
    const std::string &origin = m_parts->servers[0]->origin();
    QJsonObject line{{QStringLiteral("event"), QStringLiteral("listening")},
        {QStringLiteral("portal"), json(origin + "/portal")},
        {QStringLiteral("practiceList"), json(origin + "/practices")},
        {QStringLiteral("practices"), practices}};
    if (m_parts->tls)
        line.insert(QStringLiteral("caFile"), json(m_parts->tls->caFile()));
    return line;
}

} // namespace waybill::sandbox
