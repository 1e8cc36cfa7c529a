// SPDX-License-Identifier: Apache-2.0
#include "models/run_overview_words.h"

#include "models/formatting.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cmath>

namespace waybill::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunOverview)
};

int percent(double share)
{
    return static_cast<int>(std::lround(std::abs(share) * 100));
}

} // namespace

QString changeText(const flows::TypeCount &count)
{
    if (!count.isOdd())
        return {};
    if (*count.before == 0)
        return Words::tr("▲ new");
    if (count.here == 0)
        return Words::tr("▼ gone");
    return (count.change() > 0 ? Words::tr("▲ %1 %") : Words::tr("▼ %1 %"))
        .arg(countText(percent(count.change())));
}

QString typesSentence(const flows::RunOverview &overview)
{
    qsizetype types = 0;
    qsizetype promised = 0;
    QStringList wrong;
    QStringList odd;
    for (const flows::TypeCount &count : overview.types) {
        types += count.here > 0 ? 1 : 0;
        promised += count.promised ? 1 : 0;
        if (count.promised && *count.promised != count.here)
            wrong.append(Words::tr("%1 %2 instead of %3")
                             .arg(count.type, countText(count.here), countText(*count.promised)));
        if (count.isOdd())
            odd.append(QStringLiteral("%1 %2").arg(count.type, changeText(count)));
    }
    QStringList said{
        Words::tr("%1 resources of %2 types.").arg(countText(overview.resources), countText(types))};
    if (promised == 0)
        said.append(Words::tr("The manifest promises no numbers."));
    else if (wrong.isEmpty())
        said.append(Words::tr("The numbers are those of the manifest."));
    else
        said.append(Words::tr("Not as the manifest says: %1.").arg(wrong.join(QStringLiteral(", "))));
    if (overview.lastRun.isEmpty())
        said.append(Words::tr("No earlier run of this Group lies beside it."));
    else if (overview.lastRunWasFull != overview.thisRunIsFull)
        said.append(Words::tr(
            "The last run asked for another span of time, so the numbers say little beside each other."));
    else if (odd.isEmpty())
        said.append(Words::tr("No type differs from the last run by more than 30 %."));
    else
        said.append(Words::tr("Against the last run: %1.").arg(odd.join(QStringLiteral(", "))));
    return said.join(QLatin1Char(' '));
}

QString daysSentence(const flows::RunOverview &overview)
{
    QStringList said;
    if (overview.days.isEmpty()) {
        said.append(Words::tr("No resource says when it was last updated."));
    } else {
        const auto most = std::max_element(overview.days.begin(), overview.days.end());
        said.append(
            Words::tr("Last updated between %1 and %2, most on %3 (%4).")
                .arg(overview.days.firstKey(), overview.days.lastKey(), most.key(), countText(most.value())));
        if (overview.withoutDay > 0)
            said.append(Words::tr("%1 resources do not say when.").arg(countText(overview.withoutDay)));
    }
    return said.join(QLatin1Char(' '));
}

QString codesSentence(const flows::RunOverview &overview, bool hidden)
{
    if (overview.codes.isEmpty())
        return Words::tr("No resource has a code.");
    const ndjson::CodeCount &first = overview.codes.first();
    const QString name = hidden || first.display.isEmpty()
        ? first.code
        : QStringLiteral("%1 (%2)").arg(first.display, first.code);
    QString said =
        Words::tr("Most frequent: %1 in %2, %3 times.").arg(name, first.type, countText(first.count));
    if (!overview.codesComplete)
        said += QLatin1Char(' ')
            + Words::tr("There are more different codes than are counted; rare ones are left out.");
    return said;
}

QString patientsSentence(const flows::RunOverview &overview)
{
    if (overview.patients == 0)
        return Words::tr("The run holds no patients.");
    if (overview.patientsWithoutData == 0 && overview.patients == 1)
        return Words::tr("The one patient has data.");
    if (overview.patientsWithoutData == 0)
        return Words::tr("All %1 patients have data.").arg(countText(overview.patients));
    return Words::tr("%1 of %2 patients have no other resource in this run.")
        .arg(countText(overview.patientsWithoutData), countText(overview.patients));
}

QString referencesSentence(const flows::RunOverview &overview)
{
    if (overview.references == 0)
        return Words::tr("No resource refers to another one.");
    std::int64_t gone = 0;
    QStringList absent;
    for (const flows::MissingType &type : overview.missing) {
        if (type.exported)
            gone += type.targets;
        else
            absent.append(type.type);
    }
    QStringList said;
    if (gone == 0)
        said.append(Words::tr("All references to types of this run lead to a resource."));
    else if (gone == 1)
        said.append(Words::tr("1 resource is referred to but is in none of the files."));
    else
        said.append(
            Words::tr("%1 resources are referred to but are in none of the files.").arg(countText(gone)));
    if (!absent.isEmpty())
        said.append(Words::tr("Types that are referred to but were not exported: %1.")
                        .arg(absent.join(QStringLiteral(", "))));
    if (overview.leftOut > 0)
        said.append(Words::tr("There are more resources than can be compared; some were left out."));
    return said.join(QLatin1Char(' '));
}

QList<DayBar> dayBars(const QMap<QString, std::int64_t> &days, int most)
{
    QList<DayBar> bars;
    if (days.isEmpty())
        return bars;
    const QDate first = QDate::fromString(days.firstKey(), Qt::ISODate);
    const QDate last = QDate::fromString(days.lastKey(), Qt::ISODate);
    if (!first.isValid() || !last.isValid())
        return bars;
    const int years = last.year() - first.year() + 1;
    const qint64 months = qint64{years} * 12;
    const QString format = first.daysTo(last) < most ? QStringLiteral("yyyy-MM-dd")
        : months <= most                             ? QStringLiteral("yyyy-MM")
                                                     : QStringLiteral("yyyy");
    QMap<QString, std::int64_t> sums;
    for (auto it = days.cbegin(); it != days.cend(); ++it)
        sums[it.key().left(format.size())] += it.value();
    // Holes are what a person looks for: every stretch has its place.
    for (QDate at = first; bars.size() < std::max(most, years);) {
        const QString name = at.toString(format);
        bars.append({name, sums.value(name)});
        if (name >= days.lastKey().left(format.size()))
            break;
        at = format.size() == 10 ? at.addDays(1)
            : format.size() == 7 ? QDate(at.year(), at.month(), 1).addMonths(1)
                                 : QDate(at.year() + 1, 1, 1);
    }
    return bars;
}

} // namespace waybill::ui
