# SPDX-License-Identifier: Apache-2.0
# The rules of the house, in one place: language, warnings, sanitizers, module and test declaration.
# Who may use whom is the table in Layers.cmake.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC OFF) # no forms here

option(WAYBILL_WERROR "Turn warnings into errors" OFF)
set(WAYBILL_SANITIZE "" CACHE STRING "Value for -fsanitize=, e.g. address,undefined or thread")

# A faster linker where there is one: some hundred small test programs are linked in a check. The debugger's information
# stays beside the objects, with an index in the program: copied into each test program it was 6 of a build's 8 GB.
find_program(WAYBILL_LLD ld.lld)
if(WAYBILL_LLD AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_compile_options(-gsplit-dwarf)
    add_link_options(-fuse-ld=lld -Wl,--gdb-index)
endif()

add_library(waybill_options INTERFACE)
target_compile_options(waybill_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wduplicated-cond -Wduplicated-branches
    -Wlogical-op -Wformat=2 -Wundef -Wswitch-enum -Wsuggest-override -Wextra-semi
    $<$<BOOL:${WAYBILL_WERROR}>:-Werror>)
target_compile_definitions(waybill_options INTERFACE
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_JAVA_STYLE_ITERATORS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    WAYBILL_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
option(WAYBILL_FUZZ "Instrument everything for libFuzzer (clang only; tests/fuzz)" OFF)
if(WAYBILL_FUZZ)
    target_compile_options(waybill_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(WAYBILL_SANITIZE)
    target_compile_options(waybill_options INTERFACE -fsanitize=${WAYBILL_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(waybill_options INTERFACE -fsanitize=${WAYBILL_SANITIZE})
elseif(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(waybill_options INTERFACE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    # No -fPIE: it makes copy relocations, and Qt, linked with -Bsymbolic, then sees another qApp than we do and crashes.
    target_link_options(waybill_options INTERFACE -pie -Wl,-z,relro,-z,now)
endif()

include(Layers)
include(Precompile)

# house_add_module(<room> [HEADER_ONLY] SOURCES ... PUBLIC ... PRIVATE ...)
# Declares the static library waybill_<room> (alias waybill::<room>); includes are written "<room>/file.h".
function(house_add_module room)
    cmake_parse_arguments(M "HEADER_ONLY" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    if(M_HEADER_ONLY)
        add_library(waybill_${room} INTERFACE)
        target_link_libraries(waybill_${room} INTERFACE waybill_options ${M_PUBLIC})
        target_include_directories(waybill_${room} INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/..)
    else()
        add_library(waybill_${room} STATIC ${M_SOURCES})
        target_link_libraries(waybill_${room} PUBLIC ${M_PUBLIC} PRIVATE waybill_options ${M_PRIVATE})
        target_include_directories(waybill_${room} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/..)
        if(room MATCHES "^ui_(widgets|onboarding|panels|shell)$")
            house_precompile(waybill_${room} widgets)
        else()
            house_precompile(waybill_${room} core)
        endif()
    endif()
    add_library(waybill::${room} ALIAS waybill_${room})
    set_property(GLOBAL APPEND PROPERTY HOUSE_MODULES ${room})
endfunction()

# house_add_test(<file without .cpp> [LABELS ...] [WRAPPER command ...] LINK ...) : one executable per file, named
# after it; with WRAPPER it is run as the last argument of that command.
function(house_add_test source)
    cmake_parse_arguments(T "" "TIMEOUT" "LINK;LABELS;WRAPPER" ${ARGN})
    cmake_path(GET source FILENAME name)
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 60)
    endif()
    add_executable(${name} ${source}.cpp)
    # One moc for the one file, not AUTOMOC: its scan and its empty second source cost a tenth of a whole check.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests/bin)
    qt_generate_moc(${source}.cpp ${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    target_link_libraries(${name} PRIVATE waybill_options Qt6::Test ${T_LINK})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
    house_precompile(${name} core)
    target_compile_definitions(${name} PRIVATE
        WAYBILL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" WAYBILL_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${T_WRAPPER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}" ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
