// SPDX-License-Identifier: Apache-2.0
#include "main/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace waybill {

void installLanguage(QCoreApplication &application, const QLocale &locale)
{
    auto *qtTexts = new QTranslator(&application);
    if (qtTexts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtTexts);
    auto *ours = new QTranslator(&application);
    if (ours->load(locale, QStringLiteral("waybill"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || ours->load(QStringLiteral(":/i18n/waybill_en.qm")))
        QCoreApplication::installTranslator(ours);
}

} // namespace waybill
