// SPDX-License-Identifier: Apache-2.0
#include "widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

// Outside every namespace: what the macro declares is global. A static library drops resources nobody names.
static void loadIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace waybill::ui {
namespace {

constexpr std::array kFiles = {"add", "arrow-left", "arrow-right", "braces", "building", "check",
    "chevron-down", "chevron-right", "circle-check", "circle-cross", "circle-dot", "circle-empty",
    "circle-half", "clock", "copy", "cross", "document", "download", "edit", "eye", "files", "flag", "flask",
    "folder", "globe", "group", "help", "hourglass", "info", "key", "link", "list", "lock", "log", "mail",
    "overview", "pause", "play", "print", "refresh", "save", "search", "shield", "stale", "stop", "trash",
    "unlock", "upload", "warning", "waybill"};
static_assert(kFiles.size() == static_cast<std::size_t>(Glyph::Waybill) + 1);

QByteArray svg(Glyph glyph)
{
    static const bool loaded = (loadIcons(), true);
    Q_UNUSED(loaded)
    QFile file(QStringLiteral(":/waybill/icons/%1.svg")
                   .arg(QLatin1String(kFiles.at(static_cast<std::size_t>(glyph)))));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Looks the colour up when it paints, so that icons already handed out follow a theme switch.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(Glyph glyph, Tone tone)
        : m_glyph(glyph)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, rect, m_glyph, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedEngine(m_glyph, m_tone); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return mutedText(palette);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_tone == Tone::Neutral ? palette.color(QPalette::ButtonText)
                                       : toneColours(m_tone, palette).text;
    }

    Glyph m_glyph;
    Tone m_tone;
};

} // namespace

QIcon icon(Glyph glyph, Tone tone)
{
    return QIcon(new TintedEngine(glyph, tone));
}

Glyph glyphOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Glyph::CircleEmpty;
    case Tone::Info: return Glyph::Info;
    case Tone::Ok: return Glyph::CircleCheck;
    case Tone::Warning: return Glyph::Warning;
    case Tone::Failure: return Glyph::CircleCross;
    case Tone::Waiting: return Glyph::Clock;
    case Tone::Accent: return Glyph::CircleDot;
    case Tone::Sandbox: return Glyph::Flask;
    case Tone::Production: return Glyph::Shield;
    }
    Q_UNREACHABLE();
}

void paintGlyph(QPainter &painter, const QRectF &place, Glyph glyph, const QColor &colour)
{
    QByteArray bytes = svg(glyph);
    bytes.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(bytes);
    const double side = std::min(place.width(), place.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(place.center());
    renderer.render(&painter, square);
}

} // namespace waybill::ui
