#include "groups.h"
#include "issue.h"
#include "report_write.h"
#include "rule.h"

#include "form/plan.h"
#include "mastery/grouping.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEDGER,
    DATE,
    THRESHOLD,
    READY = THRESHOLD + RULE_SCALE + 1,
    OBJECTIVE = READY + CUT_SUPPORT + 1,
    INDIVIDUAL,
    ITEMS,
    SEED,
    PAPER,
    LANGUAGE,
    NAMES,
    BANK,
    OUTPUT
};

static const struct option_row options[] = {
    LEDGER_OPTION,
    DATE_OPTION,
    RULE_OPTIONS,
    CUT_OPTIONS,
    {"objective", "CODE", "practice this objective only"},
    {"individual", NULL, "other numbers for each student, instead of one form for a group"},
    {"items", "N", "items per student (8, 5 or 3, by level)"},
    {"seed", "N", "draw the same again: 0 to 18446744073709551615 (random)"},
    {"paper", "letter|a4", "paper size (letter)"},
    {"language", "TAG", "of the sets and their keys: en or es (en)"},
    NAMES_OPTION,
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"o", "DIR", "folder for the files (.)"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin practice exit-ticket-7B-2026-11-22 -o practice",
                                       "formkin practice exit-ticket-7B-2026-11-22 --objective 7.EE.B.4a --individual",
                                       NULL};

extern const struct command command_practice;

struct practice {
    kin_ctx *ctx;
    struct kin_ledger *ledger;
    const struct arguments *arguments;
    const struct kin_reporting *reporting;
    struct kin_grouping grouping;
    struct kin_cuts cuts;
    const char *day, *folder, *said; /* said: the folder as it was typed */
    const char *language;            /* NULL: as the problem sets are written */
    enum kin_naming naming;
    uint64_t seed;
    int items;
    size_t made; /* packs */
};

/* ---- What there is to practise -------------------------------------------------------------------------------------
 */

static bool has_level(const struct kin_library *library, const struct kin_standard *standard, int level)
{
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            const struct kin_template *template = library->banks[b]->templates[t];
            if (template->level == level && kin_template_asks(template, standard)) {
                return true;
            }
        }
    }
    return false;
}

/* The standard, or the nearest one above it, that has templates of the level; NULL: none has. */
static const struct kin_standard *standard_with(const struct kin_library *library, const struct kin_standard *standard,
                                                int level)
{
    while (standard && !has_level(library, standard, level)) {
        standard = standard->parent;
    }
    return standard;
}

/* Most objectives have templates of all levels in their cluster; what was widened is said. */
static const struct kin_standard *find_standard(struct practice *practice, const char *code, int level)
{
    const struct kin_library *library = practice->ctx->library;
    const struct kin_standard *standard = kin_plan_standard(library, code);
    const struct kin_standard *found = standard ? standard_with(library, standard, level) : NULL;
    if (!found) {
        kin_report(&practice->ctx->diags, KIN_E7113, (struct kin_span){0}, code,
                   kin_format(practice->ctx->arena, "%d", level), NULL);
    } else if (found != standard) {
        printf("%s has no items of level %d; they are from %s\n", code, level, found->code);
    }
    return found;
}

/* ---- Packs ----------------------------------------------------------------------------------------------------------
 */

static size_t members_of(const struct practice *practice, size_t objective, enum kin_teaching_group group,
                         struct kin_ledger_student *members)
{
    size_t count = 0;
    for (size_t s = 0; s < practice->grouping.record.student_count; s++) {
        if (kin_grouping_group(&practice->grouping, s, objective) == group) {
            members[count++] = practice->reporting->students[s];
        }
    }
    return count;
}

/* Nobody who sees a paper or a pile of them reads a level in its name. It is one of files, too: without stops. */
static const char *name_of(struct practice *practice, const char *code)
{
    char *plain = kin_copy(practice->ctx->arena, code);
    for (char *at = plain; *at; at++) {
        *at = isalnum((unsigned char)*at) ? *at : '-';
    }
    return kin_format(practice->ctx->arena, "practice-%s-%s-%zu", plain, practice->day, practice->made + 1);
}

static bool print_pack(struct practice *practice, const struct kin_issue_options *issue)
{
    struct kin_issued issued;
    if (kin_issue_make(practice->ctx, practice->ledger, issue, &issued) != KIN_OK) {
        return false;
    }
    kin_ledger_claim(practice->ledger, &issued.set);
    if (!issued_write(practice->ctx, practice->ledger, &issued, practice->day)) {
        return false;
    }
    issued_print(practice->ctx, &issued, practice->said);
    return true;
}

static bool make_pack(struct practice *practice, const char *code, enum kin_teaching_group group,
                      const struct kin_ledger_student *members, size_t count)
{
    static const char *const letters[] = {"A"};
    int level = kin_group_level(group);
    const struct kin_standard *standard = find_standard(practice, code, level);
    if (!standard) {
        return false;
    }
    const char *assessment = kin_format(practice->ctx->arena, "%s/templates/problem-set-%d.xml", data_folder(), level);
    const struct kin_issue_options issue = {
        .make = {.assessment = assessment,
                 .standards = &standard->code,
                 .standard_count = 1,
                 .items = practice->items,
                 .letters = letters,
                 .letter_count = 1,
                 .seed = practice->seed,
                 .paper = argument_of(practice->arguments, PAPER),
                 .languages = &practice->language,
                 .language_count = practice->language != NULL},
        .class_id = practice->reporting->class_id,
        .students = members,
        .student_count = count,
        .interests = 1,
        .alone = practice->arguments->counts[INDIVIDUAL] > 0,
        .naming = practice->naming,
        .name = name_of(practice, code),
        .purpose = "practice",
        .today = practice->day,
        .folder = practice->folder,
        .objective = code,
        .group = kin_group_title(kin_furniture_of(practice->language), group),
    };
    printf("%s, %s: ", code, kin_group_name(group));
    bool fine = print_pack(practice, &issue);
    practice->made += fine;
    return fine;
}

static bool make_for_objective(struct practice *practice, size_t objective)
{
    struct kin_ledger_student *members =
        KIN_NEW_N(practice->ctx->arena, struct kin_ledger_student, practice->grouping.record.student_count);
    bool fine = true;
    for (int group = KIN_GROUP_READY; group <= KIN_GROUP_REINFORCEMENT && fine; group++) {
        size_t count = members_of(practice, objective, (enum kin_teaching_group)group, members);
        fine = count == 0 || make_pack(practice, practice->grouping.record.objectives[objective],
                                       (enum kin_teaching_group)group, members, count);
    }
    return fine;
}

/* Is it the objective that was asked for, in any spelling, or a part of it? All are where none was asked for. */
static bool is_asked(const struct practice *practice, size_t objective)
{
    const struct kin_library *library = practice->ctx->library;
    const char *wanted = argument_of(practice->arguments, OBJECTIVE);
    const struct kin_standard *asked = wanted ? kin_plan_standard(library, wanted) : NULL;
    const struct kin_standard *at = kin_plan_standard(library, practice->grouping.record.objectives[objective]);
    while (at && asked && at != asked) {
        at = at->parent;
    }
    return !wanted || (at && at == asked);
}

static bool make_all(struct practice *practice)
{
    const char *wanted = argument_of(practice->arguments, OBJECTIVE);
    size_t asked = 0;
    bool fine = true;
    for (size_t o = 0; o < practice->grouping.record.objective_count && fine; o++) {
        bool is = is_asked(practice, o);
        asked += is;
        fine = !is || make_for_objective(practice, o);
    }
    if (!asked) {
        kin_report(&practice->ctx->diags, KIN_E7114, (struct kin_span){0}, practice->arguments->operands[0],
                   wanted ? kin_format(practice->ctx->arena, " of %s", wanted) : "", NULL);
    }
    return fine && asked > 0;
}

/* ---- The command line -----------------------------------------------------------------------------------------------
 */

static int read_numbers(struct practice *practice)
{
    long long items = 0;
    const char *seed = argument_of(practice->arguments, SEED), *paper = argument_of(practice->arguments, PAPER);
    char *end = NULL;
    if (!argument_number(&command_practice, practice->arguments, ITEMS, 1, 40, &items)) {
        return EXIT_USAGE;
    }
    practice->items = (int)items;
    practice->seed = seed ? strtoull(seed, &end, 10) : kin_seed_random();
    if (seed && (*seed < '0' || *seed > '9' || *end)) {
        return usage_error(&command_practice, "--seed takes a whole number, not '%s'", seed);
    }
    practice->language = argument_of(practice->arguments, LANGUAGE);
    if (look_check(&command_practice, practice->language, paper) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    return issue_naming(&command_practice, practice->arguments, NAMES, &practice->naming) ? EXIT_DONE : EXIT_USAGE;
}

static bool with_ledger(struct practice *practice, const struct kin_rule *rule)
{
    struct gathering gathering = {
        .set = practice->arguments->operands[0], .language = "en", .names = KIN_NAMES_LEFT_OUT};
    struct kin_reporting reporting;
    if (!issued_finish(practice->ctx, practice->ledger, practice->day) ||
        !gather(practice->ctx, practice->ledger, &gathering, rule, &reporting)) {
        return false;
    }
    practice->reporting = &reporting;
    practice->grouping = kin_grouping_of(&reporting, &practice->cuts);
    const char *folder = argument_of(practice->arguments, OUTPUT);
    practice->said = folder ? folder : ".";
    practice->folder = issue_folder(practice->ctx, practice->said);
    return practice->folder && make_all(practice);
}

static int work(struct practice *practice)
{
    struct kin_rule rule;
    practice->day = date_of(&command_practice, practice->ctx, practice->arguments, DATE);
    int status = practice->day ? read_numbers(practice) : EXIT_USAGE;
    status = status == EXIT_DONE ? rule_read(&command_practice, practice->ctx, practice->arguments, THRESHOLD, &rule)
                                 : status;
    status = status == EXIT_DONE
                 ? cuts_read(&command_practice, practice->ctx, practice->arguments, READY, &rule, &practice->cuts)
                 : status;
    if (status != EXIT_DONE) {
        return status;
    }
    practice->ledger = ledger_of(practice->ctx, practice->arguments, LEDGER, KIN_LEDGER_EXISTING);
    bool fine = practice->ledger && with_ledger(practice, &rule);
    kin_ledger_close(practice->ledger);
    print_messages(practice->ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count != 1) {
        return usage_error(&command_practice, "name one set, by its name, a form's code or its file");
    }
    struct practice practice = {.ctx = context_with_banks(arguments, BANK), .arguments = arguments};
    int status = practice.ctx ? work(&practice) : EXIT_INPUT;
    kin_ctx_free(practice.ctx);
    return status;
}

const struct command command_practice = {
    .name = "practice",
    .synopsis = "SET [--objective CODE] [--individual] [--items N] [-o DIR]",
    .doc = "Print problem sets at the right level for the groups of a set.",
    .more =
        "For each objective and group of 'formkin groups SET' one PDF in roster order: application for those who are\n"
        "Ready, reasoning for those who Need Support, fluency for those who Need Reinforcement. All levels look alike\n"
        "(the index of the key alone names objective and group) and end with a prompt for reflection; stories touch "
        "each student's interest where there are some, and change\n"
        "no number. Nobody gets a question that the ledger knows them to have had. Who has no score gets none.",
    .options = options,
    .examples = examples,
    .run = run,
};
