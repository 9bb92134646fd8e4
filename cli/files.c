#include "files.h"

#include "base/file.h"

static bool stage(kin_ctx *ctx, const char *folder, const struct kin_file *file, struct kin_staged *staged)
{
    const char *path = kin_format(ctx->arena, "%s/%s", folder, file->name);
    return kin_file_stage(&ctx->diags, path, file->bytes, file->length,
                          file->owner_only ? KIN_FILE_OWNER_ONLY : KIN_FILE_SHARED, staged);
}

bool files_write(kin_ctx *ctx, const char *folder, const struct kin_file *files, size_t count)
{
    struct kin_staged *staged = KIN_NEW_N(ctx->arena, struct kin_staged, count);
    size_t done = 0;
    bool fine = kin_directory_make(&ctx->diags, folder);
    while (fine && done < count && stage(ctx, folder, &files[done], &staged[done])) {
        done++;
    }
    fine = fine && done == count;
    for (size_t i = 0; i < done; i++) {
        if (fine) {
            fine = kin_file_commit(&ctx->diags, &staged[i]);
        } else {
            kin_file_discard(&staged[i]);
        }
    }
    return fine;
}
