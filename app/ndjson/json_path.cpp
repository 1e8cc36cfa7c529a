// SPDX-License-Identifier: Apache-2.0
#include "ndjson/json_path.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace waybill::ndjson {
namespace {

constexpr qsizetype kMostSteps = 64;
constexpr int kMostItems = 1'000'000;

QString words(const char *text)
{
    return QCoreApplication::translate("Ndjson", text);
}

Result<PathStep> stepFor(QString name)
{
    PathStep step;
    if (name.endsWith(QLatin1String("[x]"))) {
        step.kind = PathStep::Kind::Stem;
        name.chop(3);
    } else if (name.endsWith(QLatin1Char(']'))) {
        const qsizetype open = name.indexOf(QLatin1Char('['));
        bool number = false;
        step.item = open < 0 ? -1 : name.mid(open + 1, name.size() - open - 2).toInt(&number);
        if (!number || step.item < 0 || step.item > kMostItems)
            return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "In [ ] a number or x is expected.")));
        name.truncate(open);
    } else if (name == QLatin1String("*")) {
        step.kind = PathStep::Kind::Any;
    } else if (name == QLatin1String("**")) {
        step.kind = PathStep::Kind::AnyDepth;
    }
    if (name.isEmpty())
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "A name is missing in the path.")));
    if (name.contains(QLatin1Char('[')) || name.contains(QLatin1Char(']')))
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "In [ ] a number or x is expected.")));
    step.key = name.toUtf8();
    return step;
}

} // namespace

Failure wrongPath(const QString &what)
{
    return failure(ErrorCode::InvalidInput, what, {},
        words(QT_TRANSLATE_NOOP("Ndjson", "Write it like this: code.coding.code = 8867-4")));
}

bool isPathSign(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.') || c == QLatin1Char('[')
        || c == QLatin1Char(']') || c == QLatin1Char('*') || c == QLatin1Char('-');
}

Result<TypedPath> parsePath(const QString &text)
{
    if (!std::all_of(text.begin(), text.end(), isPathSign))
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "A path has names with points between them.")));
    TypedPath path;
    QStringList names = text.split(QLatin1Char('.'));
    if (names.size() > 1 && names.first().size() > 1 && names.first().front().isUpper())
        path.type = names.takeFirst().toUtf8();
    if (names.size() > kMostSteps)
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "The path has too many parts.")));
    int anyDepth = 0;
    for (const QString &name : names) {
        const auto step = stepFor(name);
        if (!step)
            return tl::unexpected(step.error());
        anyDepth += step->kind == PathStep::Kind::AnyDepth ? 1 : 0;
        path.steps.push_back(*step);
    }
    if (anyDepth > 1) // each one more would multiply the work
        return wrongPath(words(QT_TRANSLATE_NOOP("Ndjson", "** may stand once in a path.")));
    return path;
}

} // namespace waybill::ndjson
