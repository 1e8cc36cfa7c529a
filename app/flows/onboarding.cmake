# SPDX-License-Identifier: Apache-2.0
# The sources of the onboarding, one a line, sorted.
set(ONBOARDING_SOURCES
    key_rotation.cpp key_rotation.h key_rotation_json.cpp
    launch_plan.h
    onboard_practice.cpp onboard_practice.h
    onboarding_background.h
    onboarding_client_desk.cpp onboarding_client_desk.h
    onboarding_connection_desk.cpp onboarding_connection_desk.h
    onboarding_discovery_cache.cpp onboarding_discovery_cache.h
    onboarding_doctor_desk.cpp onboarding_doctor_desk.h
    onboarding_doctor_evidence.cpp onboarding_doctor_evidence.h
    onboarding_draft.cpp onboarding_draft.h
    onboarding_endpoint_desk.cpp onboarding_endpoint_desk.h
    onboarding_environment_desk.cpp onboarding_environment_desk.h
    onboarding_group_desk.cpp onboarding_group_desk.h
    onboarding_hand_over_desk.cpp onboarding_hand_over_desk.h
    onboarding_hosted_jwks.cpp onboarding_hosted_jwks.h
    onboarding_key_desk.cpp onboarding_key_desk.h
    onboarding_key_export.cpp onboarding_key_export.h
    onboarding_key_files.cpp onboarding_key_files.h
    onboarding_key_holder.cpp onboarding_key_holder.h
    onboarding_key_keeper.cpp onboarding_key_keeper.h
    onboarding_launch_desk.cpp onboarding_launch_desk.h
    onboarding_sandbox.h
    onboarding_milestones.cpp onboarding_milestones.h onboarding_milestone_words.cpp
    onboarding_network_desk.cpp onboarding_network_desk.h
    onboarding_record.cpp onboarding_record.h
    onboarding_rotation_desk.cpp onboarding_rotation_desk.h
    onboarding_rotation_set.cpp onboarding_rotation_set.h
    onboarding_rotation_token.cpp
    onboarding_scope_hunt.cpp onboarding_scope_hunt.h
    onboarding_session.cpp onboarding_session.h
    onboarding_snapshots.cpp onboarding_snapshots.h
    onboarding_steps.cpp onboarding_steps.h
    onboarding_trace.cpp onboarding_trace.h
    onboarding_words.h
    practice_transport.cpp practice_transport.h)
