// SPDX-License-Identifier: Apache-2.0
#include "auth/scopes.h"

#include "auth/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace waybill::auth {
namespace {

/// A SMART clinical scope taken apart (SMART App Launch 2.2.0, "Scopes").
struct Clinical {
    QString level; ///< "system"
    QString type; ///< "Patient" or "*"
    QString letters; ///< of `cruds`; v1 forms are translated
    QString filter; ///< behind the question mark
};

std::optional<Clinical> parse(const QString &scope)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(patient|user|system)/(\\*|[A-Z][A-Za-z]*)\\.(read|write|\\*|c?r?u?d?s?)(?:\\?(.+))?$"));
    const auto match = pattern.match(scope);
    QString letters = match.captured(3);
    if (!match.hasMatch() || letters.isEmpty())
        return std::nullopt;
    if (letters == QLatin1String("read"))
        letters = QStringLiteral("rs");
    else if (letters == QLatin1String("write"))
        letters = QStringLiteral("cud");
    else if (letters == QLatin1String("*"))
        letters = QStringLiteral("cruds");
    return Clinical{match.captured(1), match.captured(2), letters, match.captured(4)};
}

bool covers(const Clinical &granted, const Clinical &wanted)
{
    const bool sameThing = granted.level == wanted.level
        && (granted.type == wanted.type || granted.type == QLatin1String("*")) && granted.filter.isEmpty();
    return sameThing && std::all_of(wanted.letters.begin(), wanted.letters.end(), [&granted](QChar letter) {
        return granted.letters.contains(letter);
    });
}

QString scope(const QString &type, const char *suffix)
{
    return QStringLiteral("system/%1.%2").arg(type, QLatin1String(suffix));
}

/// eCW: these nine are published as `.r` only (smart-configuration of 2026-08-14; SB-053).
const QStringList &ecwReadByLetter()
{
    static const QStringList types{QStringLiteral("Binary"), QStringLiteral("Claim"),
        QStringLiteral("Coverage"), QStringLiteral("Media"), QStringLiteral("MedicationDispense"),
        QStringLiteral("QuestionnaireResponse"), QStringLiteral("RelatedPerson"),
        QStringLiteral("ServiceRequest"), QStringLiteral("Specimen")};
    return types;
}

/// eCW: published without any system scope to read them, so asking would fail the whole request (SB-053).
const QStringList &ecwUnreadable()
{
    static const QStringList types{QStringLiteral("Appointment"), QStringLiteral("FamilyMemberHistory")};
    return types;
}

QString ecwScope(const QString &type, const QStringList &published)
{
    if (published.isEmpty()) {
        if (ecwUnreadable().contains(type))
            return {};
        return scope(type, ecwReadByLetter().contains(type) ? "r" : "read");
    }
    for (const char *suffix : {"read", "r", "rs"}) {
        if (published.contains(scope(type, suffix)))
            return scope(type, suffix);
    }
    return {};
}

QStringList publishedTypes(const QStringList &published)
{
    QStringList types;
    for (const QString &text : published) {
        const auto one = parse(text);
        if (one && one->level == QLatin1String("system") && one->type != QLatin1String("*")
            && one->letters.contains(QLatin1Char('r')))
            types.append(one->type);
    }
    types.removeDuplicates();
    return types;
}

QStringList ecwScopes(const QStringList &types, const QStringList &published)
{
    // eCW: system/Group.read in every bulk token request, else the kick-off answers 403 HAPI-0333.
    QStringList scopes{QStringLiteral("system/Group.read")};
    const QStringList asked = types.isEmpty() ? publishedTypes(published) : types;
    for (const QString &type : asked) {
        const QString one = type == QLatin1String("*") ? QString() : ecwScope(type, published);
        if (!one.isEmpty() && type != QLatin1String("Group"))
            scopes.append(one);
    }
    scopes.removeDuplicates();
    return scopes;
}

} // namespace

QStringList scopesFor(const QStringList &types, ScopeDialect dialect, const QStringList &published)
{
    if (dialect == ScopeDialect::EcwMixed)
        return ecwScopes(types, published);
    const char *suffix = dialect == ScopeDialect::V1 ? "read" : "rs";
    if (types.isEmpty())
        return {scope(QStringLiteral("*"), suffix)};
    QStringList scopes;
    if (publishedTypes(published).contains(QLatin1String("Group")))
        scopes.append(scope(QStringLiteral("Group"), suffix));
    for (const QString &type : types)
        scopes.append(scope(type, suffix));
    scopes.removeDuplicates();
    return scopes;
}

Result<> checkScopes(const QStringList &scopes)
{
    // RFC 6749 3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
    static const QRegularExpression token(QStringLiteral("^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$"));
    for (const QString &one : scopes) {
        const bool clinical = one.startsWith(QLatin1String("system/"));
        if (!token.match(one).hasMatch() || (clinical && !parse(one)))
            return failure(ErrorCode::InvalidInput, Words::tr("\"%1\" is not a scope.").arg(one), {},
                Words::tr("Write it like system/Patient.read or system/Patient.rs."));
    }
    return {};
}

QStringList missingScopes(const QStringList &requested, const QStringList &granted)
{
    QStringList missing;
    for (const QString &wanted : requested) {
        const auto one = parse(wanted);
        const bool covered = granted.contains(wanted)
            || (one && std::any_of(granted.begin(), granted.end(), [&one](const QString &text) {
                   const auto given = parse(text);
                   return given && covers(*given, *one);
               }));
        if (!covered)
            missing.append(wanted);
    }
    return missing;
}

QStringList unreadableTypes(const QStringList &types, const QStringList &granted)
{
    QStringList unreadable;
    for (const QString &type : types) {
        const bool readable = std::any_of(granted.begin(), granted.end(), [&type](const QString &text) {
            const auto given = parse(text);
            return given && given->level == QLatin1String("system")
                && (given->type == type || given->type == QLatin1String("*"))
                && given->letters.contains(QLatin1Char('r'));
        });
        if (!readable)
            unreadable.append(type);
    }
    return unreadable;
}

} // namespace waybill::auth
