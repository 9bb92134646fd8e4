/* Sizes of formula boxes: what a reader's eye expects of fractions, powers, roots, brackets and rows. */
#include "fixture.h"
#include "type/typesetter.h"

#include <math.h>
#include <stdio.h>

static const double size = 12;

static struct kin_box *shown(formula body)
{
    return kin_box_maths(type, build_arena, body, size, KIN_DISPLAY);
}

static struct kin_box *inside(formula body)
{
    return kin_box_maths(type, build_arena, body, size, KIN_INLINE);
}

/* Edges of the ink; y grows down. */
struct ink {
    double left, right, top, bottom;
};

static void ink_add(struct ink *ink, struct ink part)
{
    ink->left = fmin(ink->left, part.left);
    ink->right = fmax(ink->right, part.right);
    ink->top = fmin(ink->top, part.top);
    ink->bottom = fmax(ink->bottom, part.bottom);
}

static const struct ink no_ink = {1e9, -1e9, 1e9, -1e9};

static struct ink glyph_ink(const struct kin_op *op, size_t i)
{
    const struct glyph_measure *measure = kin_glyph_measure(type, op->face, op->glyphs[i].id);
    double x = op->x + op->glyphs[i].x, y = op->y + op->glyphs[i].y;
    return (struct ink){x + measure->left * op->size_pt, x + measure->right * op->size_pt,
                        y - measure->ascent * op->size_pt, y + measure->descent * op->size_pt};
}

/* What is drawn of a formula: below its tag. */
static const struct kin_op *marks_of(const struct kin_box *box)
{
    return box->ops.first ? box->ops.first->kids : NULL;
}

static const struct kin_op *op_of(const struct kin_box *box, enum kin_op_kind kind)
{
    for (const struct kin_op *op = marks_of(box); op; op = op->next) {
        if (op->kind == kind) {
            return op;
        }
    }
    return NULL;
}

/* Ink of all glyphs that begin with their baseline between two heights. */
static struct ink ink_between(const struct kin_box *box, double top, double bottom)
{
    struct ink ink = no_ink;
    for (const struct kin_op *op = marks_of(box); op; op = op->next) {
        for (size_t i = 0; i < op->glyph_count; i++) {
            if (op->y + op->glyphs[i].y >= top && op->y + op->glyphs[i].y <= bottom) {
                ink_add(&ink, glyph_ink(op, i));
            }
        }
    }
    return ink;
}

static struct ink ink_of(const struct kin_box *box)
{
    struct ink ink = ink_between(box, -1e9, 1e9);
    for (const struct kin_op *op = marks_of(box); op; op = op->next) {
        if (op->kind == KIN_OP_RULE) {
            ink_add(&ink, (struct ink){op->x, op->x + op->width, op->y, op->y + op->height});
        }
    }
    return ink;
}

static double smallest_run(const struct kin_box *box)
{
    double smallest = 1e9;
    for (const struct kin_op *op = marks_of(box); op; op = op->next) {
        smallest = op->kind == KIN_OP_GLYPHS ? fmin(smallest, op->size_pt) : smallest;
    }
    return smallest;
}

static void assert_near(double a, double b, double tolerance)
{
    if (fabs(a - b) > tolerance) {
        print_error("%g and %g differ by more than %g\n", a, b, tolerance);
        fail();
    }
}

static void assert_above(double upper, double lower)
{
    if (upper >= lower) {
        print_error("%g is not above %g\n", upper, lower);
        fail();
    }
}

static formula half(void)
{
    return fraction(number("1"), number("2"));
}

static void fraction_lies_on_the_axis(void **state)
{
    (void)state;
    struct ink minus = ink_of(shown(sign("−")));
    const struct kin_box *boxes[] = {shown(half()), inside(half()), shown(fraction(typed("x+3"), typed("2y")))};
    for (int i = 0; i < 3; i++) {
        const struct kin_op *line = op_of(boxes[i], KIN_OP_RULE);
        assert_non_null(line);
        assert_near(line->y + line->height / 2, (minus.top + minus.bottom) / 2, 0.02 * size);
        struct ink above = ink_between(boxes[i], -1e9, line->y), below = ink_between(boxes[i], line->y, 1e9);
        assert_above(above.bottom, line->y);
        assert_above(line->y + line->height, below.top);
        assert_near(line->y - above.bottom, below.top - line->y - line->height, 0.1 * size);
        assert_near((above.left + above.right) / 2, line->x + line->width / 2, 0.06 * size);
        assert_true(line->x <= above.left && line->x + line->width >= above.right);
    }
}

static void inline_parts_stay_legible(void **state)
{
    (void)state;
    assert_true(smallest_run(inside(half())) >= 0.7 * size);
    assert_true(smallest_run(inside(fraction(half(), number("3")))) >= 0.7 * size);
    assert_near(smallest_run(shown(half())), size, 0.001);
    assert_true(smallest_run(inside(power(letter("x"), half()))) >= 0.6 * size);
    assert_true(smallest_run(shown(power(number("2"), power(number("2"), power(number("2"), number("2")))))) >=
                0.6 * size);
}

static void exponents_stand_high(void **state)
{
    (void)state;
    struct kin_box *box = shown(power(letter("x"), number("2")));
    struct ink base = ink_between(box, -0.001, 0.001), exponent = ink_between(box, -1e9, -0.1);
    assert_above(exponent.top, base.top);
    assert_above(exponent.bottom, 0);
    assert_true(exponent.left >= base.right - 0.05 * size);
    /* An exponent has the same height on a letter and on a bracket of ordinary height. */
    struct kin_box *bracket = shown(power(typed("(x)"), number("2")));
    assert_near(ink_between(bracket, -1e9, -0.1).top, exponent.top, 0.01 * size);
    /* A tall bracket lifts it. */
    struct kin_box *tall = shown(power(fence("(", half(), ")"), number("2")));
    assert_above(ink_of(tall).top, exponent.top - 0.2 * size);
    struct kin_box *low = shown(index_of(letter("a"), letter("n")));
    assert_above(0, ink_between(low, 0.01, 1e9).bottom);
}

static void fences_cover_their_bodies(void **state)
{
    (void)state;
    formula bodies[] = {typed("x+1"), half(), fraction(half(), half()), root(half(), NULL),
                        GRID("", ROW(typed("a"), typed("=1")), ROW(typed("b"), typed("=2")),
                             ROW(typed("c"), typed("=3")), ROW(typed("d"), typed("=4")), ROW(typed("e"), typed("=5")),
                             ROW(typed("f"), typed("=6")))};
    const char *signs[][2] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"|", "|"}};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        for (size_t s = 0; s < 4; s++) {
            struct ink body = ink_of(shown(bodies[i]));
            struct kin_box *fenced = shown(fence(signs[s][0], bodies[i], signs[s][1]));
            struct ink all = ink_of(fenced);
            double height = body.bottom - body.top;
            assert_true(all.bottom - all.top >= 0.88 * height);
            assert_true(all.right - all.left >= body.right - body.left + 0.1 * size);
            assert_true(fenced->ascent >= -all.top - 0.01 && fenced->descent >= all.bottom - 0.01);
        }
    }
}

/* White between the ink of two glyphs of the first run, counted from 0 as they are set: a bracket after what it holds.
 */
static double white_between(const struct kin_box *box, size_t left, size_t right)
{
    const struct kin_op *run = op_of(box, KIN_OP_GLYPHS);
    assert_true(run && right < run->glyph_count);
    return glyph_ink(run, right).left - glyph_ink(run, left).right;
}

static void brackets_are_no_farther_outside_than_inside(void **state)
{
    (void)state;
    struct kin_box *product = shown(ROW(fence("(", letter("m"), ")"), fence("[", letter("m"), "]")));
    struct ink open = glyph_ink(op_of(product, KIN_OP_GLYPHS), 1);
    /* m ( ) m [ ] is the order of the marks. */
    assert_true(open.left > 0 && open.left < 0.1 * size);
    assert_near(white_between(product, 2, 4), 0.16 * size, 0.02 * size);
    struct kin_box *squared = shown(power(fence("(", letter("m"), ")"), number("2")));
    assert_near(ink_between(squared, -1e9, -0.1).left - ink_between(squared, -0.001, 0.001).right, 0.13 * size,
                0.03 * size);
    /* Signs that the font sets evenly keep their sides. */
    struct kin_box *set = shown(fence("{", letter("m"), "}"));
    assert_near(set->width - ink_of(set).right, 0.08 * size, 0.01 * size);
}

static void roots_cover_their_radicands(void **state)
{
    (void)state;
    formula bodies[] = {number("2"), typed("b^2-4ac"), half(), fraction(half(), half()), letter("y")};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct kin_box *box = shown(root(bodies[i], NULL));
        const struct kin_op *bar_of = NULL;
        for (const struct kin_op *op = marks_of(box); op; op = op->next) {
            bar_of = op->kind == KIN_OP_RULE && (!bar_of || op->y < bar_of->y) ? op : bar_of;
        }
        assert_non_null(bar_of);
        struct ink body = ink_of(shown(bodies[i]));
        assert_true(bar_of->width >= body.right - body.left);
        assert_above(bar_of->y + bar_of->height, body.top);
        assert_near(ink_of(box).top, bar_of->y, 0.03 * size);
        assert_true(ink_of(box).bottom >= body.bottom - 0.15 * size);
    }
    struct kin_box *plain = shown(root(number("27"), NULL)), *cube = shown(root(number("27"), number("3")));
    assert_true(cube->width >= plain->width && cube->width < plain->width + 0.5 * size);
}

static void mixed_numbers_are_close(void **state)
{
    (void)state;
    struct kin_box *box = shown(mixed(number("2"), half()));
    const struct kin_op *line = op_of(box, KIN_OP_RULE);
    struct ink whole = ink_between(box, -0.001, 0.001);
    assert_true(line->x - whole.right > 0.05 * size);
    assert_true(line->x - whole.right < 0.25 * size);
}

static void bars_lie_over_digits(void **state)
{
    (void)state;
    struct kin_box *box = shown(bar(number("36")));
    const struct kin_op *line = op_of(box, KIN_OP_RULE);
    struct ink digits = ink_between(box, -0.001, 0.001);
    assert_above(line->y + line->height, digits.top);
    assert_true(line->x <= digits.left && line->x + line->width >= digits.right);
}

static void chains_align_at_the_relation(void **state)
{
    (void)state;
    struct kin_box *box = shown(GRID("", ROW(typed("3x+100"), typed("=4")), ROW(letter("x"), typed("=5"))));
    struct face_glyph equals;
    assert_true(kin_maths_glyph(type, '=', 0, &equals));
    double xs[4], ys[4];
    size_t count = 0;
    for (const struct kin_op *op = marks_of(box); op; op = op->next) {
        for (size_t i = 0; i < op->glyph_count && count < 4; i++) {
            if (op->glyphs[i].id == equals.glyph) {
                xs[count] = op->glyphs[i].x;
                ys[count++] = op->glyphs[i].y;
            }
        }
    }
    assert_int_equal(count, 2);
    assert_near(xs[0], xs[1], 0.001);
    assert_near(ys[0], 0, 0.001);
    assert_near(ys[1], 1.5 * size, 0.001);
}

static void braces_embrace_systems(void **state)
{
    (void)state;
    formula first = ROW(typed("2x+3y"), typed("=12")), second = ROW(typed("x-y"), typed("=-1"));
    struct ink rows = ink_of(shown(GRID("", first, second))), all = ink_of(shown(GRID("{", first, second)));
    assert_true(all.bottom - all.top >= rows.bottom - rows.top);
    assert_true(all.right - all.left >= rows.right - rows.left + 0.2 * size);
}

static double gap_after(formula row)
{
    struct kin_box *box = shown(row);
    const struct kin_op *op = op_of(box, KIN_OP_GLYPHS);
    return glyph_ink(op, 1).left - glyph_ink(op, 0).right;
}

static void signs_are_closer_than_operators(void **state)
{
    (void)state;
    double as_sign = gap_after(ROW(sign("−"), number("5")));
    double as_operator = gap_after(ROW(operator("−"), number("5")));
    assert_near(as_operator - as_sign, 4.0 / 18 * size, 0.001);
    assert_true(gap_after(ROW(number("5"), relation("="), number("6"))) >
                gap_after(ROW(number("5"), operator("+"), number("6"))));
}

/* What banks can put into a formula: every one of these must be drawn by some face. */
static void no_character_is_missing(void **state)
{
    (void)state;
    static const char *const marks[] = {"+", "−", "-", "×", "·", "÷", "±", "=", "≠", "<", "≤", ">", "≥",
                                        "≈", "→", ":", "∼", "≅", "∥", "⊥", "∠", "△", "°", "%", "…", "⋯",
                                        "∞", "π", "θ", "α", "β", "′", "″", "¢", "$", "€", "(", ")", "[",
                                        "]", "{", "}", "|", "∅", "∈", "∪", "∩", ",", ";", "!", "√"};
    size_t errors = diags.errors;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        assert_true(shown(symbol(marks[i]))->width > 0);
        assert_true(shown(word(marks[i]))->width > 0);
    }
    for (char c = 'A'; c <= 'z'; c++) {
        if (c <= 'Z' || c >= 'a') {
            assert_true(shown(letter((char[]){c, 0}))->width > 0);
            assert_true(shown(word((char[]){c, 0}))->width > 0);
        }
    }
    assert_true(shown(number("$12,345,678.90"))->width > 0);
    assert_int_equal(diags.errors, errors);
}

static void missing_characters_are_reported_once(void **state)
{
    (void)state;
    size_t errors = diags.errors;
    struct kin_box *box = shown(ROW(symbol("中"), symbol("中")));
    assert_int_equal(diags.errors, errors + 1);
    assert_int_equal(diags.items[diags.count - 1].id, KIN_E611);
    assert_true(box->width > size);
    shown(word("中"));
    assert_int_equal(diags.errors, errors + 1);
    shown(word("文"));
    assert_int_equal(diags.errors, errors + 2);
}

static void letters_are_italic_and_minus_is_no_hyphen(void **state)
{
    (void)state;
    struct face_glyph planck, hyphen;
    assert_true(kin_maths_glyph(type, 0x210E, 0, &planck) && kin_maths_glyph(type, '-', 0, &hyphen));
    assert_int_equal(op_of(shown(letter("h")), KIN_OP_GLYPHS)->glyphs[0].id, planck.glyph);
    struct kin_box *box = shown(ROW(sign("-"), number("-3"), operator("-"), symbol("-")));
    for (const struct kin_op *op = marks_of(box); op; op = op->next) {
        for (size_t i = 0; i < op->glyph_count; i++) {
            assert_int_not_equal(op->glyphs[i].id, hyphen.glyph);
        }
    }
}

static void ink_stays_inside_the_box(void **state)
{
    (void)state;
    formula all[] = {
        typed("fjy = 2x - j"),          power(letter("f"), number("2")),    half(),
        root(letter("f"), number("3")), index_of(letter("f"), letter("j")), fence("(", half(), ")"),
        mixed(number("1"), half()),     bar(ROW(letter("A"), letter("B"))), ROW(letter("x"), relation("="), blank())};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct kin_box *box = i % 2 ? inside(all[i]) : shown(all[i]);
        struct ink ink = ink_of(box);
        assert_true(ink.left >= -0.01 && ink.right <= box->width + 0.06 * size);
        assert_true(-ink.top <= box->ascent + 0.01 && ink.bottom <= box->descent + 0.01);
    }
}

/* One text a formula: the first run has it, the others continue it. */
static void text_is_on_the_first_run(void **state)
{
    (void)state;
    struct kin_box *box = inside(ROW(letter("x"), relation("="), half()));
    const struct kin_op *first = op_of(box, KIN_OP_GLYPHS);
    assert_string_equal(first->text, "x = 1/2");
    for (const struct kin_op *op = first; op; op = op->next) {
        if (op->kind == KIN_OP_GLYPHS) {
            assert_true(op->one_cluster);
            assert_true(op == first || !*op->text);
        }
    }
}

static void deep_and_wide_formulas_end(void **state)
{
    (void)state;
    formula deep = number("1");
    for (int i = 0; i < 60; i++) {
        deep = fraction(fence("(", root(deep, NULL), ")"), deep->count ? number("2") : deep);
    }
    assert_true(shown(deep)->width > 0);
    formula nested = letter("x");
    for (int i = 0; i < 1000; i++) {
        nested = i % 2 ? fence("(", nested, ")") : ROW(nested);
    }
    assert_true(shown(nested)->width >= 0);
    formula rows[2000];
    for (int i = 0; i < 2000; i++) {
        rows[i] = number("1");
    }
    formula wide = kin_maths_new(build_arena, KIN_MATHS_ROW, NULL, rows, 2000);
    rows[0] = wide;
    struct kin_box *grid = shown(build_grid("{", rows, 2000));
    assert_true(grid->ascent + grid->descent > 1999 * 1.4 * size);
    assert_true(shown(NULL)->width == 0);
    assert_true(shown(fence("", NULL, ""))->width == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fraction_lies_on_the_axis),
        cmocka_unit_test(inline_parts_stay_legible),
        cmocka_unit_test(exponents_stand_high),
        cmocka_unit_test(fences_cover_their_bodies),
        cmocka_unit_test(brackets_are_no_farther_outside_than_inside),
        cmocka_unit_test(roots_cover_their_radicands),
        cmocka_unit_test(mixed_numbers_are_close),
        cmocka_unit_test(bars_lie_over_digits),
        cmocka_unit_test(chains_align_at_the_relation),
        cmocka_unit_test(braces_embrace_systems),
        cmocka_unit_test(signs_are_closer_than_operators),
        cmocka_unit_test(no_character_is_missing),
        cmocka_unit_test(missing_characters_are_reported_once),
        cmocka_unit_test(letters_are_italic_and_minus_is_no_hyphen),
        cmocka_unit_test(ink_stays_inside_the_box),
        cmocka_unit_test(text_is_on_the_first_run),
        cmocka_unit_test(deep_and_wide_formulas_end),
    };
    return cmocka_run_group_tests_name("formulas", tests, setup, teardown);
}
