#include "class_paper.h"
#include "report_write.h"

#include "form/plan.h"
#include "mastery/readiness.h"

#include <ctype.h>
#include <string.h>

enum { CLASS, STEPS, ITEMS, REPORT, COMMON };

static const struct option_row options[] = {
    {"class", "ID", "make a pre-test of the prerequisites for the students of this class"},
    {"steps", "N", "how far to walk back, 1 to 12 (2)"},
    {"items", "N", "questions for each prerequisite, 1 to 10 (2)"},
    {"report", NULL, "with --class: report each prerequisite, and whom to teach what again, from all scores so far"},
    CLASS_PAPER_OPTIONS,
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin readiness 8.EE.C.7b", "formkin readiness 8.EE.C.7b --class 8A -o ready",
                                       "formkin readiness 8.EE.C.7b --class 8A --report -o ready", NULL};

extern const struct command command_readiness;

struct readying {
    const struct kin_standard *standard;
    struct kin_needs needs;
    long long steps, items;
};

/* ---- The walk ---------------------------------------------------------------------------------------------------- */

static const struct kin_framework *framework_of(const struct kin_library *library, const struct kin_standard *standard)
{
    for (size_t f = 0; f < library->framework_count; f++) {
        const struct kin_framework *framework = library->frameworks[f];
        if (framework->count && standard >= framework->standards &&
            standard < framework->standards + framework->count) {
            return framework;
        }
    }
    return NULL;
}

static int print_needs(struct class_paper *paper, void *own)
{
    const struct readying *readying = own;
    kin_ctx *ctx = paper->ctx;
    printf("%s  %s\n", readying->standard->code, readying->standard->description);
    for (size_t i = 0; i < readying->needs.count; i++) {
        const struct kin_need *need = &readying->needs.items[i];
        bool asked = paper_can_ask(ctx, need->standard->code, 0);
        printf("%*s%s  %s%s\n", 2 * need->steps, "", need->standard->code, need->standard->description,
               asked ? "" : " (no item template)");
    }
    if (!readying->needs.count) {
        puts("  no prerequisites are named");
    }
    print_messages(ctx);
    return EXIT_DONE;
}

/* ---- The paper --------------------------------------------------------------------------------------------------- */

/* What lies furthest back comes first, as pupils learned it; fluency where there is any. */
static void plan_lines(kin_ctx *ctx, const struct readying *readying, struct paper_plan *plan)
{
    for (size_t i = readying->needs.count; i-- > 0;) {
        const char *code = readying->needs.items[i].standard->code;
        if (paper_can_ask(ctx, code, 0)) {
            KIN_PUSH(ctx->arena, plan->lines, plan->line_count, plan->line_room) =
                (struct paper_line){code, paper_can_ask(ctx, code, 1) ? 1 : 0, (size_t)readying->items};
        } else {
            printf("%s: the banks have no item template for it\n", code);
        }
    }
}

/* "readiness-8-ee-c-7b". */
static const char *id_of(kin_arena *arena, const struct kin_standard *standard)
{
    char *id = kin_format(arena, "readiness-%s", standard->code);
    for (char *c = id; *c; c++) {
        *c = isalnum((unsigned char)*c) ? (char)tolower((unsigned char)*c) : '-';
    }
    return id;
}

static int make(struct class_paper *paper, const struct readying *readying)
{
    kin_ctx *ctx = paper->ctx;
    const struct kin_furniture *words = kin_furniture_of("en");
    struct paper_plan plan = {.id = id_of(ctx->arena, readying->standard),
                              .title = words->ready_title,
                              .directions = words->ready_directions,
                              .objectives = true};
    plan_lines(ctx, readying, &plan);
    if (!plan.line_count) {
        complain("formkin readiness: the banks have no item template for any prerequisite of %s\n",
                 readying->standard->code);
        print_messages(ctx);
        return EXIT_INPUT;
    }
    return paper_make(ctx, paper->ledger, &plan, &paper->options);
}

static int report(struct class_paper *paper, const struct readying *readying)
{
    const struct class_wanted *wanted = &paper->options.wanted;
    struct kin_reporting reporting;
    if (!class_paper_gather(paper, &reporting)) {
        return EXIT_INPUT;
    }
    struct kin_report report = kin_report_readiness(&reporting, readying->standard, &readying->needs);
    report.name =
        kin_format(paper->ctx->arena, "%s-%s", id_of(paper->ctx->arena, readying->standard), wanted->class_id);
    report.paper = paper->options.paper;
    return report_write(paper->ctx, &report, wanted->folder);
}

static int with_class(struct class_paper *paper, void *own)
{
    return paper->arguments->counts[REPORT] ? report(paper, own) : make(paper, own);
}

/* ---- The command line -------------------------------------------------------------------------------------------- */

static int read_own(struct class_paper *paper, void *own)
{
    struct readying *readying = own;
    kin_ctx *ctx = paper->ctx;
    if (!argument_number(&command_readiness, paper->arguments, STEPS, 1, KIN_STEPS_MOST, &readying->steps) ||
        !argument_number(&command_readiness, paper->arguments, ITEMS, 1, 10, &readying->items)) {
        return EXIT_USAGE;
    }
    readying->standard = kin_plan_known_standard(ctx->arena, &ctx->diags, ctx->library, (struct kin_span){0},
                                                 paper->arguments->operands[0]);
    if (!readying->standard) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    readying->needs = kin_readiness_walk(ctx->arena, framework_of(ctx->library, readying->standard), readying->standard,
                                         (int)readying->steps);
    return EXIT_DONE;
}

static int run(const struct arguments *arguments)
{
    static const struct class_paper_steps steps = {read_own, with_class, print_needs};
    struct readying readying = {.steps = KIN_STEPS_USUAL, .items = 2};
    struct class_paper paper = {&command_readiness, arguments, CLASS, COMMON, .ctx = NULL};
    if (arguments->operand_count != 1) {
        return usage_error(&command_readiness, "name the standard that comes next, for example 8.EE.C.7b");
    }
    return class_paper_run(&paper, &steps, &readying);
}

const struct command command_readiness = {
    .name = "readiness",
    .synopsis = "STANDARD [--class ID] [--steps 2] [--items 2] [--report] [-o DIR]",
    .doc = "Walk back to what a standard builds on: list it, make a pre-test of it, report each prerequisite.",
    .more =
        "Without --class the prerequisites are listed, and theirs, as far as --steps goes. With --class a pre-test is\n"
        "made that asks each of them, what lies furthest back first; its plan is written as an assessment file beside\n"
        "the papers. When the scores are in, --report says which prerequisites are met and whom to teach what again.",
    .options = options,
    .examples = examples,
    .run = run,
};
