# SPDX-License-Identifier: Apache-2.0
# The sources of the onboarding, one a line, sorted.
set(ONBOARDING_SOURCES
    launch_plan.h
    onboarding_sandbox.h
    onboarding_steps.cpp onboarding_steps.h
    onboarding_words.h)
