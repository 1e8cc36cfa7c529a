# SPDX-License-Identifier: Apache-2.0
# Precompiled headers for the debug presets: a clean check takes less than half of the time. Not with a compiler cache,
# whose every hit they would spoil, and not in a release, which thereby proves that each file includes what it uses.

set(WAYBILL_PRECOMPILE_DEFAULT OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(WAYBILL_PRECOMPILE_DEFAULT ON)
endif()
option(WAYBILL_PRECOMPILE "Precompile the common headers" ${WAYBILL_PRECOMPILE_DEFAULT})

# house_precompiled_header(<core|widgets> <Qt module> <header>) : compiled once, reused by house_precompile(TARGET KIND).
# It knows the module's folders, not its definitions: those differ from target to target.
function(house_precompiled_header kind module header)
    if(NOT WAYBILL_PRECOMPILE)
        return()
    endif()
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${kind}.cpp CONTENT "// nothing but the header\n")
    add_library(waybill_precompiled_${kind} STATIC ${CMAKE_BINARY_DIR}/precompiled/${kind}.cpp)
    set_target_properties(waybill_precompiled_${kind} PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(waybill_precompiled_${kind} PRIVATE waybill_options Qt6::Core)
    target_include_directories(waybill_precompiled_${kind} SYSTEM PRIVATE
        $<TARGET_PROPERTY:${module},INTERFACE_INCLUDE_DIRECTORIES>)
    target_precompile_headers(waybill_precompiled_${kind} PRIVATE
        ${PROJECT_SOURCE_DIR}/${header})
endfunction()

function(house_precompile target kind)
    if(WAYBILL_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM waybill_precompiled_${kind})
    endif()
endfunction()

# house_optimise_in_debug(<level> FILES...) : for the few files whose unoptimised code would make the tests take minutes.
function(house_optimise_in_debug level)
    set_source_files_properties(${ARGN} PROPERTIES
        COMPILE_OPTIONS "$<$<CONFIG:Debug>:${level}>" SKIP_PRECOMPILE_HEADERS ON)
endfunction()
