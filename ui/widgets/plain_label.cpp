// SPDX-License-Identifier: Apache-2.0
#include "widgets/plain_label.h"

#include <QApplication>
#include <QEvent>

namespace waybill::ui {
namespace {

class RoleKeeper final : public QObject
{
public:
    RoleKeeper(QWidget &widget, TextRole role)
        : QObject(&widget)
        , m_widget(widget)
        , m_role(role)
    {
        refresh();
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            refresh();
        return false;
    }

private:
    void refresh() { m_widget.setFont(textFont(m_role, QApplication::font())); }

    QWidget &m_widget;
    TextRole m_role;
};

} // namespace

PlainLabel::PlainLabel(const QString &text, TextRole role, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    refreshFont();
}

void PlainLabel::setRole(TextRole role)
{
    m_role = role;
    refreshFont();
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    refreshColour();
}

void PlainLabel::setMuted(bool muted)
{
    m_muted = muted;
    refreshColour();
}

void PlainLabel::setCopyable(bool copyable)
{
    setTextInteractionFlags(copyable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                     : Qt::TextInteractionFlags(Qt::NoTextInteraction));
}

bool PlainLabel::event(QEvent *event)
{
    // Neither of the two reaches changeEvent().
    if (event->type() == QEvent::ApplicationFontChange)
        refreshFont();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        refreshColour();
    return QLabel::event(event);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshColour();
}

void PlainLabel::refreshFont()
{
    const QFont wanted = textFont(m_role, QApplication::font());
    if (font() != wanted)
        setFont(wanted);
}

void PlainLabel::refreshColour()
{
    const QPalette base = QGuiApplication::palette();
    QColor wanted = base.color(QPalette::WindowText);
    if (m_tone != Tone::Neutral)
        wanted = toneColours(m_tone, base).text;
    else if (m_muted)
        wanted = mutedText(base);
    if (palette().color(foregroundRole()) == wanted)
        return;
    QPalette own;
    own.setColor(foregroundRole(), wanted);
    setPalette(own);
}

void keepTextRole(QWidget &widget, TextRole role)
{
    new RoleKeeper(widget, role);
}

void forcePlain(QLabel &label)
{
    label.setTextFormat(Qt::PlainText);
}

} // namespace waybill::ui
