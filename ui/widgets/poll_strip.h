// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flows/export_progress.h"
#include "models/tone.h"

#include <QWidget>

#include <functional>

namespace waybill::ui {

/// One tick per status request, newest at the right; colour and shape tell the result. Hover or the arrow
/// keys choose a tick; `tickChosen` says which, for a line of details below. Older ones than fit are left out
/// at the left.
class PollStrip final : public QWidget
{
    Q_OBJECT
public:
    using Words = std::function<QString(const flows::PollTick &)>;

    /// @param words one tick in one line, for tool tips and screen readers
    explicit PollStrip(Words words, QWidget *parent = nullptr);

    /// `summary` is the accessible name: the whole strip in a sentence.
    void setPolls(const QList<flows::PollTick> &polls, const QString &summary);
    int chosen() const { return m_chosen; } ///< index into the polls; -1 = none
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tickChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose(int index);
    int tickAt(double x) const;
    QRectF place(int index) const;
    int firstShown() const;

    Words m_words;
    QList<flows::PollTick> m_polls;
    int m_chosen = -1;
};

Tone toneOf(flows::PollTick::Kind kind);

} // namespace waybill::ui
