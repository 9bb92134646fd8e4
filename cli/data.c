#include "command.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool has_banks(const char *folder)
{
    char path[PATH_MAX];
    int length = snprintf(path, sizeof path, "%s/item-banks", folder);
    return length > 0 && (size_t)length < sizeof path && access(path, R_OK) == 0;
}

/* <prefix>/share/formkin for a program in <prefix>/bin: an installation that was moved still finds its data. */
static const char *beside_program(void)
{
    static char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - sizeof "/share/formkin");
    if (length <= 0) {
        return NULL;
    }
    path[length] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(path, '/');
        if (!slash) {
            return NULL;
        }
        *slash = '\0';
    }
    strcat(path, "/share/formkin");
    return path;
}

const char *data_folder(void)
{
    const char *const candidates[] = {getenv("FORMKIN_DATA"), beside_program(), KIN_SOURCE_FOLDER, KIN_DATA_FOLDER};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        if (candidates[i] && has_banks(candidates[i])) {
            return candidates[i];
        }
    }
    return KIN_DATA_FOLDER;
}

void print_messages(kin_ctx *ctx)
{
    fflush(stdout);
    fputs(kin_ctx_messages(ctx), stderr);
}

kin_ctx *context_bare(void)
{
    kin_ctx *ctx = kin_ctx_new(data_folder());
    if (!ctx) {
        fputs("formkin: the library libsodium does not start\n", stderr);
    }
    return ctx;
}

kin_ctx *context_with_banks(const struct arguments *arguments, size_t bank_option)
{
    kin_ctx *ctx = context_bare();
    if (!ctx) {
        return NULL;
    }
    for (size_t i = 0; i < arguments->counts[bank_option]; i++) {
        kin_ctx_load_bank(ctx, arguments->values[bank_option][i]);
    }
    if (arguments->counts[bank_option] == 0) {
        kin_ctx_load_bank(ctx, kin_format(ctx->arena, "%s/item-banks", data_folder()));
    }
    return ctx;
}
