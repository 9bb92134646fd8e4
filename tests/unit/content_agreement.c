/* What is printed and what is meant agree: the text of a resolved formula, read again, has the same value. So no
 * bracket is missing and no sign is lost, whatever the values are. */
#include "content/formula.h"
#include "random/pcg.h"
#include "unit.h"

#include <stdio.h>

enum { NAMES = 6, ROUNDS = 30000, DEEPEST = 3, LEAST_COMPARED = 15000 };

struct writer {
    struct kin_pcg pcg;
    struct kin_buf buf;
};

static uint32_t below(struct writer *writer, uint32_t bound)
{
    return kin_pcg_below(&writer->pcg, bound);
}

static void write_sum(struct writer *writer, int depth);

/* A value, a letter, a bracket, a power: what can be a factor. */
static void write_atom(struct writer *writer, int depth)
{
    static const char *const atoms[] = {"{a}",       "{b}",   "{c}",        "{d}",           "{e}",        "x",
                                        "y",         "2",     "7",          "x^2",           "({a})",      "({b})",
                                        "{a}^2",     "{e}^2", "{c: mixed}", "{b: fraction}", "{c: slash}", "{a!}",
                                        "({a}/{f})", "|{a}|"};
    enum { ATOMS = sizeof atoms / sizeof *atoms };
    if (depth > 0 && below(writer, 4) == 0) {
        kin_buf_add(&writer->buf, "(");
        write_sum(writer, depth - 1);
        kin_buf_add(&writer->buf, below(writer, 3) ? ")" : ")^2");
        return;
    }
    kin_buf_add(&writer->buf, atoms[below(writer, ATOMS)]);
}

static void write_term(struct writer *writer, int depth)
{
    static const char *const coefficients[] = {"{a}", "{b}", "{c}", "2", "({d})", "{a!}", "-{b}"};
    static const char *const bodies[] = {"x", "xy", "(x + {d})", "{e}", "x^2", "({a} - {d})", "x/{f}", "(x - 1)/{f}"};
    static const char *const signs[] = {" * ", " times ", "/", " div ", ""};
    if (below(writer, 3) == 0) {
        kin_buf_addf(&writer->buf, "%s%s", coefficients[below(writer, 6)], bodies[below(writer, 8)]);
        return;
    }
    write_atom(writer, depth);
    if (below(writer, 2)) {
        kin_buf_add(&writer->buf, signs[below(writer, 5)]);
        write_atom(writer, depth);
    }
}

static void write_sum(struct writer *writer, int depth)
{
    static const char *const signs[] = {" + ", " - "};
    if (below(writer, 5) == 0) {
        kin_buf_add(&writer->buf, "-");
    }
    write_term(writer, depth);
    for (uint32_t more = below(writer, 3); more > 0; more--) {
        kin_buf_add(&writer->buf, signs[below(writer, 2)]);
        write_term(writer, depth);
    }
}

static void choose_values(struct writer *writer, kin_arena *arena, struct kin_scope *scope, struct kin_value *slots)
{
    static const char *const names[NAMES] = {"a", "b", "c", "d", "e", "f"};
    static const int64_t wholes[] = {-3, -2, -1, 0, 1, 2, 5};
    for (int i = 0; i < NAMES; i++) {
        int64_t denominator = i == 2 ? 1 + below(writer, 4) : 1;
        slots[i] = kin_value_number(kin_rat_ratio(arena, wholes[below(writer, 7)], denominator));
    }
    const struct kin_poly *x = kin_poly_letter(arena, 'x');
    struct kin_rat constant = slots[0].as.number, factor = kin_rat_int(below(writer, 2) ? 1 : -2);
    slots[4] = kin_value_poly(kin_poly_add(arena, kin_poly_scale(arena, x, factor), kin_poly_number(arena, constant)));
    for (int i = 0; i < NAMES; i++) {
        kin_scope_add(scope, names[i], kin_value_type(&slots[i]));
    }
}

static bool compare(struct writer *writer, kin_arena *arena)
{
    struct kin_value slots[NAMES], meant, printed;
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_reading reading = {arena, &diags, kin_scope_new(arena, NULL)};
    struct kin_frame frame = {.arena = arena, .slots = slots};
    choose_values(writer, arena, reading.scope, slots);
    writer->buf = kin_buf_in(arena);
    write_sum(writer, DEEPEST);
    struct kin_formula *formula = kin_formula_parse(&reading, kin_text_plain(writer->buf.data));
    if (!formula || !kin_formula_value(formula, &frame, &meant)) {
        return false;
    }
    const char *text = kin_maths_text(arena, kin_formula_resolve(formula, &frame));
    struct kin_formula *again = kin_formula_parse(&reading, kin_text_plain(text));
    if (!again || !kin_formula_value(again, &frame, &printed) || !kin_value_equal(&meant, &printed)) {
        struct kin_buf report = kin_buf_in(arena);
        for (size_t i = 0; i < diags.count; i++) {
            kin_diag_write(&report, &diags.items[i]);
        }
        fail_msg("%s prints as %s but is %s\n%s", writer->buf.data, text, kin_value_text(arena, &meant), report.data);
    }
    return true;
}

static void text_and_value_agree(void **state)
{
    (void)state;
    struct writer writer = {.pcg = kin_pcg_seed(7, 11)};
    size_t compared = 0;
    for (size_t round = 0; round < ROUNDS; round++) {
        kin_arena *arena = kin_arena_new();
        compared += compare(&writer, arena);
        kin_arena_free(arena);
    }
    print_message("%zu formulas compared\n", compared);
    assert_true(compared > LEAST_COMPARED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(text_and_value_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
