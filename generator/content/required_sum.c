/* Reading a printed sum back: its terms, their numbers and letters. */
#include "content/required.h"

#include <string.h>

static struct kin_rat digits(kin_arena *arena, const char *text)
{
    struct kin_buf plain = kin_buf_in(arena);
    for (; *text; text++) {
        if (*text != ',') {
            kin_buf_add_char(&plain, *text);
        }
    }
    return plain.length ? kin_rat_parse(arena, plain.data, plain.length) : kin_rat_undefined(KIN_INEXACT);
}

struct kin_rat kin_maths_number(kin_arena *arena, const struct kin_maths *maths)
{
    if (maths->kind == KIN_MATHS_NUMBER) {
        return digits(arena, maths->text);
    }
    bool fraction = maths->kind == KIN_MATHS_FRACTION && maths->kids[0]->kind == KIN_MATHS_NUMBER &&
                    maths->kids[1]->kind == KIN_MATHS_NUMBER;
    if (!fraction) {
        return kin_rat_undefined(KIN_INEXACT);
    }
    return kin_rat_div(arena, digits(arena, maths->kids[0]->text), digits(arena, maths->kids[1]->text));
}

static bool add_letter(struct kin_monomial *term, const char *letter, int64_t power)
{
    if (term->count == sizeof term->letters / sizeof *term->letters) {
        return false;
    }
    term->letters[term->count] = letter;
    term->powers[term->count++] = power;
    return true;
}

static bool add_power(kin_arena *arena, struct kin_monomial *term, const struct kin_maths *scripts)
{
    int64_t power;
    bool plain = scripts->kids[0]->kind == KIN_MATHS_LETTER && scripts->kids[1] && scripts->count < 4 &&
                 (scripts->count < 3 || !scripts->kids[2]);
    return plain && kin_rat_to_int(kin_maths_number(arena, scripts->kids[1]), &power) &&
           add_letter(term, scripts->kids[0]->text, power);
}

static bool add_factor(kin_arena *arena, struct kin_monomial *term, const struct kin_maths *factor)
{
    switch (factor->kind) {
    case KIN_MATHS_LETTER:
        return add_letter(term, factor->text, 1);
    case KIN_MATHS_SCRIPTS:
        return add_power(arena, term, factor);
    case KIN_MATHS_SPACE:
        return true;
    default:
        break;
    }
    term->coefficient = kin_rat_mul(arena, term->coefficient, kin_maths_number(arena, factor));
    return kin_rat_defined(term->coefficient);
}

static bool is_sign(const struct kin_maths *maths)
{
    return (maths->kind == KIN_MATHS_OPERATOR || maths->kind == KIN_MATHS_SIGN) &&
           (strcmp(maths->text, "+") == 0 || strcmp(maths->text, "−") == 0);
}

bool kin_monomials_read(kin_arena *arena, const struct kin_maths *const *kids, size_t count, struct kin_monomials *sum)
{
    *sum = (struct kin_monomials){0};
    bool empty = true;
    for (size_t i = 0; i < count; i++) {
        bool sign = is_sign(kids[i]);
        if (sign || i == 0) {
            struct kin_monomial *term = &KIN_PUSH(arena, sum->items, sum->count, sum->room);
            *term = (struct kin_monomial){.coefficient = kin_rat_int(sign && strcmp(kids[i]->text, "−") == 0 ? -1 : 1)};
            empty = sign;
        }
        if (!sign && !add_factor(arena, &sum->items[sum->count - 1], kids[i])) {
            return false;
        }
        empty = sign;
    }
    return count && !empty;
}
