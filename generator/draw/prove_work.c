/* Error analysis, LANGUAGE rule 21: exactly the marked line of a made-up student's work does not follow from the one
 * before it, and the result is wrong. */
#include "content/atom.h"
#include "draw/prove.h"

/* What the lines are: equations that keep their solutions, or expressions and statements that keep their value. */
enum work_kind { EQUATIONS, VALUES };

/* A line of one formula, with its values. A line of words has no formula and follows from anything. */
struct line {
    const struct kin_block *block;
    const char *text;
    bool continues, relates, sided;
    const struct kin_poly *difference; /* of an equation's sides */
    enum kin_verdict verdict;          /* by itself and the last side of the line before */
    struct kin_value value;            /* its last side */
    enum kin_verdict key;              /* with the key for its letter */
};

struct work {
    struct kin_walk walk; /* first, so that a walk is also its work */
    struct kin_proving *proving;
    struct kin_value last;
    struct line *lines;
    size_t count, room;
};

/* ---- Reading the lines ------------------------------------------------------------------------------------ */

static void judge_with_key(struct work *work, struct line *line)
{
    const struct kin_letters *letters = work->proving->letters;
    struct kin_frame *frame = work->walk.frame;
    line->key = KIN_VERDICT_FALSE;
    for (size_t round = 0; round < letters->rounds && line->key == KIN_VERDICT_FALSE; round++) {
        const struct kin_binding *bindings = kin_letters_bind(letters, frame->arena, round);
        line->key = kin_formula_verdict(line->block->formula, frame, bindings, letters->count);
    }
}

static bool add_line(struct work *work, const struct kin_block *block)
{
    struct kin_frame *frame = work->walk.frame;
    struct line line = {.block = block, .value = {.kind = KIN_NOTHING}};
    const struct kin_poly *left, *right;
    const struct kin_maths *maths = kin_formula_resolve(block->formula, frame);
    if (!maths) {
        return false;
    }
    line.text = kin_maths_text(frame->arena, maths);
    line.continues = kin_formula_continues(block->formula);
    line.relates = kin_formula_relates(block->formula);
    line.verdict = kin_formula_verdict_next(block->formula, frame, NULL, 0, &work->last);
    line.value = work->last;
    if (line.verdict == KIN_VERDICT_FAULT) {
        return false;
    }
    line.sided = line.relates && kin_formula_sides(block->formula, frame, &left, &right);
    line.difference = line.sided ? kin_poly_sub(frame->arena, left, right) : NULL;
    judge_with_key(work, &line);
    KIN_PUSH(frame->arena, work->lines, work->count, work->room) = line;
    return true;
}

/* √3 times √3 is 3. */
static const struct kin_poly *product_of(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b)
{
    return kin_atom_reduce(arena, kin_poly_mul(arena, a, b));
}

/* "x = 2 or x = 3": equations in one line of words, which together have the solutions of their product. */
static bool add_solutions(struct work *work, const struct kin_block *block)
{
    struct kin_frame *frame = work->walk.frame;
    struct kin_buf text = kin_buf_in(frame->arena);
    size_t equations = 0;
    struct line line = {.block = block, .value = {.kind = KIN_NOTHING}, .key = KIN_VERDICT_FALSE};
    for (size_t i = 0; i < block->kids.count; i++) {
        const struct kin_block *kid = block->kids.items[i];
        const struct kin_poly *left, *right;
        if (kid->kind != KIN_BLOCK_FORMULA || !kin_formula_sides(kid->formula, frame, &left, &right)) {
            continue;
        }
        const struct kin_poly *difference = kin_poly_sub(frame->arena, left, right);
        line.difference = line.difference ? product_of(frame->arena, line.difference, difference) : difference;
        const struct kin_maths *maths = kin_formula_resolve(kid->formula, frame);
        if (!maths || !line.difference) {
            return maths != NULL;
        }
        kin_buf_addf(&text, "%s%s", equations++ ? ", " : "", kin_maths_text(frame->arena, maths));
    }
    bool several = equations > 1; /* one alone may be part of a sentence */
    line.sided = line.relates = several;
    line.difference = several ? line.difference : NULL;
    line.text = several ? text.data : NULL;
    KIN_PUSH(frame->arena, work->lines, work->count, work->room) = line;
    return true;
}

static bool visit_line(struct kin_walk *walk, const struct kin_block *block)
{
    struct work *work = (struct work *)walk;
    if (block->kind == KIN_BLOCK_FORMULA) {
        return add_line(work, block);
    }
    if (block->kind == KIN_BLOCK_CHAIN) {
        return kin_walk_blocks(walk, &block->kids);
    }
    if (block->kind == KIN_BLOCK_NODE && block->node.kind == KIN_NODE_PARAGRAPH) {
        return add_solutions(work, block);
    }
    return true;
}

/* ---- Judging them ------------------------------------------------------------------------------------------ */

static bool has_letters(const struct line *line)
{
    struct kin_rat number;
    return line->difference && !kin_poly_constant(line->difference, &number);
}

/* A line that begins with its relation goes on from an expression; so does one without a relation. */
static enum work_kind kind_of(const struct work *work)
{
    bool letters = false;
    for (size_t i = 0; i < work->count; i++) {
        const struct line *line = &work->lines[i];
        if (line->text && (line->continues || !line->relates)) {
            return VALUES;
        }
        letters = letters || has_letters(line);
    }
    return letters ? EQUATIONS : VALUES;
}

enum following { FOLLOWS, DIFFERS, UNKNOWN };

static enum following follows_as_equation(kin_arena *arena, const struct line *before, const struct line *line)
{
    if (!line->sided || (before && !before->sided)) {
        return UNKNOWN;
    }
    bool same = !before || kin_poly_proportional(arena, before->difference, line->difference);
    return same ? FOLLOWS : DIFFERS;
}

static enum following follows_as_value(const struct line *before, const struct line *line)
{
    if (line->relates) {
        bool known = line->sided || line->value.kind != KIN_NOTHING;
        return line->verdict == KIN_VERDICT_TRUE ? FOLLOWS : known ? DIFFERS : UNKNOWN;
    }
    if (line->value.kind == KIN_NOTHING || (before && before->value.kind == KIN_NOTHING)) {
        return UNKNOWN;
    }
    return !before || kin_value_equal(&before->value, &line->value) ? FOLLOWS : DIFFERS;
}

static void report(struct work *work, enum kin_diag_id id, size_t index)
{
    struct kin_proving *proving = work->proving;
    struct kin_frame *frame = work->walk.frame;
    const struct line *line = &work->lines[index];
    const char *number = kin_format(frame->arena, "%zu", index + 1);
    kin_report(proving->diags, id, line->block->span, number, line->text, NULL);
    kin_resolve_note(proving->template, frame, proving->diags);
    proving->failed = true;
}

static void judge_lines(struct work *work, size_t wrong)
{
    enum work_kind kind = kind_of(work);
    const struct line *before = NULL;
    for (size_t i = 0; i < work->count; i++) {
        const struct line *line = &work->lines[i];
        if (!line->text) {
            continue;
        }
        enum following following = kind == EQUATIONS ? follows_as_equation(work->walk.frame->arena, before, line)
                                                     : follows_as_value(before, line);
        if (following == UNKNOWN) {
            report(work, KIN_E462, i);
        } else if ((following == DIFFERS) != (i + 1 == wrong)) {
            report(work, following == DIFFERS ? KIN_E460 : KIN_E461, i);
        }
        before = line;
    }
}

/* Of equations: the key must not solve the last one. Values that differ once differ in the end, so they need no look.
 */
static void judge_result(struct work *work, size_t wrong)
{
    const struct line *last = work->count ? &work->lines[work->count - 1] : NULL;
    if (wrong && last && last->text && kind_of(work) == EQUATIONS && last->key == KIN_VERDICT_TRUE) {
        struct kin_proving *proving = work->proving;
        kin_report(proving->diags, KIN_E463, last->block->span, last->text, NULL);
        kin_resolve_note(proving->template, work->walk.frame, proving->diags);
        proving->failed = true;
    }
}

/* ---- All works of a text ------------------------------------------------------------------------------------ */

static bool number_of_line(struct work *work, const struct kin_block *block, size_t *wrong)
{
    struct kin_value value;
    int64_t number;
    if (!kin_expr_eval(block->wrong, work->walk.frame, &value)) {
        return false;
    }
    if (!kin_rat_to_int(value.as.number, &number) || number < 0 || (size_t)number > work->count) {
        struct kin_proving *proving = work->proving;
        kin_report(proving->diags, KIN_E464, kin_expr_span(block->wrong),
                   kin_value_text(work->walk.frame->arena, &value), NULL);
        kin_resolve_note(proving->template, work->walk.frame, proving->diags);
        proving->failed = true;
        number = -1;
    }
    *wrong = number < 0 ? SIZE_MAX : (size_t)number;
    return true;
}

static bool prove_work(struct kin_proving *proving, const struct kin_block *block)
{
    struct work work = {.walk = {.frame = proving->walk.frame, .visit = visit_line}, .proving = proving};
    size_t wrong;
    proving->letters = kin_letters_gather(proving, proving->part);
    if (!kin_walk_blocks(&work.walk, &block->kids) || !number_of_line(&work, block, &wrong)) {
        return false;
    }
    if (wrong != SIZE_MAX) {
        judge_lines(&work, wrong);
        judge_result(&work, wrong);
    }
    return true;
}

static bool visit(struct kin_walk *walk, const struct kin_block *block)
{
    struct kin_proving *proving = (struct kin_proving *)walk;
    bool work = block->kind == KIN_BLOCK_NODE && block->wrong;
    return (!work || prove_work(proving, block)) && kin_walk_blocks(walk, &block->kids);
}

static bool has_work(const struct kin_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct kin_block *block = blocks->items[i];
        if (block->wrong || has_work(&block->kids) || has_work(&block->otherwise)) {
            return true;
        }
    }
    return false;
}

void kin_prove_work(struct kin_proving *proving, const struct kin_blocks *blocks, const struct kin_part_template *part)
{
    proving->part = part;
    proving->walk.visit = visit;
    if (has_work(blocks) && !kin_walk_blocks(&proving->walk, blocks)) {
        kin_resolve_report(proving->template, proving->walk.frame, proving->diags);
        proving->failed = true;
    }
}
