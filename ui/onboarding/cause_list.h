// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "presenters/doctor_presenter.h"

#include <QWidget>

class QVBoxLayout;

namespace waybill::ui {

/// Likely causes, numbered: what it is, what was seen of it, and the check that settles it. What is excluded
/// is muted at the end. A screen reader hears each as one.
class CauseList final : public QWidget
{
    Q_OBJECT
public:
    explicit CauseList(QWidget *parent = nullptr);
    void setCauses(const QList<DoctorPresenter::Cause> &causes);

private:
    QList<DoctorPresenter::Cause> m_causes;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_rows = nullptr;
};

} // namespace waybill::ui
