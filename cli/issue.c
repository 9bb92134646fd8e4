#include "issue.h"

#include "files.h"

#include "base/file.h"
#include "base/names.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool issued_write(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_issued *issued, const char *day)
{
    return files_write(ctx, issued->run->folder, issued->made->files, issued->made->count) &&
           kin_ledger_printed(ledger, &issued->set, day);
}

static bool finish_one(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_ledger_set *set, const char *day)
{
    struct kin_issued issued;
    if (kin_issue_again(ctx, ledger, set, &issued) != KIN_OK || !issued_write(ctx, ledger, &issued, day)) {
        return false;
    }
    fprintf(stderr, "%s had been recorded but not printed; its files are in %s now\n", set->name, issued.run->folder);
    return true;
}

bool issued_finish(kin_ctx *ctx, struct kin_ledger *ledger, const char *day)
{
    struct kin_ledger_set *sets;
    size_t count = kin_ledger_unprinted(ledger, &sets);
    bool fine = kin_ledger_is_sound(ledger);
    for (size_t i = 0; i < count && fine; i++) {
        fine = !kin_ledger_claim(ledger, &sets[i]) || finish_one(ctx, ledger, &sets[i], day);
    }
    return fine;
}

const char *issue_folder(kin_ctx *ctx, const char *folder)
{
    if (!kin_directory_make(&ctx->diags, folder)) {
        return NULL;
    }
    char *path = realpath(folder, NULL);
    if (!path) {
        kin_report(&ctx->diags, KIN_E602, (struct kin_span){0}, folder, strerror(errno), NULL);
        return NULL;
    }
    const char *copy = kin_copy(ctx->arena, path);
    free(path);
    return copy;
}

bool issue_naming(const struct command *command, const struct arguments *arguments, size_t option,
                  enum kin_naming *naming)
{
    static const char *const names[] = {"full", "id", "none"};
    const char *text = argument_of(arguments, option);
    int found = text ? kin_name_index(names, sizeof names / sizeof *names, text) : 0;
    if (found < 0) {
        usage_error(command, "--%s takes full, id or none, not '%s'", command->options[option].name, text);
        return false;
    }
    *naming = (enum kin_naming)found;
    return true;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

void issued_print(kin_ctx *ctx, const struct kin_issued *issued, const char *folder)
{
    const struct kin_made *made = issued->made;
    const struct kin_run *run = issued->run;
    struct kin_buf buf = kin_buf_in(ctx->arena);
    kin_buf_addf(&buf, "%s: %zu paper%s", run->name, run->paper_count, plural(run->paper_count));
    if (run->class_id) {
        kin_buf_addf(&buf, " for class %s", run->class_id);
    }
    kin_buf_addf(&buf, ", %zu form%s of %zu item%s, %s%s%s\n", made->form_count, plural(made->form_count),
                 made->item_count, plural(made->item_count), made->label, made->reason ? ": " : "",
                 made->reason ? made->reason : "");
    for (size_t i = 0; i < made->count; i++) {
        kin_buf_addf(&buf, "  %s/%s\n", folder, made->files[i].name);
    }
    fputs(buf.data, stdout);
}
