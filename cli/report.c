#include "gather.h"
#include "report_write.h"
#include "rule.h"

#include <string.h>

enum { LEDGER, CLASS, STUDENT, FROM, TO, THRESHOLD, NAMES = THRESHOLD + RULE_SCALE + 1, LANGUAGE, PAPER, OUTPUT };

static const struct option_row options[] = {
    LEDGER_OPTION,
    {"class", "ID", "students of this class; for progress repeatable, all classes when not said"},
    {"student", "ID", "only this student; repeatable"},
    {"from", "YYYY-MM-DD", "only scores from this day on"},
    {"to", "YYYY-MM-DD", "only scores up to this day"},
    RULE_OPTIONS,
    {"names", "full|id", "how students are named on pages and in tables (full)"},
    {"language", "TAG", "of the pages: en or es"},
    {"paper", "letter|a4", "paper size"},
    {"o", "DIR", "write into this folder instead of the current one"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin report chart exit-ticket-7B-2026-09-08 -o reports",
                                       "formkin report students --class 7B --names id -o reports",
                                       "formkin report growth --class 7B --from 2026-09-01 -o reports",
                                       "formkin report progress --class 7A --class 7B -o reports", NULL};

extern const struct command command_report;

/* ---- Kinds ------------------------------------------------------------------------------------------------------- */

struct kind {
    const char *name;
    struct kin_report (*report)(const struct kin_reporting *reporting);
};

static struct kin_report report_progress(const struct kin_reporting *reporting)
{
    return kin_report_progress(reporting, 1);
}

static const struct kind kinds[] = {
    {"chart", kin_report_chart},   {"students", kin_report_students},
    {"items", kin_report_items},   {"misconceptions", kin_report_misconceptions},
    {"growth", kin_report_growth}, {"progress", report_progress},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct kind *kind_named(const char *name)
{
    for (size_t i = 0; i < KINDS; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return &kinds[i];
        }
    }
    return NULL;
}

/* ---- Making ------------------------------------------------------------------------------------------------------ */

static struct gathering gathering_of(const struct arguments *arguments)
{
    const char *language = argument_of(arguments, LANGUAGE), *names = argument_of(arguments, NAMES);
    return (struct gathering){
        .set = arguments->operand_count > 1 ? arguments->operands[1] : NULL,
        .class_id = argument_of(arguments, CLASS),
        .students = arguments->values[STUDENT],
        .student_count = arguments->counts[STUDENT],
        .from = argument_of(arguments, FROM),
        .to = argument_of(arguments, TO),
        .language = language ? language : "en",
        .names = names && strcmp(names, "full") != 0 ? KIN_NAMES_LEFT_OUT : KIN_NAMES_SHOWN,
    };
}

/* The classes of a report on progress: those that are named, or all. */
static size_t classes_of(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments,
                         const char *const **ids)
{
    struct kin_ledger_class *classes;
    *ids = arguments->values[CLASS];
    if (arguments->counts[CLASS]) {
        return arguments->counts[CLASS];
    }
    size_t count = kin_ledger_classes(ledger, &classes);
    const char **all = KIN_NEW_N(ctx->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        all[i] = classes[i].id;
    }
    *ids = all;
    return count;
}

static int progress(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments,
                    const struct kin_rule *rule)
{
    const char *const *ids;
    struct gathering gathering = gathering_of(arguments);
    size_t count = classes_of(ctx, ledger, arguments, &ids);
    struct kin_reporting *reportings = KIN_NEW_N(ctx->arena, struct kin_reporting, count);
    for (size_t i = 0; i < count; i++) {
        gathering.class_id = ids[i];
        if (!gather(ctx, ledger, &gathering, rule, &reportings[i])) {
            print_messages(ctx);
            return EXIT_INPUT;
        }
    }
    if (!count) {
        complain("formkin report: the ledger has no class\n");
        return EXIT_INPUT;
    }
    struct kin_report report = kin_report_progress(reportings, count);
    report.paper = argument_of(arguments, PAPER);
    return report_write(ctx, &report, argument_of(arguments, OUTPUT));
}

static int make(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments, const struct kind *kind,
                const struct kin_rule *rule)
{
    struct gathering gathering = gathering_of(arguments);
    struct kin_reporting reporting;
    if (kind->report == report_progress && !gathering.set) {
        return progress(ctx, ledger, arguments, rule);
    }
    if (!gather(ctx, ledger, &gathering, rule, &reporting)) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    struct kin_report report = kind->report(&reporting);
    report.name = kin_format(ctx->arena, "%s-%s", reporting.of, report.name);
    report.paper = argument_of(arguments, PAPER);
    return report_write(ctx, &report, argument_of(arguments, OUTPUT));
}

/* ---- The command line -------------------------------------------------------------------------------------------- */

static int unknown_kind(const char *name)
{
    static const char names[] = "chart, students, items, misconceptions, growth and progress";
    return name ? usage_error(&command_report, "there is no report '%s'; the reports are %s", name, names)
                : usage_error(&command_report, "name a report; the reports are %s", names);
}

static int check_days(kin_ctx *ctx, const struct arguments *arguments)
{
    for (size_t row = FROM; row <= TO; row++) {
        if (argument_of(arguments, row) && !date_of(&command_report, ctx, arguments, row)) {
            return EXIT_USAGE;
        }
    }
    return EXIT_DONE;
}

static int check_words(const struct arguments *arguments, const struct kind *kind)
{
    const char *names = argument_of(arguments, NAMES);
    if (arguments->operand_count > 2) {
        return usage_error(&command_report, "name one set, not also '%s'", arguments->operands[2]);
    }
    if (names && strcmp(names, "full") != 0 && strcmp(names, "id") != 0) {
        return usage_error(&command_report, "--names takes full or id, not '%s'", names);
    }
    bool chosen = arguments->operand_count > 1 || arguments->counts[CLASS] || kind->report == report_progress;
    return chosen ? look_check(&command_report, argument_of(arguments, LANGUAGE), argument_of(arguments, PAPER))
                  : usage_error(&command_report, "name a set or a class: --class 7B");
}

static int with_ledger(kin_ctx *ctx, const struct arguments *arguments, const struct kind *kind)
{
    struct kin_rule rule;
    int status = check_days(ctx, arguments);
    status = status == EXIT_DONE ? rule_read(&command_report, ctx, arguments, THRESHOLD, &rule) : status;
    if (status != EXIT_DONE) {
        return status;
    }
    struct kin_ledger *ledger = ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING);
    if (!ledger) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    status = make(ctx, ledger, arguments, kind, &rule);
    kin_ledger_close(ledger);
    return status;
}

static int run(const struct arguments *arguments)
{
    const struct kind *kind = arguments->operand_count ? kind_named(arguments->operands[0]) : NULL;
    if (!kind) {
        return unknown_kind(arguments->operand_count ? arguments->operands[0] : NULL);
    }
    int status = check_words(arguments, kind);
    kin_ctx *ctx = status == EXIT_DONE ? kin_ctx_new(data_folder()) : NULL;
    status = ctx ? with_ledger(ctx, arguments, kind) : status == EXIT_DONE ? EXIT_INPUT : status;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_report = {
    .name = "report",
    .synopsis = "KIND [SET] [--class ID] [--threshold 80] [--policy highest] [-o DIR]",
    .doc = "Report scores as PDF and CSV, by objective, student, question, misconception or day.",
    .more = "KIND is one of\n"
            "  chart           a bar an objective with the mastery line, and what is not met by name\n"
            "  students        a strip a student, with levels and how sure each decision is\n"
            "  items           each question by form; a gap above 15 points between large groups is flagged\n"
            "  misconceptions  wrong answers by what is behind them, and whom to teach what again\n"
            "  growth          the same students on several days\n"
            "  progress        objectives mastered over time, for classes\n"
            "SET is a set of the ledger: its name, the code of one of its forms, or its set file. With --class alone,\n"
            "all scores of the class count together.",
    .options = options,
    .examples = examples,
    .run = run,
};
