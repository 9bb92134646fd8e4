/* Lines of paragraphs, blocks, tables: where lines end, how far they are apart, what fits. */
#include "fixture.h"

#include <math.h>
#include <string.h>

static const struct kin_text_style style = {.size_pt = 12, .leading = 1.3, .paragraph_gap = 4};
static const char *words_of(const struct kin_box *box)
{
    struct kin_scene *scene = kin_scene_new(build_arena, 612, 792);
    struct kin_buf buf = kin_buf_in(build_arena);
    kin_box_draw(&scene->ops, box, 50, 100);
    kin_scene_text(&buf, scene);
    return buf.data;
}

static double natural(struct kin_nodes nodes)
{
    return kin_flow_natural_width(type, build_arena, &nodes, &style);
}

static struct kin_box *set(struct kin_nodes nodes, double width)
{
    return kin_box_flow(type, build_arena, &nodes, &style, width);
}

/* The whole text set in a column that has just room for `room`, as lines with " / " between them. */
struct breaks {
    const char *whole, *room, *lines;
};

static const struct breaks table[] = {
    {"one two three", "one two", "one two / three"},
    {"one two three", "one tw", "one / two / three"},
    {"one  two\n three ", "one two three", "one two three"},
    {"they walk for 45 minutes", "they walk for 45", "they walk for / 45 minutes"},
    {"caminan durante 45 d\xC3\xAD"
     "as",
     "caminan durante 45",
     "caminan durante / 45 d\xC3\xAD"
     "as"},
    {"they walk for 45 people", "they walk for 45", "they walk for 45 / people"},
    {"she ran 3.5 km, then", "she ran 3.5 k", "she ran / 3.5 km, then"},
    {"pay $ 5 now", "pay $ 5", "pay $ 5 / now"},
    {"a well-known fact", "a well-kno", "a well- / known / fact"},
    {"up on the x-axis now", "up on the x-a", "up on the / x-axis now"},
    {"for a 5-gallon tank", "for a 5-gal", "for a / 5-gallon / tank"},
    {"look (here) now", "look (h", "look / (here) / now"},
    {"say wait ! go", "say wait", "say / wait ! / go"},
    {"give\xC2\xA0up now", "give", "give\xC2\xA0up / now"},
    {"is it? Yes", "is it?", "is it? / Yes"},
    {"miles/hour", "miles/ho", "miles/ / hour"},
    {"$4.50 each", "$4.50 ea", "$4.50 / each"},
    {"one\xE2\x80\x94two", "one\xE2\x80\x94tw", "one\xE2\x80\x94 / two"},
    {"it goes through (0, \xE2\x88\x92"
     "5) there",
     "it goes through (0,",
     "it goes through / (0, \xE2\x88\x92"
     "5) there"},
    {"the interval [2, 7) here", "the interval [2,", "the interval / [2, 7) here"},
    {"a point (1,200, 1/2).", "a point (1,200,", "a point / (1,200, 1/2)."},
    {"the rest (4, then 6) too", "the rest (4,", "the rest (4, / then 6) too"},
    {"one of (1, 2, 3) there", "one of (1, 2,", "one of (1, 2, / 3) there"},
    {"(123456789123456, 123456789123456)", "(123456789123456,", "(123456789123456, / 123456789123456)"},
    {"a list (3, ", "a list", "a list / (3,"},
    /* No little word alone on the last line, where as many lines can share the words otherwise. */
    {"they all walk home and sing they all walk home and sing a", "they all walk home and sing",
     "they all walk home and / sing they all walk home / and sing a"},
    {"interdisciplinarity interdisciplinarity a", "interdisciplinarity",
     "interdisciplinarity / interdisciplinarity / a"},
};

static void lines_end_where_they_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        double width = natural(flow_of(KIDS(P(text(table[i].room)))));
        const char *lines = words_of(set(flow_of(KIDS(P(text(table[i].whole)))), width));
        struct kin_buf joined = kin_buf_in(build_arena);
        for (const char *c = lines; *c; c++) {
            if (*c != '\n') {
                kin_buf_add_char(&joined, *c);
            } else if (c[1]) {
                kin_buf_add(&joined, " / ");
            }
        }
        assert_string_equal(joined.data, table[i].lines);
    }
}

static void formulas_keep_their_punctuation(void **state)
{
    (void)state;
    struct kin_nodes nodes = flow_of(KIDS(P(text("so "), maths(typed("x = 5")), text(", then ("), maths(letter("y")),
                                            text(")-axis and "), maths(number("7")), text(" cm."))));
    assert_string_equal(words_of(set(nodes, 50)), "so x = 5 ,\nthen\n( y )-axis\nand\n7 cm.\n");
}

static void points_of_formulas_stay_whole(void **state)
{
    (void)state;
    struct kin_nodes nodes =
        flow_of(KIDS(P(text("through ("), maths(number("0")), text(", "), maths(typed("-5")), text(") and (here"))));
    assert_string_equal(words_of(set(nodes, natural(flow_of(KIDS(P(text("through (00,"))))))),
                        "through\n( 0 , \xE2\x88\x92"
                        "5 ) and\n(here\n");
}

static void natural_width_breaks_nothing(void **state)
{
    (void)state;
    struct kin_node *row = node_of(KIN_NODE_ROW, KIDS(node_of(KIN_NODE_CELL, KIDS(text("Number of tickets"))),
                                                      node_of(KIN_NODE_CELL, KIDS(text("7")))));
    struct kin_node *row2 = node_of(KIN_NODE_ROW, KIDS(node_of(KIN_NODE_CELL, KIDS(maths(letter("x")))),
                                                       node_of(KIN_NODE_CELL, KIDS(text("a much longer cell")))));
    struct kin_nodes flows[] = {
        flow_of(KIDS(P(text("Solve "), maths(typed("3x + 4 = 19")), text(" for "), maths(letter("x")), text(".")))),
        flow_of(KIDS(text("$4.50"))),
        flow_of(KIDS(display(typed("3x + 4 = 19")))),
        flow_of(KIDS(node_of(KIN_NODE_TABLE, KIDS(row, row2)))),
        flow_of(KIDS(node_of(KIN_NODE_NOTE, KIDS(P(bold("Note."), text(" Think first.")))))),
        flow_of(KIDS(node_of(KIN_NODE_LIST, KIDS(node_of(KIN_NODE_ITEM, KIDS(text("first of all"))),
                                                 node_of(KIN_NODE_ITEM, KIDS(text("then"))))))),
    };
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        double width = natural(flows[i]);
        struct kin_box *fitted = set(flows[i], width), *wide = set(flows[i], 500);
        assert_true(fitted->width <= width + 0.02);
        assert_true(fabs(kin_box_height(fitted) - kin_box_height(wide)) < 0.01);
    }
}

static void lines_lie_on_a_grid(void **state)
{
    (void)state;
    struct kin_nodes nodes =
        flow_of(KIDS(P(text("Words that fill several lines of a narrow column, one after the other, with "),
                       maths(typed("x^2 = 9")), text(" and "), maths(typed("y > 3")), text(" among them."))));
    struct kin_box *box = set(nodes, 110);
    double leading = style.leading * style.size_pt, last = 0;
    const struct kin_op *first = box->ops.first;
    while ((first->kind == KIN_OP_GROUP || first->kind == KIN_OP_TAG) && !first->next) {
        first = first->kids;
    }
    for (const struct kin_op *op = first; op; op = op->next) {
        assert_true(fabs(remainder(op->y, leading)) < 0.001);
        assert_true(op->y >= last && op->y <= last + leading + 0.001);
        last = op->y;
    }
    assert_true(last >= 4 * leading - 0.001);
}

/* The short line of a centred label begins half the difference further to the right than that of another. */
static void labels_are_centred(void **state)
{
    (void)state;
    struct kin_nodes label = flow_of(KIDS(P(text("Road open again"))));
    struct kin_text_style centred = style;
    centred.lines = KIN_CENTRED;
    double longer = natural(flow_of(KIDS(P(text("Road open"))))), shorter = natural(flow_of(KIDS(P(text("again")))));
    struct kin_box *box = kin_box_flow(type, build_arena, &label, &centred, longer + 1);
    assert_true(fabs(box->width - longer) < 0.01);
    const struct kin_op *first = box->ops.first;
    while ((first->kind == KIN_OP_GROUP || first->kind == KIN_OP_TAG) && !first->next) {
        first = first->kids;
    }
    assert_true(fabs(first->x) < 0.01);
    assert_true(fabs(first->next->x - (longer - shorter) / 2) < 0.01);
    assert_true(fabs(first->next->y - first->y - style.leading * style.size_pt) < 0.01);
}

static void tall_lines_make_room(void **state)
{
    (void)state;
    formula tall = fraction(fraction(number("1"), number("2")), fraction(number("3"), number("4")));
    struct kin_box *flat = set(flow_of(KIDS(P(text("one "), maths(number("2")), text(" three four")))), 60);
    struct kin_box *high = set(flow_of(KIDS(P(text("one "), maths(tall), text(" three four")))), 60);
    assert_true(kin_box_height(high) > kin_box_height(flat) + 5);
}

static void long_formulas_are_broken(void **state)
{
    (void)state;
    struct kin_node *inside = maths(typed("12345 + 23456 + 34567 = 45678 + 56789 = 67890"));
    struct kin_box *box = set(flow_of(KIDS(P(text("So "), inside, text(".")))), 180);
    assert_true(box->width <= 180.01);
    assert_string_equal(words_of(box), "So 12345 + 23456 + 34567 =\n45678 + 56789 = 67890 .\n");
    struct kin_node *alone = display(typed("12345 + 23456 + 34567 = 45678 + 56789 = 67890"));
    box = set(flow_of(KIDS(alone)), 200);
    assert_true(box->width <= 200.01);
    assert_string_equal(words_of(box), "12345 + 23456 + 34567\n= 45678 + 56789 = 67890\n");
    box = set(flow_of(KIDS(alone)), 90);
    assert_true(box->width <= 90.01);
    box = set(flow_of(KIDS(display(number("123456789012345678901234567890")))), 200);
    assert_true(box->width <= 200.01);
}

static void long_words_are_cut(void **state)
{
    (void)state;
    char word_of[2001];
    memset(word_of, 'm', 2000);
    word_of[2000] = '\0';
    struct kin_box *box = set(flow_of(KIDS(P(text(word_of)))), 300);
    assert_true(box->width <= 300.01);
    assert_true(kin_box_height(box) > 20 * style.size_pt);
}

static void tables_fit_their_column(void **state)
{
    (void)state;
    struct kin_node *rows[4];
    for (int r = 0; r < 4; r++) {
        struct kin_node *cells[5];
        for (int c = 0; c < 5; c++) {
            cells[c] =
                node_of(KIN_NODE_CELL,
                        KIDS(text(c == 1 ? "a rather long text that must be broken into several lines" : "word")));
        }
        cells[0]->size = r == 3 ? 2 : 0;
        rows[r] = node_of(KIN_NODE_ROW, cells, r == 3 ? 4 : 5);
    }
    struct kin_node *grid = node_of(KIN_NODE_TABLE, rows, 4);
    for (double width = 230; width < 700; width += 47) {
        assert_true(set(flow_of(KIDS(grid)), width)->width <= width + 0.5);
    }
    /* Of a heading of two lines the shorter one stands in the middle. */
    struct kin_node *heading = node_of(KIN_NODE_CELL, KIDS(text("First quartile"))),
                    *head = node_of(KIN_NODE_TABLE, KIDS(node_of(KIN_NODE_ROW, KIDS(heading))));
    heading->header = true;
    const struct kin_op *op = set(flow_of(KIDS(head)), 70)->ops.first;
    while (op->kind != KIN_OP_GLYPHS) {
        op = op->kids ? op->kids : op->next;
    }
    assert_true(op->x > op->next->x + 4);
    /* Narrow columns keep their one line while a wide one is broken. */
    struct kin_box *box = set(flow_of(KIDS(grid)), 300);
    assert_null(strstr(words_of(box), "wo\n"));
}

static struct kin_node *nested(enum kin_node_kind outer, enum kin_node_kind inner, int depth)
{
    struct kin_node *node = text("x");
    for (int i = 0; i < depth; i++) {
        node = node_of(outer, KIDS(node_of(inner, KIDS(node))));
    }
    return node;
}

static void hostile_content_ends(void **state)
{
    (void)state;
    assert_true(set(flow_of(KIDS(nested(KIN_NODE_LIST, KIN_NODE_ITEM, 300))), 400)->width >= 0);
    assert_true(set(flow_of(KIDS(nested(KIN_NODE_NOTE, KIN_NODE_PARAGRAPH, 300))), 400)->width >= 0);
    assert_true(set(flow_of(KIDS(nested(KIN_NODE_BESIDE, KIN_NODE_ITEM, 300))), 400)->width >= 0);
    struct kin_node *deep = text("x");
    for (int i = 0; i < 30; i++) {
        deep = node_of(KIN_NODE_TABLE, KIDS(node_of(KIN_NODE_ROW, KIDS(node_of(KIN_NODE_CELL, KIDS(deep))))));
    }
    assert_true(set(flow_of(KIDS(deep)), 400)->width > 0);
    struct kin_node *row = kin_node_new(build_arena, KIN_NODE_ROW);
    for (int i = 0; i < 3000; i++) {
        struct kin_node *cell = kin_node_new(build_arena, KIN_NODE_CELL);
        cell->size = 1000000;
        kin_nodes_add(build_arena, &row->kids, cell);
    }
    assert_true(set(flow_of(KIDS(node_of(KIN_NODE_TABLE, KIDS(row)))), 400)->width > 0);
    enum kin_node_kind kind;
    for (kind = 0; kind < KIN_NODE_KIND_COUNT; kind++) {
        assert_true(set(flow_of(KIDS(kin_node_new(build_arena, kind))), 0)->width >= 0);
    }
}

static void quotes_are_curly(void **state)
{
    (void)state;
    struct kin_box *box =
        set(flow_of(KIDS(P(text("She's \"right\", isn't 'it'? (\"so\") "), maths(letter("n")), text("'s root")))), 500);
    assert_string_equal(words_of(box), "She’s “right”, isn’t ‘it’? (“so”) n ’s root\n");
}

static void many_words_are_forgotten_in_time(void **state)
{
    (void)state;
    for (int i = 0; i < 60000; i++) {
        struct kin_mark mark = kin_arena_mark(build_arena);
        assert_true(kin_box_text(type, build_arena, kin_format(build_arena, "w%d", i), &style)->width > 0);
        kin_arena_rewind(build_arena, mark);
    }
    assert_string_equal(words_of(kin_box_text(type, build_arena, "w1 w2", &style)), "w1 w2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_where_they_should),
        cmocka_unit_test(formulas_keep_their_punctuation),
        cmocka_unit_test(points_of_formulas_stay_whole),
        cmocka_unit_test(natural_width_breaks_nothing),
        cmocka_unit_test(lines_lie_on_a_grid),
        cmocka_unit_test(labels_are_centred),
        cmocka_unit_test(tall_lines_make_room),
        cmocka_unit_test(long_formulas_are_broken),
        cmocka_unit_test(long_words_are_cut),
        cmocka_unit_test(tables_fit_their_column),
        cmocka_unit_test(hostile_content_ends),
        cmocka_unit_test(quotes_are_curly),
        cmocka_unit_test(many_words_are_forgotten_in_time),
    };
    return cmocka_run_group_tests_name("paragraphs", tests, setup, teardown);
}
