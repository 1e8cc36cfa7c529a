# What the NDJSON viewer adds to this room.
set(VIEWER_MODELS
    columns_model.cpp columns_model.h
    json_tree_model.cpp json_tree_model.h
    run_overview_words.cpp run_overview_words.h
    search_hits_model.cpp search_hits_model.h
    problems_model.cpp problems_model.h)
