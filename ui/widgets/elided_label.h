// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/plain_label.h"

namespace waybill::ui {

/// One line that gives way: what does not fit is elided and stands in the tool tip and the accessible name.
class ElidedLabel final : public PlainLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideMiddle, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    const QString &fullText() const { return m_full; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();
    Qt::TextElideMode m_mode;
    QString m_full;
};

} // namespace waybill::ui
