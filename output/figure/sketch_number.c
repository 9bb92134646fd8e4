/* Words and numbers as nodes. */
#include "figure/sketch.h"

#include <string.h>

struct kin_nodes kin_sketch_words(struct kin_sketch *sketch, const char *text)
{
    struct kin_nodes nodes = {0};
    kin_nodes_add(sketch->arena, &nodes, kin_node_text(sketch->arena, text, KIN_UPRIGHT));
    return nodes;
}

static struct kin_nodes of_maths(kin_arena *arena, const struct kin_maths *maths)
{
    struct kin_nodes nodes = {0};
    kin_nodes_add(arena, &nodes, kin_node_maths(arena, maths));
    return nodes;
}

struct kin_nodes kin_sketch_italic(struct kin_sketch *sketch, const char *letter)
{
    return of_maths(sketch->arena, kin_maths_new(sketch->arena, KIN_MATHS_LETTER, letter, NULL, 0));
}

enum kin_number_form kin_number_form_named(const char *name)
{
    return strcmp(name, "fraction") == 0 ? KIN_FORM_FRACTION
           : strcmp(name, "mixed") == 0  ? KIN_FORM_MIXED
                                         : KIN_FORM_DECIMAL;
}

static const struct kin_maths *digits(kin_arena *arena, struct kin_rat number)
{
    return kin_maths_new(arena, KIN_MATHS_NUMBER, kin_rat_text(arena, number), NULL, 0);
}

static const struct kin_maths *fraction(kin_arena *arena, struct kin_rat size)
{
    const struct kin_maths *parts[] = {digits(arena, kin_rat_numerator(arena, size)),
                                       digits(arena, kin_rat_denominator(arena, size))};
    return kin_maths_new(arena, KIN_MATHS_FRACTION, NULL, parts, 2);
}

static const struct kin_maths *mixed(kin_arena *arena, struct kin_rat size)
{
    struct kin_rat whole = kin_rat_round(arena, size, 0, KIN_FLOOR), rest = kin_rat_sub(arena, size, whole);
    if (kin_rat_sign(whole) == 0) {
        return fraction(arena, size);
    }
    const struct kin_maths *parts[] = {digits(arena, whole), fraction(arena, rest)};
    return kin_maths_new(arena, KIN_MATHS_MIXED, NULL, parts, 2);
}

/* With a minus of its own width before it. */
static const char *negative(kin_arena *arena, const char *text)
{
    static const char minus[] = "−";
    size_t length = strlen(text);
    char *joined = kin_alloc(arena, sizeof minus + length);
    memcpy(joined, minus, sizeof minus - 1);
    memcpy(joined + sizeof minus - 1, text, length);
    return joined;
}

struct kin_nodes kin_sketch_number(struct kin_sketch *sketch, struct kin_rat number, enum kin_number_form form)
{
    kin_arena *arena = sketch->arena;
    int decimals = kin_rat_decimals(arena, number);
    struct kin_rat size = kin_rat_abs(arena, number);
    bool minus = kin_rat_sign(number) < 0;
    if (decimals == 0 || (form == KIN_FORM_DECIMAL && decimals > 0 && decimals <= 3)) {
        const char *text = kin_rat_decimal_text(arena, size, decimals);
        return kin_sketch_words(sketch, minus ? negative(arena, text) : text);
    }
    const struct kin_maths *row[] = {kin_maths_new(arena, KIN_MATHS_SIGN, "−", NULL, 0),
                                     form == KIN_FORM_MIXED ? mixed(arena, size) : fraction(arena, size)};
    return of_maths(arena, minus ? kin_maths_new(arena, KIN_MATHS_ROW, NULL, row, 2) : row[1]);
}

const char *kin_sketch_letters(struct kin_sketch *sketch, size_t number)
{
    char tens = (char)('a' + (number / 26 + 25) % 26), ones = (char)('a' + number % 26);
    return number < 26 ? kin_format(sketch->arena, "%c", ones) : kin_format(sketch->arena, "%c%c", tens, ones);
}
