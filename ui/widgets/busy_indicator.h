// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QWidget>

namespace waybill::ui {

/// A quiet turning arc with an optional word beside it in the layout. Takes its room even when it rests, so
/// nothing jumps. One per pane, not one per cell.
class BusyIndicator final : public QWidget
{
    Q_OBJECT
public:
    explicit BusyIndicator(QWidget *parent = nullptr);

    void setBusy(bool busy, const QString &what = {}); ///< `what`: the accessible name while busy
    bool isBusy() const { return m_timer.isActive() || m_busy; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QBasicTimer m_timer; ///< runs only while shown
    bool m_busy = false;
    int m_step = 0;
};

} // namespace waybill::ui
