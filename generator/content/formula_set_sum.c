/* Sums with values put in: which signs merge, which terms vanish. */
#include "content/formula_set.h"

struct sum {
    struct kin_setter *setter;
    struct kin_row row;
    size_t printed;
    struct kin_piece only; /* the term, while there is just one */
};

static void add_sign(struct sum *sum, char sign)
{
    if (sign == 'x') {
        kin_row_add(&sum->row, sum->printed ? &kin_maths_plus_minus : &kin_maths_plus_minus_sign);
    } else if (sign == '-') {
        kin_row_add(&sum->row, sum->printed ? &kin_maths_minus : &kin_maths_minus_sign);
    } else if (sum->printed) {
        kin_row_add(&sum->row, &kin_maths_plus);
    } else if (sign == '+') {
        kin_row_add(&sum->row, &kin_maths_plus_sign);
    }
}

/* a + (−x + 2) and a − (x + 2) need their brackets; a + x + 2 does not. */
static bool sum_needs_brackets(const struct sum *sum, const struct kin_piece *term, char sign)
{
    const struct kin_maths *maths = term->maths; /* "{}" is a row of nothing */
    bool leads = maths->kind == KIN_MATHS_ROW && maths->count && maths->kids[0]->kind == KIN_MATHS_SIGN;
    return term->shape == KIN_PIECE_SUM && (sign == '-' || sign == 'x' || (sum->printed && leads));
}

static void add_term(struct sum *sum, struct kin_piece term, char sign)
{
    if (sum_needs_brackets(sum, &term, sign)) {
        term = kin_piece_fenced(sum->setter->arena, term);
    }
    add_sign(sum, sign);
    kin_row_add(&sum->row, term.maths);
    sum->only = term;
    sum->only.sign = sign == 'x' ? 0 : sign;
    sum->printed++;
}

/* The sign in front of a term: the operator's and the term's in one. */
static char merged_sign(enum kin_join join, char own)
{
    if (join == KIN_JOIN_PLUS_MINUS) {
        return 'x';
    }
    bool minus = (join == KIN_JOIN_MINUS) != (own == '-');
    return minus ? '-' : own == '+' || (join == KIN_JOIN_PLUS && own == 0) ? '+' : 0;
}

static unsigned term_place(const struct kin_written *part, size_t index)
{
    enum kin_join join = part->joins[index];
    unsigned merge = part->lettered && join != KIN_JOIN_PLUS_MINUS ? KIN_MERGE : 0;
    return index == 0 && join == KIN_JOIN_NONE ? KIN_BARE | merge : merge;
}

static bool vanishes(const struct kin_written *part, const struct kin_piece *term, size_t index)
{
    return part->lettered && term->zero && part->joins[index] != KIN_JOIN_PLUS_MINUS;
}

static bool set_terms(struct sum *sum, const struct kin_written *part)
{
    for (size_t i = 0; i < part->count; i++) {
        struct kin_piece term = kin_setter_part(sum->setter, part->kids[i], term_place(part, i));
        if (!term.maths) {
            return false;
        }
        if (vanishes(part, &term, i)) {
            continue;
        }
        bool minus_zero = i == 0 && term.zero && !term.posed;
        char sign = minus_zero ? 0 : merged_sign(part->joins[i], term.sign);
        bool typed_plus = i == 0 && part->joins[0] == KIN_JOIN_PLUS;
        bool first_plus = sign == '+' && sum->printed == 0 && !typed_plus && term.sign != '+';
        add_term(sum, term, first_plus ? 0 : sign);
    }
    return true;
}

struct kin_piece kin_setter_sum(struct kin_setter *setter, const struct kin_written *part, unsigned place)
{
    struct sum sum = {.setter = setter, .row = {.arena = setter->arena}};
    if (!set_terms(&sum, part)) {
        return (struct kin_piece){0};
    }
    if (sum.printed == 0) {
        struct kin_piece zero = kin_setter_zero(setter);
        zero.alone = true;
        return zero;
    }
    bool plus_minus = part->joins[0] == KIN_JOIN_PLUS_MINUS;
    if (sum.printed > 1 || plus_minus) {
        return (struct kin_piece){.maths = kin_row_maths(&sum.row), .shape = KIN_PIECE_SUM};
    }
    sum.only.alone = part->count > 1;
    sum.only.posed = sum.only.posed || (part->count == 1 && sum.only.sign);
    return kin_setter_settle(setter, sum.only, place);
}
