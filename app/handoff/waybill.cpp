// SPDX-License-Identifier: Apache-2.0
#include "handoff/waybill.h"
