// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <chrono>

namespace waybill::ui {

/// A ring that empties until the next status request. It shows our waiting, never the server's progress.
/// Screen readers are told at 30, 10 and 0 seconds only, not each second.
class CountdownRing final : public QWidget
{
    Q_OBJECT
public:
    explicit CountdownRing(QWidget *parent = nullptr);

    /// @param span what the whole ring stands for; 0 = unknown, then no arc is drawn
    void setTime(std::chrono::seconds left, std::chrono::seconds span);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::chrono::seconds m_left{};
    std::chrono::seconds m_span{};
};

} // namespace waybill::ui
