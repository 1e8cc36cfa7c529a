// SPDX-License-Identifier: Apache-2.0
#include "shell/environment_band.h"

#include "models/practices_model.h"
#include "widgets/icons.h"

#include <QPainter>

namespace waybill::ui {

EnvironmentBand::EnvironmentBand(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("environmentBand"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

void EnvironmentBand::show(practices::Environment environment, const QString &practice)
{
    m_environment = environment;
    m_practice = practice;
    const QString explanation =
        environment == practices::Environment::Production ? tr("real patients") : tr("no real patients");
    setAccessibleName(tr("%1: %2, %3").arg(environmentWord(environment), practice, explanation));
    setVisible(true);
    update();
}

void EnvironmentBand::clear()
{
    setAccessibleName({});
    setVisible(false);
}

QSize EnvironmentBand::sizeHint() const
{
    return {200, QFontMetrics(textFont(TextRole::Heading, font())).height() + space::kMedium};
}

void EnvironmentBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tone tone = toneOf(m_environment);
    const ToneColours colours = toneColours(tone, palette());
    painter.fillRect(rect(), colours.fill);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.border);
    int x = space::kLarge;
    const int side = iconSide(fontMetrics());
    const double y = (height() - side) / 2.0;
    paintGlyph(painter, QRectF(x, y, side, side), glyphOf(tone), colours.text);
    x += side + space::kSmall;
    painter.setPen(colours.text);
    painter.setFont(textFont(TextRole::Heading, font()));
    const QString word = environmentWord(m_environment);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, word);
    x += painter.fontMetrics().horizontalAdvance(word) + space::kMedium;
    painter.setFont(font());
    const int room = width() - x - space::kLarge;
    painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_practice, Qt::ElideRight, room));
}

} // namespace waybill::ui
