#include "gather.h"
#include "paper_plan.h"
#include "report_write.h"
#include "rule.h"

#include "form/plan.h"
#include "mastery/review.h"

#include <string.h>

enum {
    BANK,
    CLASS,
    ITEMS,
    OLDER,
    GAPS,
    CURRENT,
    FORMS,
    INDIVIDUAL,
    SCHEDULE,
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
    {"class", "ID", "for the students of this class"},
    {"items", "N", "questions on the paper, 1 to 40 (12)"},
    {"older", "PERCENT", "of the questions about older objectives (67)"},
    {"gaps", "DAYS,...", "days between reviews, growing (3,7,14,28,56)"},
    {"current", "CODE", "a standard that is taught now; repeatable (those that came last)"},
    {"forms", "N", "how many forms, 1 to 26 (2)"},
    {"individual", NULL, "a form of their own for each student"},
    {"schedule", NULL, "say what is due, and make no paper"},
    RULE_OPTIONS,
    NAMES_OPTION,
    {"seed", "N", "draw this paper again: 1 to 9223372036854775807 (random)"},
    {"language", "TAG", "of the paper: en or es"},
    {"paper", "letter|a4", "paper size"},
    LEDGER_OPTION,
    DATE_OPTION,
    {"o", "DIR", "folder for the files (.)"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin review --class 7B --schedule",
                                       "formkin review --class 7B --items 12 -o review",
                                       "formkin review --class 7B --items 10 --older 20 --gaps 2,7,30 -o review", NULL};

extern const struct command command_review;

struct reviewing {
    const struct arguments *arguments;
    struct kin_rule rule;
    struct kin_review_wish wish;
    struct paper_options paper;
    long long items, older, forms, seed;
};

/* ---- The paper --------------------------------------------------------------------------------------------------- */

/* Neighbouring questions about one objective are one line. */
static void plan_lines(kin_ctx *ctx, const struct kin_review *review, const size_t *order, size_t items,
                       struct paper_plan *plan)
{
    for (size_t i = 0; i < items; i++) {
        const char *standard = review->objectives[order[i]].standard;
        struct paper_line *last = plan->line_count ? &plan->lines[plan->line_count - 1] : NULL;
        if (last && strcmp(last->standard, standard) == 0) {
            last->count++;
        } else {
            KIN_PUSH(ctx->arena, plan->lines, plan->line_count, plan->line_room) =
                (struct paper_line){.standard = standard, .count = 1};
        }
    }
}

/* The objectives that the banks have questions for; the others are said. */
static bool *usable_of(kin_ctx *ctx, const struct kin_review *review, struct kin_buf *missing)
{
    bool *usable = KIN_NEW_N(ctx->arena, bool, review->count);
    for (size_t i = 0; i < review->count; i++) {
        usable[i] = paper_can_ask(ctx, review->objectives[i].standard, 0);
        if (!usable[i]) {
            kin_buf_addf(missing, "%s%s", missing->length ? ", " : "", review->objectives[i].standard);
        }
    }
    return usable;
}

static int write_schedule(kin_ctx *ctx, const struct reviewing *reviewing, const struct kin_reporting *reporting,
                          const struct kin_review *review, const struct kin_buf *missing)
{
    struct kin_report report = kin_report_review(reporting, review);
    report.name = kin_format(ctx->arena, "review-%s-%s", reporting->class_id, reviewing->wish.today);
    report.paper = reviewing->paper.paper;
    if (missing->length) {
        kin_report_find(ctx->arena, &report, kin_format(ctx->arena, reporting->words->review_missing, missing->data));
    }
    return report_write(ctx, &report, reviewing->paper.wanted.folder);
}

static int review(kin_ctx *ctx, struct kin_ledger *ledger, struct reviewing *reviewing)
{
    const struct gathering gathering = {.class_id = reviewing->paper.wanted.class_id,
                                        .language = reviewing->paper.language ? reviewing->paper.language : "en"};
    struct kin_reporting reporting;
    struct kin_buf missing = kin_buf_in(ctx->arena);
    if (!gather(ctx, ledger, &gathering, &reviewing->rule, &reporting)) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    struct kin_review due = kin_review_of(&reporting, &reviewing->wish);
    size_t items = (size_t)reviewing->items;
    const bool *usable = usable_of(ctx, &due, &missing);
    size_t *order = kin_review_order(ctx->arena, &due, usable, items, (int)reviewing->older);
    int status = write_schedule(ctx, reviewing, &reporting, &due, &missing);
    if (status != EXIT_DONE || reviewing->arguments->counts[SCHEDULE]) {
        return status;
    }
    if (!order) {
        complain(
            "formkin review: there is nothing to review: the class has no scores that the banks have questions for\n");
        return EXIT_INPUT;
    }
    struct paper_plan plan = {.id = "review", .title = reporting.words->review_title};
    plan_lines(ctx, &due, order, items, &plan);
    return paper_make(ctx, ledger, &plan, &reviewing->paper);
}

/* ---- The command line -------------------------------------------------------------------------------------------- */

static bool read_numbers(const struct arguments *arguments, struct reviewing *reviewing)
{
    reviewing->items = 12;
    reviewing->older = 67;
    reviewing->forms = 2;
    return argument_number(&command_review, arguments, ITEMS, 1, 40, &reviewing->items) &&
           argument_number(&command_review, arguments, OLDER, 0, 100, &reviewing->older) &&
           argument_number(&command_review, arguments, FORMS, 1, 26, &reviewing->forms) &&
           argument_number(&command_review, arguments, SEED, 1, INT64_MAX, &reviewing->seed);
}

/* In the spelling of the framework, as the ledger has them. */
static int read_current(kin_ctx *ctx, const struct arguments *arguments, struct reviewing *reviewing)
{
    const char **codes = KIN_NEW_N(ctx->arena, const char *, arguments->counts[CURRENT]);
    for (size_t i = 0; i < arguments->counts[CURRENT]; i++) {
        const struct kin_standard *standard = kin_plan_known_standard(
            ctx->arena, &ctx->diags, ctx->library, (struct kin_span){0}, arguments->values[CURRENT][i]);
        if (!standard) {
            print_messages(ctx);
            return EXIT_INPUT;
        }
        codes[i] = standard->code;
    }
    reviewing->wish.current = codes;
    reviewing->wish.current_count = arguments->counts[CURRENT];
    return EXIT_DONE;
}

static int read_all(kin_ctx *ctx, const struct arguments *arguments, struct reviewing *reviewing)
{
    const char *gaps = argument_of(arguments, GAPS), *folder = argument_of(arguments, OUTPUT);
    struct class_wanted *wanted = &reviewing->paper.wanted;
    *wanted = (struct class_wanted){.class_id = argument_of(arguments, CLASS),
                                    .day = date_of(&command_review, ctx, arguments, DATE),
                                    .folder = folder ? folder : ".",
                                    .alone = arguments->counts[INDIVIDUAL] > 0};
    reviewing->wish = (struct kin_review_wish){.gaps = kin_gaps_usual(), .today = wanted->day};
    if (gaps && !kin_gaps_parse(gaps, &reviewing->wish.gaps)) {
        return usage_error(&command_review, "--gaps takes up to 8 growing numbers of days, as in 3,7,14, not '%s'",
                           gaps);
    }
    if (!wanted->day || !read_numbers(arguments, reviewing) ||
        !issue_naming(&command_review, arguments, NAMES, &wanted->naming)) {
        return EXIT_USAGE;
    }
    reviewing->paper.forms = (size_t)reviewing->forms;
    reviewing->paper.seed = (uint64_t)reviewing->seed;
    int status = rule_read(&command_review, ctx, arguments, THRESHOLD, &reviewing->rule);
    return status == EXIT_DONE ? read_current(ctx, arguments, reviewing) : status;
}

static int run(const struct arguments *arguments)
{
    static struct reviewing reviewing; /* the only command line */
    const char *language = argument_of(arguments, LANGUAGE), *paper = argument_of(arguments, PAPER);
    reviewing = (struct reviewing){.arguments = arguments, .paper = {.language = language, .paper = paper}};
    if (arguments->operand_count || !argument_of(arguments, CLASS)) {
        return usage_error(&command_review, "name a class: --class 7B");
    }
    int status = look_check(&command_review, language, paper);
    kin_ctx *ctx = status == EXIT_DONE ? context_with_banks(arguments, BANK) : NULL;
    status = ctx ? read_all(ctx, arguments, &reviewing) : status == EXIT_DONE ? EXIT_INPUT : status;
    if (status == EXIT_DONE) {
        struct kin_ledger *ledger = ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING);
        status = ledger ? review(ctx, ledger, &reviewing) : EXIT_INPUT;
        if (!ledger) {
            print_messages(ctx);
        }
        kin_ledger_close(ledger);
    }
    kin_ctx_free(ctx);
    return status;
}

const struct command command_review = {
    .name = "review",
    .synopsis = "--class ID [--items 12] [--older 67] [--gaps 3,7,14,28,56] [--schedule] [-o DIR]",
    .doc = "Make a mixed review for a class: what is due first, no neighbours about the same objective.",
    .more =
        "An objective that a class has met is due again after 3 days, then after 7, 14, 28 and 56; a miss goes back\n"
        "one gap, two misses in a row begin again, and a day that falls on a weekend is moved to Monday. Two thirds "
        "of\n"
        "the questions are about older objectives, one third about current ones, all of them new to each student. The\n"
        "plan is written as an assessment file beside the papers, the schedule as PDF and CSV.",
    .options = options,
    .examples = examples,
    .run = run,
};
