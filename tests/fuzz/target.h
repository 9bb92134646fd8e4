/* What libFuzzer calls: returns 0. */
#ifndef KIN_FUZZ_TARGET_H
#define KIN_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
