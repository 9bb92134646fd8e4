/* The key: everything a marker needs is on it, for every form, and it ends whatever its content. */
#include "unit.h"

#include "draw/draw.h"
#include "figure/figure.h"

#include "page_sample.h"

struct paper {
    struct kin_diags diags;
    struct kin_typesetter *type;
    struct kin_set *set;
    struct kin_document *key;
    const char *text;     /* of all pages */
    const char *squeezed; /* the same without white space */
};

/* Line breaks depend on widths; what is said does not. */
static char *squeeze(kin_arena *arena, const char *text)
{
    char *copy = kin_copy(arena, text), *end = copy;
    for (const char *p = text; *p; p++) {
        if (*p != ' ' && *p != '\n') {
            *end++ = *p;
        }
    }
    *end = '\0';
    return copy;
}

static void lay_out(kin_arena *arena, struct paper *paper)
{
    paper->key = kin_page_key(paper->type, arena, &paper->diags, paper->set);
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < paper->key->count; i++) {
        kin_scene_text(&buf, paper->key->pages[i]);
    }
    paper->text = buf.data;
    paper->squeezed = squeeze(arena, buf.data);
}

static struct paper paper_of(kin_arena *arena, struct sample_wish wish)
{
    struct paper paper = {.diags = kin_diags_in(arena), .set = sample_set(arena, wish)};
    paper.type = kin_type_open(&paper.diags, &kin_fonts_schola, NULL);
    assert_non_null(paper.type);
    return paper;
}

static struct paper key_of(kin_arena *arena, struct sample_wish wish)
{
    struct paper paper = paper_of(arena, wish);
    lay_out(arena, &paper);
    return paper;
}

static size_t occurrences(const char *text, const char *what)
{
    size_t count = 0;
    for (const char *p = strstr(text, what); p; p = strstr(p + 1, what)) {
        count++;
    }
    return count;
}

static void assert_says(kin_arena *arena, const struct paper *paper, const char *what)
{
    if (!strstr(paper->squeezed, squeeze(arena, what))) {
        fail_msg("the key does not say: %s", what);
    }
}

static void test_head(void **state)
{
    struct paper paper = key_of(*state, (struct sample_wish){0});
    static const char *const facts[] = {"Answer key",    "Do not hand out",   "918273645", SAMPLE_DIGEST,
                                        "slot-parallel", "formkin 0.1.0",     "K7QF-2MA0", "K7QF-2MB1",
                                        "80%",           "Two-Step Equations"};
    const char *first = squeeze(*state, sample_page_text(*state, paper.key, 0));
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        assert_non_null(strstr(first, squeeze(*state, facts[i])));
    }
    assert_string_equal(paper.key->title, "Two-Step Equations and Percents: answer key");
    kin_type_free(paper.type);
}

static void test_every_page_warns(void **state)
{
    struct paper paper = key_of(*state, (struct sample_wish){.forms = 7});
    for (size_t i = 0; i < paper.key->count; i++) {
        const char *text = sample_page_text(*state, paper.key, i);
        assert_non_null(strstr(text, "do not hand out"));
        assert_non_null(strstr(text, kin_format(*state, "page %zu of %zu", i + 1, paper.key->count)));
    }
    kin_type_free(paper.type);
}

static void assert_answers(kin_arena *arena, const struct paper *paper, const struct kin_item *item)
{
    for (size_t i = 0; i < item->part_count; i++) {
        for (size_t j = 0; j < item->parts[i].response_count; j++) {
            const struct kin_response *response = &item->parts[i].responses[j];
            if (response->kind == KIN_RESPONSE_VALUE) {
                assert_says(arena, paper, response->key.text);
            }
            for (size_t k = 0; k < response->wrong_count; k++) {
                assert_says(arena, paper, response->wrong[k].answer.text);
            }
        }
        for (size_t j = 0; j < item->parts[i].step_count; j++) {
            assert_says(arena, paper, kin_nodes_text(arena, &item->parts[i].steps[j].work));
            assert_says(arena, paper, kin_nodes_text(arena, &item->parts[i].steps[j].why));
        }
    }
}

static void test_all_answers_of_all_forms(void **state)
{
    static const size_t counts[] = {1, 2, 3, 4, 5, 11, 27};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct paper paper = key_of(*state, (struct sample_wish){.forms = counts[i]});
        for (size_t form = 0; form < counts[i]; form++) {
            assert_says(*state, &paper, kin_format(*state, "Form %s", paper.set->forms[form].letter));
            for (size_t slot = 0; slot < SAMPLE_SLOTS; slot++) {
                assert_answers(*state, &paper, paper.set->forms[form].items[slot]);
            }
        }
        assert_int_equal(paper.diags.count, 0);
        kin_type_free(paper.type);
    }
}

static void test_marking_hints(void **state)
{
    struct paper paper = key_of(*state, (struct sample_wish){0});
    assert_says(*state, &paper, "moved a term across the equals sign without changing its sign");
    assert_says(*state, &paper, "reversed the sign although both sides were multiplied by a positive number");
    assert_says(*state, &paper, "Also accept: any equivalent equation");
    assert_says(*state, &paper, "swapped the hourly rate and the fixed fee (1 point)");
    assert_says(*state, &paper, "Sample answer: Leo multiplied only the x by 2.");
    assert_says(*state, &paper, "added the denominators, too");
    assert_says(*state, &paper, "A, C, E");
    assert_says(*state, &paper, "solution: positive whole number; steps: 2");
    kin_type_free(paper.type);
}

/* What all forms share is printed once; what differs, for each. */
static void test_rubrics(void **state)
{
    struct paper paper = key_of(*state, (struct sample_wish){0});
    assert_int_equal(occurrences(paper.squeezed, "namesthemistakeandgives"), 1);
    struct kin_response *open = &paper.set->forms[1].items[6]->parts[0].responses[0];
    open->credits[0].what = sample_flow(*state, "names the mistake and gives another first step");
    lay_out(*state, &paper);
    assert_int_equal(occurrences(paper.squeezed, "namesthemistakeandgives"), 2);
    assert_int_equal(occurrences(paper.squeezed, "namesthemistakeandgivesanother"), 1);
    kin_type_free(paper.type);
}

static void test_shortfall_and_reason(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    paper.set->label = KIN_TOTAL_MATCHED;
    paper.set->label_reason = "item 3 comes from two templates";
    paper.set->slots[2].shortfall = "Form B has another template.";
    lay_out(*state, &paper);
    assert_says(*state, &paper, "total-matched: item 3 comes from two templates");
    assert_says(*state, &paper, "Note: Form B has another template.");
    kin_type_free(paper.type);
}

/* Forms of a set below slot-parallel may differ in parts and responses. */
static void test_forms_of_different_shape(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    struct kin_item **items = paper.set->forms[1].items;
    struct kin_item *swap = items[0];
    items[0] = items[4];
    items[4] = swap;
    lay_out(*state, &paper);
    assert_answers(*state, &paper, items[0]);
    kin_type_free(paper.type);
}

static void test_a_solution_longer_than_a_page(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    struct kin_part *part = &paper.set->forms[0].items[3]->parts[0];
    for (int i = 0; i < 150; i++) {
        sample_step(*state, part, kin_format(*state, "$$x = %d", 7000 + i), "and so on");
    }
    lay_out(*state, &paper);
    assert_says(*state, &paper, "4. (continued)");
    for (int i = 0; i < 150; i++) {
        assert_says(*state, &paper, kin_format(*state, "x = %d", 7000 + i));
    }
    kin_type_free(paper.type);
}

/* Content that nothing can break must not keep the key from ending. */
static void test_a_slab_taller_than_a_page(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    struct kin_node *lines = kin_node_new(*state, KIN_NODE_LINES);
    lines->size = 100;
    kin_nodes_add(*state, &paper.set->forms[0].items[3]->stem, lines);
    lay_out(*state, &paper);
    assert_true(paper.key->count < 12);
    kin_type_free(paper.type);
}

/* Options that are figures do not stand in one piece, however narrow they are. */
static void test_a_page_ends_between_figures_to_choose(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){.forms = 1, .items = 1});
    struct kin_library *library = kin_library_new(*state, &paper.diags);
    kin_library_take_figures(library, kin_figure_all());
    const struct kin_figure *figure = kin_figure_alone(
        library,
        "<figure kind=\"number-line\" from=\"0\" to=\"9\" direction=\"upright\" length=\"200\" title=\"Height\"/>",
        "en");
    struct kin_item *item = paper.set->forms[0].items[0];
    struct kin_response *choice = sample_response(*state, &item->parts[0], KIN_RESPONSE_CHOICE, 1);
    choice->option_count = 6;
    choice->options = KIN_NEW_N(*state, struct kin_option, choice->option_count);
    for (size_t i = 0; i < choice->option_count; i++) {
        struct kin_node *node = kin_node_new(*state, KIN_NODE_FIGURE);
        node->figure = figure;
        kin_nodes_add(*state, &choice->options[i].answer.content, node);
    }
    lay_out(*state, &paper);
    size_t found = 0;
    for (size_t i = 0; i < paper.key->count; i++) {
        struct kin_buf buf = kin_buf_in(*state);
        kin_buf_add(&buf, "");
        kin_scene_text(&buf, paper.key->pages[i]);
        size_t here = occurrences(buf.data, "Height");
        assert_true(here <= 3);
        found += here;
    }
    assert_int_equal(found, choice->option_count);
    kin_type_free(paper.type);
}

static void test_empty_sets(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){0});
    paper.set->slot_count = 0;
    lay_out(*state, &paper);
    assert_true(paper.key->count > 0);
    paper.set->form_count = 0;
    lay_out(*state, &paper);
    assert_int_equal(paper.key->count, 1);
    kin_type_free(paper.type);
}

static void test_bare_item(void **state)
{
    struct paper paper = paper_of(*state, (struct sample_wish){.items = 1});
    for (size_t i = 0; i < 2; i++) {
        struct kin_item *item = paper.set->forms[i].items[0];
        *item = (struct kin_item){.template_id = "bare", .standard = "7.G.A.1"};
        sample_part(*state, item, NULL, "");
    }
    paper.set->slots[0].title = NULL;
    paper.set->slots[0].feature_count = 0;
    lay_out(*state, &paper);
    assert_true(paper.key->count > 0);
    kin_type_free(paper.type);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_head),
        ARENA_TEST(test_every_page_warns),
        ARENA_TEST(test_all_answers_of_all_forms),
        ARENA_TEST(test_marking_hints),
        ARENA_TEST(test_rubrics),
        ARENA_TEST(test_shortfall_and_reason),
        ARENA_TEST(test_forms_of_different_shape),
        ARENA_TEST(test_a_solution_longer_than_a_page),
        ARENA_TEST(test_a_slab_taller_than_a_page),
        ARENA_TEST(test_a_page_ends_between_figures_to_choose),
        ARENA_TEST(test_empty_sets),
        ARENA_TEST(test_bare_item),
    };
    return cmocka_run_group_tests_name("key", tests, NULL, NULL);
}
