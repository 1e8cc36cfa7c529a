// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRadioButton>

namespace waybill::ui {

/// One of a few ways to go on: a radio button with room for a sentence below its title. The whole card can
/// be clicked; arrow keys move between the cards of one parent.
class ChoiceCard final : public QRadioButton
{
    Q_OBJECT
public:
    ChoiceCard(const QString &title, const QString &description, QWidget *parent = nullptr);

    void setDescription(const QString &description);
    /// A word at the right of the title, e.g. "recommended".
    void setTag(const QString &tag);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int textLeft() const;
    bool tagHasOwnLine(int width) const; ///< beside the title it would not fit
    int indicatorSide() const;

    QString m_description;
    QString m_tag;
    bool m_hovered = false;
};

} // namespace waybill::ui
