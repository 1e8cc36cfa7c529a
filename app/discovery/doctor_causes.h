// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/connection_doctor.h"

/// One function a cause of requirements 2.5: its words, the check that settles it, and how much the evidence
/// speaks for it.
namespace waybill::discovery::causes {

Cause clientId(const DoctorEvidence &e);
Cause keyId(const DoctorEvidence &e);
Cause jwksUrl(const DoctorEvidence &e);
Cause jwksHost(const DoctorEvidence &e);
Cause oldCopy(const DoctorEvidence &e);
Cause algorithm(const DoctorEvidence &e);
Cause clock(const DoctorEvidence &e);
Cause audience(const DoctorEvidence &e);

Cause scopes(const DoctorEvidence &e);
Cause reused(const DoctorEvidence &e);
Cause scopeNotRegistered(const DoctorEvidence &e);
Cause scopeForm(const DoctorEvidence &e);

Cause notABackendApp(const DoctorEvidence &e);
Cause notActivated(const DoctorEvidence &e);
Cause notATokenEndpoint(const DoctorEvidence &e);
Cause serverTrouble(const DoctorEvidence &e);

Cause groupScope(const DoctorEvidence &e);
Cause groupNotEnabled(const DoctorEvidence &e);
Cause tokenOver(const Error &refusal, const DoctorEvidence &e);
Cause jobRuns(const Error &refusal);
Cause preferLost(const Error &refusal);

} // namespace waybill::discovery::causes
