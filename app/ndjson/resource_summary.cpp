// SPDX-License-Identifier: Apache-2.0
#include "ndjson/resource_summary.h"

#include "ndjson/json_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kLongest = 300; ///< characters of a value
constexpr int kMostItems = 4; ///< of a list

enum class Label {
    Who,
    What,
    Kind,
    Value,
    When,
    Status,
    Where,
    By,
    Reason,
    Note,
    Attachment,
    Born,
    Sex,
    Contact
};

QString wordFor(Label label)
{
    switch (label) {
    case Label::Who: return QCoreApplication::translate("Summary", "Who");
    case Label::What: return QCoreApplication::translate("Summary", "What");
    case Label::Kind: return QCoreApplication::translate("Summary", "Kind");
    case Label::Value: return QCoreApplication::translate("Summary", "Value");
    case Label::When: return QCoreApplication::translate("Summary", "When");
    case Label::Status: return QCoreApplication::translate("Summary", "Status");
    case Label::Where: return QCoreApplication::translate("Summary", "Where");
    case Label::By: return QCoreApplication::translate("Summary", "By");
    case Label::Reason: return QCoreApplication::translate("Summary", "Reason");
    case Label::Note: return QCoreApplication::translate("Summary", "Note");
    case Label::Attachment: return QCoreApplication::translate("Summary", "Attachment");
    case Label::Born: return QCoreApplication::translate("Summary", "Born");
    case Label::Sex: return QCoreApplication::translate("Summary", "Sex");
    case Label::Contact: return QCoreApplication::translate("Summary", "Contact");
    }
    return {};
}

struct Rule {
    Label label = Label::Who;
    const char *keys = ""; ///< of the resource, the first that is there; "a[x]" is any key that begins with a
    const char *types = ""; ///< only in these, "" = in all
};

/// In the order of reading. FHIR uses the same few names for the same thing in most resource types.
constexpr std::array kRules{Rule{Label::Who, "subject patient beneficiary individual"},
    Rule{Label::Who, "name", " Patient Practitioner RelatedPerson Person "},
    Rule{Label::What, "name", " Organization Location HealthcareService Endpoint CareTeam Group "},
    Rule{Label::Who, "practitioner", " PractitionerRole "}, Rule{Label::Born, "birthDate"},
    Rule{Label::Sex, "gender"},
    Rule{Label::What, "code medication[x] vaccineCode description title issue deviceName "},
    Rule{Label::Kind, "type class category specialty"},
    Rule{Label::Value, "value[x] component dataAbsentReason"},
    Rule{Label::When,
        "effective[x] performed[x] occurrence[x] onset[x] period authoredOn started issued date recordedDate "
        "created"},
    Rule{Label::Status, "status clinicalStatus lifecycleStatus active"},
    Rule{Label::Where, "location serviceProvider managingOrganization address organization"},
    Rule{Label::By, "performer recorder requester author participant asserter"},
    Rule{Label::Reason, "reasonCode reasonReference reason"}, Rule{Label::Contact, "telecom"},
    Rule{Label::Attachment, "content presentedForm photo"}, Rule{Label::Note, "note dosageInstruction"}};

class Reader
{
public:
    explicit Reader(const JsonTree &tree)
        : m_tree(tree)
    {
    }

    std::int32_t child(std::int32_t node, QByteArrayView key) const
    {
        const QString wanted = QString::fromLatin1(key);
        const bool any = wanted.endsWith(QLatin1String("[x]"));
        const QString stem = any ? wanted.chopped(3) : wanted;
        for (const std::int32_t one : m_tree.children(node)) {
            const QString name = m_tree.key(one);
            const bool variant =
                any && name.size() > stem.size() && name.startsWith(stem) && name.at(stem.size()).isUpper();
            if (variant || name == stem)
                return one;
        }
        return -1;
    }

    QString text(std::int32_t node, QByteArrayView key) const
    {
        const std::int32_t found = child(node, key);
        return found < 0 ? QString() : scalar(found);
    }

    QString scalar(std::int32_t node) const
    {
        const TokenKind kind = m_tree.node(node).kind;
        if (kind == TokenKind::String)
            return visibleText(decodeString(m_tree.raw(node), kLongest));
        const bool plain = kind == TokenKind::Number || kind == TokenKind::True || kind == TokenKind::False;
        return plain ? QString::fromUtf8(m_tree.raw(node)) : QString();
    }

    /// By its shape.
    QString words(std::int32_t node) const
    {
        if (m_tree.node(node).kind == TokenKind::BeginArray)
            return list(node);
        if (m_tree.node(node).kind != TokenKind::BeginObject)
            return scalar(node);
        for (const auto &say : {&Reader::coded, &Reader::reference, &Reader::measured, &Reader::span,
                 &Reader::person, &Reader::place, &Reader::attachment, &Reader::wrapped}) {
            const QString said = (this->*say)(node);
            if (!said.isEmpty())
                return said;
        }
        return {};
    }

    /// The first reference inside, for following.
    QString firstReference(std::int32_t node) const
    {
        const QString own = text(node, "reference");
        if (!own.isEmpty())
            return own;
        for (const std::int32_t one : m_tree.children(node)) {
            const auto kind = m_tree.node(one).kind;
            if (kind != TokenKind::BeginObject && kind != TokenKind::BeginArray)
                continue;
            const QString inner = firstReference(one);
            if (!inner.isEmpty())
                return inner;
        }
        return {};
    }

private:
    QString list(std::int32_t node) const
    {
        QStringList said;
        const auto items = m_tree.children(node);
        for (const std::int32_t one : items) {
            const QString words = this->words(one);
            if (!words.isEmpty() && !said.contains(words))
                said.append(words);
            if (said.size() == kMostItems)
                break;
        }
        if (said.isEmpty())
            return {};
        const auto more = static_cast<qsizetype>(items.size()) - kMostItems;
        const QString joined = said.join(QStringLiteral(", "));
        return more > 0 ? QStringLiteral("%1, +%2").arg(joined).arg(more) : joined;
    }

    /// CodeableConcept and Coding: the words, and the code in brackets.
    QString coded(std::int32_t node) const
    {
        std::int32_t coding = child(node, "coding");
        if (coding >= 0 && !m_tree.children(coding).empty())
            coding = m_tree.children(coding).front();
        else if (child(node, "code") >= 0 && child(node, "system") >= 0 && child(node, "value") < 0)
            coding = node;
        QString said = text(node, "text");
        const QString code = coding < 0 ? QString() : text(coding, "code");
        if (said.isEmpty() && coding >= 0)
            said = text(coding, "display");
        if (said.isEmpty())
            return code;
        return code.isEmpty() || code == said ? said : QStringLiteral("%1 (%2)").arg(said, code);
    }

    QString reference(std::int32_t node) const
    {
        const QString display = text(node, "display");
        const QString target = text(node, "reference");
        return display.isEmpty() || target.isEmpty() ? display + target
                                                     : QStringLiteral("%1 · %2").arg(display, target);
    }

    QString measured(std::int32_t node) const
    {
        const QString value = text(node, "value");
        if (value.isEmpty())
            return {};
        const QString unit = text(node, "unit").isEmpty() ? text(node, "code") : text(node, "unit");
        return (text(node, "comparator") + value + QLatin1Char(' ') + unit).trimmed();
    }

    QString span(std::int32_t node) const
    {
        for (const auto &[from, to] : {std::pair("start", "end"), std::pair("low", "high")}) {
            const std::int32_t first = child(node, from);
            const std::int32_t last = child(node, to);
            if (first >= 0 || last >= 0)
                return QStringLiteral("%1 – %2").arg(first < 0 ? QStringLiteral("…") : words(first),
                    last < 0 ? QStringLiteral("…") : words(last));
        }
        return {};
    }

    QString person(std::int32_t node) const
    {
        const QString family = text(node, "family");
        const std::int32_t given = child(node, "given");
        const QString before =
            given < 0 ? QString() : words(given).replace(QLatin1String(", "), QLatin1String(" "));
        return (before + QLatin1Char(' ') + family).trimmed();
    }

    QString place(std::int32_t node) const
    {
        if (child(node, "city") < 0 && child(node, "line") < 0 && child(node, "postalCode") < 0)
            return {};
        QStringList parts;
        for (const char *key : {"line", "postalCode", "city", "state", "country"}) {
            const std::int32_t part = child(node, key);
            if (part >= 0)
                parts.append(words(part));
        }
        return parts.join(QStringLiteral(", "));
    }

    QString attachment(std::int32_t node) const
    {
        const std::int32_t data = child(node, "data");
        const QString type = text(node, "contentType");
        if (type.isEmpty() && data < 0)
            return {};
        constexpr std::int64_t kQuotes = 2;
        if (data < 0) // not inside: an address
            return QStringLiteral("%1 %2").arg(type, text(node, "url")).trimmed();
        const std::int64_t bytes = (m_tree.raw(data).size() - kQuotes) * 3 / 4;
        return QStringLiteral("%1, %2").arg(
            type, QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat));
    }

    /// One thing inside a thing: component, content.attachment, participant.individual, an issue.
    QString wrapped(std::int32_t node) const
    {
        QStringList said;
        for (const char *key : {"code", "value[x]", "attachment", "individual", "actor", "member", "details",
                 "diagnostics", "text", "name"}) {
            const std::int32_t inner = child(node, key);
            const QString words = inner < 0 ? QString() : this->words(inner);
            if (!words.isEmpty())
                said.append(words);
        }
        return said.join(QStringLiteral(": "));
    }

    const JsonTree &m_tree;
};

/// A flag among the states: "true" alone says nothing.
QString activeWords(TokenKind kind)
{
    if (kind == TokenKind::True)
        return QCoreApplication::translate("Summary", "Active");
    return kind == TokenKind::False ? QCoreApplication::translate("Summary", "Inactive") : QString();
}

bool isFor(const Rule &rule, const QString &type)
{
    const QString types = QLatin1String(rule.types);
    return types.isEmpty() || types.contains(QStringLiteral(" %1 ").arg(type));
}

} // namespace

QList<SummaryField> summarise(const JsonTree &tree)
{
    QList<SummaryField> fields;
    if (tree.isEmpty() || tree.node(0).kind != TokenKind::BeginObject)
        return fields;
    const QString type = tree.rootText("resourceType");
    const Reader reader(tree);
    for (const Rule &rule : kRules) {
        if (!isFor(rule, type))
            continue;
        for (const QByteArray &key : QByteArray(rule.keys).simplified().split(' ')) {
            const std::int32_t node = reader.child(0, key);
            const QString words = node < 0 ? QString()
                : key == "active"          ? activeWords(tree.node(node).kind)
                                           : reader.words(node);
            if (words.isEmpty())
                continue;
            const QString reference = reader.firstReference(node);
            fields.append({wordFor(rule.label), words.left(kLongest),
                parseReference(reference) ? reference : QString(), node});
            break;
        }
    }
    return fields;
}

std::optional<ResourceName> parseReference(const QString &reference)
{
    // FHIR R4 2.3.0.1: a literal reference ends in Type/id, perhaps with a version.
    static const QRegularExpression literal(QStringLiteral(
        "^(?:https?://[^?#]*/)?([A-Z][A-Za-z]{2,63})/([A-Za-z0-9\\-.]{1,64})(?:/_history/[^/?#]+)?$"));
    const auto match = literal.match(reference);
    if (!match.hasMatch())
        return std::nullopt;
    return ResourceName{match.captured(1), match.captured(2)};
}

} // namespace waybill::ndjson
