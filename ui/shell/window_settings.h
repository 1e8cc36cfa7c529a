// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QSettings>

class QMainWindow;
class QSplitter;

namespace waybill::ui {

/// How the window looked last time, in window.ini of the home folder: theme, text size, place, panes.
class WindowSettings final : public QObject
{
    Q_OBJECT
public:
    explicit WindowSettings(const QString &home, QObject *parent = nullptr);

    ThemeChoice theme() const { return m_theme; }
    int textPercent() const { return m_textPercent; }
    void setTheme(ThemeChoice theme);
    void setTextPercent(int percent); ///< the nearest of textSizes()
    void stepText(int direction); ///< one larger or smaller
    static const QList<int> &textSizes();

    void apply(); ///< to the whole application
    void restore(QMainWindow &window, QSplitter &splitter);
    void save(const QMainWindow &window, const QSplitter &splitter);

Q_SIGNALS:
    void changed();

private:
    QSettings m_file;
    SystemLook m_system;
    ThemeChoice m_theme = ThemeChoice::System;
    int m_textPercent = 100;
};

} // namespace waybill::ui
