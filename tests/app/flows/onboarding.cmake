# SPDX-License-Identifier: Apache-2.0
house_add_test(tst_onboarding_steps LINK waybill::flows)
house_add_test(tst_onboarding_key_desk LABELS threads LINK waybill::flows waybill_test_sandbox)
house_add_test(tst_onboarding_endpoint_desk LABELS threads LINK waybill::flows waybill_test_support)
house_add_test(tst_onboarding_connection_desk LABELS threads LINK waybill::flows waybill_test_sandbox waybill_test_support)
house_add_test(tst_onboarding_milestones LINK waybill::flows)
house_add_test(tst_onboarding_trace LINK waybill::flows)
house_add_test(tst_onboarding_hosted_jwks LINK waybill::flows)
house_add_test(tst_onboard_practice LABELS threads LINK waybill::flows waybill_test_sandbox)
