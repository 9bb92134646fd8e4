#include "command.h"

#include <string.h>

enum { BANK, JSON, OUTPUT, LEDGER };

static const struct option_row options[] = {
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"json", NULL, "what was found as JSON, in place of the lines"},
    {"o", "FILE", "write a PDF with the items side by side and what was found"},
    {"ledger", "FILE", "the ledger that the set is from; SET may be its name there or the code of a form"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin compare quiz.json", "formkin compare quiz.json -o quiz-compare.pdf",
                                       "formkin compare quiz.json --json",
                                       "formkin compare ticket-1 --ledger formkin.db", NULL};

extern const struct command command_compare;

static bool print_result(kin_ctx *ctx, const struct arguments *arguments, const struct kin_compared *compared)
{
    const char *path = argument_of(arguments, OUTPUT);
    if (path && !kin_file_write(&ctx->diags, path, compared->file.bytes, compared->file.length, KIN_FILE_OWNER_ONLY)) {
        return false;
    }
    if (arguments->counts[JSON]) {
        puts(compared->json);
    } else {
        fputs(compared->text, stdout);
    }
    return true;
}

static int compare(kin_ctx *ctx, const struct arguments *arguments)
{
    const struct kin_compare_options wanted = {.set = arguments->operands[0],
                                               .ledger = argument_of(arguments, LEDGER),
                                               .page = argument_of(arguments, OUTPUT) != NULL};
    const struct kin_compared *compared;
    bool fine = kin_compare(ctx, &wanted, &compared) == KIN_OK && print_result(ctx, arguments, compared);
    print_messages(ctx);
    return fine && compared->failed == 0 ? EXIT_DONE : EXIT_INPUT;
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count != 1) {
        return usage_error(&command_compare, "name one set file, which 'formkin make' writes beside the forms");
    }
    kin_ctx *ctx = context_with_banks(arguments, BANK);
    int status = ctx ? compare(ctx, arguments) : EXIT_INPUT;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_compare = {
    .name = "compare",
    .synopsis = "SET.json [--bank PATH] [--ledger FILE] [-o FILE] [--json]",
    .doc = "Hold the forms of a set against one another, and say what makes them parallel.",
    .more = "SET.json is the set file that 'formkin make' wrote. Seventeen properties are judged, each with a reason\n"
            "that names item, forms and values: passed, failed, not applicable, or can't be decided. With the banks\n"
            "that the set was made from, all forms are drawn and proved again; a set that was made for a class is\n"
            "drawn with a secret of its ledger, which --ledger names. Ends with status 1 when a property failed.\n"
            "What is compared is the design: how hard forms are for students, only their scores can show.",
    .options = options,
    .examples = examples,
    .run = run,
};
