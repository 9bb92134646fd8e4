/* Student forms: the same map on every form, nothing secret on them, and what happens when items are too tall. */
#include "unit.h"

#include "page_sample.h"

#include <math.h>

struct paper {
    struct kin_diags diags;
    struct kin_typesetter *type;
    struct kin_set *set;
};

static struct paper paper_of(kin_arena *arena, struct sample_wish wish)
{
    struct paper paper = {.diags = kin_diags_in(arena), .set = sample_set(arena, wish)};
    paper.type = kin_type_open(&paper.diags, &kin_fonts_schola, NULL);
    assert_non_null(paper.type);
    return paper;
}

static struct paper measured(kin_arena *arena, struct sample_wish wish)
{
    struct paper paper = paper_of(arena, wish);
    assert_true(kin_page_measure(paper.type, arena, &paper.diags, paper.set));
    return paper;
}

static struct kin_document *form_of(kin_arena *arena, struct paper *paper, size_t form)
{
    return kin_page_form(paper->type, arena, &paper->diags, paper->set, &paper->set->forms[form]);
}

static size_t reports(const struct paper *paper, enum kin_diag_id id)
{
    size_t count = 0;
    for (size_t i = 0; i < paper->diags.count; i++) {
        count += paper->diags.items[i].id == id;
    }
    return count;
}

/* ---- Looking into scenes --------------------------------------------------------------------------------------------
 */

struct seen {
    const char *text; /* looked for; NULL: nothing */
    bool found;
    double x, y;                     /* of the text */
    double left, top, right, bottom; /* of everything */
};

static void see_point(struct seen *seen, double x, double y)
{
    seen->left = fmin(seen->left, x);
    seen->right = fmax(seen->right, x);
    seen->top = fmin(seen->top, y);
    seen->bottom = fmax(seen->bottom, y);
}

static void see_op(struct seen *seen, const struct kin_op *op, double x, double y)
{
    if (op->kind == KIN_OP_RULE) {
        see_point(seen, x + op->x, y + op->y);
        see_point(seen, x + op->x + op->width, y + op->y + op->height);
    } else if (op->kind == KIN_OP_GLYPHS) {
        see_point(seen, x + op->x, y + op->y);
        if (seen->text && op->text && strcmp(op->text, seen->text) == 0) {
            seen->found = true;
            seen->x = x + op->x;
            seen->y = y + op->y;
        }
    }
}

static void see(struct seen *seen, const struct kin_op *op, double x, double y)
{
    for (; op; op = op->next) {
        bool group = op->kind == KIN_OP_GROUP;
        see_op(seen, op, x, y);
        see(seen, op->kids, x + (group ? op->x : 0), y + (group ? op->y : 0));
    }
}

static struct seen look_at(const struct kin_scene *scene, const char *text)
{
    struct seen seen = {.text = text, .left = 1e9, .top = 1e9};
    see(&seen, scene->ops.first, 0, 0);
    return seen;
}

/* Page (from 1) and height of an item's number; page 0: it is not there. */
static int item_place(kin_arena *arena, const struct kin_document *document, size_t item, double *y)
{
    const char *number = kin_format(arena, "%zu.", item);
    for (size_t page = 0; page < document->count; page++) {
        struct seen seen = look_at(document->pages[page], number);
        if (seen.found) {
            *y = seen.y;
            return (int)page + 1;
        }
    }
    return 0;
}

/* ---- Tests
 * ------------------------------------------------------------------------------------------------------------ */

static void test_same_map_on_all_forms(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){.forms = 6});
    struct kin_document *first = form_of(*state, &paper, 0);
    for (size_t form = 1; form < 6; form++) {
        struct kin_document *other = form_of(*state, &paper, form);
        assert_int_equal(other->count, first->count);
        for (size_t item = 1; item <= SAMPLE_SLOTS; item++) {
            double y, other_y;
            int page = item_place(*state, first, item, &y);
            assert_int_equal(page, paper.set->slots[item - 1].geometry.page);
            assert_int_equal(item_place(*state, other, item, &other_y), page);
            assert_true(fabs(y - other_y) < 12); /* baselines differ with the height of the first line only */
        }
    }
    assert_int_equal(paper.diags.count, 0);
    kin_type_free(paper.type);
}

static void assert_same_geometry(const struct kin_set *a, const struct kin_set *b)
{
    for (size_t i = 0; i < a->slot_count; i++) {
        const struct kin_geometry *x = &a->slots[i].geometry, *y = &b->slots[i].geometry;
        assert_true(x->height_pt == y->height_pt && x->space_pt == y->space_pt && x->page == y->page);
        assert_memory_equal(x->columns, y->columns, sizeof x->columns);
    }
}

static void test_further_forms_change_nothing(void **state)
{
    struct paper two = measured(*state, (struct sample_wish){.forms = 2});
    struct paper many = measured(*state, (struct sample_wish){.forms = 12});
    assert_same_geometry(two.set, many.set);
    struct kin_buf a = kin_buf_in(*state), b = kin_buf_in(*state);
    kin_scene_write(&a, form_of(*state, &two, 1)->pages[1]);
    kin_scene_write(&b, form_of(*state, &many, 1)->pages[1]);
    assert_string_equal(a.data, b.data);
    kin_type_free(two.type);
    kin_type_free(many.type);
}

/* A set that was read back has geometry and no samples. */
static void test_measured_slots_are_left_alone(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    for (size_t i = 0; i < SAMPLE_SLOTS; i++) {
        paper.set->slots[i].sample_count = 0;
        paper.set->slots[i].geometry.height_pt += 1;
    }
    double height = paper.set->slots[0].geometry.height_pt;
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    assert_true(paper.set->slots[0].geometry.height_pt == height);
    assert_true(form_of(*state, &paper, 1)->count > 0);
    assert_int_equal(paper.diags.count, 0);
    kin_type_free(paper.type);
}

static void test_measured_by_forms_without_samples(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){.forms = 3, .without_samples = 1});
    for (size_t i = 0; i < 3; i++) {
        assert_true(form_of(*state, &paper, i)->count > 0);
    }
    assert_int_equal(paper.diags.count, 0);
    kin_type_free(paper.type);
}

static void test_columns(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    assert_int_equal(paper.set->slots[1].geometry.columns[0], 4); /* fractions */
    assert_int_equal(paper.set->slots[5].geometry.columns[0], 1); /* sentences */
    assert_int_equal(paper.set->slots[0].geometry.columns[0], 0); /* no options */
    kin_type_free(paper.type);
}

/* The widest option of all samples decides, not that of the forms. */
static void test_columns_by_the_widest_sample(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    struct kin_item *item = paper.set->slots[1].samples[SAMPLE_INSTANCES - 1];
    item->parts[0].responses[0].options[2].answer = sample_answer(*state, "an option of middling width");
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    assert_int_equal(paper.set->slots[1].geometry.columns[0], 2);
    kin_type_free(paper.type);
}

static void test_every_page_says_what_it_is(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    struct kin_document *document = form_of(*state, &paper, 1);
    for (size_t page = 0; page < document->count; page++) {
        const char *text = sample_page_text(*state, document, page);
        assert_non_null(strstr(text, kin_format(*state, "Form B · page %zu of %zu", page + 1, document->count)));
        assert_non_null(strstr(text, paper.set->forms[1].code));
        assert_non_null(strstr(text, "Name"));
        assert_non_null(strstr(text, paper.set->title));
    }
    assert_string_equal(document->language, "en");
    assert_string_equal(document->title, "Two-Step Equations and Percents, Form B");
    kin_type_free(paper.type);
}

static void test_objectives_have_score_boxes(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    const char *text = sample_page_text(*state, form_of(*state, &paper, 0), 0);
    for (size_t i = 0; i < paper.set->objective_count; i++) {
        assert_non_null(strstr(text, paper.set->objectives[i].standard));
    }
    assert_non_null(strstr(text, "/ 7"));
    assert_non_null(strstr(text, "80%"));
    paper.set->objectives_shown = false;
    assert_null(strstr(sample_page_text(*state, form_of(*state, &paper, 0), 0), "/ 7"));
    kin_type_free(paper.type);
}

static void test_nothing_secret_on_student_pages(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    static const char *const secrets[] = {"918273645",    SAMPLE_DIGEST, "key",    "Sample answer", "names the mistake",
                                          "whole number", "equals sign", "Divide", "slot-parallel", "formkin"};
    for (size_t form = 0; form < 2; form++) {
        struct kin_document *document = form_of(*state, &paper, form);
        for (size_t page = 0; page < document->count; page++) {
            const char *text = sample_page_text(*state, document, page);
            for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
                assert_null(strstr(text, secrets[i]));
            }
        }
    }
    kin_type_free(paper.type);
}

static void test_half_inch_margins(void **state)
{
    static const char *const papers[] = {"letter", "a4"};
    for (size_t i = 0; i < 2; i++) {
        struct paper paper = measured(*state, (struct sample_wish){.paper = papers[i]});
        struct kin_document *document = form_of(*state, &paper, 0);
        for (size_t page = 0; page < document->count; page++) {
            const struct kin_scene *scene = document->pages[page];
            struct seen seen = look_at(scene, NULL);
            assert_true(seen.left >= 36 && seen.top >= 36);
            assert_true(seen.right <= scene->width_pt - 36 && seen.bottom <= scene->height_pt - 36);
        }
        assert_true(fabs(document->pages[0]->width_pt - (i ? 595.28 : 612)) < 0.01);
        kin_type_free(paper.type);
    }
}

/* Items follow one another without touching, and the last one ends above the foot line. */
static void test_items_stand_in_order(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){.space = "tight"});
    struct kin_document *document = form_of(*state, &paper, 0);
    int page_before = 1;
    double y_before = 0;
    for (size_t item = 1; item <= SAMPLE_SLOTS; item++) {
        const struct kin_geometry *geometry = &paper.set->slots[item - 1].geometry;
        double y;
        int page = item_place(*state, document, item, &y);
        assert_true(page > page_before || y > y_before);
        y_before = y - 14 + geometry->height_pt + geometry->space_pt;
        assert_true(y_before < document->pages[0]->height_pt - 54);
        page_before = page;
    }
    kin_type_free(paper.type);
}

static void test_policies_differ_in_space(void **state)
{
    double before = 0;
    static const char *const policies[] = {"tight", "normal", "generous"};
    for (size_t i = 0; i < 3; i++) {
        struct paper paper = measured(*state, (struct sample_wish){.space = policies[i]});
        double space = 0;
        for (size_t slot = 0; slot < SAMPLE_SLOTS; slot++) {
            space += paper.set->slots[slot].geometry.space_pt;
        }
        assert_true(space > before);
        before = space;
        kin_type_free(paper.type);
    }
}

/* ---- Too tall
 * ------------------------------------------------------------------------------------------------------------ */

static void test_a_taller_form_breaks_for_itself(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    struct kin_item *item = paper.set->forms[1].items[2];
    struct kin_buf text = kin_buf_in(*state);
    for (int i = 0; i < 50; i++) {
        kin_buf_add(&text, "A story that goes on and on. ");
    }
    item->stem = sample_flow(*state, text.data);
    assert_true(form_of(*state, &paper, 0)->count > 0);
    assert_int_equal(paper.diags.count, 0);
    struct kin_document *document = form_of(*state, &paper, 1);
    assert_int_equal(reports(&paper, KIN_W640), 1);
    assert_int_equal(paper.diags.count, 1);
    for (size_t i = 1; i <= SAMPLE_SLOTS; i++) {
        double y;
        assert_true(item_place(*state, document, i, &y) > 0);
        assert_true(y < document->pages[0]->height_pt - 54);
    }
    kin_type_free(paper.type);
}

static void add_long_parts(kin_arena *arena, struct kin_item *item, int parts, int lines)
{
    item->part_count = 0;
    for (int i = 0; i < parts; i++) {
        const char *label = kin_format(arena, "%c", (char)('a' + i));
        struct kin_part *part = sample_part(arena, item, label, "Explain.");
        sample_response(arena, part, KIN_RESPONSE_OPEN, 1)->lines = lines;
    }
}

static struct paper with_long_item(kin_arena *arena, int parts, int lines)
{
    struct paper paper = paper_of(arena, (struct sample_wish){.without_samples = 1});
    for (size_t i = 0; i < 2; i++) {
        add_long_parts(arena, paper.set->forms[i].items[6], parts, lines);
    }
    return paper;
}

static void test_a_long_item_is_broken_between_parts(void **state)
{
    struct paper paper = with_long_item(*state, 4, 12);
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    struct kin_document *document = form_of(*state, &paper, 0);
    assert_int_equal(reports(&paper, KIN_W641), 1);
    int page = paper.set->slots[6].geometry.page;
    assert_int_equal(paper.set->slots[7].geometry.page, page + 2); /* no room below */
    assert_true(look_at(document->pages[page - 1], "(b)").found);
    assert_true(look_at(document->pages[page], "(c)").found && look_at(document->pages[page], "(d)").found);
    for (size_t i = 0; i < document->count; i++) {
        assert_true(look_at(document->pages[i], NULL).bottom <= document->pages[i]->height_pt - 36);
    }
    kin_type_free(paper.type);
}

/* Parts with room to work do not lose it: the item is broken instead. */
static void test_work_space_counts_as_height(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){.items = 2, .without_samples = 1});
    paper.set->objectives_shown = false;
    for (size_t i = 0; i < 2; i++) {
        struct kin_item *item = paper.set->forms[i].items[0];
        item->part_count = 0;
        for (int part = 0; part < 4; part++) {
            const char *label = kin_format(*state, "%c", (char)('a' + part));
            struct kin_part *added = sample_part(*state, item, label, "Solve.");
            sample_value(*state, added, "integer", "", "`1`", "")->space_pt = 175;
        }
    }
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    struct kin_document *document = form_of(*state, &paper, 0);
    assert_int_equal(document->count, 2);
    assert_int_equal(reports(&paper, KIN_W641), 1);
    assert_int_equal(reports(&paper, KIN_E642), 0);
    assert_true(look_at(document->pages[1], "2.").found);
    double a = look_at(document->pages[1], "(c)").y, b = look_at(document->pages[1], "(d)").y;
    assert_true(a > 0 && b - a > 175);
    kin_type_free(paper.type);
}

static void test_a_part_taller_than_a_page_is_an_error(void **state)
{
    struct paper paper = with_long_item(*state, 2, 60);
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    assert_true(form_of(*state, &paper, 0)->count > 0);
    assert_true(reports(&paper, KIN_E642) > 0);
    kin_type_free(paper.type);
}

static void test_more_than_four_pages_is_an_error(void **state)
{
    struct paper paper = with_long_item(*state, 12, 14);
    assert_false(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    assert_int_equal(reports(&paper, KIN_E643), 1);
    kin_type_free(paper.type);
}

static void test_a_code_that_no_qr_code_holds(void **state)
{
    struct paper paper = measured(*state, (struct sample_wish){0});
    char *code = kin_alloc(*state, 5001);
    memset(code, 'A', 5000);
    paper.set->forms[0].code = code;
    form_of(*state, &paper, 0);
    assert_int_equal(reports(&paper, KIN_E644), 1);
    kin_type_free(paper.type);
}

static void test_a_header_taller_than_a_page(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    char *title = kin_alloc(*state, 20001);
    memset(title, 'w', 20000);
    for (size_t i = 5; i < 20000; i += 6) {
        title[i] = ' ';
    }
    paper.set->title = title;
    assert_false(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    assert_int_equal(reports(&paper, KIN_E645), 1);
    assert_true(form_of(*state, &paper, 0)->count > 0);
    kin_type_free(paper.type);
}

static void test_sixty_objectives_fit(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    struct kin_objective *many = KIN_NEW_N(*state, struct kin_objective, 60);
    for (size_t i = 0; i < 60; i++) {
        many[i] = (struct kin_objective){kin_format(*state, "7.EE.B.%zu", i), "I can.", kin_rat_int(2), 1};
    }
    paper.set->objectives = many;
    paper.set->objective_count = 60;
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    const char *text = sample_page_text(*state, form_of(*state, &paper, 0), 0);
    assert_non_null(strstr(text, "7.EE.B.59"));
    kin_type_free(paper.type);
}

static void test_an_empty_set_is_one_page(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    paper.set->slot_count = 0;
    assert_true(kin_page_measure(paper.type, *state, &paper.diags, paper.set));
    assert_int_equal(form_of(*state, &paper, 0)->count, 1);
    kin_type_free(paper.type);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_same_map_on_all_forms),
        ARENA_TEST(test_further_forms_change_nothing),
        ARENA_TEST(test_measured_slots_are_left_alone),
        ARENA_TEST(test_measured_by_forms_without_samples),
        ARENA_TEST(test_columns),
        ARENA_TEST(test_columns_by_the_widest_sample),
        ARENA_TEST(test_every_page_says_what_it_is),
        ARENA_TEST(test_objectives_have_score_boxes),
        ARENA_TEST(test_nothing_secret_on_student_pages),
        ARENA_TEST(test_half_inch_margins),
        ARENA_TEST(test_items_stand_in_order),
        ARENA_TEST(test_policies_differ_in_space),
        ARENA_TEST(test_a_taller_form_breaks_for_itself),
        ARENA_TEST(test_a_long_item_is_broken_between_parts),
        ARENA_TEST(test_work_space_counts_as_height),
        ARENA_TEST(test_a_part_taller_than_a_page_is_an_error),
        ARENA_TEST(test_more_than_four_pages_is_an_error),
        ARENA_TEST(test_a_code_that_no_qr_code_holds),
        ARENA_TEST(test_a_header_taller_than_a_page),
        ARENA_TEST(test_sixty_objectives_fit),
        ARENA_TEST(test_an_empty_set_is_one_page),
    };
    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
