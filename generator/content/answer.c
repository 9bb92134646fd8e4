#include "content/answer.h"

#include <string.h>

#define KIN_ANSWER_TYPE(id) extern const struct kin_answer_type kin_answer_type_##id;
#include "content/answers.def"
#undef KIN_ANSWER_TYPE

static const struct kin_answer_type *const types[] = {
#define KIN_ANSWER_TYPE(id) &kin_answer_type_##id,
#include "content/answers.def"
#undef KIN_ANSWER_TYPE
};

const struct kin_answer_type *const *kin_answer_types(size_t *count)
{
    *count = sizeof types / sizeof *types;
    return types;
}

const struct kin_answer_type *kin_answer_type_named(const char *name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (strcmp(types[i]->name, name) == 0) {
            return types[i];
        }
    }
    return NULL;
}

/* A number where roots may be, both where a real number is wanted; none, all and undefined everywhere. */
static bool stands(enum kin_kind wanted, struct kin_type type)
{
    bool exact = type.kind == KIN_NUMBER || type.kind == KIN_SURD;
    return type.kind == wanted || type.kind == KIN_SPECIAL || (wanted == KIN_SURD && exact) ||
           (wanted == KIN_REAL && (exact || type.kind == KIN_REAL));
}

bool kin_answer_type_takes(const struct kin_answer_type *type, struct kin_type expression)
{
    bool root = expression.kind == KIN_SURD || expression.kind == KIN_REAL;
    if (!type->formula && root && type->type.kind == KIN_NUMBER) {
        return (type->looks >> KIN_PLAIN & 1) != 0; /* sqrt(n) may be a number: each value is asked */
    }
    if (type->formula || !stands(type->type.kind, expression)) {
        return false;
    }
    return expression.kind != KIN_NUMBER || !type->looks || (type->looks >> expression.look & 1) != 0;
}

bool kin_answer_fits(const struct kin_answer_type *type, kin_arena *arena, const struct kin_value *value)
{
    bool special = value->kind == KIN_SPECIAL;
    if ((!special && !kin_kind_stands(value->kind, type->type)) ||
        !kin_answer_type_takes(type, kin_value_type(value)) ||
        (value->kind == KIN_NUMBER && !kin_rat_defined(value->as.number))) {
        return false;
    }
    return special || !type->fits || type->fits(arena, value);
}

static bool same_real(const struct kin_value *a, const struct kin_value *b)
{
    int order = 1;
    return kin_value_order(a, b, &order) && order == 0;
}

bool kin_answer_same(const struct kin_answer_type *type, kin_arena *arena, const struct kin_value *a,
                     const struct kin_value *b)
{
    if (!type) {
        return a->kind == b->kind && kin_value_equal(a, b);
    }
    if (a->kind == KIN_SPECIAL || b->kind == KIN_SPECIAL) {
        return kin_answer_equal(arena, a, b);
    }
    return kin_answer_fits(type, arena, a) && kin_answer_fits(type, arena, b) && type->same(arena, a, b);
}

bool kin_answer_equal(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    (void)arena;
    return a->kind == b->kind ? kin_value_equal(a, b) : kin_value_is_real(a) && kin_value_is_real(b) && same_real(a, b);
}

/* ---- Printing ------------------------------------------------------------------------------------------------ */

void kin_answer_of_maths(kin_arena *arena, const struct kin_maths *maths, struct kin_answer *answer)
{
    answer->content = (struct kin_nodes){0};
    answer->text = kin_maths_text(arena, maths);
    kin_nodes_add(arena, &answer->content, kin_node_maths(arena, maths));
}

static void answer_of_words(const struct kin_frame *frame, const struct kin_value *value, struct kin_answer *answer)
{
    answer->content = (struct kin_nodes){0};
    kin_arena *arena = frame->arena;
    answer->text =
        value->kind == KIN_SPECIAL ? kin_special_text(frame, value->as.special) : kin_value_text(arena, value);
    kin_nodes_add(arena, &answer->content, kin_node_text(arena, answer->text, KIN_UPRIGHT));
}

bool kin_answer_of_value(struct kin_frame *frame, const struct kin_value *value, const char *format,
                         struct kin_answer *answer)
{
    if (value->kind == KIN_WORD || value->kind == KIN_TRUTH || value->kind == KIN_SPECIAL) {
        answer_of_words(frame, value, answer);
        return true;
    }
    const struct kin_maths *maths = kin_maths_of_value(frame, value, format);
    if (maths) {
        kin_answer_of_maths(frame->arena, maths, answer);
    }
    return maths != NULL;
}

static bool printed_before(const struct kin_answer *answers, size_t count, const char *key, const char *text)
{
    bool before = strcmp(key, text) == 0;
    for (size_t i = 0; i < count; i++) {
        before = before || strcmp(answers[i].text, text) == 0;
    }
    return before;
}

/* A form that does not suit this value after all (too many decimals, say) is left out; its fault is nobody's. */
size_t kin_answer_accepted(const struct kin_answer_type *type, struct kin_frame *frame, const struct kin_value *key,
                           const char *format, struct kin_answer **accepted)
{
    const char *formats[KIN_ANSWER_FORMS];
    struct kin_fault fault = frame->fault;
    struct kin_answer as_key, other;
    size_t forms = type->forms ? type->forms(frame->arena, key, formats) : 0, count = 0, room = 0;
    *accepted = NULL;
    if (!forms || !kin_answer_of_value(frame, key, format, &as_key)) {
        return 0;
    }
    for (size_t i = 0; i < forms; i++) {
        if (kin_answer_of_value(frame, key, formats[i], &other) &&
            !printed_before(*accepted, count, as_key.text, other.text)) {
            KIN_PUSH(frame->arena, *accepted, count, room) = other;
        }
    }
    frame->fault = fault;
    return count;
}

/* ---- For the cell --------------------------------------------------------------------------------------------- */

static const char *number_kind(kin_arena *arena, const struct kin_value *value)
{
    static const char *const looks[] = {[KIN_MONEY] = "money",
                                        [KIN_PERCENT] = "percent",
                                        [KIN_CLOCK] = "clock time",
                                        [KIN_DATE] = "date",
                                        [KIN_DURATION] = "duration"};
    if (value->look != KIN_PLAIN) {
        return looks[value->look];
    }
    if (kin_rat_is_integer(value->as.number)) {
        return "integer";
    }
    return kin_rat_decimals(arena, value->as.number) >= 0 ? "terminating" : "repeating";
}

const char *kin_answer_kind(kin_arena *arena, const struct kin_value *value)
{
    static const char *const kinds[KIN_KIND_COUNT] = {
        [KIN_NOTHING] = "none", [KIN_TRUTH] = "truth",     [KIN_WORD] = "word",
        [KIN_LIST] = "list",    [KIN_POLY] = "letters",    [KIN_SURD] = "with roots or pi",
        [KIN_REAL] = "real",    [KIN_SPECIAL] = "special", [KIN_INTERVAL] = "interval"};
    return value->kind == KIN_NUMBER ? number_kind(arena, value) : kinds[value->kind];
}

static int number_digits(kin_arena *arena, const struct kin_value *value)
{
    struct kin_rat number = value->as.number;
    if (!kin_rat_defined(number)) {
        return 0;
    }
    if (value->places > 0) {
        return kin_rat_digits(arena, number) + value->places;
    }
    if (kin_rat_is_integer(number)) {
        return kin_rat_digits(arena, number);
    }
    return kin_rat_digits(arena, kin_rat_numerator(arena, number)) +
           kin_rat_digits(arena, kin_rat_denominator(arena, number));
}

int kin_answer_digits(kin_arena *arena, const struct kin_value *value)
{
    int most = 0;
    if (value->kind == KIN_NUMBER) {
        return number_digits(arena, value);
    }
    for (size_t i = 0; value->kind == KIN_LIST && i < value->as.list->count; i++) {
        const struct kin_value *item = &value->as.list->items[i];
        int digits = item->kind == KIN_NUMBER ? number_digits(arena, item) : 0;
        most = digits > most ? digits : most;
    }
    return most;
}
