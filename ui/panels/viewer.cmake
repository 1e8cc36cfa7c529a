# What the NDJSON viewer adds to this room.
set(VIEWER_PANELS
    viewer_columns.cpp viewer_columns.h
    viewer_find_bar.cpp viewer_find_bar.h
    viewer_hits.cpp viewer_hits.h
    viewer_overview.cpp viewer_overview.h
    viewer_panel.cpp viewer_panel.h
    viewer_problems.cpp viewer_problems.h
    viewer_start.cpp viewer_start.h
    viewer_status.cpp viewer_status.h
    viewer_summary.cpp viewer_summary.h
    viewer_tree.cpp viewer_tree.h
    viewer_words.h)
