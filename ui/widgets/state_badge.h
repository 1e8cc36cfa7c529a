// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/icons.h"

#include <QWidget>

#include <optional>

namespace waybill::ui {

/// Icon + word + colour, always all three (KeePassXC PR #3409: not colour alone).
class StateBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit StateBadge(QWidget *parent = nullptr);
    StateBadge(Tone tone, const QString &word, QWidget *parent = nullptr);

    void setState(Tone tone, const QString &word, std::optional<Glyph> glyph = {});
    const QString &word() const { return m_word; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    Glyph m_glyph = Glyph::CircleEmpty;
    QString m_word;
};

} // namespace waybill::ui
