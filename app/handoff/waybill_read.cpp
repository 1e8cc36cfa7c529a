// SPDX-License-Identifier: Apache-2.0
#include "handoff/json_lines.h"
#include "handoff/waybill_rules.h"
#include "handoff/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace waybill::handoff {
namespace {

constexpr qsizetype kLargestWaybill = qsizetype{1} << 20; // a thousand times a usual one

/// Takes known fields out of one object; what is left over is unknown. The first wrong type is remembered.
class Section
{
public:
    Section(QJsonObject object, QStringList path, std::optional<FieldProblem> &problem)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_problem(problem)
    {
    }

    QString text(const char *key, const QString &fallback = {})
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return fallback;
        if (!value.isString())
            complain(key, Words::tr("text"));
        return value.toString(fallback);
    }

    QUrl url(const char *key) { return QUrl(text(key).trimmed(), QUrl::StrictMode); }

    int number(const char *key, int fallback)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return fallback;
        const int found = value.toInt(-1);
        if (!value.isDouble() || found < 0)
            complain(key, Words::tr("a whole number"));
        return found;
    }

    int signedNumber(const char *key)
    {
        const QJsonValue value = take(key);
        const double found = value.toDouble();
        const bool isWhole = std::abs(found) <= std::numeric_limits<int>::max() && found == std::trunc(found);
        if (!value.isUndefined() && (!value.isDouble() || !isWhole))
            complain(key, Words::tr("a whole number"));
        return isWhole ? static_cast<int>(found) : 0;
    }

    QStringList texts(const char *key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isArray())
            complain(key, Words::tr("a list of texts"));
        QStringList found;
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!array.at(i).isString())
                complain(key, Words::tr("a list of texts"), QString::number(i));
            found.append(array.at(i).toString());
        }
        return found;
    }

    Section section(const char *key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isObject())
            complain(key, Words::tr("an object"));
        return Section(value.toObject(), m_path + QStringList{QLatin1String(key)}, m_problem);
    }

    QJsonValue take(const char *key) { return m_object.take(QLatin1String(key)); }
    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    const QJsonObject &rest() const { return m_object; }
    QStringList path() const { return m_path; }

    void complain(const char *key, const QString &wanted, const QString &index = {})
    {
        if (m_problem)
            return;
        QStringList where = m_path + QStringList{QLatin1String(key)};
        if (!index.isEmpty())
            where.append(index);
        m_problem = FieldProblem{where, Words::tr("%1 must be %2.").arg(pathText(where), wanted)};
    }
    void refuse(const FieldProblem &problem)
    {
        if (!m_problem)
            m_problem = problem;
    }

private:
    QJsonObject m_object;
    QStringList m_path;
    std::optional<FieldProblem> &m_problem;
};

class WaybillReader
{
public:
    WaybillReader(const QJsonObject &root, QStringList &notes)
        : m_root(root, {}, m_problem)
        , m_notes(notes)
    {
    }

    std::optional<FieldProblem> read(Waybill &waybill)
    {
        readVersion();
        waybill.name = m_root.text("name");
        waybill.vendor = m_root.text("vendor", waybill.vendor);
        readPractice(waybill.practice);
        readServer(waybill.server);
        readClient(waybill.client);
        readExport(waybill.exports);
        readWatermarks(waybill.watermarks);
        readRest(waybill);
        keepUnknown(m_root);
        waybill.unknown = m_unknown;
        return m_problem;
    }

private:
    void readVersion()
    {
        const QJsonValue version = m_root.take("waybill");
        const QStringList where{QStringLiteral("waybill")};
        if (version.isUndefined())
            m_root.refuse({where, Words::tr("This is not a waybill: the field “waybill” is missing.")});
        else if (version.toInt() > Waybill::kVersion)
            m_root.refuse({where,
                Words::tr("The waybill has version %1; this program reads version %2.")
                    .arg(version.toInt())
                    .arg(Waybill::kVersion),
                Words::tr("Use a newer Waybill.")});
        else if (version.toInt() != Waybill::kVersion)
            m_root.refuse({where, Words::tr("%1 must be %2.").arg(pathText(where)).arg(Waybill::kVersion)});
    }

    void readPractice(Waybill::Practice &practice)
    {
        Section in = m_root.section("practice");
        practice.name = in.text("name");
        practice.code = in.text("code");
        practice.environment = in.text("environment");
        keepUnknown(in);
    }

    void readServer(Waybill::Server &server)
    {
        Section in = m_root.section("server");
        server.fhirBaseUrl = in.url("fhirBaseUrl");
        if (server.fhirBaseUrl.path().endsWith(QLatin1Char('/'))) {
            server.fhirBaseUrl = server.fhirBaseUrl.adjusted(QUrl::StripTrailingSlash);
            if (server.fhirBaseUrl.path() == QLatin1String("/"))
                server.fhirBaseUrl.setPath(QString());
        }
        server.tokenUrl = in.url("tokenUrl");
        server.bulkDataVersion = in.text("bulkDataVersion", server.bulkDataVersion);
        server.trustedOrigins = in.texts("trustedOrigins");
        keepUnknown(in);
    }

    void readClient(Waybill::Client &client)
    {
        Section in = m_root.section("client");
        client.clientId = in.text("clientId");
        client.algorithm = in.text("algorithm");
        client.keyId = in.text("keyId");
        client.keyThumbprint = in.text("keyThumbprint");
        client.key = readKey(in.section("key"));
        client.jwksUrl = in.url("jwksUrl");
        client.scopes = in.texts("scopes");
        client.clockOffset = in.signedNumber("clockOffset");
        keepUnknown(in);
    }

    practices::KeyReference readKey(Section in)
    {
        using Kind = practices::KeyReference::Kind;
        practices::KeyReference key;
        int places = 0;
        for (const auto &[name, kind] : {std::pair("file", Kind::File), std::pair("keychain", Kind::Keychain),
                 std::pair("environment", Kind::EnvironmentVariable),
                 std::pair("credential", Kind::Credential)}) {
            if (!in.has(name))
                continue;
            ++places;
            key = {kind, in.text(name)};
        }
        if (places > 1)
            in.refuse({in.path(),
                Words::tr("%1 names several places of the key; keep one.").arg(pathText(in.path()))});
        keepUnknown(in);
        return key;
    }

    void readExport(Waybill::Export &exports)
    {
        using practices::Level;
        Section in = m_root.section("export");
        const QString level = in.text("level");
        bool known = false;
        for (const Level candidate : {Level::Group, Level::Patient, Level::System}) {
            if (practices::levelName(candidate) == level) {
                exports.level = candidate;
                known = true;
            }
        }
        if (!known)
            in.refuse({in.path() + QStringList{QStringLiteral("level")},
                Words::tr("export.level must be “group”, “patient” or “system”.")});
        exports.groupId = in.text("groupId");
        exports.types = in.texts("types");
        if (exports.types.removeDuplicates() > 0)
            m_notes.append(Words::tr("export.types named a type twice; once is enough."));
        exports.since = in.text("since", exports.since);
        keepUnknown(in);
    }

    void readWatermarks(QMap<QString, QString> &watermarks)
    {
        Section in = m_root.section("watermarks");
        const QStringList types = in.rest().keys();
        for (const QString &type : types)
            watermarks.insert(type, in.text(type.toUtf8().constData()));
    }

    void readRest(Waybill &waybill)
    {
        Section limits = m_root.section("limits");
        const bool isEcw = waybill.vendor == QLatin1String("eclinicalworks");
        waybill.limits.requestsPerMinute = limits.number("requestsPerMinute", isEcw ? 100 : 0);
        waybill.limits.parallelDownloads =
            limits.number("parallelDownloads", waybill.limits.parallelDownloads);
        keepUnknown(limits);
        Section schedule = m_root.section("schedule");
        waybill.schedule.calendar = schedule.text("calendar");
        waybill.schedule.baselineEveryDays =
            schedule.number("baselineEveryDays", waybill.schedule.baselineEveryDays);
        keepUnknown(schedule);
        Section output = m_root.section("output");
        waybill.outputDirectory = output.text("directory", waybill.outputDirectory);
        keepUnknown(output);
    }

    /// At its place below m_unknown: writeWaybill() puts it back there. Sections are one or two deep.
    void keepUnknown(const Section &section)
    {
        if (section.rest().isEmpty())
            return;
        for (const QString &key : section.rest().keys())
            m_notes.append(Words::tr("The field %1 is not known to this version; it is kept as it is.")
                               .arg(pathText(section.path() + QStringList{key})));
        m_unknown = merged(m_unknown, section.path(), section.rest());
    }

    static QJsonObject merged(QJsonObject into, const QStringList &path, const QJsonObject &fields)
    {
        if (path.isEmpty()) {
            for (auto it = fields.begin(); it != fields.end(); ++it)
                into.insert(it.key(), it.value());
            return into;
        }
        const QJsonObject inner = into.value(path.first()).toObject();
        into.insert(path.first(), merged(inner, path.sliced(1), fields));
        return into;
    }

    std::optional<FieldProblem> m_problem;
    Section m_root;
    QStringList &m_notes;
    QJsonObject m_unknown;
};

Failure notJson(QByteArrayView json, const QJsonParseError &error)
{
    const qsizetype offset = std::clamp<qsizetype>(error.offset, 0, json.size());
    const QByteArray around = json.sliced(std::max<qsizetype>(offset - 2, 0)).toByteArray().left(4);
    const bool isComment = around.contains("//") || around.contains("/*") || around.contains('#');
    return failure(ErrorCode::InvalidInput,
        isComment ? Words::tr("The waybill holds a comment; JSON has none.")
                  : Words::tr("The waybill is not valid JSON: %1.").arg(error.errorString()),
        Words::tr("line %1").arg(lineOfOffset(json, offset)));
}

} // namespace

Result<ReadWaybill> readWaybill(QByteArrayView json)
{
    if (json.size() > kLargestWaybill)
        return failure(ErrorCode::InvalidInput, Words::tr("This is too large for a waybill."));
    ReadWaybill result;
    if (json.startsWith("\xEF\xBB\xBF")) {
        json = json.sliced(3);
        result.notes.append(Words::tr("A byte order mark at the start was ignored."));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (document.isNull())
        return notJson(json, error);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, Words::tr("This is not a waybill: it is not a JSON object."));
    auto problem = WaybillReader(document.object(), result.notes).read(result.waybill);
    if (!problem)
        problem = firstProblem(result.waybill);
    if (problem)
        return failure(toError(*problem, lineOfPath(json, problem->path)));
    return result;
}

} // namespace waybill::handoff
