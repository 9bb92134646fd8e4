#include "expr/canonical.h"

#include "expr/node.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TERMS = 48, MOST_FACTORS = 24, MOST_POWER = 4, MOST_SUMS = 1000 };

/* A factor: what is no sum, product, quotient or power of others, with a whole exponent. */
struct factor {
    const char *atom;
    int exponent;
};

struct term {
    struct kin_rat number;
    struct factor factors[MOST_FACTORS]; /* by atom */
    size_t count;
};

struct sum {
    struct term *terms;
    size_t count;
};

struct canon {
    kin_arena *arena;
    bool failed; /* too long, or a number that is undefined */
    size_t sums; /* made so far: memory is bounded */
    struct term *spare;
};

static struct sum sum_of(struct canon *canon, const struct kin_node *node);

/* ---- Terms ---------------------------------------------------------------------------------------------------------
 */

static bool same_factors(const struct term *a, const struct term *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = a->factors[i].exponent == b->factors[i].exponent && strcmp(a->factors[i].atom, b->factors[i].atom) == 0;
    }
    return same;
}

/* Add a multiple of a term; terms that vanish are taken out. */
static void add_term(struct canon *canon, struct sum *sum, const struct term *term, struct kin_rat times)
{
    struct kin_rat number = kin_rat_mul(canon->arena, term->number, times);
    size_t at = 0;
    while (at < sum->count && !same_factors(&sum->terms[at], term)) {
        at++;
    }
    if (at == sum->count) {
        canon->failed = canon->failed || sum->count == MOST_TERMS;
        if (canon->failed) {
            return;
        }
        sum->terms[sum->count] = *term;
        sum->terms[sum->count++].number = kin_rat_int(0);
    }
    sum->terms[at].number = kin_rat_add(canon->arena, sum->terms[at].number, number);
    canon->failed = canon->failed || !kin_rat_defined(sum->terms[at].number);
    if (!canon->failed && kin_rat_sign(sum->terms[at].number) == 0) {
        sum->terms[at] = sum->terms[--sum->count];
    }
}

static struct sum new_sum(struct canon *canon)
{
    canon->failed = canon->failed || canon->sums++ == MOST_SUMS;
    return (struct sum){canon->failed ? canon->spare : KIN_NEW_N(canon->arena, struct term, MOST_TERMS), 0};
}

static void add_sum(struct canon *canon, struct sum *sum, const struct sum *more, struct kin_rat times)
{
    for (size_t i = 0; i < more->count && !canon->failed; i++) {
        add_term(canon, sum, &more->terms[i], times);
    }
}

static void take_out(struct term *term, size_t at)
{
    memmove(&term->factors[at], &term->factors[at + 1], (--term->count - at) * sizeof *term->factors);
}

static void multiply_factor(struct canon *canon, struct term *term, const struct factor *factor)
{
    size_t at = 0;
    while (at < term->count && strcmp(term->factors[at].atom, factor->atom) < 0) {
        at++;
    }
    if (at < term->count && strcmp(term->factors[at].atom, factor->atom) == 0) {
        term->factors[at].exponent += factor->exponent;
        if (term->factors[at].exponent == 0) {
            take_out(term, at);
        }
        return;
    }
    canon->failed = canon->failed || term->count == MOST_FACTORS;
    if (!canon->failed) {
        memmove(&term->factors[at + 1], &term->factors[at], (term->count++ - at) * sizeof *term->factors);
        term->factors[at] = *factor;
    }
}

static struct term product_of(struct canon *canon, const struct term *a, const struct term *b)
{
    struct term product = *a;
    product.number = kin_rat_mul(canon->arena, a->number, b->number);
    for (size_t i = 0; i < b->count && !canon->failed; i++) {
        multiply_factor(canon, &product, &b->factors[i]);
    }
    return product;
}

static struct sum multiply(struct canon *canon, const struct sum *a, const struct sum *b)
{
    struct sum product = new_sum(canon);
    for (size_t i = 0; i < a->count * b->count && !canon->failed; i++) {
        struct term term = product_of(canon, &a->terms[i / b->count], &b->terms[i % b->count]);
        add_term(canon, &product, &term, kin_rat_int(1));
    }
    return product;
}

/* ---- Atoms ---------------------------------------------------------------------------------------------------------
 */

static int by_atom(const void *a, const void *b)
{
    const struct factor *x = a, *y = b;
    return strcmp(x->atom, y->atom);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The sum as a text that is the same for equal sums. */
static const char *text_of(struct canon *canon, struct sum *sum)
{
    const char *texts[MOST_TERMS];
    struct kin_buf all = kin_buf_in(canon->arena);
    for (size_t i = 0; i < sum->count; i++) {
        struct kin_buf buf = kin_buf_in(canon->arena);
        struct term *term = &sum->terms[i];
        qsort(term->factors, term->count, sizeof *term->factors, by_atom);
        for (size_t f = 0; f < term->count; f++) {
            kin_buf_addf(&buf, "%s^%d*", term->factors[f].atom, term->factors[f].exponent);
        }
        kin_buf_add(&buf, kin_rat_text(canon->arena, term->number));
        texts[i] = buf.data;
    }
    if (sum->count) {
        qsort(texts, sum->count, sizeof *texts, by_text);
    }
    for (size_t i = 0; i < sum->count; i++) {
        kin_buf_addf(&all, "+%s", texts[i]);
    }
    return all.length ? all.data : "0";
}

static struct sum single(struct canon *canon, const char *atom, int exponent)
{
    struct sum sum = new_sum(canon);
    sum.terms[sum.count++] = (struct term){.number = kin_rat_int(1), .factors = {{atom, exponent}}, .count = 1};
    return sum;
}

/* max(a, b) is max(b, a). */
static bool in_any_order(const struct kin_node *node)
{
    static const char *const names[] = {"max", "min", "gcd", "lcm"};
    for (size_t i = 0; node->op == KIN_OP_CALL && i < sizeof names / sizeof *names; i++) {
        if (strcmp(node->function->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const char *atom_of(struct canon *canon, const struct kin_node *node)
{
    struct kin_buf buf = kin_buf_in(canon->arena);
    const char **kids = KIN_NEW_N(canon->arena, const char *, node->count);
    for (size_t i = 0; i < node->count; i++) {
        struct sum kid = sum_of(canon, node->kids[i]);
        kids[i] = text_of(canon, &kid);
    }
    if (node->count && in_any_order(node)) {
        qsort(kids, node->count, sizeof *kids, by_text);
    }
    kin_buf_addf(&buf, "%d:%s:%d(", node->op, node->op == KIN_OP_CALL ? node->function->name : "", node->slot);
    for (size_t i = 0; i < node->count; i++) {
        kin_buf_addf(&buf, "%s,", kids[i]);
    }
    if (node->op == KIN_OP_CONSTANT) {
        kin_buf_add(&buf, kin_value_text(canon->arena, &node->constant));
    }
    for (size_t i = 0; node->op == KIN_OP_COMPARE && i + 1 < node->count; i++) {
        kin_buf_addf(&buf, "%d", node->relations[i]);
    }
    kin_buf_add_char(&buf, ')');
    return buf.data;
}

static const char *slot_atom(struct canon *canon, int slot)
{
    return kin_format(canon->arena, "%d::%d()", KIN_OP_SLOT, slot);
}

/* ---- Arithmetic ----------------------------------------------------------------------------------------------------
 */

static struct sum constant(struct canon *canon, const struct kin_node *node)
{
    struct sum sum = new_sum(canon);
    if (kin_rat_sign(node->constant.as.number) != 0) {
        sum.terms[sum.count++] = (struct term){.number = node->constant.as.number};
    }
    return sum;
}

static struct sum added(struct canon *canon, const struct kin_node *node, int sign)
{
    struct sum sum = sum_of(canon, node->kids[0]), more = sum_of(canon, node->kids[1]);
    add_sum(canon, &sum, &more, kin_rat_int(sign));
    return sum;
}

static struct sum negated(struct canon *canon, const struct kin_node *node)
{
    struct sum sum = new_sum(canon), of = sum_of(canon, node->kids[0]);
    add_sum(canon, &sum, &of, kin_rat_int(-1));
    return sum;
}

/* One over a sum: of a single term factor by factor, else an atom. */
static struct sum inverse(struct canon *canon, struct sum of)
{
    if (of.count != 1) {
        return single(canon, kin_format(canon->arena, "(%s)", text_of(canon, &of)), -1);
    }
    struct sum sum = new_sum(canon);
    struct term term = of.terms[0];
    term.number = kin_rat_div(canon->arena, kin_rat_int(1), term.number);
    for (size_t i = 0; i < term.count; i++) {
        term.factors[i].exponent = -term.factors[i].exponent;
    }
    canon->failed = canon->failed || !kin_rat_defined(term.number);
    sum.terms[sum.count++] = term;
    return sum;
}

static struct sum quotient(struct canon *canon, const struct kin_node *node)
{
    struct sum a = sum_of(canon, node->kids[0]), b = inverse(canon, sum_of(canon, node->kids[1]));
    return multiply(canon, &a, &b);
}

static struct sum power(struct canon *canon, const struct kin_node *node)
{
    const struct kin_node *exponent = node->kids[1];
    int64_t times = 0;
    bool whole = exponent->op == KIN_OP_CONSTANT && exponent->constant.kind == KIN_NUMBER &&
                 kin_rat_to_int(exponent->constant.as.number, &times) && times >= 1 && times <= MOST_POWER;
    if (!whole) {
        return single(canon, atom_of(canon, node), 1);
    }
    struct sum base = sum_of(canon, node->kids[0]), sum = base;
    for (int64_t i = 1; i < times; i++) {
        sum = multiply(canon, &sum, &base);
    }
    return sum;
}

static struct sum sum_of(struct canon *canon, const struct kin_node *node)
{
    struct sum a, b;
    switch (canon->failed ? KIN_OP_LIST : node->op) {
    case KIN_OP_CONSTANT:
        return node->constant.kind == KIN_NUMBER ? constant(canon, node) : single(canon, atom_of(canon, node), 1);
    case KIN_OP_NEGATE:
        return negated(canon, node);
    case KIN_OP_ADD:
        return added(canon, node, 1);
    case KIN_OP_SUBTRACT:
        return added(canon, node, -1);
    case KIN_OP_MULTIPLY:
        a = sum_of(canon, node->kids[0]);
        b = sum_of(canon, node->kids[1]);
        return multiply(canon, &a, &b);
    case KIN_OP_DIVIDE:
        return quotient(canon, node);
    case KIN_OP_POWER:
        return power(canon, node);
    default:
        return canon->failed ? new_sum(canon) : single(canon, atom_of(canon, node), 1);
    }
}

/* ---- Tests ---------------------------------------------------------------------------------------------------------
 */

static bool is_equation(const struct kin_node *node)
{
    return node->op == KIN_OP_COMPARE && node->count == 2 && node->relations[0] == KIN_EQ;
}

/* 1 or -1 when the whole sum is the letter or its opposite, else 0: a multiple clears a fraction, another route. */
static struct kin_rat sign_of_letter(struct canon *canon, const struct sum *sum, const char *atom)
{
    const struct term *term = sum->terms;
    bool alone = sum->count == 1 && term->count == 1 && term->factors[0].exponent == 1 &&
                 strcmp(term->factors[0].atom, atom) == 0;
    bool one = alone && kin_rat_equal(kin_rat_mul(canon->arena, term->number, term->number), kin_rat_int(1));
    return one ? term->number : kin_rat_int(0);
}

/* Is `left` a multiple of the letter, and `right` the same multiple of the value? With terms on the letter's own side
 * it would be another route: the inverse operation. */
static bool side_restates(struct canon *canon, struct sum left, struct sum right, int slot,
                          const struct kin_node *value)
{
    struct kin_rat sign = sign_of_letter(canon, &left, slot_atom(canon, slot));
    struct sum own = sum_of(canon, value);
    add_sum(canon, &right, &own, kin_rat_neg(canon->arena, sign));
    return !canon->failed && kin_rat_sign(sign) != 0 && right.count == 0;
}

static bool restates(struct canon *canon, const struct kin_node *test, int slot, const struct kin_node *value)
{
    if (!is_equation(test)) {
        return false;
    }
    const struct kin_node *a = test->kids[0], *b = test->kids[1];
    return side_restates(canon, sum_of(canon, a), sum_of(canon, b), slot, value) ||
           side_restates(canon, sum_of(canon, b), sum_of(canon, a), slot, value);
}

static bool all_restate(struct canon *canon, const struct kin_node *test, int slot, const struct kin_node *value)
{
    if (test->op != KIN_OP_AND) {
        return restates(canon, test, slot, value);
    }
    bool all = true;
    for (size_t i = 0; all && i < test->count; i++) {
        all = all_restate(canon, test->kids[i], slot, value);
    }
    return all;
}

bool kin_expr_restates(kin_arena *arena, const struct kin_expr *test, int slot, const struct kin_expr *value)
{
    struct kin_mark mark = kin_arena_mark(arena);
    struct canon canon = {.arena = arena, .spare = KIN_NEW_N(arena, struct term, MOST_TERMS)};
    bool found = all_restate(&canon, kin_expr_root(test), slot, kin_expr_root(value));
    kin_arena_rewind(arena, mark);
    return found;
}
