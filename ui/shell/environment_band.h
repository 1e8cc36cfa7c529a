// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practices/profile.h"

#include <QWidget>

namespace waybill::ui {

/// The band over every page: SANDBOX or PRODUCTION, in word and colour, and whose practice it is. Production
/// is loud, because people have dropped real data believing it was a test (ux.md b25).
class EnvironmentBand final : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentBand(QWidget *parent = nullptr);

    void show(practices::Environment environment, const QString &practice);
    void clear(); ///< no practice: no band
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    practices::Environment m_environment = practices::Environment::Sandbox;
    QString m_practice;
};

} // namespace waybill::ui
