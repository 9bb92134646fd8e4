# The libraries that Formkin stands on. Those without a .pc file are found by header and archive name.
find_package(PkgConfig REQUIRED)
add_library(kin_dependencies INTERFACE)
foreach(module libxml-2.0 cairo cairo-pdf cairo-ft harfbuzz freetype2 libsodium libqrencode jansson libunibreak sqlite3
        libqpdf)
    string(MAKE_C_IDENTIFIER ${module} name)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
    target_link_libraries(kin_dependencies INTERFACE PkgConfig::${name})
endforeach()

find_path(FLINT_INCLUDE flint/fmpq.h REQUIRED)
find_library(FLINT_LIBRARY flint REQUIRED)
find_path(ARB_INCLUDE NAMES flint/arb.h arb.h REQUIRED)
find_library(ARB_LIBRARY NAMES flint-arb arb) # a part of FLINT from version 3 on
if(NOT ARB_LIBRARY)
    set(ARB_LIBRARY "")
endif()
find_library(GMP_LIBRARY gmp REQUIRED) # inline functions of FLINT's headers call it
find_path(CSV_INCLUDE csv.h REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
target_include_directories(kin_dependencies SYSTEM INTERFACE ${FLINT_INCLUDE} ${ARB_INCLUDE} ${CSV_INCLUDE})
target_link_libraries(kin_dependencies INTERFACE ${ARB_LIBRARY} ${FLINT_LIBRARY} ${GMP_LIBRARY} ${CSV_LIBRARY} m)
