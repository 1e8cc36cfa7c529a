# What the NDJSON viewer adds to this room.
set(VIEWER_MODELS
    json_tree_model.cpp json_tree_model.h
    search_hits_model.cpp search_hits_model.h
    search_problems_model.cpp search_problems_model.h)
