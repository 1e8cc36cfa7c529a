// SPDX-License-Identifier: Apache-2.0
#include "widgets/house_style.h"

namespace waybill::ui {

HouseStyle::HouseStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

} // namespace waybill::ui
