#include "gather.h"
#include "paper_plan.h"
#include "report_write.h"
#include "rule.h"

#include "form/plan.h"
#include "mastery/readiness.h"

#include <ctype.h>
#include <string.h>

enum {
    BANK,
    CLASS,
    STEPS,
    ITEMS,
    REPORT,
    FORMS,
    INDIVIDUAL,
    THRESHOLD,
    NAMES = THRESHOLD + RULE_SCALE + 1,
    SEED,
    LANGUAGE,
    PAPER,
    LEDGER,
    DATE,
    OUTPUT
};

static const struct option_row options[] = {
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"class", "ID", "make a pre-test of the prerequisites for the students of this class"},
    {"steps", "N", "how far to walk back, 1 to 12 (2)"},
    {"items", "N", "questions for each prerequisite, 1 to 10 (2)"},
    {"report", NULL, "with --class: report each prerequisite, and whom to teach what again, from all scores so far"},
    {"forms", "N", "how many forms, 1 to 26 (2)"},
    {"individual", NULL, "a form of their own for each student"},
    RULE_OPTIONS,
    NAMES_OPTION,
    {"seed", "N", "draw this paper again: 1 to 9223372036854775807 (random)"},
    {"language", "TAG", "of the paper and the report: en or es"},
    {"paper", "letter|a4", "paper size"},
    LEDGER_OPTION,
    DATE_OPTION,
    {"o", "DIR", "folder for the files (.)"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin readiness 8.EE.C.7b", "formkin readiness 8.EE.C.7b --class 8A -o ready",
                                       "formkin readiness 8.EE.C.7b --class 8A --report -o ready", NULL};

extern const struct command command_readiness;

struct readying {
    const struct arguments *arguments;
    const struct kin_standard *standard;
    struct kin_needs needs;
    struct kin_rule rule;
    struct paper_options paper;
    long long steps, items, forms, seed;
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

static int print_needs(kin_ctx *ctx, const struct readying *readying)
{
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

static int make(kin_ctx *ctx, struct kin_ledger *ledger, const struct readying *readying)
{
    const struct kin_furniture *words = kin_furniture_of(readying->paper.language);
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
    return paper_make(ctx, ledger, &plan, &readying->paper);
}

static int report(kin_ctx *ctx, struct kin_ledger *ledger, const struct readying *readying)
{
    const struct class_wanted *wanted = &readying->paper.wanted;
    const struct gathering gathering = {
        .class_id = wanted->class_id,
        .to = wanted->day,
        .language = readying->paper.language ? readying->paper.language : "en",
        .names = wanted->naming == KIN_NAMES_FULL ? KIN_NAMES_SHOWN : KIN_NAMES_LEFT_OUT,
    };
    struct kin_reporting reporting;
    if (!gather(ctx, ledger, &gathering, &readying->rule, &reporting)) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    struct kin_report report = kin_report_readiness(&reporting, readying->standard, &readying->needs);
    report.name = kin_format(ctx->arena, "%s-%s", id_of(ctx->arena, readying->standard), wanted->class_id);
    report.paper = readying->paper.paper;
    return report_write(ctx, &report, wanted->folder);
}

/* ---- The command line -------------------------------------------------------------------------------------------- */

static bool read_numbers(const struct arguments *arguments, struct readying *readying)
{
    readying->steps = KIN_STEPS_USUAL;
    readying->items = 2;
    readying->forms = 2;
    return argument_number(&command_readiness, arguments, STEPS, 1, KIN_STEPS_MOST, &readying->steps) &&
           argument_number(&command_readiness, arguments, ITEMS, 1, 10, &readying->items) &&
           argument_number(&command_readiness, arguments, FORMS, 1, 26, &readying->forms) &&
           argument_number(&command_readiness, arguments, SEED, 1, INT64_MAX, &readying->seed);
}

static int read_standard(kin_ctx *ctx, struct readying *readying)
{
    readying->standard = kin_plan_known_standard(ctx->arena, &ctx->diags, ctx->library, (struct kin_span){0},
                                                 readying->arguments->operands[0]);
    if (!readying->standard) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    readying->needs = kin_readiness_walk(ctx->arena, framework_of(ctx->library, readying->standard), readying->standard,
                                         (int)readying->steps);
    return EXIT_DONE;
}

static int read_all(kin_ctx *ctx, struct readying *readying)
{
    const struct arguments *arguments = readying->arguments;
    const char *folder = argument_of(arguments, OUTPUT);
    struct class_wanted *wanted = &readying->paper.wanted;
    *wanted = (struct class_wanted){.class_id = argument_of(arguments, CLASS),
                                    .day = date_of(&command_readiness, ctx, arguments, DATE),
                                    .folder = folder ? folder : ".",
                                    .alone = arguments->counts[INDIVIDUAL] > 0};
    if (!wanted->day || !read_numbers(arguments, readying) ||
        !issue_naming(&command_readiness, arguments, NAMES, &wanted->naming)) {
        return EXIT_USAGE;
    }
    readying->paper.forms = (size_t)readying->forms;
    readying->paper.seed = (uint64_t)readying->seed;
    int status = rule_read(&command_readiness, ctx, arguments, THRESHOLD, &readying->rule);
    return status == EXIT_DONE ? read_standard(ctx, readying) : status;
}

static int with_class(kin_ctx *ctx, const struct readying *readying)
{
    struct kin_ledger *ledger = ledger_of(ctx, readying->arguments, LEDGER, KIN_LEDGER_EXISTING);
    if (!ledger) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    int status = readying->arguments->counts[REPORT] ? report(ctx, ledger, readying) : make(ctx, ledger, readying);
    kin_ledger_close(ledger);
    return status;
}

static int run(const struct arguments *arguments)
{
    static struct readying readying; /* the only command line */
    const char *language = argument_of(arguments, LANGUAGE), *paper = argument_of(arguments, PAPER);
    readying = (struct readying){.arguments = arguments, .paper = {.language = language, .paper = paper}};
    if (arguments->operand_count != 1) {
        return usage_error(&command_readiness, "name the standard that comes next, for example 8.EE.C.7b");
    }
    int status = look_check(&command_readiness, language, paper);
    kin_ctx *ctx = status == EXIT_DONE ? context_with_banks(arguments, BANK) : NULL;
    status = ctx ? read_all(ctx, &readying) : status == EXIT_DONE ? EXIT_INPUT : status;
    if (status == EXIT_DONE) {
        status = argument_of(arguments, CLASS) ? with_class(ctx, &readying) : print_needs(ctx, &readying);
    }
    kin_ctx_free(ctx);
    return status;
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
