# What the NDJSON viewer adds to this room.
set(VIEWER_WIDGETS
    folding_pane.cpp folding_pane.h
    line_runs.cpp line_runs.h
    line_scroll.cpp line_scroll.h
    line_view.cpp line_view.h line_view_copy.cpp line_view_input.cpp line_view_paint.cpp
    line_view_accessible.cpp line_view_accessible.h
    line_wrap.cpp line_wrap.h
    overview_charts.cpp overview_charts.h
    overview_strip.cpp overview_strip.h
    row_table.cpp row_table.h)
