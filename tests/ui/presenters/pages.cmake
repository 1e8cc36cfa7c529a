# SPDX-License-Identifier: Apache-2.0
house_add_test(tst_environment_page_presenter LINK waybill::ui_presenters waybill_test_sandbox)
house_add_test(tst_key_page_presenter LABELS threads LINK waybill::ui_presenters waybill_test_sandbox)
house_add_test(tst_endpoint_page_presenter LABELS threads LINK waybill::ui_presenters waybill_test_sandbox)
house_add_test(tst_client_page_presenter LINK waybill::ui_presenters waybill_test_sandbox)
house_add_test(tst_connection_page_presenter LABELS threads LINK waybill::ui_presenters waybill_test_sandbox)
