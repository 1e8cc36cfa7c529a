// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace waybill::ui {

/// Fusion, made flat and calm: one radius, one focus ring, no gradients. Everything it does not draw is
/// Fusion's.
class HouseStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    HouseStyle();
};

} // namespace waybill::ui
