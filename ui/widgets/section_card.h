// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace waybill::ui {

class PlainLabel;
class WrapLayout;

/// A titled group of things on a quiet card. Put content into `body()`, badges and buttons into the header.
class SectionCard : public QFrame
{
    Q_OBJECT
public:
    explicit SectionCard(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< also the accessible name; empty = no header line
    void setSubtitle(const QString &text); ///< one muted line below the title
    QVBoxLayout *body() const { return m_body; }
    void addToHeader(QWidget *widget); ///< right-aligned, in the order added

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_title = nullptr;
    PlainLabel *m_subtitle = nullptr;
    WrapLayout *m_header = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace waybill::ui
