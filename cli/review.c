#include "class_paper.h"
#include "report_write.h"

#include "form/plan.h"
#include "mastery/review.h"

#include <string.h>

enum { CLASS, ITEMS, OLDER, GAPS, CURRENT, SCHEDULE, COMMON };

static const struct option_row options[] = {
    {"class", "ID", "for the students of this class"},
    {"items", "N", "questions on the paper, 1 to 40 (12)"},
    {"older", "PERCENT", "of the questions about older objectives (67)"},
    {"gaps", "DAYS,...", "days between reviews, growing (3,7,14,28,56)"},
    {"current", "CODE", "a standard that is taught now; repeatable (those that came last)"},
    {"schedule", NULL, "say what is due, and make no paper"},
    CLASS_PAPER_OPTIONS,
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin review --class 7B --schedule",
                                       "formkin review --class 7B --items 12 -o review",
                                       "formkin review --class 7B --items 10 --older 20 --gaps 2,7,30 -o review", NULL};

extern const struct command command_review;

struct reviewing {
    struct kin_review_wish wish;
    long long items, older;
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

static int write_schedule(const struct class_paper *paper, const struct reviewing *reviewing,
                          const struct kin_reporting *reporting, const struct kin_review *review,
                          const struct kin_buf *missing)
{
    kin_arena *arena = paper->ctx->arena;
    struct kin_report report = kin_report_review(reporting, review);
    report.name = kin_format(arena, "review-%s-%s-schedule", reporting->class_id, reviewing->wish.today);
    report.paper = paper->options.paper;
    if (missing->length) {
        kin_report_find(arena, &report, kin_format(arena, reporting->words->review_missing, missing->data));
    }
    return report_write(paper->ctx, &report, paper->options.wanted.folder);
}

static int with_class(struct class_paper *paper, void *own)
{
    struct reviewing *reviewing = own;
    kin_ctx *ctx = paper->ctx;
    struct kin_reporting reporting;
    struct kin_buf missing = kin_buf_in(ctx->arena);
    if (!class_paper_gather(paper, &reporting)) {
        return EXIT_INPUT;
    }
    struct kin_review due = kin_review_of(&reporting, &reviewing->wish);
    size_t items = (size_t)reviewing->items;
    const bool *usable = usable_of(ctx, &due, &missing);
    size_t *order = kin_review_order(ctx->arena, &due, usable, items, (int)reviewing->older);
    int status = write_schedule(paper, reviewing, &reporting, &due, &missing);
    if (status != EXIT_DONE || paper->arguments->counts[SCHEDULE]) {
        return status;
    }
    if (!order) {
        complain(
            "formkin review: there is nothing to review: the class has no scores that the banks have questions for\n");
        return EXIT_INPUT;
    }
    struct paper_plan plan = {.id = "review", .title = kin_furniture_of("en")->review_title};
    plan_lines(ctx, &due, order, items, &plan);
    return paper_make(ctx, paper->ledger, &plan, &paper->options);
}

/* ---- The command line -------------------------------------------------------------------------------------------- */

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

static int read_own(struct class_paper *paper, void *own)
{
    struct reviewing *reviewing = own;
    const struct arguments *arguments = paper->arguments;
    const char *gaps = argument_of(arguments, GAPS);
    reviewing->wish = (struct kin_review_wish){.gaps = kin_gaps_usual(), .today = paper->options.wanted.day};
    if (gaps && !kin_gaps_parse(gaps, &reviewing->wish.gaps)) {
        return usage_error(&command_review, "--gaps takes up to 8 growing numbers of days, as in 3,7,14, not '%s'",
                           gaps);
    }
    if (!argument_number(&command_review, arguments, ITEMS, 1, 40, &reviewing->items) ||
        !argument_number(&command_review, arguments, OLDER, 0, 100, &reviewing->older)) {
        return EXIT_USAGE;
    }
    return read_current(paper->ctx, arguments, reviewing);
}

static int no_class(struct class_paper *paper, void *own)
{
    (void)own;
    return usage_error(paper->command, "name a class: --class 7B");
}

static int run(const struct arguments *arguments)
{
    static const struct class_paper_steps steps = {read_own, with_class, no_class};
    struct reviewing reviewing = {.items = 12, .older = 67};
    struct class_paper paper = {&command_review, arguments, CLASS, COMMON, .ctx = NULL};
    if (arguments->operand_count || !argument_of(arguments, CLASS)) {
        return no_class(&paper, &reviewing);
    }
    return class_paper_run(&paper, &steps, &reviewing);
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
