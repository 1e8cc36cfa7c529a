// SPDX-License-Identifier: Apache-2.0
#include "flows/outcome_files.h"

#include "exports/operation_outcome.h"
#include "flows/text_lines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <functional>

namespace waybill::flows {
namespace {

constexpr qsizetype kMaxTexts = 20; // F-019

/// Calls `onObject` with the object of each line that is not blank; an empty object where there is none.
Result<> forEachObject(const QString &path, const std::stop_token &stop,
    const std::function<void(LineNumber, const QJsonObject &)> &onObject)
{
    const auto tell = [&onObject](LineNumber number, QByteArrayView line) {
        if (const QByteArrayView text = line.trimmed(); !text.isEmpty())
            onObject(number, QJsonDocument::fromJson(text.toByteArray()).object());
        return true;
    };
    return forEachLine(path, tell, stop);
}

bool isSerious(const QString &severity)
{
    return severity == QLatin1String("error") || severity == QLatin1String("fatal");
}

class Severities
{
public:
    void add(const QJsonObject &resource)
    {
        if (resource.value(QStringLiteral("resourceType")).toString() != QLatin1String("OperationOutcome"))
            return count(QStringLiteral("unknown"));
        const QJsonArray issues = resource.value(QStringLiteral("issue")).toArray();
        for (const QJsonValue &issue : issues)
            add(issue);
        if (issues.isEmpty())
            count(QStringLiteral("unknown"));
    }
    QJsonObject result() const
    {
        QJsonArray texts = QJsonArray::fromStringList(m_serious);
        for (const QString &text : m_others.mid(0, kMaxTexts - m_serious.size()))
            texts.append(text);
        return {{QStringLiteral("severities"), m_counts}, {QStringLiteral("issues"), texts}};
    }

private:
    void add(const QJsonValue &issue)
    {
        const QString severity = issue.toObject().value(QStringLiteral("severity")).toString();
        static const QStringList known{QStringLiteral("fatal"), QStringLiteral("error"),
            QStringLiteral("warning"), QStringLiteral("information"), QStringLiteral("success")};
        count(known.contains(severity) ? severity : QStringLiteral("unknown"));
        QStringList &texts = isSerious(severity) ? m_serious : m_others;
        if (texts.size() < kMaxTexts)
            texts.append(exports::operationOutcome({{QStringLiteral("issue"), QJsonArray{issue}}}).text());
    }
    void count(const QString &severity)
    {
        m_counts.insert(severity, m_counts.value(severity).toInteger() + 1);
    }

    QJsonObject m_counts;
    QStringList m_serious;
    QStringList m_others;
};

/// "Patient/123" of that, or of the same below the server's own base; empty when it is neither.
QString referenceIn(const QString &url, const QUrl &base)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z][A-Za-z]{0,63}/[A-Za-z0-9\\-.]{1,64}\\z"));
    const QString root = base.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + QLatin1Char('/');
    const QString reference = url.startsWith(root) ? url.mid(root.size()) : url;
    return form.match(reference).hasMatch() ? reference : QString();
}

QString referenceOf(const QJsonValue &entry, const QUrl &base)
{
    const QJsonObject request = entry.toObject().value(QStringLiteral("request")).toObject();
    const bool isDelete = request.value(QStringLiteral("method")).toString() == QLatin1String("DELETE");
    return isDelete ? referenceIn(request.value(QStringLiteral("url")).toString(), base) : QString();
}

/// How many deletions the Bundle holds; -1 = it is not one that may be handed on.
int deletionsIn(const QJsonObject &bundle, const QUrl &base)
{
    const QJsonArray entries = bundle.value(QStringLiteral("entry")).toArray();
    const bool isTransaction =
        bundle.value(QStringLiteral("resourceType")).toString() == QLatin1String("Bundle")
        && bundle.value(QStringLiteral("type")).toString() == QLatin1String("transaction");
    if (!isTransaction || entries.isEmpty())
        return -1;
    for (const QJsonValue &entry : entries) {
        if (referenceOf(entry, base).isEmpty())
            return -1;
    }
    return static_cast<int>(entries.size());
}

} // namespace

Result<QJsonObject> readOutcomeFile(const QString &path, const std::stop_token &stop)
{
    Severities severities;
    const auto add = [&severities](LineNumber, const QJsonObject &resource) { severities.add(resource); };
    const Result<> read = forEachObject(path, stop, add);
    return read ? Result<QJsonObject>(severities.result()) : failure(read.error());
}

Result<QJsonObject> readDeletedFile(const QString &path, const QUrl &base, const std::stop_token &stop)
{
    qint64 deletions = 0;
    qint64 bad = 0;
    qint64 firstBad = 0;
    const Result<> read = forEachObject(path, stop, [&](LineNumber line, const QJsonObject &bundle) {
        const int found = deletionsIn(bundle, base);
        if (found < 0 && bad++ == 0)
            firstBad = line.value + 1; // as people count
        deletions += std::max(found, 0);
    });
    if (!read)
        return failure(read.error());
    QJsonObject result{{QStringLiteral("deletions"), deletions}, {QStringLiteral("bad"), bad}};
    if (bad > 0)
        result.insert(QStringLiteral("firstBad"), firstBad);
    return result;
}

Result<> forEachDeletion(const QString &path, const QUrl &base,
    const std::function<void(const QString &)> &onDeletion, const std::stop_token &stop)
{
    return forEachObject(path, stop, [&](LineNumber, const QJsonObject &bundle) {
        for (const QJsonValue &entry : bundle.value(QStringLiteral("entry")).toArray()) {
            if (const QString reference = referenceOf(entry, base); !reference.isEmpty())
                onDeletion(reference);
        }
    });
}

} // namespace waybill::flows
