#include "files.h"
#include "issue.h"

#include "base/file.h"

#include <string.h>

enum { OUTPUT, LEDGER };

static const struct option_row options[] = {
    {"o", "DIR", "folder for the files (.)"},
    LEDGER_OPTION,
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin reprint K7QF-2MXD", "formkin reprint quiz-7B-2026-11-22 -o again",
                                       NULL};

extern const struct command command_reprint;

static bool write(kin_ctx *ctx, const struct arguments *arguments, const struct kin_file *files, size_t count)
{
    const char *folder = argument_of(arguments, OUTPUT);
    folder = folder ? folder : ".";
    if (!files_write(ctx, folder, files, count)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        printf("%s/%s\n", folder, files[i].name);
    }
    return true;
}

static bool reprint(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments)
{
    const char *name = arguments->operands[0];
    struct kin_ledger_set set;
    struct kin_issued issued;
    struct kin_file file;
    if (!kin_ledger_set_find(ledger, name, &set)) {
        return false;
    }
    if (kin_ledger_has_form(ledger, &set, name)) {
        return kin_issue_form(ctx, ledger, name, &file) == KIN_OK && write(ctx, arguments, &file, 1);
    }
    return kin_issue_again(ctx, ledger, &set, &issued) == KIN_OK &&
           write(ctx, arguments, issued.made->files, issued.made->count);
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count != 1) {
        return usage_error(&command_reprint, "name the code of a form, such as K7QF-2MXD, or a set");
    }
    kin_ctx *ctx = context_bare();
    struct kin_ledger *ledger = ctx ? ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING) : NULL;
    bool fine = ledger && reprint(ctx, ledger, arguments);
    if (ctx) {
        print_messages(ctx);
    }
    kin_ledger_close(ledger);
    kin_ctx_free(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

const struct command command_reprint = {
    .name = "reprint",
    .synopsis = "CODE | SET [-o DIR]",
    .doc = "Print a form or a whole set of the ledger again.",
    .more = "The code stands on each page of a form; a set has the name that 'formkin make --class' said. The ledger "
            "keeps\n"
            "all that was printed, so that the banks are not needed: the same program gives the same files, byte for\n"
            "byte. A form that one student alone has comes with the name that was on it.",
    .options = options,
    .examples = examples,
    .run = run,
};
