/* Formulas as answers: the sides of an equation, the equations of a system, what an inequality allows. */
#include "content/formula_mean.h"

/* x − 2 = ±√3: the product of both equations, which has the solutions of either. */
static bool sides_of_both_signs(struct kin_judge *judge, const struct kin_written *root, const struct kin_poly **left,
                                const struct kin_poly **right)
{
    static const enum kin_join signs[] = {KIN_JOIN_PLUS, KIN_JOIN_MINUS};
    const struct kin_poly *differences[2];
    for (int i = 0; i < 2; i++) {
        judge->either = signs[i];
        struct kin_meaning a = kin_judge_mean(judge, root->kids[0]), b = kin_judge_mean(judge, root->kids[1]);
        if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b)) {
            return false;
        }
        struct kin_meaning apart = kin_meaning_difference(judge, a, b, root);
        differences[i] = kin_meaning_has_value(&apart) ? kin_meaning_poly(judge, &apart) : NULL;
    }
    *left = kin_atom_reduce(judge->arena, kin_poly_mul(judge->arena, differences[0], differences[1]));
    *right = kin_poly_number(judge->arena, kin_rat_int(0));
    return *left && *right;
}

bool kin_formula_sides(const struct kin_formula *formula, struct kin_frame *frame, const struct kin_poly **left,
                       const struct kin_poly **right)
{
    struct kin_judge judge;
    if (!kin_judge_start(&judge, formula, frame)) {
        return false;
    }
    const struct kin_written *root = judge.formula->root;
    if (root->kind != KIN_WRITTEN_CHAIN || root->count != 2 || root->joins[1] != KIN_JOIN_EQ) {
        return false;
    }
    struct kin_meaning a = kin_judge_mean(&judge, root->kids[0]), b = kin_judge_mean(&judge, root->kids[1]);
    if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b)) {
        return sides_of_both_signs(&judge, root, left, right);
    }
    *left = kin_meaning_poly(&judge, &a);
    *right = kin_meaning_poly(&judge, &b);
    return *left && *right;
}

static bool no_value(struct kin_judge *judge, const struct kin_formula *formula, const struct kin_meaning *meaning)
{
    if (meaning->kind == KIN_MEANS_OPEN) {
        kin_judge_fault(judge, KIN_E295, formula->span);
    }
    return false;
}

static bool value_of(struct kin_judge *judge, const struct kin_formula *formula, const struct kin_written *part,
                     struct kin_value *value)
{
    struct kin_meaning meaning = kin_judge_mean(judge, part);
    if (!kin_meaning_has_value(&meaning)) {
        return no_value(judge, formula, &meaning);
    }
    *value = meaning.kind == KIN_MEANS_NUMBER ? kin_value_number(meaning.number) : kin_value_poly(meaning.poly);
    return true;
}

bool kin_formula_value(const struct kin_formula *formula, struct kin_frame *frame, struct kin_value *value)
{
    struct kin_judge judge;
    return kin_judge_start(&judge, formula, frame) && value_of(&judge, formula, judge.formula->root, value);
}

bool kin_formula_last(const struct kin_formula *formula, struct kin_frame *frame, struct kin_value *value)
{
    struct kin_judge judge;
    if (!kin_judge_start(&judge, formula, frame)) {
        return false;
    }
    const struct kin_written *root = judge.formula->root;
    return value_of(&judge, formula, root->kind == KIN_WRITTEN_CHAIN ? root->kids[root->count - 1] : root, value);
}

/* ---- Systems ---- */

/* left - right; NULL with the fault set. */
static const struct kin_poly *difference(struct kin_judge *judge, const struct kin_formula *formula,
                                         const struct kin_written *left, const struct kin_written *right)
{
    struct kin_meaning a = kin_judge_mean(judge, left), b = kin_judge_mean(judge, right);
    if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b)) {
        no_value(judge, formula, kin_meaning_has_value(&a) ? &b : &a);
        return NULL;
    }
    const struct kin_poly *poly = kin_poly_sub(judge->arena, kin_meaning_poly(judge, &a), kin_meaning_poly(judge, &b));
    if (!poly) {
        kin_judge_fault(judge, KIN_E294, formula->span);
    }
    return poly;
}

const struct kin_poly *kin_formula_difference(const struct kin_formula *formula, struct kin_frame *frame)
{
    struct kin_judge judge;
    if (!kin_judge_start(&judge, formula, frame)) {
        return NULL;
    }
    const struct kin_written *root = judge.formula->root;
    if (root->kind != KIN_WRITTEN_CHAIN || root->count != 2) {
        kin_judge_fault(&judge, KIN_E295, formula->span);
        return NULL;
    }
    return difference(&judge, formula, root->kids[0], root->kids[1]);
}

static bool add_equation(struct kin_judge *judge, const struct kin_formula *formula, const struct kin_written *part,
                         struct kin_system *system)
{
    if (part->kind != KIN_WRITTEN_CHAIN || part->count != 2 || part->joins[1] != KIN_JOIN_EQ) {
        kin_judge_fault(judge, KIN_E295, formula->span);
        return false;
    }
    const struct kin_poly *poly = difference(judge, formula, part->kids[0], part->kids[1]);
    if (poly) {
        KIN_PUSH(judge->arena, system->items, system->count, system->room) = poly;
    }
    return poly != NULL;
}

bool kin_formula_system(const struct kin_formula *formula, struct kin_frame *frame, struct kin_system *system)
{
    struct kin_judge judge;
    *system = (struct kin_system){0};
    if (!kin_judge_start(&judge, formula, frame)) {
        return false;
    }
    const struct kin_written *root = judge.formula->root;
    bool all = root->kind == KIN_WRITTEN_LIST || add_equation(&judge, formula, root, system);
    for (size_t i = 0; all && root->kind == KIN_WRITTEN_LIST && i < root->count; i++) {
        all = add_equation(&judge, formula, root->kids[i], system);
    }
    return all;
}

/* ---- Inequalities ---- */

struct solving {
    struct kin_judge judge;
    const struct kin_formula *formula;
    uint32_t letter; /* of all relations so far; 0: none */
    bool many;       /* letters, or powers */
    const struct kin_poly *poly;
    enum kin_join join;
    size_t relations;
};

static const struct kin_interval *line_from(kin_arena *arena, struct kin_end low, struct kin_end high)
{
    struct kin_piece_of_line piece = {low, high};
    return kin_interval_of(arena, &piece, 1);
}

/* Which numbers are in this relation to `at`? */
static const struct kin_interval *half_line(kin_arena *arena, struct kin_rat at, enum kin_join join)
{
    struct kin_end infinite = {.infinite = true}, open = {.at = at}, closed = {.at = at, .closed = true};
    switch (join) {
    case KIN_JOIN_LT:
        return line_from(arena, infinite, open);
    case KIN_JOIN_LE:
        return line_from(arena, infinite, closed);
    case KIN_JOIN_GT:
        return line_from(arena, open, infinite);
    case KIN_JOIN_GE:
        return line_from(arena, closed, infinite);
    case KIN_JOIN_EQ:
        return line_from(arena, closed, closed);
    case KIN_JOIN_NE:
        return kin_interval_complement(arena, line_from(arena, closed, closed));
    default:
        return NULL;
    }
}

static enum kin_join turned(enum kin_join join)
{
    return join == KIN_JOIN_LT   ? KIN_JOIN_GT
           : join == KIN_JOIN_GT ? KIN_JOIN_LT
           : join == KIN_JOIN_LE ? KIN_JOIN_GE
           : join == KIN_JOIN_GE ? KIN_JOIN_LE
                                 : join;
}

static bool is_linear(const struct kin_poly *poly, uint32_t letter)
{
    for (size_t i = 0; i < poly->count; i++) {
        const struct kin_term *term = &poly->terms[i];
        if (term->count > 1 || (term->count == 1 && (term->powers[0].letter != letter || term->powers[0].power > 1))) {
            return false;
        }
    }
    return true;
}

/* a x + b REL 0 is x REL -b/a, turned for a below 0. */
static const struct kin_interval *solve_relation(struct solving *solving, const struct kin_poly *poly,
                                                 enum kin_join join)
{
    kin_arena *arena = solving->judge.arena;
    uint32_t letter = poly->count && poly->terms[0].count ? poly->terms[0].powers[0].letter : 0;
    bool other = solving->letter && letter && letter != solving->letter;
    solving->poly = poly;
    solving->join = join;
    solving->relations++;
    if (!letter || other || !is_linear(poly, letter)) {
        solving->many = true;
        return kin_interval_of(arena, NULL, 0);
    }
    solving->letter = letter;
    struct kin_rat factor = poly->terms[0].coefficient, rest = kin_poly_coefficient(poly, letter, 0);
    struct kin_rat at = kin_rat_neg(arena, kin_rat_div(arena, rest, factor));
    return half_line(arena, at, kin_rat_sign(factor) < 0 ? turned(join) : join);
}

static const struct kin_interval *solve(struct solving *solving, const struct kin_written *part);

static const struct kin_interval *solve_chain(struct solving *solving, const struct kin_written *part)
{
    const struct kin_interval *line = NULL;
    for (size_t i = 1; i < part->count; i++) {
        const struct kin_poly *poly = difference(&solving->judge, solving->formula, part->kids[i - 1], part->kids[i]);
        const struct kin_interval *next = poly ? solve_relation(solving, poly, part->joins[i]) : NULL;
        if (!next) {
            return NULL;
        }
        line = line ? kin_interval_intersect(solving->judge.arena, line, next) : next;
    }
    return line;
}

static const struct kin_interval *solve_list(struct solving *solving, const struct kin_written *part)
{
    const struct kin_interval *line = solve(solving, part->kids[0]);
    for (size_t i = 1; line && i < part->count; i++) {
        const struct kin_interval *next = solve(solving, part->kids[i]);
        line = !next                           ? NULL
               : part->joins[i] == KIN_JOIN_OR ? kin_interval_unite(solving->judge.arena, line, next)
                                               : kin_interval_intersect(solving->judge.arena, line, next);
    }
    return line;
}

static const struct kin_interval *solve(struct solving *solving, const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_CHAIN  ? solve_chain(solving, part)
           : part->kind == KIN_WRITTEN_LIST ? solve_list(solving, part)
                                            : NULL;
}

/* poly > 0 is -poly < 0. */
static bool one_relation(const struct solving *solving, struct kin_solutions *solutions)
{
    enum kin_join join = solving->join;
    bool above = join == KIN_JOIN_GT || join == KIN_JOIN_GE;
    solutions->poly = kin_poly_scale(solving->judge.arena, solving->poly, kin_rat_int(above ? -1 : 1));
    solutions->closed = join == KIN_JOIN_LE || join == KIN_JOIN_GE;
    return solving->relations == 1 && join != KIN_JOIN_EQ && join != KIN_JOIN_NE && solutions->poly;
}

bool kin_formula_solutions(const struct kin_formula *formula, struct kin_frame *frame, struct kin_solutions *solutions)
{
    struct solving solving = {.formula = formula};
    *solutions = (struct kin_solutions){0};
    if (!kin_judge_start(&solving.judge, formula, frame)) {
        return false;
    }
    solutions->line = solve(&solving, solving.judge.formula->root);
    solutions->letter = solving.many ? 0 : solving.letter;
    bool known = solutions->line && (solutions->letter || one_relation(&solving, solutions));
    if (!known) {
        kin_judge_fault(&solving.judge, KIN_E295, formula->span);
    }
    return known;
}

/* The same up to a factor above 0. */
static bool same_direction(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b)
{
    if (a->count == 0 || a->count != b->count) {
        return a->count == b->count;
    }
    struct kin_rat factor = kin_rat_div(arena, a->terms[0].coefficient, b->terms[0].coefficient);
    const struct kin_poly *scaled = kin_rat_sign(factor) > 0 ? kin_poly_scale(arena, b, factor) : NULL;
    return scaled && kin_poly_equal(a, scaled);
}

bool kin_solutions_equal(kin_arena *arena, const struct kin_solutions *a, const struct kin_solutions *b)
{
    if (a->letter || b->letter) {
        return a->letter == b->letter && kin_interval_compare(a->line, b->line) == 0;
    }
    return a->closed == b->closed && same_direction(arena, a->poly, b->poly);
}
