/* Solutions: every equation shown is evaluated and must be true. LANGUAGE rules 17 and 24. */
#include "content/answer.h"
#include "draw/prove.h"

#include <string.h>

static void fail(struct kin_proving *proving)
{
    kin_resolve_report(proving->template, proving->walk.frame, proving->diags);
    proving->failed = true;
}

/* ---- What a formula says ---------------------------------------------------------------------------------------- */

/* Signs that are set like relations but state nothing that could be true: ratios and arrows. */
static bool states(const char *relation)
{
    return strcmp(relation, ":") != 0 && strcmp(relation, "→") != 0;
}

/* What a printed formula holds: a statement, and things that have no value (words, blanks). */
struct substance {
    bool statement, wordy;
};

static void look_into(const struct kin_maths *maths, struct substance *substance)
{
    if (!maths) {
        return;
    }
    substance->statement = substance->statement || (maths->kind == KIN_MATHS_RELATION && states(maths->text));
    substance->wordy = substance->wordy || maths->kind == KIN_MATHS_WORD || maths->kind == KIN_MATHS_BLANK;
    for (size_t i = 0; i < maths->count; i++) {
        look_into(maths->kids[i], substance);
    }
}

static bool is_key(const struct kin_proving *proving, const struct kin_response_template *response,
                   const struct kin_formula *formula)
{
    bool same = false;
    return response->key_formula && response->type &&
           kin_answer_same_formula(response->type, proving->walk.frame, response->key_formula, formula, &same) && same;
}

/* An equation in letters may be the answer itself, or the answer in another form. */
static bool says_the_key(const struct kin_proving *proving, const struct kin_formula *formula)
{
    for (size_t i = 0; i < kin_template_response_count(proving->template); i++) {
        const struct kin_response_template *response = kin_template_response(proving->template, i);
        bool said = is_key(proving, response, formula);
        for (size_t j = 0; !said && j < response->blank_count; j++) {
            said = is_key(proving, &response->blanks[j], formula);
        }
        if (said) {
            return true;
        }
    }
    return false;
}

/* The better of what two rounds of letters say; a fault beats everything. */
static enum kin_verdict better(enum kin_verdict a, enum kin_verdict b)
{
    static const int weight[] = {
        [KIN_VERDICT_FALSE] = 0, [KIN_VERDICT_OPEN] = 1, [KIN_VERDICT_TRUE] = 2, [KIN_VERDICT_FAULT] = 3};
    return weight[a] >= weight[b] ? a : b;
}

/* Of a letter with several solutions a list has to name all of them, which no single round can say. */
static enum kin_verdict listed(const struct kin_proving *proving, const struct kin_formula *formula,
                               enum kin_verdict otherwise)
{
    const struct kin_letters *letters = proving->letters;
    for (size_t i = 0; i < letters->count; i++) {
        const struct kin_letter *letter = &letters->items[i];
        enum kin_verdict verdict =
            letter->set ? kin_formula_lists(formula, proving->walk.frame, letter->letter, letter->values, letter->count)
                        : KIN_VERDICT_OPEN;
        if (verdict != KIN_VERDICT_OPEN) {
            return verdict;
        }
    }
    return otherwise;
}

/* True when one round of letters makes it true. */
static enum kin_verdict verdict_of(const struct kin_proving *proving, const struct kin_formula *formula)
{
    const struct kin_letters *letters = proving->letters;
    struct kin_frame *frame = proving->walk.frame;
    enum kin_verdict verdict = KIN_VERDICT_FALSE;
    for (size_t round = 0; round < letters->rounds; round++) {
        const struct kin_binding *bindings = kin_letters_bind(letters, frame->arena, round);
        verdict =
            better(verdict, kin_formula_verdict_next(formula, frame, bindings, letters->count, &proving->last[round]));
    }
    return verdict == KIN_VERDICT_FAULT ? verdict : listed(proving, formula, verdict);
}

static void report_formula(struct kin_proving *proving, enum kin_diag_id id, struct kin_span span,
                           const struct kin_maths *maths)
{
    struct kin_frame *frame = proving->walk.frame;
    const char *letters = kin_letters_text(proving->letters, frame->arena);
    kin_report(proving->diags, id, span, kin_maths_text(frame->arena, maths), NULL);
    if (*letters) {
        kin_report_note(proving->diags, "seen with %s; the answers are %s",
                        kin_resolve_values(proving->template, frame), letters);
    } else {
        kin_resolve_note(proving->template, frame, proving->diags);
    }
    proving->failed = true;
}

static void judge_open(struct kin_proving *proving, const struct kin_block *block)
{
    const struct kin_maths *maths = kin_formula_resolve(block->formula, proving->walk.frame);
    struct substance substance = {0};
    if (!maths) {
        fail(proving);
        return;
    }
    look_into(maths, &substance);
    if (substance.statement && !substance.wordy && !says_the_key(proving, block->formula)) {
        report_formula(proving, KIN_E423, block->span, maths);
    }
}

static void judge_false(struct kin_proving *proving, const struct kin_block *block)
{
    const struct kin_maths *maths = kin_formula_resolve(block->formula, proving->walk.frame);
    if (!maths) {
        fail(proving);
    } else if (!says_the_key(proving, block->formula)) {
        report_formula(proving, KIN_E422, block->span, maths);
    }
}

/* Nothing in the arena is needed any more: the sides to go on from are small numbers, and no message was reported,
 * which may lie in the same arena. */
static bool can_forget(const struct kin_proving *proving)
{
    for (size_t round = 0; round < proving->letters->rounds && !proving->failed; round++) {
        const struct kin_value *last = &proving->last[round];
        if (last->kind != KIN_NOTHING && (last->kind != KIN_NUMBER || last->as.number.big)) {
            return false;
        }
    }
    return !proving->failed;
}

/* An untrue one is evaluated as well, since the next row may go on from it. */
static void prove_formula(struct kin_proving *proving, const struct kin_block *block)
{
    enum kin_verdict verdict = verdict_of(proving, block->formula);
    if (block->untrue) {
        return;
    }
    switch (verdict) {
    case KIN_VERDICT_TRUE:
        break;
    case KIN_VERDICT_FALSE:
        judge_false(proving, block);
        break;
    case KIN_VERDICT_OPEN:
        judge_open(proving, block);
        break;
    case KIN_VERDICT_FAULT:
        fail(proving);
        break;
    }
}

/* ---- Which answers are shown --------------------------------------------------------------------------------------
 */

static bool uses(const struct kin_block *block, int slot)
{
    return (block->formula && kin_formula_uses(block->formula, slot)) ||
           (block->phrase && kin_phrase_uses(block->phrase, slot));
}

static bool could_show(const struct kin_blocks *blocks, int slot)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct kin_block *block = blocks->items[i];
        if (uses(block, slot) || could_show(&block->kids, slot) || could_show(&block->otherwise, slot)) {
            return true;
        }
    }
    return false;
}

/* Is there a step that shows the answer for some values? Whether there must be one is asked when the bank is loaded. */
static bool result_declared(const struct kin_part_template *part, int slot)
{
    for (size_t i = 0; i < part->step_count; i++) {
        if (could_show(&part->steps[i].work, slot) || could_show(&part->steps[i].why, slot)) {
            return true;
        }
    }
    return false;
}

static void note_shown(struct kin_proving *proving, const struct kin_block *block)
{
    const struct kin_part_template *part = proving->part;
    for (size_t i = 0; block->answer && i < part->response_count && i < 64; i++) {
        if (part->responses[i].answer_slot >= 0 && uses(block, part->responses[i].answer_slot)) {
            proving->shown |= (uint64_t)1 << i;
        }
    }
}

static void prove_shown(struct kin_proving *proving, const struct kin_part_template *part)
{
    struct kin_frame *frame = proving->walk.frame;
    for (size_t i = 0; i < part->response_count && i < 64; i++) {
        const struct kin_response_template *response = &part->responses[i];
        int slot = response->answer_slot;
        if (slot >= 0 && !(proving->shown >> i & 1) && result_declared(part, slot)) {
            kin_report(proving->diags, KIN_E424, response->span, kin_value_text(frame->arena, &frame->slots[slot]),
                       NULL);
            kin_resolve_note(proving->template, frame, proving->diags);
            proving->failed = true;
        }
    }
}

/* ---- Walking
 * ---------------------------------------------------------------------------------------------------------- */

/* Quoted work of a made-up student may be wrong on purpose. */
static bool quoted(const struct kin_block *block)
{
    return block->kind == KIN_BLOCK_NODE && block->node.kind == KIN_NODE_WORK;
}

static bool visit(struct kin_walk *walk, const struct kin_block *block)
{
    struct kin_proving *proving = (struct kin_proving *)walk;
    note_shown(proving, block);
    if (block->kind == KIN_BLOCK_FORMULA) {
        struct kin_mark mark = kin_arena_mark(walk->frame->arena);
        prove_formula(proving, block);
        if (can_forget(proving)) {
            kin_arena_rewind(walk->frame->arena, mark);
        }
    }
    return quoted(block) || kin_walk_blocks(walk, &block->kids);
}

static bool walk_step(struct kin_walk *walk, const struct kin_step_template *step)
{
    return kin_walk_blocks(walk, &step->work) && kin_walk_blocks(walk, &step->why);
}

void kin_prove_solution(struct kin_proving *proving, const struct kin_part_template *part)
{
    if (!part->step_count) {
        return;
    }
    proving->part = part;
    proving->letters = kin_letters_gather(proving, part);
    proving->last = KIN_NEW_N(proving->walk.frame->arena, struct kin_value, proving->letters->rounds);
    proving->shown = 0;
    proving->walk.visit = visit;
    if (kin_walk_steps(&proving->walk, part, walk_step)) {
        prove_shown(proving, part);
    } else {
        fail(proving);
    }
}
