#include "command.h"
#include "report_write.h"

#include "mastery/matrix.h"

#include <string.h>

enum { BANK, SINCE, CROSSWALK, LANGUAGE, PAPER, OUTPUT };

static const struct option_row options[] = {
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"since", "FILE", "the matrix-cells.csv of an earlier audit: say what has changed"},
    {"crosswalk", "NAME|FILE",
     "by the codes of a state, too: a crosswalk of item-banks/crosswalks, or a file like them"},
    {"language", "TAG", "of the page: en or es"},
    {"paper", "letter|a4", "paper size"},
    {"o", "DIR", "write into this folder instead of the current one"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin matrix -o audit", "formkin matrix 7.EE -o audit",
                                       "formkin matrix --since audit-2026-06/matrix-cells.csv -o audit-2026-09",
                                       "formkin matrix --crosswalk texas -o audit", NULL};

extern const struct command command_matrix;

/* NULL, with *fine false, after reporting. */
static const struct kin_audit *earlier(kin_ctx *ctx, const char *path, bool *fine)
{
    struct kin_audit *audit = KIN_NEW(ctx->arena, struct kin_audit);
    struct kin_source *source = path ? kin_file_read(ctx->arena, &ctx->diags, path) : NULL;
    *fine = !path || (source && kin_audit_read(ctx->arena, &ctx->diags, source, audit));
    return path && *fine ? audit : NULL;
}

/* By its name, or read from a file. NULL, with *fine false, after reporting. */
static const struct kin_crosswalk *crosswalk_of(kin_ctx *ctx, const char *named, bool *fine)
{
    const struct kin_crosswalk *found = named ? kin_crosswalk_find(ctx->library, named) : NULL;
    *fine = true;
    if (!named || found) {
        return found;
    }
    bool is_path = strpbrk(named, "./") != NULL;
    found = is_path ? kin_crosswalk_load(ctx->library, named) : NULL;
    if (!is_path) {
        kin_report(&ctx->diags, KIN_E7216, (struct kin_span){0}, named, NULL);
    }
    *fine = found != NULL;
    return found;
}

static int audit(kin_ctx *ctx, const struct arguments *arguments)
{
    bool fine;
    const char *within = arguments->operand_count ? arguments->operands[0] : NULL;
    const struct kin_crosswalk *crosswalk = crosswalk_of(ctx, argument_of(arguments, CROSSWALK), &fine);
    const struct kin_audit *before = fine ? earlier(ctx, argument_of(arguments, SINCE), &fine) : NULL;
    if (!fine) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    struct kin_matrix matrix = kin_matrix_of(ctx->arena, ctx->library, within);
    if (within && !matrix.row_count) {
        print_messages(ctx);
        complain("formkin matrix: no standard with a description begins with '%s'; codes look like 7.EE.B.4a\n",
                 within);
        return EXIT_INPUT;
    }
    const char *language = argument_of(arguments, LANGUAGE);
    struct kin_report report = kin_matrix_report(ctx->arena, &matrix, before, language ? language : "en");
    report.paper = argument_of(arguments, PAPER);
    if (crosswalk) {
        const struct kin_matrix all = within ? kin_matrix_of(ctx->arena, ctx->library, NULL) : matrix;
        kin_matrix_add_crosswalk(ctx->arena, &all, crosswalk, within, &report);
    }
    return report_write(ctx, &report, argument_of(arguments, OUTPUT));
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count > 1) {
        return usage_error(&command_matrix, "name one standard, or the beginning of its code: 7.EE");
    }
    if (look_check(&command_matrix, argument_of(arguments, LANGUAGE), argument_of(arguments, PAPER)) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    kin_ctx *ctx = context_with_banks(arguments, BANK);
    int status = ctx ? audit(ctx, arguments) : EXIT_INPUT;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_matrix = {
    .name = "matrix",
    .synopsis = "[STANDARD] [--bank PATH]... [--since FILE] [--crosswalk NAME] [-o DIR]",
    .doc =
        "Audit the banks: how many item templates there are by standard, level and practice, and where there are none.",
    .more =
        "Writes matrix.pdf, with gaps in gray, and matrix-cells.csv, a row for each standard and level with its\n"
        "templates by name. Keep that file: with --since, the next audit says which gaps are new, which are closed,\n"
        "and which templates came and went (matrix-changes.csv). --crosswalk says the same by the codes of a state, "
        "which\n"
        "'make --standard' takes, too.",
    .options = options,
    .examples = examples,
    .run = run,
};
