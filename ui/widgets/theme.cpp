// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme.h"

#include "widgets/house_style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QToolButton>
#include <QVariant>

#include <algorithm>
#include <cmath>

namespace waybill::ui {
namespace {

constexpr double kSmallestPoints = 10; ///< X11 without a desktop says 9, which is hard to read

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

ToneColours tones(QRgb text, QRgb fill, QRgb border)
{
    return {QColor(text), QColor(fill), QColor(border)};
}

ToneColours lightTone(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return tones(0x46555e, 0xeaeff1, 0xc3ced3);
    case Tone::Info: return tones(0x0b5a86, 0xe4f1fa, 0xa6cfe8);
    case Tone::Ok: return tones(0x0f6639, 0xe2f4e9, 0x9bd2b2);
    case Tone::Warning: return tones(0x834700, 0xfff2d9, 0xe6be72);
    case Tone::Failure: return tones(0xa31a1a, 0xfdE8e7, 0xe9a8a4);
    case Tone::Waiting: return tones(0x553b99, 0xefebfa, 0xc5b7ea);
    case Tone::Accent: return tones(0x0a6474, 0xdff2f5, 0x8ccad4);
    case Tone::Sandbox: return tones(0x0a5a68, 0xd9eff3, 0x8ccad4);
    case Tone::Production: return tones(0xffffff, 0xb3231b, 0x8d1610);
    }
    Q_UNREACHABLE();
}

ToneColours darkTone(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return tones(0xb0bdc5, 0x273138, 0x3f4c55);
    case Tone::Info: return tones(0x8ccbf2, 0x122f42, 0x2a5875);
    case Tone::Ok: return tones(0x7fd9a5, 0x12301f, 0x2a6545);
    case Tone::Warning: return tones(0xf3c46d, 0x38290b, 0x76591c);
    case Tone::Failure: return tones(0xff9f99, 0x421a1a, 0x8a3c3a);
    case Tone::Waiting: return tones(0xc6b5f6, 0x2b2247, 0x5a4a8c);
    case Tone::Accent: return tones(0x67cedd, 0x0f343c, 0x24707f);
    case Tone::Sandbox: return tones(0x8adbe7, 0x0f3a44, 0x24707f);
    case Tone::Production: return tones(0xffffff, 0xb3231b, 0xe0655d);
    }
    Q_UNREACHABLE();
}

struct Base {
    QRgb window, base, alternate, text, button, mid, highlight, highlightedText, link, muted, toolTip;
};

QPalette paletteOf(const Base &c)
{
    QPalette p;
    p.setColor(QPalette::Window, QColor(c.window));
    p.setColor(QPalette::WindowText, QColor(c.text));
    p.setColor(QPalette::Base, QColor(c.base));
    p.setColor(QPalette::AlternateBase, QColor(c.alternate));
    p.setColor(QPalette::Text, QColor(c.text));
    p.setColor(QPalette::Button, QColor(c.button));
    p.setColor(QPalette::ButtonText, QColor(c.text));
    p.setColor(QPalette::BrightText, QColor(0xffffff));
    p.setColor(QPalette::PlaceholderText, QColor(c.muted));
    p.setColor(QPalette::Highlight, QColor(c.highlight));
    p.setColor(QPalette::HighlightedText, QColor(c.highlightedText));
    p.setColor(QPalette::Link, QColor(c.link));
    p.setColor(QPalette::LinkVisited, QColor(c.link));
    p.setColor(QPalette::ToolTipBase, QColor(c.toolTip));
    p.setColor(QPalette::ToolTipText, QColor(c.text));
    p.setColor(QPalette::Mid, QColor(c.mid));
    p.setColor(QPalette::Midlight, QColor(c.alternate));
    p.setColor(QPalette::Light, QColor(c.base));
    p.setColor(QPalette::Dark, QColor(c.mid).darker(120));
    p.setColor(QPalette::Shadow, QColor(c.mid).darker(160));
    const QColor faint = QColor(c.muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.mid));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(c.text));
    return p;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({0xf4f7f8, 0xffffff, 0xeff3f5, 0x16212a, 0xffffff, 0xc3ced3, 0x0a6e80, 0xffffff,
        0x0a6474, 0x55646d, 0xffffff});
}

QPalette darkPalette()
{
    return paletteOf({0x14191d, 0x1b2227, 0x222a30, 0xe4ebef, 0x242d33, 0x3f4c55, 0x59c2d2, 0x06191d,
        0x67cedd, 0x9dabb4, 0x242d33});
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

ToneColours toneColours(Tone tone, const QPalette &palette)
{
    return isDark(palette) ? darkTone(tone) : lightTone(tone);
}

QColor mutedText(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::PlaceholderText);
}

QColor hairline(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x323d45) : QColor(0xd8e0e4);
}

QColor cardFill(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base);
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

SystemLook readSystemLook()
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < kSmallestPoints)
        font.setPointSizeF(kSmallestPoints);
    return {isDark(QGuiApplication::palette()), font};
}

void applyTheme(QApplication &app, ThemeChoice choice, const SystemLook &system, int textPercent)
{
    if (qobject_cast<HouseStyle *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new HouseStyle);
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && system.dark);
    app.setPalette(dark ? darkPalette() : lightPalette());
    QFont font = system.font;
    const double percent = std::clamp(textPercent, 80, 200) / 100.0;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * percent);
    else
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * percent)));
    app.setFont(font);
    // Qt tells windows only; widgets with a font or colour of their own want to know as well.
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (widget->isWindow())
            continue;
        for (const auto type : {QEvent::ApplicationFontChange, QEvent::ApplicationPaletteChange}) {
            QEvent changed(type);
            QCoreApplication::sendEvent(widget, &changed);
        }
    }
}

int iconSide(const QFontMetrics &metrics)
{
    constexpr double kOfLine = 0.95; // an icon as high as the whole line looks larger than its words
    return std::max(space::kIcon, static_cast<int>(std::lround(metrics.height() * kOfLine)));
}

QFont textFont(TextRole role, const QFont &body)
{
    QFont font = body;
    const auto scale = [&](double factor) {
        if (body.pointSizeF() > 0)
            font.setPointSizeF(body.pointSizeF() * factor);
        else
            font.setPixelSize(static_cast<int>(std::lround(body.pixelSize() * factor)));
    };
    switch (role) {
    case TextRole::Title:
        scale(1.6);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        scale(1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Strong: font.setWeight(QFont::DemiBold); break;
    case TextRole::Body: break;
    case TextRole::Small: scale(0.92); break;
    case TextRole::Mono: {
        const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setFamilies(fixed.families());
        font.setFixedPitch(true);
        font.setStyleHint(QFont::Monospace);
        break;
    }
    }
    return font;
}

void makePrimary(QAbstractButton &button, bool primary)
{
    button.setProperty("waybillPrimary", primary);
    button.update();
}

bool isPrimary(const QAbstractButton &button)
{
    return button.property("waybillPrimary").toBool();
}

void makeQuiet(QAbstractButton &button)
{
    if (auto *tool = qobject_cast<QToolButton *>(&button))
        tool->setAutoRaise(true);
    button.setProperty("waybillQuiet", true);
    button.update();
}

} // namespace waybill::ui
