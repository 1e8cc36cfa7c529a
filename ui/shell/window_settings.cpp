// SPDX-License-Identifier: Apache-2.0
#include "shell/window_settings.h"

#include <QApplication>
#include <QDir>
#include <QMainWindow>
#include <QSplitter>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr QSize kFirstSize{1240, 820};

QString themeName(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System: return QStringLiteral("system");
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

ThemeChoice themeFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

} // namespace

WindowSettings::WindowSettings(const QString &home, QObject *parent)
    : QObject(parent)
    , m_file(QDir(home).filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
    , m_system(readSystemLook())
    , m_theme(themeFromName(m_file.value(QStringLiteral("theme")).toString()))
{
    setTextPercent(m_file.value(QStringLiteral("textPercent"), 100).toInt());
}

const QList<int> &WindowSettings::textSizes()
{
    static const QList<int> sizes = {90, 100, 115, 130, 150, 175, 200};
    return sizes;
}

void WindowSettings::setTheme(ThemeChoice theme)
{
    m_theme = theme;
    m_file.setValue(QStringLiteral("theme"), themeName(theme));
    apply();
}

void WindowSettings::setTextPercent(int percent)
{
    const auto &sizes = textSizes();
    m_textPercent = *std::min_element(sizes.begin(), sizes.end(),
        [percent](int a, int b) { return std::abs(a - percent) < std::abs(b - percent); });
    m_file.setValue(QStringLiteral("textPercent"), m_textPercent);
    apply();
}

void WindowSettings::stepText(int direction)
{
    const auto &sizes = textSizes();
    const auto index = std::clamp<qsizetype>(sizes.indexOf(m_textPercent) + direction, 0, sizes.size() - 1);
    setTextPercent(sizes.at(index));
}

void WindowSettings::apply()
{
    applyTheme(*qApp, m_theme, m_system, m_textPercent);
    Q_EMIT changed();
}

void WindowSettings::restore(QMainWindow &window, QSplitter &splitter)
{
    if (!window.restoreGeometry(m_file.value(QStringLiteral("geometry")).toByteArray()))
        window.resize(kFirstSize);
    splitter.restoreState(m_file.value(QStringLiteral("splitter")).toByteArray());
}

void WindowSettings::save(const QMainWindow &window, const QSplitter &splitter)
{
    m_file.setValue(QStringLiteral("geometry"), window.saveGeometry());
    m_file.setValue(QStringLiteral("splitter"), splitter.saveState());
}

} // namespace waybill::ui
