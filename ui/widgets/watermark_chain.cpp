// SPDX-License-Identifier: Apache-2.0
#include "widgets/watermark_chain.h"

#include "widgets/icons.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace waybill::ui {
namespace {

constexpr int kPitch = 112; ///< from run to run
constexpr int kMark = 20;

} // namespace

WatermarkChain::WatermarkChain(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WatermarkChain::setLinks(const QList<Link> &links, const QString &summary)
{
    setAccessibleName(summary);
    if (links == m_links)
        return;
    m_links = links;
    update();
}

QSize WatermarkChain::sizeHint() const
{
    return {kPitch * 6, kMark + fontMetrics().lineSpacing() + 3 * space::kSmall};
}

QList<WatermarkChain::Link> WatermarkChain::shown() const
{
    const auto fit = std::max(1, width() / kPitch);
    return m_links.mid(std::max<qsizetype>(0, m_links.size() - fit));
}

void WatermarkChain::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextRole::Small, font()));
    const QList<Link> links = shown();
    const double y = space::kSmall + kMark / 2.0;
    for (qsizetype i = 0; i < links.size(); ++i) {
        const Link &link = links.at(i);
        const double centre = (static_cast<double>(i) + 0.5) * kPitch;
        const ToneColours colours = toneColours(link.tone, palette());
        if (i > 0 && !link.baseline) {
            const bool joined = links.at(i - 1).moved;
            QPen pen(joined ? toneColours(Tone::Ok, palette()).border : hairline(palette()), 3);
            if (!joined)
                pen.setStyle(Qt::DotLine); // asks again for the span of the one before
            painter.setPen(pen);
            painter.drawLine(QPointF(centre - kPitch + kMark / 2.0 + space::kTight, y),
                QPointF(centre - kMark / 2.0 - space::kTight, y));
        }
        paintGlyph(painter, QRectF(centre - kMark / 2.0, y - kMark / 2.0, kMark, kMark),
            link.baseline && link.tone == Tone::Ok ? Glyph::Flag : glyphOf(link.tone), colours.text);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(centre - kPitch / 2.0, y + kMark / 2.0 + space::kTight, kPitch,
                             painter.fontMetrics().lineSpacing()),
            Qt::AlignCenter, painter.fontMetrics().elidedText(link.label, Qt::ElideRight, kPitch - 4));
    }
}

bool WatermarkChain::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        const QList<Link> links = shown();
        const auto index = help == nullptr ? -1 : help->pos().x() / kPitch;
        if (index >= 0 && index < links.size())
            QToolTip::showText(help->globalPos(), plainToolTip(links.at(index).tip), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace waybill::ui
