// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"

#include <QList>
#include <QWidget>

namespace waybill::ui {

/// Runs as links of a chain, oldest at the left: each reaches from the `_since` it asked for to what it
/// brought. Shows at once whether the links meet. The table beside it says the same in words.
class WatermarkChain final : public QWidget
{
    Q_OBJECT
public:
    struct Link {
        QString label; ///< date of the run
        Tone tone = Tone::Neutral;
        bool baseline = false; ///< starts at the very beginning
        bool moved = false; ///< the watermark moved: the next one may join
        QString tip;
        friend bool operator==(const Link &, const Link &) = default;
    };

    explicit WatermarkChain(QWidget *parent = nullptr);

    void setLinks(const QList<Link> &links, const QString &summary); ///< oldest first
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QList<Link> shown() const; ///< the newest ones that fit
    QList<Link> m_links;
};

} // namespace waybill::ui
