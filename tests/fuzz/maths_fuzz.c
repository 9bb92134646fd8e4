/* Any text as a formula and as a phrase: parse, resolve, judge and write it. */
#include "target.h"

#include "content/formula.h"

static void use_formula(struct kin_frame *frame, const struct kin_formula *formula)
{
    const struct kin_poly *left, *right;
    const struct kin_maths *maths = kin_formula_resolve(formula, frame);
    if (maths) {
        kin_maths_text(frame->arena, maths);
    }
    kin_formula_verdict(formula, frame, NULL, 0);
    kin_formula_sides(formula, frame, &left, &right);
}

static void use_phrase(struct kin_frame *frame, const struct kin_phrase *phrase)
{
    struct kin_nodes nodes = {0};
    if (kin_phrase_resolve(phrase, frame, KIN_UPRIGHT, &nodes)) {
        kin_nodes_text(frame->arena, &nodes);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_scope *scope = kin_scope_new(arena, NULL);
    kin_scope_add(scope, "p", kin_type_number);
    kin_scope_add(scope, "q", kin_type_number);
    struct kin_reading reading = {arena, &diags, scope};
    struct kin_text text = kin_text_source(arena, "fuzz", kin_copy_n(arena, (const char *)data, size));
    struct kin_frame frame = {.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, 16)};
    frame.slots[0] = kin_value_int(1);
    frame.slots[1] = kin_value_number(kin_rat_ratio(arena, -5, 2));
    const struct kin_formula *formula = kin_formula_parse(&reading, text);
    if (formula) {
        use_formula(&frame, formula);
    }
    const struct kin_phrase *phrase = kin_phrase_parse(&reading, text);
    if (phrase) {
        use_phrase(&frame, phrase);
    }
    kin_arena_free(arena);
    return 0;
}
