#include "groups.h"

#include "report_write.h"
#include "rule.h"

#include <string.h>

enum {
    LEDGER,
    THRESHOLD,
    READY = THRESHOLD + RULE_SCALE + 1,
    NAMES = READY + CUT_SUPPORT + 1,
    LANGUAGE,
    PAPER,
    OUTPUT
};

static const struct option_row options[] = {
    LEDGER_OPTION,
    RULE_OPTIONS,
    CUT_OPTIONS,
    {"names", "full|id", "how students are named on the page and in the table (full)"},
    {"language", "TAG", "of the page: en or es"},
    {"paper", "letter|a4", "paper size"},
    {"o", "DIR", "write into this folder instead of the current one"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin groups exit-ticket-7B-2026-11-22",
                                       "formkin groups exit-ticket-7B-2026-11-22 --ready 90 --support 60 --names id",
                                       NULL};

extern const struct command command_groups;

int cuts_read(const struct command *command, kin_ctx *ctx, const struct arguments *arguments, size_t first,
              const struct kin_rule *rule, struct kin_cuts *cuts)
{
    long long ready = 0, support = 0;
    if (!argument_number(command, arguments, first + CUT_READY, 1, 100, &ready) ||
        !argument_number(command, arguments, first + CUT_SUPPORT, 1, 100, &support)) {
        return EXIT_USAGE;
    }
    *cuts = (struct kin_cuts){kin_rat_ratio(ctx->arena, ready, ready ? 100 : 0),
                              kin_rat_ratio(ctx->arena, support, support ? 100 : 0)};
    const struct kin_cuts whole = kin_cuts_for(ctx->arena, cuts, rule);
    bool known = ready || rule->use == KIN_THRESHOLD_FOR_ALL;
    return !known || kin_rat_compare(whole.support, whole.ready) < 0
               ? EXIT_DONE
               : usage_error(command, "--support must be below %s, where Ready begins",
                             kin_share_text(ctx->arena, whole.ready));
}

static int make(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments, const struct kin_rule *rule,
                const struct kin_cuts *cuts)
{
    const char *language = argument_of(arguments, LANGUAGE), *names = argument_of(arguments, NAMES);
    struct gathering gathering = {
        .set = arguments->operands[0],
        .language = language ? language : "en",
        .names = names && strcmp(names, "id") == 0 ? KIN_NAMES_LEFT_OUT : KIN_NAMES_SHOWN,
    };
    struct kin_reporting reporting;
    if (!gather(ctx, ledger, &gathering, rule, &reporting)) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    struct kin_report report = kin_report_groups(&reporting, cuts);
    report.name = kin_format(ctx->arena, "%s-groups", reporting.of);
    report.paper = argument_of(arguments, PAPER);
    return report_write(ctx, &report, argument_of(arguments, OUTPUT));
}

static int check_words(const struct arguments *arguments)
{
    const char *language = argument_of(arguments, LANGUAGE), *paper = argument_of(arguments, PAPER),
               *names = argument_of(arguments, NAMES);
    if (arguments->operand_count != 1) {
        return usage_error(&command_groups, "name one set, by its name, a form's code or its file");
    }
    bool named = !names || strcmp(names, "full") == 0 || strcmp(names, "id") == 0;
    return named ? look_check(&command_groups, language, paper)
                 : usage_error(&command_groups, "--names takes full or id, not '%s'", names);
}

static int with_ledger(kin_ctx *ctx, const struct arguments *arguments)
{
    struct kin_rule rule;
    struct kin_cuts cuts;
    int status = rule_read(&command_groups, ctx, arguments, THRESHOLD, &rule);
    status = status == EXIT_DONE ? cuts_read(&command_groups, ctx, arguments, READY, &rule, &cuts) : status;
    if (status != EXIT_DONE) {
        return status;
    }
    struct kin_ledger *ledger = ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING);
    if (!ledger) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    status = make(ctx, ledger, arguments, &rule, &cuts);
    kin_ledger_close(ledger);
    return status;
}

static int run(const struct arguments *arguments)
{
    int status = check_words(arguments);
    kin_ctx *ctx = status == EXIT_DONE ? context_bare() : NULL;
    status = ctx ? with_ledger(ctx, arguments) : status == EXIT_DONE ? EXIT_INPUT : status;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_groups = {
    .name = "groups",
    .synopsis = "SET [--ready PERCENT] [--support PERCENT] [--names full|id] [-o DIR]",
    .doc = "Group students by what they scored in each objective of a set.",
    .more =
        "For each objective of the set: who is Ready, who Needs Support and who Needs Reinforcement, with the rule\n"
        "printed above, as a PDF and a CSV file. Who is on a line belongs to the group above it; who has no score is\n"
        "in none. A student with answers that are not marked yet has a star, and is Ready only if no more points are\n"
        "needed for it. 'formkin practice' prints problem sets for these groups.",
    .options = options,
    .examples = examples,
    .run = run,
};
