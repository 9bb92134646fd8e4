/* Scenes as lists of operations, and as text. */
#include "scene/scene.h"
#include "unit.h"

#include <string.h>

static struct kin_op *run(struct kin_ops *ops, const char *text, double x, double y)
{
    struct kin_op *op = kin_op_new(ops, KIN_OP_GLYPHS);
    op->text = text;
    op->x = x;
    op->y = y;
    op->size_pt = 11;
    op->glyphs = KIN_NEW_N(ops->arena, struct kin_glyph, 1);
    op->glyphs[0] = (struct kin_glyph){.id = 7, .x = 1.005, .y = -2};
    op->glyph_count = 1;
    return op;
}

static void trace_shows_every_operation(void **state)
{
    struct kin_scene *scene = kin_scene_new(*state, 612, 792);
    struct kin_ops part = kin_ops_in(*state);
    kin_rule(&part, 1, 2, 3, 0.6, 0);
    run(&part, "say \"x\\y\"\n", 5, 6)->one_cluster = true;
    kin_line(&scene->ops, 0, 0, 10, -0.001,
             (struct kin_ink){.gray = 0.5, .stroke_width = 0.4, .dash = {3, 2}, .round = true});
    kin_place(&scene->ops, &part, 100, 200);
    struct kin_op *tag = kin_op_new(&scene->ops, KIN_OP_TAG);
    tag->role = "Figure";
    tag->alternative = "a line";
    tag->kids = part.first;
    struct kin_op *clip = kin_op_new(&scene->ops, KIN_OP_CLIP);
    clip->width = clip->height = 9;
    struct kin_buf buf = kin_buf_in(*state);
    kin_scene_write(&buf, scene);
    assert_string_equal(buf.data,
                        "scene 612.00 792.00\n"
                        "  path M 0.00 0.00 L 10.00 0.00 stroke 0.40 gray 0.50 dash 3.00 2.00 round\n"
                        "  group 100.00 200.00\n"
                        "    rule 1.00 2.00 3.00 0.60\n"
                        "    glyphs 5.00 6.00 face 0 size 11.00 cluster \"say \\\"x\\\\y\\\"\\x0a\" 7@1.00,-2.00\n"
                        "  tag Figure \"a line\" \n"
                        "    rule 1.00 2.00 3.00 0.60\n"
                        "    glyphs 5.00 6.00 face 0 size 11.00 cluster \"say \\\"x\\\\y\\\"\\x0a\" 7@1.00,-2.00\n"
                        "  clip 0.00 0.00 9.00 9.00\n");
}

static void text_has_lines_and_spaces(void **state)
{
    struct kin_scene *scene = kin_scene_new(*state, 612, 792);
    struct kin_ops part = kin_ops_in(*state);
    run(&part, "x = 5", 0, 0);
    run(&part, "", 0, -4);
    run(&scene->ops, "Solve ", 0, 20);
    kin_place(&scene->ops, &part, 30, 20);
    run(&scene->ops, "now.", 60, 20);
    run(&scene->ops, "Next", 0, 35);
    struct kin_buf buf = kin_buf_in(*state);
    kin_scene_text(&buf, scene);
    assert_string_equal(buf.data, "Solve x = 5 now.\nNext\n");
}

static void groups_in_groups_end(void **state)
{
    struct kin_scene *scene = kin_scene_new(*state, 10, 10);
    struct kin_op *group = kin_op_new(&scene->ops, KIN_OP_GROUP);
    group->kids = group; /* a mistake that a layout could make: a group inside itself */
    struct kin_buf buf = kin_buf_in(*state);
    kin_scene_write(&buf, scene);
    assert_non_null(strstr(buf.data, "..."));
    kin_scene_text(&buf, scene);
}

static void frames_close(void **state)
{
    struct kin_ops ops = kin_ops_in(*state);
    struct kin_ink ink = {.stroke_width = 1};
    kin_frame_rect(&ops, 1, 2, 30, 40, ink);
    kin_frame_rounded(&ops, 0, 0, 10, 4, 50, ink);
    assert_int_equal(ops.first->segments[4].verb, KIN_CLOSE);
    const struct kin_op *round = ops.last;
    assert_int_equal(round->segment_count, 9);
    /* The radius is cut to half of the shorter side, and the outline ends where it began. */
    assert_true(round->segments[0].x[0] == 2 && round->segments[8].x[2] == 2);
    assert_true(round->segments[0].y[0] == 0 && round->segments[8].y[2] == 0);
}

static void codes_have_a_quiet_zone(void **state)
{
    struct kin_ops ops = kin_ops_in(*state);
    assert_true(kin_qr(&ops, "K7QM-2XD9", 10, 20, 58));
    const struct kin_op *path = ops.first;
    double module = 58.0 / (21 + 8), left = 1e9, right = 0, dark = 0;
    for (size_t i = 0; i + 4 < path->segment_count; i += 5) {
        const struct kin_segment *s = &path->segments[i];
        left = s[0].x[0] < left ? s[0].x[0] : left;
        right = s[1].x[0] > right ? s[1].x[0] : right;
        dark += (s[1].x[0] - s[0].x[0]) * (s[2].y[0] - s[1].y[0]);
    }
    assert_true(left > 10 + 4 * module - 0.01 && left < 10 + 4 * module + 0.01);
    assert_true(right > 68 - 4 * module - 0.01 && right < 68 - 4 * module + 0.01);
    /* About half of the modules of a code are dark. */
    double share = dark / (21 * module * 21 * module);
    assert_true(share > 0.4 && share < 0.6);
}

static void too_much_text_gets_no_code(void **state)
{
    struct kin_ops ops = kin_ops_in(*state);
    char text[4001];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_false(kin_qr(&ops, text, 0, 0, 58));
    assert_null(ops.first);
    assert_false(kin_qr(&ops, "", 0, 0, 58));
}

static void documents_grow(void **state)
{
    struct kin_document document = {.title = "t"};
    struct kin_scene *page = kin_scene_new(*state, 1, 1);
    for (int i = 0; i < 100; i++) {
        kin_document_add(*state, &document, page);
    }
    assert_int_equal(document.count, 100);
    assert_ptr_equal(document.pages[99], page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(trace_shows_every_operation),
        ARENA_TEST(text_has_lines_and_spaces),
        ARENA_TEST(groups_in_groups_end),
        ARENA_TEST(frames_close),
        ARENA_TEST(codes_have_a_quiet_zone),
        ARENA_TEST(too_much_text_gets_no_code),
        ARENA_TEST(documents_grow),
    };
    return cmocka_run_group_tests_name("scene", tests, NULL, NULL);
}
