// SPDX-License-Identifier: Apache-2.0
#include "http/qt_transport.h"

#include "base/redact.h"
#include "http/content_decoder.h"
#include "http/cookie_jar.h"
#include "http/origin.h"
#include "http/practice_proxy.h"
#include "http/qt_exchange.h"
#include "http/system_proxies.h"
#include "http/tls_facts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QSslCertificate>

#include <algorithm>
#include <vector>

namespace waybill::http {
namespace {

constexpr std::size_t kMostIdleManagers = 6;
constexpr std::chrono::seconds kBurialDelay{60};
/// A connection that was idle for longer is not used again: the server may be closing it just now. Enough for
/// file after file and page after page; a poll always gets a fresh one.
constexpr qint64 kKeptMs = 1000;

QString text(const char *source)
{
    return QCoreApplication::translate("Http", source);
}

/// Takes a whole body and undoes its codings.
class WholeBody final : public BodySink
{
public:
    explicit WholeBody(std::int64_t most)
        : m_most(most)
    {
    }

    Result<> begin(const ResponseHead &head) override
    {
        const auto layers = gzipLayers(head.headers);
        if (!layers)
            return failure(layers.error());
        DecodeLimits limits;
        limits.maxDecodedBytes = m_most;
        m_decoder = std::make_unique<ContentDecoder>(
            *layers,
            [this](QByteArrayView bytes) -> Result<> {
                m_body.append(bytes.data(), bytes.size());
                return {};
            },
            limits);
        return {};
    }
    Result<> take(QByteArrayView bytes) override { return m_decoder->add(bytes); }

    Result<QByteArray> finish()
    {
        if (!m_decoder)
            return QByteArray();
        if (auto done = m_decoder->finish(); !done)
            return failure(done.error());
        return std::move(m_body);
    }

private:
    std::int64_t m_most;
    std::unique_ptr<ContentDecoder> m_decoder;
    QByteArray m_body;
};

/// Managers keep their connection; each serves one exchange at a time and is remembered by its origin.
class ManagerPool
{
public:
    ManagerPool(QUrl proxy, std::shared_ptr<const ProxyPasswords> passwords)
        : m_proxy(std::move(proxy))
        , m_passwords(std::move(passwords))
    {
    }
    /// Null when none is left.
    std::unique_ptr<QNetworkAccessManager> take(const Origin &origin)
    {
        while (!m_idle.empty() && m_idle.front().since.hasExpired(kKeptMs))
            dropOldest();
        const auto found = std::find_if(
            m_idle.begin(), m_idle.end(), [&](const Idle &idle) { return idle.origin == origin; });
        if (found == m_idle.end())
            return nullptr;
        auto manager = std::move(found->manager);
        m_idle.erase(found);
        return manager;
    }
    std::unique_ptr<QNetworkAccessManager> fresh() const
    {
        auto manager = std::make_unique<QNetworkAccessManager>();
        if (m_proxy.isEmpty()) // the manager owns its factory
            manager->setProxyFactory(new SystemProxies);
        else
            manager->setProxyFactory(new PracticeProxy(m_proxy, m_passwords));
        return manager;
    }
    void giveBack(const Origin &origin, std::unique_ptr<QNetworkAccessManager> manager)
    {
        if (m_idle.size() >= kMostIdleManagers)
            dropOldest();
        m_idle.push_back({origin, std::move(manager), {}});
        m_idle.back().since.start();
    }

private:
    struct Idle {
        Origin origin;
        std::unique_ptr<QNetworkAccessManager> manager;
        QElapsedTimer since;
    };

    void dropOldest()
    {
        m_idle.front().manager.release()->deleteLater();
        m_idle.erase(m_idle.begin());
    }

    QUrl m_proxy;
    std::shared_ptr<const ProxyPasswords> m_passwords;
    std::vector<Idle> m_idle; ///< oldest first
};

/// What the transport and its exchanges share.
class QtTransport final : public QObject, public Transport
{
public:
    explicit QtTransport(const TransportOptions &options)
        : m_cookies(options.cookies)
        , m_caFile(options.caFile)
        , m_certificates(options.certificates)
        , m_pool(options.proxy, options.proxyPasswords)
    {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls.setProtocol(QSsl::TlsV1_2OrLater);
        m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        addAuthorities();
    }
    ~QtTransport() override
    {
        for (Running &running : m_running)
            running.exchange.reset(); // before its manager
    }

    Call send(const Request &request, QObject *context, std::function<void(Result<Response>)> done) override
    {
        auto body = std::make_shared<WholeBody>(request.maxBodyBytes);
        return run(request, *body, context,
            [body, url = request.url, done = std::move(done)](Result<ResponseHead> head) {
                auto bytes = head ? body->finish() : Result<QByteArray>(failure(head.error()));
                if (bytes)
                    return done(Response{std::move(*head), std::move(*bytes)});
                Error error = bytes.error();
                if (error.where.isEmpty())
                    error.where = placeOf(url);
                done(failure(std::move(error)));
            });
    }

    Call stream(const Request &request, BodySink &sink, QObject *context,
        std::function<void(Result<ResponseHead>)> done) override
    {
        return run(request, sink, context, std::move(done));
    }

private:
    using Done = std::function<void(Result<ResponseHead>)>;
    struct Running {
        int id = 0;
        Origin origin;
        std::unique_ptr<QNetworkAccessManager> manager;
        std::unique_ptr<QtExchange> exchange;
        QMetaObject::Connection contextGone;
        Done deliver;
        bool isKept = false; ///< the manager comes from the pool
    };

    void addAuthorities()
    {
        if (m_caFile.isEmpty())
            return;
        QFile file(m_caFile);
        const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.read(qint64{4} << 20) : QByteArray();
        const auto own = QSslCertificate::fromData(pem, QSsl::Pem);
        if (own.isEmpty()) {
            m_problem = Error{ErrorCode::InvalidInput,
                text(QT_TRANSLATE_NOOP(
                    "Http", "The CA file of this practice cannot be read, or holds no certificate.")),
                m_caFile,
                text(QT_TRANSLATE_NOOP("Http", "Choose a PEM file, or remove it from the practice."))};
        }
        m_tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    }

    std::optional<Error> refusal(const Request &request) const
    {
        if (!isAllowedScheme(request.url) || !request.url.userInfo().isEmpty()) {
            return Error{ErrorCode::InvalidInput,
                text(QT_TRANSLATE_NOOP("Http", "Only https addresses without a password in them are used.")),
                placeOf(request.url), {}};
        }
        return request.url.scheme() == QLatin1String("https") ? m_problem : std::nullopt;
    }

    Call run(const Request &request, BodySink &sink, QObject *context, Done done)
    {
        auto cancelled = std::make_shared<bool>(false);
        const QPointer<QObject> listener(context);
        // Later, in the context's event loop: never from inside send(), never once the context is gone.
        Done deliver = [listener, cancelled, done = std::move(done)](Result<ResponseHead> result) {
            if (!listener)
                return;
            QMetaObject::invokeMethod(
                listener.data(),
                [cancelled, done, result = std::move(result)]() mutable {
                    if (!*cancelled)
                        done(std::move(result));
                },
                Qt::QueuedConnection);
        };
        if (const auto error = refusal(request)) {
            deliver(failure(*error));
            return Call([cancelled] { *cancelled = true; });
        }
        const int id = begin(request, sink, context, std::move(deliver));
        return Call([self = QPointer<QtTransport>(this), id, cancelled] {
            *cancelled = true;
            if (self)
                self->drop(id);
        });
    }

    int begin(const Request &request, BodySink &sink, QObject *context, Done deliver)
    {
        Running running;
        running.id = ++m_lastId;
        running.origin = originOf(request.url);
        running.contextGone =
            connect(context, &QObject::destroyed, this, [this, id = running.id] { drop(id); });
        // A connection that was idle may be dead, and then a request that must not be repeated is lost.
        if (request.mayBeRepeated)
            running.manager = m_pool.take(running.origin);
        const bool isKept = running.manager != nullptr;
        if (!isKept)
            running.manager = m_pool.fresh();
        running.deliver = std::move(deliver);
        running.isKept = isKept;
        m_running.push_back(std::move(running));
        startExchange(m_running.back(), request, sink);
        return m_lastId;
    }

    void startExchange(Running &running, const Request &request, BodySink &sink)
    {
        running.exchange = std::make_unique<QtExchange>(*running.manager, request, sink, m_cookies,
            [this, id = running.id, request, &sink](Result<ResponseHead> result) {
                if (!sendAgain(id, request, sink))
                    retire(id, std::move(result));
            });
        if (m_certificates) {
            running.exchange->onHandshake(
                [seen = m_certificates, host = request.url.host()](
                    const QSslConfiguration &tls) { seen->saw(host, factsOf(tls.peerCertificateChain())); });
        }
        running.exchange->start(m_tls, running.isKept);
    }

    /// A kept connection was dead: a request that changes nothing goes out once more (RFC 9112 9.3.1).
    bool sendAgain(int id, const Request &request, BodySink &sink)
    {
        const auto running = find(id);
        const bool isSafe = request.method == "GET" || request.method == "HEAD";
        if (running == m_running.end() || !running->isKept || !isSafe || !running->exchange->diedUnanswered())
            return false;
        discard(std::move(running->exchange)); // we are inside it
        discard(std::move(running->manager));
        running->manager = m_pool.fresh();
        running->isKept = false;
        startExchange(*running, request, sink);
        return true;
    }

    std::vector<Running>::iterator find(int id)
    {
        return std::find_if(
            m_running.begin(), m_running.end(), [id](const Running &running) { return running.id == id; });
    }

    std::optional<Running> takeOut(int id)
    {
        const auto found = find(id);
        if (found == m_running.end())
            return std::nullopt;
        Running running = std::move(*found);
        m_running.erase(found);
        disconnect(running.contextGone);
        return running;
    }

    /// Called from inside the exchange: it goes a little later.
    void retire(int id, Result<ResponseHead> result)
    {
        auto running = takeOut(id);
        if (!running)
            return;
        running->deliver(std::move(result));
        const bool isReusable = running->exchange->endedWell();
        const bool mayBeStuck = running->exchange->mayBeStuck();
        discard(std::move(running->exchange));
        if (isReusable)
            m_pool.giveBack(running->origin, std::move(running->manager));
        else
            bury(std::move(running->manager), mayBeStuck);
    }

    /// ~QNetworkAccessManager waits up to five seconds for its thread; a stuck one gets time to come free.
    void bury(std::unique_ptr<QNetworkAccessManager> manager, bool mayBeStuck)
    {
        if (!mayBeStuck)
            return discard(std::move(manager));
        manager->setParent(this);
        QTimer::singleShot(kBurialDelay, manager.release(), &QObject::deleteLater);
    }

    /// A little later, or with the transport: a thread that ends may not come to what was to be deleted
    /// later.
    void discard(std::unique_ptr<QObject> object)
    {
        object->setParent(this);
        object.release()->deleteLater();
    }

    void drop(int id)
    {
        auto running = takeOut(id);
        if (!running)
            return;
        // Not deleted on the spot: the cancelling caller may be inside the exchange's own sink.
        running->exchange->giveUp();
        const bool mayBeStuck = running->exchange->mayBeStuck();
        discard(std::move(running->exchange)); // before its manager
        bury(std::move(running->manager), mayBeStuck);
    }

    std::shared_ptr<CookieJar> m_cookies;
    QString m_caFile;
    std::shared_ptr<PeerCertificates> m_certificates;
    QSslConfiguration m_tls;
    std::optional<Error> m_problem;
    ManagerPool m_pool;
    std::vector<Running> m_running;
    int m_lastId = 0;
};

} // namespace

std::shared_ptr<CookieJar> makeCookieJar()
{
    return std::make_shared<CookieJar>();
}

std::unique_ptr<Transport> makeQtTransport(const TransportOptions &options)
{
    return std::make_unique<QtTransport>(options);
}

} // namespace waybill::http
