# What the NDJSON viewer adds to this room.
set(VIEWER_PRESENTERS
    viewer_presenter.cpp viewer_presenter.h viewer_presenter_follow.cpp viewer_presenter_line.cpp)
