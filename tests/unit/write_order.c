/* What is painted when: strokes that meet at their ends in one go, batches of one gray together, nothing over what it
 * belongs under. */
#include "unit.h"
#include "write/chain.h"
#include "write/order.h"

#include <math.h>

static kin_arena *arena;
static struct kin_ops ops;

static int setup(void **state)
{
    (void)state;
    arena = kin_arena_new();
    ops = kin_ops_in(arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    kin_arena_free(arena);
    return 0;
}

static const struct kin_ink pen = {.stroke_width = 1, .round = true};

/* ---- Chains ------------------------------------------------------------------------------------------------------ */

static struct link *chains(size_t count)
{
    const struct batch_part **parts = KIN_NEW_N(arena, const struct batch_part *, count);
    const struct kin_op *op = ops.first;
    for (size_t i = 0; i < count; i++, op = op->next) {
        struct batch_part *part = KIN_NEW(arena, struct batch_part);
        *part = (struct batch_part){.op = op, .x = 100, .y = 200};
        parts[i] = part;
    }
    assert_null(op);
    return kin_chains_find(arena, parts, count);
}

static double end_x(const struct link *link, bool last)
{
    return link->part->op->segments[last != link->reversed].x[0];
}

static double end_y(const struct link *link, bool last)
{
    return link->part->op->segments[last != link->reversed].y[0];
}

/* How many strokes go on from the one before; each of them must begin where that one ended. */
static size_t joined(const struct link *links, size_t count)
{
    size_t number = 0;
    for (size_t i = 0; i < count; i++) {
        if (links[i].continues) {
            assert_true(i > 0);
            assert_true(fabs(end_x(&links[i], false) - end_x(&links[i - 1], true)) < 1e-9);
            assert_true(fabs(end_y(&links[i], false) - end_y(&links[i - 1], true)) < 1e-9);
            number++;
        }
        for (size_t before = 0; before < i; before++) {
            assert_ptr_not_equal(links[i].part, links[before].part);
        }
    }
    return number;
}

/* The edges of a cube: eight corners with three edges each, so four strokes are the fewest. */
static void edges_of_a_cube_are_four_strokes(void **state)
{
    (void)state;
    static const double at[8][2] = {{0, 0}, {9, 0}, {9, 9}, {0, 9}, {4, 3}, {13, 3}, {13, 12}, {4, 12}};
    static const int edges[12][2] = {{1, 0}, {1, 2}, {3, 2}, {3, 0}, {5, 4}, {5, 6},
                                     {7, 6}, {4, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};
    for (int i = 0; i < 12; i++) {
        const double *from = at[edges[i][0]], *to = at[edges[i][1]];
        kin_line(&ops, from[0], from[1], to[0], to[1], pen);
    }
    assert_true(joined(chains(12), 12) >= 7);
}

static void a_ring_is_one_stroke(void **state)
{
    (void)state;
    kin_line(&ops, 0, 0, 5, 0, pen);
    kin_line(&ops, 5, 8, 5, 0, pen);
    kin_line(&ops, 0, 0, 5, 8, pen);
    assert_int_equal(joined(chains(3), 3), 2);
}

static void what_cannot_be_joined_stays(void **state)
{
    (void)state;
    kin_line(&ops, 0, 0, 5, 0, (struct kin_ink){.stroke_width = 1}); /* butt ends would show a mitre */
    kin_line(&ops, 5, 0, 5, 5, (struct kin_ink){.stroke_width = 1});
    kin_line(&ops, 5, 5, 5, 5, pen); /* a disc */
    kin_frame_rect(&ops, 5, 5, 9, 9, pen);
    kin_line(&ops, 20, 0, 25, 0, pen);
    kin_line(&ops, 25, 0.01, 30, 0, pen);
    const struct link *links = chains(6);
    for (size_t i = 0; i < 6; i++) {
        assert_false(links[i].continues);
    }
}

/* ---- Batches ------------------------------------------------------------------------------------------------------
 */

static struct batches sorted(void)
{
    struct batches batches = {.arena = arena};
    for (const struct kin_op *op = ops.first; op; op = op->next) {
        kin_batches_add(&batches, op, 0, 0);
    }
    kin_batches_sort(&batches);
    return batches;
}

static void assert_grays(const struct batches *batches, const double *grays, size_t count)
{
    assert_int_equal(batches->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_true(batches->items[i].model->ink.gray == grays[i]);
    }
}

/* A gray grid, white over it, black over that, as on a plane: no order but this one. */
static void layers_stay(void **state)
{
    (void)state;
    kin_line(&ops, 0, 0, 50, 50, (struct kin_ink){.gray = 0.5, .stroke_width = 1});
    kin_rule(&ops, 10, 10, 20, 20, 1);
    kin_line(&ops, 0, 50, 50, 0, (struct kin_ink){.stroke_width = 1});
    struct batches batches = sorted();
    assert_grays(&batches, (const double[]){0.5, 1, 0}, 3);
}

/* Two such planes that lie apart, with another pen each: the white becomes one, and each gray is set once. */
static void grays_come_together(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        double x = 200 * i, width = 1 + i;
        kin_line(&ops, x, 0, x + 50, 50, (struct kin_ink){.gray = 0.5, .stroke_width = width});
        kin_rule(&ops, x + 10, 10, 20, 20, 1);
        kin_line(&ops, x, 50, x + 50, 0, (struct kin_ink){.stroke_width = width});
    }
    struct batches batches = sorted();
    assert_grays(&batches, (const double[]){0.5, 0.5, 1, 0, 0}, 5);
}

/* At last, in their order, and now as one run. */
static void texts_come_last(void **state)
{
    (void)state;
    struct batch items[4] = {0};
    struct kin_op text = {.kind = KIN_OP_GLYPHS}, rule = {.kind = KIN_OP_RULE}, veil = {.kind = KIN_OP_RULE};
    veil.ink.gray = 1;
    const struct kin_op *models[4] = {&text, &rule, &text, &veil};
    for (size_t i = 0; i < 4; i++) {
        struct batch_part *part = KIN_NEW(arena, struct batch_part);
        *part = (struct batch_part){.op = models[i], .ink = {(double)i, 0, (double)i + 0.5, 1}};
        items[i] = (struct batch){.model = models[i], .ink = part->ink, .parts = part, .count = 1};
    }
    struct batches batches = {.arena = arena, .items = items, .count = 4};
    kin_batches_sort(&batches);
    assert_ptr_equal(batches.items[0].model, &rule);
    assert_ptr_equal(batches.items[1].model, &veil);
    assert_int_equal(batches.count, 3);
    assert_int_equal(batches.items[2].count, 2);
    assert_true(batches.items[2].parts[0].ink.left < batches.items[2].parts[1].ink.left);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(edges_of_a_cube_are_four_strokes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_ring_is_one_stroke, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_joined_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(layers_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(grays_come_together, setup, teardown),
        cmocka_unit_test_setup_teardown(texts_come_last, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
