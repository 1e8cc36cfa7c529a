// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QLabel>

#include <optional>

namespace waybill::ui {

/// A label that never guesses rich text (F-133), with a place in the type scale and a meaning of colour.
/// Follows theme and text size by itself.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(const QString &text = {}, TextRole role = TextRole::Body, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setTone(Tone tone); ///< Neutral = the ordinary text colour
    void setMuted(bool muted); ///< secondary text
    /// Mouse and keyboard can select and copy it.
    void setCopyable(bool copyable);
    void wrap(bool on = true) { setWordWrap(on); }

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshFont();
    void refreshColour();

    TextRole m_role;
    Tone m_tone = Tone::Neutral;
    bool m_muted = false;
};

/// Gives any widget a place in the type scale, e.g. Mono, that follows the text size.
void keepTextRole(QWidget &widget, TextRole role);

/// For a label somebody else made (a form's row label): plain text from now on.
void forcePlain(QLabel &label);

} // namespace waybill::ui
