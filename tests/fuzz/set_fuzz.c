/* Any text as a set file: read it, write it again, and lay out forms and key of what can be read. */
#include "layout.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_source source = {
        .path = "fuzz", .bytes = kin_copy_n(arena, (const char *)data, size), .length = size, .quotable = true};
    struct kin_set *set = kin_set_read(arena, &diags, &source);
    size_t length;
    if (set) {
        kin_set_write(arena, set, &length);
        lay_out(arena, &diags, set);
    }
    kin_arena_free(arena);
    return 0;
}
