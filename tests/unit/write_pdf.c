/* Documents to bytes: the same every time, whatever was written before. */
#include "unit.h"
#include "write/write.h"

#include <string.h>

static const struct kin_text_style style = {.size_pt = 12, .leading = 1.3};
static kin_arena *arena;
static struct kin_diags diags;
static struct kin_typesetter *type;

static int setup(void **state)
{
    (void)state;
    arena = kin_arena_new();
    diags = kin_diags_in(arena);
    type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    return type ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    kin_type_free(type);
    kin_arena_free(arena);
    return 0;
}

static const struct kin_maths *half(void)
{
    const struct kin_maths *digits[] = {kin_maths_new(arena, KIN_MATHS_NUMBER, "1", NULL, 0),
                                        kin_maths_new(arena, KIN_MATHS_NUMBER, "2", NULL, 0)};
    return kin_maths_new(arena, KIN_MATHS_FRACTION, NULL, digits, 2);
}

static struct kin_document document_of(struct kin_typesetter *with, const char *words, int pages)
{
    struct kin_document document = {.title = "Exit ticket", .subject = "8.EE.C.7b", .language = "en"};
    for (int i = 0; i < pages; i++) {
        struct kin_scene *page = kin_scene_new(arena, 612, 792);
        kin_box_draw(&page->ops, kin_box_text(with, arena, words, &style), 72, 72);
        kin_box_draw(&page->ops, kin_box_maths(with, arena, half(), 12, KIN_DISPLAY), 72, 100);
        struct kin_op *clip = kin_op_new(&page->ops, KIN_OP_CLIP);
        *clip = (struct kin_op){.kind = KIN_OP_CLIP, .x = 50, .y = 50, .width = 100, .height = 100};
        struct kin_ops inner = kin_ops_in(arena);
        kin_frame_rounded(&inner, 60, 60, 200, 20, 4, (struct kin_ink){.stroke_width = 0.7, .dash = {2, 1}});
        kin_box_draw(&inner, kin_box_text(with, arena, "cut", &style), 140, 120);
        clip->kids = inner.first;
        kin_box_draw(&page->ops, kin_box_text(with, arena, words, &style), 72, 140);
        kin_document_add(arena, &document, page);
    }
    return document;
}

static struct kin_buf written(const char *format, struct kin_typesetter *with, const char *words, int pages)
{
    struct kin_document document = document_of(with, words, pages);
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    assert_true(kin_writer_named(format)->write(&bytes, &document, with, &reason));
    assert_null(reason);
    return bytes;
}

static void assert_same(const struct kin_buf *a, const struct kin_buf *b)
{
    assert_int_equal(a->length, b->length);
    assert_memory_equal(a->data, b->data, a->length);
}

static void same_scene_same_bytes(void **state)
{
    (void)state;
    struct kin_buf first = written("pdf", type, "Solve for the unknown.", 2);
    struct kin_buf other = written("pdf", type, "Other glyphs: QUIZ @ ß", 1);
    struct kin_buf again = written("pdf", type, "Solve for the unknown.", 2);
    assert_same(&first, &again);
    assert_true(other.length != first.length);
    assert_memory_equal(first.data, "%PDF-1.", 7);
}

static void a_fresh_typesetter_changes_nothing(void **state)
{
    (void)state;
    struct kin_buf first = written("pdf", type, "Solve for the unknown.", 1);
    for (int i = 0; i < 3; i++) {
        struct kin_typesetter *fresh = kin_type_open(&diags, &kin_fonts_schola, NULL);
        struct kin_buf again = written("pdf", fresh, "Solve for the unknown.", 1);
        kin_type_free(fresh);
        assert_same(&first, &again);
    }
}

/* cairo forgets the fonts of a typesetter long after it is gone: when others have filled its cache. */
static void fonts_outlive_their_typesetter(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        struct kin_typesetter *fresh = kin_type_open(&diags, &kin_fonts_schola, NULL);
        struct kin_document document = {.title = "sizes"};
        struct kin_scene *page = kin_scene_new(arena, 612, 792);
        kin_document_add(arena, &document, page);
        for (int i = 0; i < 300; i++) {
            struct kin_text_style sized = {.size_pt = 6 + 0.1 * i, .leading = 1};
            kin_box_draw(&page->ops, kin_box_text(fresh, arena, "a", &sized), 0, i);
        }
        struct kin_buf bytes = kin_buf_in(arena);
        const char *reason = NULL;
        assert_true(kin_writer_named("pdf")->write(&bytes, &document, fresh, &reason));
        kin_type_free(fresh);
    }
}

static void pictures_are_the_same_too(void **state)
{
    (void)state;
    struct kin_buf first = written("png", type, "Solve.", 1), again = written("png", type, "Solve.", 1);
    assert_same(&first, &again);
    assert_memory_equal(first.data, "\x89PNG", 4);
}

static void trace_and_words_are_text(void **state)
{
    (void)state;
    struct kin_buf trace = written("trace", type, "Solve.", 2), words = written("words", type, "Solve.", 2);
    assert_non_null(strstr(trace.data, "scene 612.00 792.00\n"));
    assert_string_equal(words.data, "Solve.\n1/2\ncut\nSolve.\n\fSolve.\n1/2\ncut\nSolve.\n");
}

static void what_cannot_be_written_has_a_reason(void **state)
{
    (void)state;
    struct kin_document none = {.title = "empty"}, two = document_of(type, "x", 2);
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    assert_false(kin_writer_named("pdf")->write(&bytes, &none, type, &reason));
    assert_non_null(reason);
    reason = NULL;
    assert_false(kin_writer_named("png")->write(&bytes, &two, type, &reason));
    assert_non_null(reason);
    reason = NULL;
    assert_false(kin_png_write(&bytes, two.pages[0], type, 1e9, &reason));
    assert_non_null(reason);
    assert_int_equal(bytes.length, 0);
    assert_null(kin_writer_named("docx"));
}

/* Roles that cairo does not know, tags in tags and empty ones must not end in a broken file either. */
static void odd_tags_are_written_all_the_same(void **state)
{
    (void)state;
    static const char *const roles[] = {"H1", "Title", "Artifact", "Figure", "TD", "Answer", "P", "Table", ""};
    struct kin_document document = document_of(type, "x", 2);
    for (size_t i = 0; i < 2 * sizeof roles / sizeof *roles; i++) {
        kin_box_draw(&document.pages[0]->ops, kin_box_text(type, arena, "word", &style), 72, 200);
        kin_ops_tag(&document.pages[0]->ops, roles[i % (sizeof roles / sizeof *roles)], "what it shows");
    }
    kin_op_new(&document.pages[1]->ops, KIN_OP_TAG);
    struct kin_buf first = kin_buf_in(arena), again = kin_buf_in(arena);
    const char *reason = NULL;
    assert_true(kin_writer_named("tagged-pdf")->write(&first, &document, type, &reason));
    assert_true(kin_writer_named("tagged-pdf")->write(&again, &document, type, &reason));
    assert_null(reason);
    assert_same(&first, &again);
    document.count = 0;
    assert_false(kin_writer_named("tagged-pdf")->write(&again, &document, type, &reason));
    assert_non_null(reason);
}

/* A run whose text doesn't match its glyphs must not end in a broken file. */
static void odd_runs_are_drawn_all_the_same(void **state)
{
    (void)state;
    struct kin_document document = document_of(type, "x", 1);
    struct kin_op *op = kin_op_new(&document.pages[0]->ops, KIN_OP_GLYPHS);
    *op = (struct kin_op){.kind = KIN_OP_GLYPHS, .x = 10, .y = 10, .size_pt = 9, .glyph_count = 2, .text = "abc"};
    op->glyphs = KIN_NEW_N(arena, struct kin_glyph, 2);
    op->glyphs[0].id = op->glyphs[1].id = 30;
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    assert_true(kin_writer_named("pdf")->write(&bytes, &document, type, &reason));
    op->text = NULL;
    assert_true(kin_writer_named("pdf")->write(&bytes, &document, type, &reason));
    op->glyph_count = 0;
    op->text = "";
    assert_true(kin_writer_named("pdf")->write(&bytes, &document, type, &reason));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_scene_same_bytes),           cmocka_unit_test(a_fresh_typesetter_changes_nothing),
        cmocka_unit_test(fonts_outlive_their_typesetter),  cmocka_unit_test(pictures_are_the_same_too),
        cmocka_unit_test(trace_and_words_are_text),        cmocka_unit_test(what_cannot_be_written_has_a_reason),
        cmocka_unit_test(odd_runs_are_drawn_all_the_same), cmocka_unit_test(odd_tags_are_written_all_the_same),
    };
    return cmocka_run_group_tests_name("writers", tests, setup, teardown);
}
