/* Run a fuzz target once on every file of a folder. */
#include "target.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>

static int run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    static uint8_t bytes[1 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return LLVMFuzzerTestOneInput(bytes, size);
}

int main(int argc, char **argv)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_paths paths = {0};
    int failures = argc < 2 || !kin_files_below(arena, &diags, argv[1], "", &paths);
    for (size_t i = 0; i < paths.count; i++) {
        failures += run_file(paths.items[i]);
    }
    printf("%zu inputs\n", paths.count);
    failures += paths.count == 0;
    kin_arena_free(arena);
    return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
