#include "job/reassess.h"

#include "form/plan.h"
#include "ledger/request.h"
#include "mastery/record.h"

#include <string.h>

struct reassess {
    kin_ctx *ctx;
    struct kin_ledger *ledger;
    const struct kin_reassess_options *options;
    struct kin_ledger_student student;
    struct kin_evidence *rows;
    size_t row_count;
};

/* ---- What is not met yet --------------------------------------------------------------------------------------- */

/* Practice says nothing of mastery. */
static bool begin(struct reassess *reassess)
{
    struct kin_ledger *ledger = reassess->ledger;
    const struct kin_evidence_filter filter = {
        .student = reassess->options->student, .to = reassess->options->today, .without = "practice"};
    if (!kin_ledger_student_find(ledger, reassess->options->student, &reassess->student)) {
        if (kin_ledger_is_sound(ledger)) {
            kin_report(&reassess->ctx->diags, KIN_E7042, (struct kin_span){0}, reassess->options->student, NULL);
        }
        return false;
    }
    reassess->row_count = kin_ledger_evidence(ledger, &filter, &reassess->rows);
    return kin_ledger_is_sound(ledger);
}

/* Was this objective asked for? False with *fine false after reporting a standard that there is not. */
static bool is_asked(struct reassess *reassess, const char *objective, bool *fine)
{
    const struct kin_reassess_options *options = reassess->options;
    kin_ctx *ctx = reassess->ctx;
    const struct kin_standard *standard = kin_plan_standard(ctx->library, objective);
    for (size_t i = 0; i < options->objective_count; i++) {
        const struct kin_standard *asked = kin_plan_known_standard(ctx->arena, &ctx->diags, ctx->library,
                                                                   (struct kin_span){0}, options->objectives[i]);
        *fine = *fine && asked;
        if (asked && standard && kin_standard_within(standard, asked)) {
            return true;
        }
    }
    return options->objective_count == 0;
}

static void note(struct reassess *reassess, struct kin_reassess_plan *plan, const char *objective, const char *why)
{
    KIN_PUSH(reassess->ctx->arena, plan->notes, plan->note_count, plan->note_room) =
        kin_format(reassess->ctx->arena, "%s: %s", objective, why);
}

/* The last form on which the objective was asked. */
static const struct kin_evidence *last_row(const struct reassess *reassess, const char *objective)
{
    const struct kin_evidence *last = NULL;
    for (size_t i = 0; i < reassess->row_count; i++) {
        if (strcmp(reassess->rows[i].standard, objective) == 0) {
            last = &reassess->rows[i];
        }
    }
    return last;
}

static struct kin_reassess_paper *paper_for(struct reassess *reassess, struct kin_reassess_plan *plan,
                                            const struct kin_ledger_set *root)
{
    for (size_t i = 0; i < plan->paper_count; i++) {
        if (plan->papers[i].root.id == root->id) {
            return &plan->papers[i];
        }
    }
    KIN_PUSH(reassess->ctx->arena, plan->papers, plan->paper_count, plan->paper_room) =
        (struct kin_reassess_paper){.root = *root};
    return &plan->papers[plan->paper_count - 1];
}

static const char *sentence_of(const struct reassess *reassess, const char *objective)
{
    const struct kin_standard *standard = kin_plan_standard(reassess->ctx->library, objective);
    return standard ? standard->i_can : "";
}

/* Under the policy: a line of a paper, or a note. */
static bool plan_objective(struct reassess *reassess, struct kin_reassess_plan *plan, const char *objective,
                           const struct kin_decision *decision)
{
    kin_arena *arena = reassess->ctx->arena;
    const struct kin_evidence *last = last_row(reassess, objective);
    struct kin_ledger_set set, root;
    if (!kin_ledger_set_find(reassess->ledger, last->set_name, &set) ||
        !kin_ledger_root(reassess->ledger, &set, &root)) {
        return false;
    }
    const struct kin_reassess_options *options = reassess->options;
    struct kin_retake_case asked = {
        .today = options->today,
        .score = decision->score,
        .met = decision->met,
        .named = options->objective_count > 0,
        .last_on = last->taken_on,
        .evidence = options->evidence,
        .evidence_is_old = kin_ledger_had_evidence(reassess->ledger, reassess->student.id, options->evidence),
        .next_test = kin_ledger_next_test(reassess->ledger, reassess->student.id, &root),
    };
    asked.tries = kin_ledger_retakes(reassess->ledger, reassess->student.id, &root, objective, &asked.unscored);
    const char *refusal = kin_retake_refusal(arena, options->policy, &asked);
    if (refusal) {
        note(reassess, plan, objective, refusal);
        return true;
    }
    struct kin_reassess_paper *paper = paper_for(reassess, plan, &root);
    KIN_PUSH(arena, paper->lines, paper->line_count, paper->line_room) =
        (struct kin_slip_line){objective, sentence_of(reassess, objective), kin_share_text(arena, decision->score)};
    return true;
}

static const char *all_notes(struct reassess *reassess, const struct kin_reassess_plan *plan)
{
    struct kin_buf buf = kin_buf_in(reassess->ctx->arena);
    for (size_t i = 0; i < plan->note_count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? "; " : "", plan->notes[i]);
    }
    return plan->note_count ? buf.data : "there are no scores of what was asked for";
}

static bool plan_all(struct reassess *reassess, struct kin_reassess_plan *plan)
{
    struct kin_rule rule = kin_rule_usual();
    rule.threshold = reassess->options->policy->threshold;
    rule.use = reassess->options->policy->use;
    rule.policy = reassess->options->policy->score;
    const char *const students[] = {reassess->student.id};
    struct kin_record record =
        kin_record_of(reassess->ctx->arena, &rule, students, 1, reassess->rows, reassess->row_count);
    bool fine = true;
    for (size_t o = 0; fine && o < record.objective_count; o++) {
        const struct kin_decision *decision = kin_record_decision(&record, 0, o);
        if (is_asked(reassess, record.objectives[o], &fine) && kin_decision_has_score(decision)) {
            fine = plan_objective(reassess, plan, record.objectives[o], decision);
        }
    }
    return fine;
}

bool kin_reassess_plan(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_reassess_options *options,
                       struct kin_reassess_plan *plan)
{
    struct reassess reassess = {.ctx = ctx, .ledger = ledger, .options = options};
    *plan = (struct kin_reassess_plan){0};
    if (!begin(&reassess) || !plan_all(&reassess, plan)) {
        return false;
    }
    plan->refusal = plan->paper_count ? NULL : all_notes(&reassess, plan);
    return kin_ledger_is_sound(ledger);
}

/* ---- The paper --------------------------------------------------------------------------------------------------- */

static bool is_free(const char *const *letters, size_t count, const char *letter)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(letters[i], letter) == 0) {
            return false;
        }
    }
    return true;
}

/* The next letter of the set and all that was drawn beside it; with a letter of the policy R, R1, R2 ... */
static const char *next_letter(struct reassess *reassess, const struct kin_ledger_set *root)
{
    kin_arena *arena = reassess->ctx->arena;
    const char **letters;
    size_t count = kin_ledger_letters(reassess->ledger, root, &letters);
    char first = reassess->options->policy->letter;
    for (size_t n = 0;; n++) {
        const char *letter = !first   ? kin_letter_at(arena, n)
                             : n == 0 ? kin_format(arena, "%c", first)
                                      : kin_format(arena, "%c%zu", first, n);
        if (is_free(letters, count, letter)) {
            return letter;
        }
    }
}

static bool asks_one_of(const struct kin_item *item, const struct kin_reassess_paper *paper)
{
    for (size_t p = 0; p < item->part_count; p++) {
        const char *standard = item->parts[p].standard ? item->parts[p].standard : item->standard;
        for (size_t i = 0; i < paper->line_count; i++) {
            if (strcmp(standard, paper->lines[i].standard) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The slots that ask the objectives on any form. */
static void choose_slots(struct reassess *reassess, const struct kin_set *set, const struct kin_reassess_paper *paper,
                         struct kin_extension *extension)
{
    size_t *slots = KIN_NEW_N(reassess->ctx->arena, size_t, set->slot_count), count = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        bool asks = reassess->options->policy->scope == KIN_SCOPE_WHOLE;
        for (size_t f = 0; f < set->form_count && !asks; f++) {
            asks = asks_one_of(set->forms[f].items[s], paper);
        }
        if (asks) {
            slots[count++] = s;
        }
    }
    extension->slots = slots;
    extension->slot_count = count;
}

static struct kin_set *excerpt(struct reassess *reassess, const struct kin_set *whole,
                               const struct kin_extension *extension)
{
    kin_ctx *ctx = reassess->ctx;
    struct kin_set *copy = kin_copy_bytes(ctx->arena, whole, sizeof *whole);
    return kin_set_excerpt(ctx->arena, &ctx->diags, ctx->library, copy, extension);
}

/* The key is in the language of the set, the paper in the student's where the set has been printed in it: the same
 * questions. NULL after reporting. */
static struct kin_set *excerpts(struct reassess *reassess, const struct kin_set *whole,
                                const struct kin_extension *extension)
{
    const char *language = reassess->student.language ? reassess->student.language : whole->language;
    const struct kin_paper_of paper = {.language = language};
    const struct kin_set *spoken = kin_run_edition(whole, &paper);
    struct kin_set *set = excerpt(reassess, whole, extension);
    if (strcmp(spoken->language, language) != 0) {
        kin_report(&reassess->ctx->diags, KIN_W7044, (struct kin_span){0}, reassess->student.id, language, NULL);
    }
    if (set && spoken != whole) {
        set->editions = KIN_NEW(reassess->ctx->arena, struct kin_set *);
        set->editions[0] = excerpt(reassess, spoken, extension);
        set->edition_count = 1;
        set = set->editions[0] ? set : NULL;
    }
    return set;
}

static struct kin_set *draw(struct reassess *reassess, const struct kin_reassess_paper *paper)
{
    kin_ctx *ctx = reassess->ctx;
    struct kin_set *whole = kin_ledger_set_read(reassess->ledger, &paper->root);
    if (!whole) {
        return NULL;
    }
    struct kin_used had = {.arena = ctx->arena}, near = {.arena = ctx->arena};
    const char **classmates, *letter = next_letter(reassess, &paper->root);
    size_t count = kin_ledger_classmates(reassess->ledger, reassess->student.id, &classmates);
    kin_ledger_add_used(reassess->ledger, reassess->student.id, &had);
    for (size_t i = 0; i < count; i++) {
        kin_ledger_add_used(reassess->ledger, classmates[i], &near);
    }
    const struct kin_barred barred = {&had, &near};
    struct kin_extension extension = {
        .letters = &letter, .count = 1, .secret = kin_ledger_seed(reassess->ledger, 0), .barred = &barred};
    choose_slots(reassess, whole, paper, &extension);
    return kin_ledger_is_sound(reassess->ledger) ? excerpts(reassess, whole, &extension) : NULL;
}

static bool issue_one(struct reassess *reassess, const struct kin_reassess_paper *paper, struct kin_issued *issued)
{
    kin_ctx *ctx = reassess->ctx;
    struct kin_set *set = draw(reassess, paper);
    const struct kin_issue_options options = {
        .class_id = paper->root.class_id,
        .whom = reassess->student.id,
        .students = &reassess->student,
        .student_count = 1,
        .alone = 1,
        .naming = reassess->options->naming,
        .purpose = "reassessment",
        .today = reassess->options->today,
        .folder = reassess->options->folder,
        .slip = paper->lines,
        .slip_count = paper->line_count,
        .evidence = reassess->options->evidence,
    };
    enum kin_recorded recorded =
        set ? kin_issue_set(ctx, reassess->ledger, set, &options, paper->root.id, issued) : KIN_NOT_RECORDED;
    if (recorded == KIN_RIVALLED) {
        kin_report(&ctx->diags, KIN_E7033, (struct kin_span){0}, NULL);
    }
    return recorded == KIN_RECORDED;
}

bool kin_reassess_issue(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_reassess_options *options,
                        const struct kin_reassess_plan *plan, struct kin_issued *issued)
{
    struct reassess reassess = {.ctx = ctx, .ledger = ledger, .options = options};
    bool fine = begin(&reassess);
    for (size_t i = 0; i < plan->paper_count && fine; i++) {
        fine = issue_one(&reassess, &plan->papers[i], &issued[i]);
    }
    return fine;
}
