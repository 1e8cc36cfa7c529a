// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QPalette>

class QApplication;
class QAbstractButton;

/// Colours, sizes and fonts of every window. Nothing is kept here: widgets ask with the palette they paint
/// with, so a theme switch needs no restart and no list of listeners.
namespace waybill::ui {

enum class ThemeChoice { System, Light, Dark };

/// `text` keeps at least 4.5:1 on `fill`, on Window and on Base (but Production's, which is for its own
/// fill).
struct ToneColours {
    QColor text;
    QColor fill;
    QColor border;
};

bool isDark(const QPalette &palette); ///< by the lightness of Window: Qt 6.4 has no colour scheme hint
ToneColours toneColours(Tone tone, const QPalette &palette);
QColor mutedText(const QPalette &palette); ///< secondary text, >= 4.5:1 on Window and Base
QColor hairline(const QPalette &palette); ///< borders of cards and panes
QColor cardFill(const QPalette &palette);
double contrast(const QColor &a, const QColor &b); ///< WCAG 2.1, 1..21

QPalette lightPalette();
QPalette darkPalette();

/// The platform's look before we changed it: read once, before the first applyTheme().
struct SystemLook {
    bool dark = false;
    QFont font;
};
SystemLook readSystemLook();

/// Fusion with our own style and palette. `textPercent` 80..200 scales every font.
void applyTheme(QApplication &app, ThemeChoice choice, const SystemLook &system, int textPercent = 100);

/// Distances in logical pixels; everything sits on a grid of 4.
namespace space {
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kXLarge = 24;
inline constexpr int kXXLarge = 32;
inline constexpr int kRadius = 6; ///< corners of cards, messages, badges
inline constexpr int kIcon = 18; ///< an icon beside body text
} // namespace space

enum class TextRole { Title, Heading, Strong, Body, Small, Mono };
QFont textFont(TextRole role, const QFont &body);
int iconSide(const QFontMetrics &metrics); ///< an icon beside text of that font: grows with it (F-134)

/// Paints a button in the accent colour: the one primary action of a page.
void makePrimary(QAbstractButton &button, bool primary = true);
bool isPrimary(const QAbstractButton &button);
/// A button without a frame until it is hovered or focused: for icon-only and secondary actions.
void makeQuiet(QAbstractButton &button);

} // namespace waybill::ui
