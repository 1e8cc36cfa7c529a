// SPDX-License-Identifier: Apache-2.0
#include "base/process_guard.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace waybill {

void keepSecretsInMemory()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

} // namespace waybill
