#include "check_work.h"

#include <inttypes.h>
#include <string.h>

enum { DRAWS, JOBS };

static const struct option_row options[] = {
    {"draws", "N", "instances drawn and proved of each template (1000)"},
    {"jobs", "N", "processes that share the work (as many as there are processors)"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin check my-bank.xml", "formkin check item-banks --draws 10000", NULL};

extern const struct command command_check;

static void print_count(struct kin_count count, int width)
{
    char text[40];
    snprintf(text, sizeof text, "%s%" PRIu64, count.estimated ? "~" : "", count.number);
    printf(" %*s", width, text);
}

static void print_row(const struct kin_template *template, const struct kin_survey *survey)
{
    printf("%-28s", template->id);
    print_count(survey->instances, 14);
    printf(" %9.2f%%", 100 * survey->acceptance);
    printf(" %6zu", survey->cells);
    print_count(survey->smallest_cell, 14);
    printf(" %8zu %9" PRIu64 "%s\n", survey->distinct_keys, survey->drawn, survey->all ? " (all)" : "");
}

static void print_heading(void)
{
    printf("%-28s %14s %10s %6s %14s %8s %9s\n", "template", "instances", "accepted", "cells", "smallest cell", "keys",
           "proved");
}

/* What is added up while templates are checked. */
struct sum {
    uint64_t proved;
    size_t lost; /* templates whose process ended early */
};

static void add_survey(void *data, const struct kin_template *template, const struct kin_survey *survey)
{
    struct sum *sum = data;
    if (survey) {
        print_row(template, survey);
        sum->proved += survey->drawn;
    } else {
        complain("formkin check: the process that checked '%s' ended early\n", template->id);
        sum->lost++;
    }
    fflush(stdout);
}

static size_t gather(const kin_ctx *ctx, const struct kin_template **templates)
{
    size_t count = 0;
    for (size_t b = 0; b < ctx->library->bank_count; b++) {
        const struct kin_bank *bank = ctx->library->banks[b];
        for (size_t t = 0; t < bank->count; t++) {
            if (templates) {
                templates[count] = bank->templates[t];
            }
            count++;
        }
    }
    return count;
}

static int survey_all(kin_ctx *ctx, uint64_t draws, size_t jobs)
{
    struct sum sum = {0, 0};
    size_t count = gather(ctx, NULL);
    const struct kin_template **templates = KIN_NEW_N(ctx->arena, const struct kin_template *, count);
    gather(ctx, templates);
    print_heading();
    check_all(&(struct check_work){.ctx = ctx,
                                   .templates = templates,
                                   .count = count,
                                   .draws = draws,
                                   .jobs = jobs,
                                   .visit = add_survey,
                                   .data = &sum});
    printf("%zu template%s, %" PRIu64 " instances proved: %zu error%s, %zu warning%s\n", count, count == 1 ? "" : "s",
           sum.proved, ctx->diags.errors, ctx->diags.errors == 1 ? "" : "s", ctx->diags.warnings,
           ctx->diags.warnings == 1 ? "" : "s");
    print_messages(ctx);
    return ctx->diags.errors || sum.lost ? EXIT_INPUT : EXIT_DONE;
}

static kin_ctx *load(const struct arguments *arguments)
{
    kin_ctx *ctx = kin_ctx_new(data_folder());
    for (size_t i = 0; ctx && i < arguments->operand_count; i++) {
        kin_ctx_load_bank(ctx, arguments->operands[i]);
    }
    if (ctx && arguments->operand_count == 0) {
        kin_ctx_load_bank(ctx, kin_format(ctx->arena, "%s/item-banks", data_folder()));
    }
    return ctx;
}

static int run(const struct arguments *arguments)
{
    long long draws = 1000, jobs = (long long)check_processors();
    if (!argument_number(&command_check, arguments, DRAWS, 1, 100000000, &draws) ||
        !argument_number(&command_check, arguments, JOBS, 1, 64, &jobs)) {
        return EXIT_USAGE;
    }
    kin_ctx *ctx = load(arguments);
    int status = ctx ? survey_all(ctx, (uint64_t)draws, (size_t)jobs) : EXIT_INPUT;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_check = {
    .name = "check",
    .synopsis = "[PATH...] [--draws N] [--jobs N]",
    .doc = "Read banks, draw and prove instances of every template, and go through the author's checklist.",
    .more = "PATH is a bank file or a folder; without one the shipped banks are checked. The table says how many\n"
            "instances each template has (~ where estimated), the share of draws that its tests accept, its feature "
            "cells and\n"
            "the smallest that a form would use, and the distinct keys. The exit status is 1 when there is any error.",
    .options = options,
    .examples = examples,
    .run = run,
};
