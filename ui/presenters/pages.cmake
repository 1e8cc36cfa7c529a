# SPDX-License-Identifier: Apache-2.0
# The presenters of the onboarding pages.
set(PAGE_PRESENTERS
    all_keys_presenter.cpp all_keys_presenter.h
    client_page_presenter.cpp client_page_presenter.h
    connection_page_presenter.cpp connection_page_presenter.h
    doctor_presenter.cpp doctor_presenter.h
    endpoint_page_presenter.cpp endpoint_page_presenter.h
    environment_page_presenter.cpp environment_page_presenter.h
    group_page_presenter.cpp group_page_presenter.h
    hand_over_page_presenter.cpp hand_over_page_presenter.h
    key_export_presenter.cpp key_export_presenter.h
    key_page_presenter.cpp key_page_presenter.h
    launch_page_presenter.cpp launch_page_presenter.h
    milestones_presenter.cpp milestones_presenter.h
    network_presenter.cpp network_presenter.h
    page_frame.h
    page_presenter.cpp page_presenter.h
    rotation_presenter.cpp rotation_presenter.h
    rotation_words.cpp rotation_words.h)
