# Warnings are errors, with gcc and clang alike.
add_library(kin_warnings INTERFACE)
target_compile_options(kin_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wundef -Wvla
    -Wpointer-arith -Wwrite-strings -Wcast-qual -Wno-format-nonliteral -Werror)

set(KIN_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined")
if(KIN_SANITIZE)
    target_compile_options(kin_warnings INTERFACE -fsanitize=${KIN_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_link_options(kin_warnings INTERFACE -fsanitize=${KIN_SANITIZE})
endif()

# The fuzz targets steer by coverage, so with them every object counts its branches.
option(KIN_FUZZ "Build the fuzz targets for libFuzzer (clang)" OFF)
if(KIN_FUZZ)
    target_compile_options(kin_warnings INTERFACE -fsanitize=fuzzer-no-link)
endif()
