// SPDX-License-Identifier: Apache-2.0
#include "widgets/step_rail.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kMinWidth = 224;

} // namespace

QString stepWord(StepLook look)
{
    switch (look) {
    case StepLook::Todo: return StepRail::tr("to do");
    case StepLook::Doing: return StepRail::tr("in progress");
    case StepLook::Waiting: return StepRail::tr("waiting");
    case StepLook::Ok: return StepRail::tr("done");
    case StepLook::Failed: return StepRail::tr("failed");
    case StepLook::Stale: return StepRail::tr("check again");
    }
    Q_UNREACHABLE();
}

Tone toneOf(StepLook look)
{
    switch (look) {
    case StepLook::Todo: return Tone::Neutral;
    case StepLook::Doing: return Tone::Accent;
    case StepLook::Waiting: return Tone::Waiting;
    case StepLook::Ok: return Tone::Ok;
    case StepLook::Failed: return Tone::Failure;
    case StepLook::Stale: return Tone::Warning;
    }
    Q_UNREACHABLE();
}

Glyph glyphOf(StepLook look)
{
    switch (look) {
    case StepLook::Todo: return Glyph::CircleEmpty;
    case StepLook::Doing: return Glyph::CircleHalf;
    case StepLook::Waiting: return Glyph::Clock;
    case StepLook::Ok: return Glyph::CircleCheck;
    case StepLook::Failed: return Glyph::CircleCross;
    case StepLook::Stale: return Glyph::Stale;
    }
    Q_UNREACHABLE();
}

/// One step: mark, title, detail. Checked = current.
class StepRail::Item final : public QAbstractButton
{
public:
    explicit Item(QWidget *parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setStep(const StepItem &step, bool first, bool last)
    {
        m_step = step;
        m_first = first;
        m_last = last;
        setText(step.title);
        setEnabled(step.enabled);
        setAccessibleName(StepRail::tr("%1: %2").arg(step.title, stepWord(step.look)));
        setAccessibleDescription(step.detail);
        setToolTip(plainToolTip(step.detail));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const int lines = fontMetrics().height() + QFontMetrics(textFont(TextRole::Small, font())).height();
        return {kMinWidth, lines + 2 * space::kSmall + space::kTight};
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPlate(painter);
        const int side = iconSide(fontMetrics());
        const double x = space::kMedium + side / 2.0;
        const double y = height() / 2.0;
        painter.setPen(QPen(hairline(palette()), 2));
        if (!m_first)
            painter.drawLine(QPointF(x, 0), QPointF(x, y - side / 2.0));
        if (!m_last)
            painter.drawLine(QPointF(x, y + side / 2.0), QPointF(x, height()));
        paintGlyph(painter, QRectF(x - side / 2.0, y - side / 2.0, side, side), glyphOf(m_step.look),
            toneColours(toneOf(m_step.look), palette()).text);
        paintWords(painter);
    }

private:
    void paintPlate(QPainter &painter)
    {
        const QRectF plate = QRectF(rect()).adjusted(1, 1, -1, -1);
        const ToneColours accent = toneColours(Tone::Accent, palette());
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? accent.fill : palette().color(QPalette::AlternateBase));
            painter.drawRoundedRect(plate, space::kRadius, space::kRadius);
        }
        if (hasFocus()) {
            painter.setPen(QPen(accent.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(plate, space::kRadius, space::kRadius);
        }
    }

    void paintWords(QPainter &painter)
    {
        const int left = space::kMedium + iconSide(fontMetrics()) + space::kMedium;
        const QRect words = rect().adjusted(left, space::kSmall, -space::kSmall, -space::kSmall);
        painter.setFont(textFont(isChecked() ? TextRole::Strong : TextRole::Body, font()));
        painter.setPen(isEnabled() ? palette().color(QPalette::WindowText) : mutedText(palette()));
        const QString detail = m_step.detail.isEmpty() ? stepWord(m_step.look) : m_step.detail;
        painter.drawText(words, Qt::AlignTop | Qt::AlignLeft | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(m_step.title, Qt::ElideRight, words.width()));
        painter.setFont(textFont(TextRole::Small, font()));
        const bool calm = m_step.look == StepLook::Todo || m_step.look == StepLook::Ok;
        painter.setPen(calm ? mutedText(palette()) : toneColours(toneOf(m_step.look), palette()).text);
        painter.drawText(words, Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(detail, Qt::ElideRight, words.width()));
    }

    StepItem m_step;
    bool m_first = false;
    bool m_last = false;
};

StepRail::StepRail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_group->setExclusive(true); // gives Tab to the current one and arrow keys between them
    // Not clicked(): a screen reader's "toggle" does not say it.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (!on)
            return;
        m_current = index;
        Q_EMIT stepChosen(index);
    });
}

void StepRail::setSteps(const QList<StepItem> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    while (m_items.size() > steps.size())
        delete m_items.takeLast();
    while (m_items.size() < steps.size()) {
        auto *item = new Item(this);
        const auto index = static_cast<int>(m_items.size());
        m_group->addButton(item, index);
        m_column->insertWidget(index, item);
        m_items.append(item);
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        m_items.at(i)->setStep(steps.at(i), i == 0, i + 1 == steps.size());
}

void StepRail::setCurrent(int index)
{
    if (index < 0 || index >= m_items.size())
        return;
    m_current = index;
    const QSignalBlocker blocker(m_group);
    m_items.at(index)->setChecked(true);
}

} // namespace waybill::ui
