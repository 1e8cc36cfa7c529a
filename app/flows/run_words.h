// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace waybill::flows {

/// The translation context of what a run says to a person.
class RunWords
{
    Q_DECLARE_TR_FUNCTIONS(RunExport)
public:
    static QString files(std::int64_t count)
    {
        return count == 1 ? tr("1 file") : tr("%1 files").arg(grouped(count));
    }
    static QString resources(std::int64_t count)
    {
        return count == 1 ? tr("1 resource") : tr("%1 resources").arg(grouped(count));
    }
    static QString errors(std::int64_t count)
    {
        return count == 1 ? tr("1 error") : tr("%1 errors").arg(grouped(count));
    }

private:
    static QString grouped(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }
};

} // namespace waybill::flows
