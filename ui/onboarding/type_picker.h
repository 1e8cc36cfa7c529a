// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/launch_page_presenter.h"
#include "widgets/section_card.h"

#include <QHash>

class QCheckBox;
class QGridLayout;
class QPushButton;

namespace waybill::ui {

class PlainLabel;

/// The resource types as check boxes, in as many columns as there is room for.
class TypePicker final : public SectionCard
{
    Q_OBJECT
public:
    explicit TypePicker(QWidget *parent = nullptr);
    void render(const QList<LaunchPagePresenter::Type> &types, int chosen);

Q_SIGNALS:
    void typeToggled(const QString &type, bool chosen);
    void usualWanted();
    void allWanted();
    void noneWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    int columnsThatFit() const;

    QHash<QString, QCheckBox *> m_boxes;
    QStringList m_order;
    QGridLayout *m_grid = nullptr;
    int m_columns = 0;
};

} // namespace waybill::ui
