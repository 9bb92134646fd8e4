/* Layout takes time in proportion to what is laid out: four times as much takes four times as long, up to a bound that
 * sixteen times would pass. Processor time, the least of some runs, since others use the machine, too. */
#include "unit.h"

#include "page_sample.h"

#include <math.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* ---- What grows ---------------------------------------------------------------------------------------------------
 */

/* Something of size `n`. */
typedef struct kin_nodes *grower(kin_arena *arena, size_t n);

static struct kin_nodes *nodes_of(kin_arena *arena, struct kin_node *node)
{
    struct kin_nodes *nodes = KIN_NEW(arena, struct kin_nodes);
    kin_nodes_add(arena, nodes, node);
    return nodes;
}

static struct kin_nodes *text_of(kin_arena *arena, const char *text)
{
    struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
    kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, text, KIN_UPRIGHT));
    return nodes_of(arena, paragraph);
}

static struct kin_nodes *long_paragraph(kin_arena *arena, size_t words)
{
    struct kin_buf text = kin_buf_in(arena);
    for (size_t i = 0; i < words; i++) {
        kin_buf_addf(&text, "word%zu ", i % 500);
    }
    return text_of(arena, text.data);
}

static struct kin_nodes *long_word(kin_arena *arena, size_t letters)
{
    char *text = kin_alloc(arena, letters + 1);
    memset(text, 'm', letters);
    return text_of(arena, text);
}

static struct kin_node *cell_of(kin_arena *arena, enum kin_node_kind kind, size_t number)
{
    struct kin_node *cell = kin_node_new(arena, kind);
    const char *text = kin_format(arena, "Number %zu", number % 100);
    kin_nodes_add(arena, &cell->kids, kin_node_text(arena, text, KIN_UPRIGHT));
    return cell;
}

/* Every other cell reaches into the row below. */
static struct kin_nodes *long_table(kin_arena *arena, size_t rows)
{
    enum { COLUMNS = 4 };
    struct kin_node *table = kin_node_new(arena, KIN_NODE_TABLE);
    for (size_t i = 0; i < rows; i++) {
        struct kin_node *row = kin_node_new(arena, KIN_NODE_ROW);
        for (size_t k = i % 2 ? COLUMNS / 2 : 0; k < COLUMNS; k++) {
            struct kin_node *cell = cell_of(arena, KIN_NODE_CELL, i + k);
            cell->rows = i % 2 == 0 && k < COLUMNS / 2 ? 2 : 1;
            kin_nodes_add(arena, &row->kids, cell);
        }
        kin_nodes_add(arena, &table->kids, row);
    }
    return nodes_of(arena, table);
}

static struct kin_nodes *long_list(kin_arena *arena, size_t items)
{
    struct kin_node *list = kin_node_new(arena, KIN_NODE_LIST);
    list->numbered = true;
    for (size_t i = 0; i < items; i++) {
        kin_nodes_add(arena, &list->kids, cell_of(arena, KIN_NODE_ITEM, i));
    }
    return nodes_of(arena, list);
}

static struct kin_nodes *display_of(kin_arena *arena, const struct kin_maths *maths)
{
    struct kin_node *node = kin_node_maths(arena, maths);
    node->display = true;
    return nodes_of(arena, node);
}

/* It is cut at its operators, and set smaller where that does not help. */
static struct kin_nodes *long_formula(kin_arena *arena, size_t terms)
{
    const struct kin_maths **kids = KIN_NEW_N(arena, const struct kin_maths *, 2 * terms);
    for (size_t i = 0; i < terms; i++) {
        kids[2 * i] = kin_maths_new(arena, KIN_MATHS_NUMBER, "12", NULL, 0);
        kids[2 * i + 1] = kin_maths_new(arena, KIN_MATHS_OPERATOR, "+", NULL, 0);
    }
    return display_of(arena, kin_maths_new(arena, KIN_MATHS_ROW, NULL, kids, 2 * terms - 1));
}

static const struct kin_maths *around(kin_arena *arena, enum kin_maths_kind kind, const struct kin_maths *inner)
{
    const struct kin_maths *kids[] = {inner, kin_maths_new(arena, KIN_MATHS_NUMBER, "2", NULL, 0)};
    struct kin_maths *outer = KIN_NEW(arena, struct kin_maths);
    *outer = *kin_maths_new(arena, kind, NULL, kids, kind == KIN_MATHS_FENCE ? 1 : 2);
    outer->open = "(";
    outer->close = ")";
    return outer;
}

static struct kin_nodes *deep_brackets(kin_arena *arena, size_t levels)
{
    const struct kin_maths *inner = kin_maths_new(arena, KIN_MATHS_LETTER, "x", NULL, 0);
    for (size_t i = 0; i < levels; i++) {
        inner = around(arena, KIN_MATHS_FENCE, inner);
    }
    return display_of(arena, inner);
}

/* Brackets around scripts, roots and fractions, which grow with what is in them. */
static struct kin_nodes *deep_tower(kin_arena *arena, size_t levels)
{
    static const enum kin_maths_kind kinds[] = {KIN_MATHS_FENCE, KIN_MATHS_SCRIPTS, KIN_MATHS_ROOT, KIN_MATHS_FRACTION};
    const struct kin_maths *inner = kin_maths_new(arena, KIN_MATHS_LETTER, "x", NULL, 0);
    for (size_t i = 0; i < levels; i++) {
        inner = around(arena, kinds[i % (sizeof kinds / sizeof *kinds)], inner);
    }
    return display_of(arena, inner);
}

/* Notes in notes, each with a line of its own. */
static struct kin_nodes *deep_notes(kin_arena *arena, size_t levels)
{
    struct kin_nodes *inner = text_of(arena, "The innermost one.");
    for (size_t i = 0; i < levels; i++) {
        struct kin_node *note = kin_node_new(arena, KIN_NODE_NOTE);
        kin_nodes_add(arena, &note->kids, cell_of(arena, KIN_NODE_PARAGRAPH, i));
        kin_nodes_add(arena, &note->kids, inner->items[0]);
        inner = nodes_of(arena, note);
    }
    return inner;
}

/* ---- Flows --------------------------------------------------------------------------------------------------------
 */

enum { RUNS = 4, TRIES = 6, TIMES = 4 };
static const double most = 9; /* TIMES is linear, its square quadratic */
static const struct kin_text_style style = {.size_pt = 11, .leading = 1.3, .paragraph_gap = 4};

static double seconds(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *nodes)
{
    double least = INFINITY;
    for (int run = 0; run < RUNS; run++) {
        struct kin_mark mark = kin_arena_mark(arena);
        double start = now();
        kin_flow_natural_width(type, arena, nodes, &style);
        assert_true(kin_box_flow(type, arena, nodes, &style, 300)->descent > 0);
        least = fmin(least, now() - start);
        kin_arena_rewind(arena, mark);
    }
    return least;
}

static struct kin_typesetter *typesetter(struct kin_diags *diags)
{
    struct kin_typesetter *type = kin_type_open(diags, &kin_fonts_schola, NULL);
    assert_non_null(type);
    return type;
}

static void check_growth(kin_arena *arena, grower *grow, size_t n, double bound)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_typesetter *type = typesetter(&diags);
    const struct kin_nodes *few = grow(arena, n), *many = grow(arena, TIMES * n);
    double ratio = INFINITY;
    for (int i = 0; i < TRIES && ratio > bound; i++) {
        ratio = seconds(type, arena, many) / seconds(type, arena, few);
    }
    kin_type_free(type);
    assert_true(ratio < bound);
}

static void test_flows(void **state)
{
    check_growth(*state, long_paragraph, 5000, most);
    check_growth(*state, long_word, 2000, most);
    check_growth(*state, long_table, 50, most);
    check_growth(*state, long_list, 50, most);
    check_growth(*state, long_formula, 60, most);
    check_growth(*state, deep_brackets, 40, most); /* both wider than the flow */
}

/* Notes are measured by each that they are in, of which there are few; but not twice by each. */
static void test_notes(void **state)
{
    check_growth(*state, deep_notes, 15, 3 * TIMES * TIMES);
}

static size_t glyphs_of(const struct kin_op *op)
{
    size_t count = 0;
    for (; op; op = op->next) {
        count += op->glyph_count + glyphs_of(op->kids);
    }
    return count;
}

/* Signs that double their height every few levels are not made of ever more glyphs. */
static void test_towers(void **state)
{
    enum { LEVELS = 120, MOST_OF_A_SIGN = 600 };
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_typesetter *type = typesetter(&diags);
    const struct kin_box *box = kin_box_flow(type, *state, deep_tower(*state, LEVELS), &style, 300);
    size_t glyphs = glyphs_of(box->ops.first);
    kin_type_free(type);
    assert_in_range(glyphs, LEVELS, LEVELS / 4 * 3 * MOST_OF_A_SIGN);
}

/* ---- Papers -------------------------------------------------------------------------------------------------------
 */

/* A set whose items come so many times. */
static struct kin_set *repeated(kin_arena *arena, size_t times)
{
    struct kin_set *set = sample_set(arena, (struct sample_wish){.forms = 1, .without_samples = true});
    size_t count = set->slot_count;
    struct kin_slot *slots = KIN_NEW_N(arena, struct kin_slot, times * count);
    struct kin_item **items = KIN_NEW_N(arena, struct kin_item *, times * count);
    for (size_t i = 0; i < times * count; i++) {
        slots[i] = set->slots[i % count];
        items[i] = set->forms[0].items[i % count];
    }
    set->slots = slots;
    set->forms[0].items = items;
    set->slot_count = times * count;
    return set;
}

/* Measured and laid out. */
static double paper_seconds(struct kin_typesetter *type, kin_arena *arena, size_t times)
{
    double least = INFINITY;
    for (int run = 0; run < RUNS; run++) {
        struct kin_mark mark = kin_arena_mark(arena);
        struct kin_diags diags = kin_diags_in(arena);
        struct kin_set *set = repeated(arena, times);
        double start = now();
        assert_true(kin_page_measure(type, arena, &diags, set));
        assert_true(kin_page_form(type, arena, &diags, set, &set->forms[0])->count >= times);
        least = fmin(least, now() - start);
        kin_arena_rewind(arena, mark);
    }
    return least;
}

static void test_papers(void **state)
{
    kin_arena *arena = *state;
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_typesetter *type = typesetter(&diags);
    const size_t times = 6;
    double ratio = INFINITY;
    for (int i = 0; i < TRIES && ratio > most; i++) {
        ratio = paper_seconds(type, arena, TIMES * times) / paper_seconds(type, arena, times);
    }
    kin_type_free(type);
    assert_true(ratio < most);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_flows),
        ARENA_TEST(test_notes),
        ARENA_TEST(test_towers),
        ARENA_TEST(test_papers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
