#include "job/context.h"

#include "base/digest.h"
#include "figure/figure.h"

#include <string.h>
#include <sys/stat.h>

kin_ctx *kin_ctx_new(const char *data_folder)
{
    if (kin_digest_start() != 0) {
        return NULL;
    }
    kin_arena *arena = kin_arena_new();
    struct kin_ctx *ctx = KIN_NEW(arena, struct kin_ctx);
    ctx->arena = arena;
    ctx->diags = kin_diags_in(arena);
    ctx->library = kin_library_new(arena, &ctx->diags);
    kin_library_take_figures(ctx->library, kin_figure_all());
    ctx->data = kin_format(arena, "%s/item-banks", data_folder ? data_folder : ".");
    if (data_folder) {
        kin_library_load_data(ctx->library, ctx->data);
    }
    return ctx;
}

void kin_ctx_free(kin_ctx *ctx)
{
    if (ctx) {
        kin_arena_free(ctx->arena);
    }
}

/* Families of diagnostics.def: E6 with three digits is paper and files, with four figures; E101 and E102 are about
 * reading one. */
static enum kin_status status_of(enum kin_diag_id id)
{
    const char *name = kin_diag_row(id)->name;
    if (id == KIN_E102) {
        return KIN_LIMIT;
    }
    return (name[1] == '6' && strlen(name) == 4) || id == KIN_E101 ? KIN_IO : KIN_INPUT;
}

enum kin_status kin_ctx_status(const struct kin_ctx *ctx, size_t errors_before)
{
    size_t errors = 0;
    for (size_t i = 0; i < ctx->diags.count; i++) {
        errors += ctx->diags.items[i].severity == KIN_ERROR;
        if (errors > errors_before) {
            return status_of(ctx->diags.items[i].id);
        }
    }
    return ctx->diags.errors > errors_before ? KIN_LIMIT : KIN_OK;
}

static bool same_place(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* A department's folder may bring standards, misconceptions and names of its own. */
enum kin_status kin_ctx_load_bank(kin_ctx *ctx, const char *path)
{
    size_t before = ctx->diags.errors;
    if (!same_place(path, ctx->data)) {
        kin_library_load_data(ctx->library, path);
    }
    kin_library_load_banks(ctx->library, path);
    return kin_ctx_status(ctx, before);
}

const char *kin_ctx_messages(kin_ctx *ctx)
{
    struct kin_buf buf = kin_buf_in(ctx->arena);
    for (size_t i = 0; i < ctx->diags.count; i++) {
        kin_diag_write(&buf, &ctx->diags.items[i]);
    }
    size_t kept_back = ctx->diags.errors + ctx->diags.warnings - ctx->diags.count;
    if (ctx->diags.errors + ctx->diags.warnings > ctx->diags.count) {
        kin_buf_addf(&buf, "and %zu more\n", kept_back);
    }
    return buf.data;
}

uint64_t kin_seed_random(void)
{
    return kin_digest_start() == 0 ? kin_random_seed() : 0;
}

const char *kin_version(void)
{
    return KIN_VERSION;
}
