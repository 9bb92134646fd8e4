/* Labels find places that touch nothing; what is drawn stands where its values are. */
#include "unit.h"

#include "draw/draw.h"
#include "figure/figure.h"

#include <string.h>

struct drawn {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_typesetter *type;
    struct kin_library *library;
};

static const struct kin_text_style style = {.size_pt = 11, .leading = 1.36};

static int open_all(void **state)
{
    kin_arena *arena = kin_arena_new();
    struct drawn *drawn = KIN_NEW(arena, struct drawn);
    drawn->arena = arena;
    drawn->diags = kin_diags_in(arena);
    drawn->type = kin_type_open(&drawn->diags, &kin_fonts_schola, NULL);
    drawn->library = kin_library_new(arena, &drawn->diags);
    kin_library_take_figures(drawn->library, kin_figure_all());
    *state = drawn;
    return drawn->type ? 0 : -1;
}

static int close_all(void **state)
{
    struct drawn *drawn = *state;
    kin_type_free(drawn->type);
    kin_arena_free(drawn->arena);
    return 0;
}

/* An empty sheet to sketch on. */
static struct kin_sketch *sheet_of(struct drawn *drawn, double width, double height)
{
    struct kin_sketch *sketch = KIN_NEW(drawn->arena, struct kin_sketch);
    *sketch = (struct kin_sketch){.type = drawn->type,
                                  .arena = drawn->arena,
                                  .style = &style,
                                  .words = kin_furniture_of("en"),
                                  .room = 500,
                                  .ops = kin_ops_in(drawn->arena)};
    kin_sketch_size(sketch, width, height);
    return sketch;
}

static size_t touching(const struct kin_sketch *sketch)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        for (size_t j = i + 1; j < sketch->trace_count; j++) {
            count += kin_traces_touch(&sketch->traces[i], &sketch->traces[j], 0);
        }
    }
    return count;
}

static size_t texts(const struct kin_sketch *sketch)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        count += sketch->traces[i].kind == KIN_TRACE_TEXT;
    }
    return count;
}

static void test_best_place(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 200, 200);
    struct kin_nodes text = kin_sketch_words(sketch, "A");
    kin_sketch_label(sketch, &text, (struct kin_xy){100, 100}, 3, 0);
    kin_sketch_settle(sketch);
    assert_int_equal(sketch->trace_count, 1);
    assert_true(sketch->traces[0].x1 > 103);
    assert_true(sketch->traces[0].y1 < 100 && sketch->traces[0].y2 > 100);
    assert_int_equal(sketch->led + sketch->lettered, 0);
}

/* A stroke through the best place: the label stands elsewhere, not on it. */
static void test_beside_a_stroke(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 200, 200);
    struct kin_nodes text = kin_sketch_words(sketch, "A");
    kin_sketch_line(sketch, (struct kin_xy){110, 0}, (struct kin_xy){110, 200}, KIN_PEN_NORMAL);
    kin_sketch_label(sketch, &text, (struct kin_xy){100, 100}, 3, 0);
    kin_sketch_settle(sketch);
    assert_int_equal(touching(sketch), 0);
    assert_int_equal(texts(sketch), 1);
}

/* Many labels for one place: leader lines, and none is lost. */
static void test_crowd(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 300, 300);
    for (int i = 0; i < 24; i++) {
        struct kin_nodes text = kin_sketch_words(sketch, kin_format(sketch->arena, "label %d", i));
        kin_sketch_label(sketch, &text, (struct kin_xy){150, 150}, 2, 0);
    }
    kin_sketch_settle(sketch);
    assert_true(sketch->led > 0);
    assert_true(texts(sketch) >= 24);
    assert_int_equal(touching(sketch), 0);
}

/* No room at all: a letter inside, and the text in a legend below. */
static void test_legend(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 40, 18);
    struct kin_nodes text = kin_sketch_words(sketch, "a rather long label");
    kin_sketch_line(sketch, (struct kin_xy){0, 4}, (struct kin_xy){40, 4}, KIN_PEN_NORMAL);
    kin_sketch_label(sketch, &text, (struct kin_xy){20, 4}, 2, 0);
    kin_sketch_settle(sketch);
    assert_int_equal(sketch->lettered, 1);
    assert_true(sketch->height > 18);
    assert_int_equal(touching(sketch), 0);
}

/* Beside sides of all slopes the ink of a label is as far from the stroke, whether or not its letters reach down. */
static void test_gap_at_sides(void **state)
{
    for (int i = 0; i < 24; i++) {
        struct kin_sketch *sketch = sheet_of(*state, 400, 400);
        struct kin_nodes text = kin_sketch_words(sketch, i % 2 ? "8 cm" : "27 y");
        struct kin_xy middle = {200, 200}, from = kin_xy_around(middle, 120, i * M_PI / 12),
                      to = kin_xy_around(middle, -120, i * M_PI / 12);
        kin_sketch_line(sketch, from, to, KIN_PEN_NORMAL);
        kin_sketch_label_side(sketch, &text, from, to);
        kin_sketch_settle(sketch);
        const struct kin_trace *box = &sketch->traces[1];
        double least = INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner % 2 ? box->x2 : box->x1) - from.x, y = (corner / 2 ? box->y2 : box->y1) - from.y;
            least = fmin(least, fabs(x * (to.y - from.y) - y * (to.x - from.x)) / hypot(to.x - from.x, to.y - from.y));
        }
        assert_true(fabs(least - KIN_SIDE_CLEAR - 0.8) < 0.01);
        double line = kin_sketch_measure(sketch, &text).y;
        assert_true(box->y2 - box->y1 < (i % 2 ? 0.8 * line : line));
    }
}

/* A label of a side that has no room beside it is led to the side: it does not stand far along it without a line. */
static void test_no_room_at_a_side(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 200, 200);
    struct kin_nodes text = kin_sketch_words(sketch, "12345 dm");
    for (double x = 90; x <= 110; x += 10) {
        kin_sketch_line(sketch, (struct kin_xy){x, 70}, (struct kin_xy){x, 130}, KIN_PEN_NORMAL);
    }
    kin_sketch_label_side(sketch, &text, (struct kin_xy){100, 130}, (struct kin_xy){100, 70});
    kin_sketch_settle(sketch);
    assert_int_equal(texts(sketch), 1);
    assert_int_equal(sketch->led, 1);
}

/* Of more than 26 labels that find no place, each has letters of its own. */
static void test_many_letters(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 60, 60);
    for (int i = 0; i < 60; i++) {
        struct kin_nodes text = kin_sketch_words(sketch, kin_format(sketch->arena, "a rather long label %d", i));
        kin_sketch_label(sketch, &text, (struct kin_xy){30, 30}, 2, 0);
    }
    kin_sketch_settle(sketch);
    assert_true(sketch->lettered > 26);
    for (size_t i = 0; i < sketch->trace_count; i++) {
        for (size_t j = i + 1; sketch->traces[i].text && j < sketch->trace_count; j++) {
            assert_true(!sketch->traces[j].text || strcmp(sketch->traces[i].text, sketch->traces[j].text) != 0);
        }
    }
}

/* Strokes everywhere but at a text, which lies below the anchor: the line to the letter's row goes around it. */
static void test_leader_around_a_text(void **state)
{
    struct kin_sketch *sketch = sheet_of(*state, 70, 40);
    struct kin_nodes text = kin_sketch_words(sketch, "mmmm"), label = kin_sketch_words(sketch, "a rather long label");
    kin_sketch_text(sketch, &text, (struct kin_xy){35, 16}, 0.5, 0.5);
    const struct kin_trace word = sketch->traces[0];
    for (double y = 1; y < 40; y += 4) {
        bool beside = y > word.y1 - 2 && y < word.y2 + 2;
        kin_sketch_line(sketch, (struct kin_xy){0, y}, (struct kin_xy){beside ? word.x1 - 2 : 70, y}, KIN_PEN_NORMAL);
        kin_sketch_line(sketch, (struct kin_xy){beside ? word.x2 + 2 : 0, y}, (struct kin_xy){70, y}, KIN_PEN_NORMAL);
    }
    kin_sketch_label(sketch, &label, (struct kin_xy){35, word.y1 - 4}, 1, 0);
    kin_sketch_settle(sketch);
    assert_int_equal(sketch->lettered, 1);
    assert_int_equal(sketch->led, 1);
    assert_int_equal(touching(sketch), 0);
}

/* The places of dots, in the order in which they were drawn. */
static size_t dots_of(const struct kin_sketch *sketch, struct kin_xy *dots, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count && count < most; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        if (trace->kind == KIN_TRACE_STROKE && trace->reach == KIN_DOT_RADIUS) {
            dots[count++] = (struct kin_xy){trace->x1, trace->y1};
        }
    }
    return count;
}

static struct kin_sketch *sketch_of(struct drawn *drawn, const char *xml)
{
    const struct kin_figure *figure = kin_figure_alone(drawn->library, xml, "en");
    assert_non_null(figure);
    struct kin_sketch *sketch =
        kin_figure_sketch(drawn->type, drawn->arena, figure, KIN_LAYER_STUDENT, &style, 500, "en");
    assert_non_null(sketch);
    return sketch;
}

/* Distances on paper are as distances of values: both axes have their own scale. */
static void test_scale(void **state)
{
    struct kin_xy dots[4];
    struct kin_sketch *sketch = sketch_of(
        *state,
        "<figure kind=\"coordinate-plane\" x-from=\"-4\" x-to=\"8\" y-from=\"0\" y-to=\"300\" y-step=\"50\">"
        "<point at=\"[-4, 0]\"/><point at=\"[8, 300]\"/><point at=\"[2, 75]\"/><point at=\"[-1, 225]\"/></figure>");
    assert_int_equal(dots_of(sketch, dots, 4), 4);
    double wide = dots[1].x - dots[0].x, high = dots[0].y - dots[1].y;
    assert_true(wide > 100 && high > 100);
    assert_true(fabs(dots[2].x - dots[0].x - wide / 2) < 1e-6);
    assert_true(fabs(dots[0].y - dots[2].y - high / 4) < 1e-6);
    assert_true(fabs(dots[3].x - dots[0].x - wide / 4) < 1e-6);
    assert_true(fabs(dots[0].y - dots[3].y - high * 3 / 4) < 1e-6);
}

static void test_number_line_scale(void **state)
{
    struct kin_xy dots[3];
    struct kin_sketch *sketch =
        sketch_of(*state, "<figure kind=\"number-line\" from=\"-3\" to=\"5\" direction=\"upright\"><point at=\"-3\"/>"
                          "<point at=\"5\"/><point at=\"-5/2\"/></figure>");
    assert_int_equal(dots_of(sketch, dots, 3), 3);
    assert_true(fabs(dots[0].y - dots[2].y - (dots[0].y - dots[1].y) / 16) < 1e-6);
}

/* The size says nothing of the values. */
static void test_equal_sizes(void **state)
{
    struct kin_sketch *few =
        sketch_of(*state, "<figure kind=\"coordinate-plane\"><point at=\"[1, 1]\">A</point></figure>");
    struct kin_sketch *many = sketch_of(*state, "<figure kind=\"coordinate-plane\"><line eq=\"y = 3x - 10\"/><point "
                                                "at=\"[-9, -10]\">A long label</point></figure>");
    assert_true(few->width == many->width && few->height == many->height);
}

/* What nobody made so: a set file with values that the kind refuses is not drawn, and nothing breaks. */
static void test_damaged(void **state)
{
    struct drawn *drawn = *state;
    struct kin_rat one = kin_rat_int(1);
    struct kin_figure_value values[] = {{.name = "from", .numbers = &one, .count = 1}};
    struct kin_figure_part bad_part = {.name = "nonsense"}, *parts[] = {&bad_part};
    struct kin_figure figure = {.whole = {.name = "number-line", .values = values, .value_count = 1}};
    assert_null(kin_figure_sketch(drawn->type, drawn->arena, &figure, KIN_LAYER_KEY, &style, 500, "en"));
    figure.whole.parts = parts;
    figure.whole.part_count = 1;
    assert_null(kin_figure_sketch(drawn->type, drawn->arena, &figure, KIN_LAYER_KEY, &style, 500, "en"));
    figure.whole.name = "no-such-kind";
    assert_null(kin_figure_sketch(drawn->type, drawn->arena, &figure, KIN_LAYER_KEY, &style, 500, "en"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_best_place),   cmocka_unit_test(test_beside_a_stroke),
        cmocka_unit_test(test_crowd),        cmocka_unit_test(test_legend),
        cmocka_unit_test(test_gap_at_sides), cmocka_unit_test(test_no_room_at_a_side),
        cmocka_unit_test(test_many_letters), cmocka_unit_test(test_leader_around_a_text),
        cmocka_unit_test(test_scale),        cmocka_unit_test(test_number_line_scale),
        cmocka_unit_test(test_equal_sizes),  cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
