# What the NDJSON viewer adds to this room.
set(VIEWER_PRESENTERS
    run_overview_presenter.cpp run_overview_presenter.h
    viewer_presenter.cpp viewer_presenter.h viewer_presenter_find.cpp
    viewer_presenter_follow.cpp viewer_presenter_line.cpp viewer_presenter_marks.cpp viewer_state.h)
