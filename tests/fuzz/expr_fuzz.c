/* Any text as an expression: parse it with a few names in scope, and evaluate what parses. */
#include "target.h"

#include "expr/expr.h"

static void evaluate(kin_arena *arena, const struct kin_scope *scope, const struct kin_expr *expr)
{
    struct kin_frame frame = {.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, kin_scope_slots(scope) + 1)};
    frame.slots[0] = kin_value_int(7);
    frame.slots[1] = kin_value_number(kin_rat_ratio(arena, -5, 3));
    frame.slots[2] = kin_value_list(arena, frame.slots, 2);
    frame.slots[3] = kin_value_word(arena, "ticket", "tickets");
    struct kin_value value;
    if (kin_expr_eval(expr, &frame, &value)) {
        kin_value_text(arena, &value);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_scope *scope = kin_scope_new(arena, NULL);
    kin_scope_add(scope, "a", kin_type_number);
    kin_scope_add(scope, "b", kin_type_number);
    kin_scope_add(scope, "list", kin_type_numbers);
    kin_scope_add(scope, "w", kin_type_word);
    struct kin_reading reading = {arena, &diags, scope};
    struct kin_text text = kin_text_source(arena, "fuzz", kin_copy_n(arena, (const char *)data, size));
    struct kin_expr *expr = kin_expr_parse(&reading, text, kin_type_any);
    if (expr) {
        evaluate(arena, scope, expr);
    }
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < diags.count; i++) {
        kin_diag_write(&buf, &diags.items[i]);
    }
    kin_arena_free(arena);
    return 0;
}
