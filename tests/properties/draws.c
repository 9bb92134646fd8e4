/* Drawing, DESIGN section 4: what must hold for every seed and every kind of space. */
#include "draw_templates.h"

#include "base/limits.h"
#include "draw/drawing.h"

#include <stdlib.h>

enum { FORMS = 26, SEEDS = 60 };

static bool same_member(const struct kin_member *a, const struct kin_member *b)
{
    return a->element == b->element && a->mode == b->mode &&
           memcmp(&a->identity, &b->identity, sizeof a->identity) == 0 &&
           memcmp(&a->key, &b->key, sizeof a->key) == 0 && memcmp(&a->cell, &b->cell, sizeof a->cell) == 0;
}

static size_t members(struct kin_draw *draw, struct kin_member *list, size_t most)
{
    size_t count = 0;
    while (count < most && kin_draw_member(draw, count, &list[count])) {
        count++;
    }
    return count;
}

/* ---- Both evaluators give the same ---- */

static size_t by_evaluator(struct fixture *fixture, enum kin_evaluator evaluator,
                           const struct kin_draw_options *options, struct kin_member *list)
{
    kin_draw_use_evaluator(evaluator);
    size_t count = members(open_draw(fixture, options), list, FORMS);
    kin_draw_use_evaluator(KIN_BY_COST);
    return count;
}

static void compare_evaluators(struct fixture *fixture, const struct kin_draw_options *options)
{
    struct kin_member scan[FORMS], table[FORMS], cost[FORMS];
    size_t count = by_evaluator(fixture, KIN_SCAN, options, scan);
    assert_true(count > 0);
    assert_int_equal(by_evaluator(fixture, KIN_TABLE, options, table), count);
    assert_int_equal(by_evaluator(fixture, KIN_BY_COST, options, cost), count);
    for (size_t i = 0; i < count; i++) {
        assert_true(same_member(&scan[i], &table[i]));
        assert_true(same_member(&scan[i], &cost[i]));
    }
}

static void evaluators_agree(void **state)
{
    for (size_t i = 0; i < SPACE_CASES; i++) {
        if (!space_cases[i].whole) {
            continue;
        }
        struct fixture *fixture = fixture_load(*state, space_cases[i].body);
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            struct kin_draw_options options = {.seed = {.number = seed}, .occurrence = seed % 3};
            compare_evaluators(fixture, &options);
        }
    }
}

/* ---- A naive search finds the same: every element of the box in the order of its place ---- */

struct naive {
    uint64_t place, element;
    struct kin_hash cell;
};

static int by_place(const void *a, const void *b)
{
    uint64_t x = ((const struct naive *)a)->place, y = ((const struct naive *)b)->place;
    return (x > y) - (x < y);
}

static bool passes(const struct kin_template *template, struct kin_frame *frame)
{
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        struct kin_value *slot = &frame->slots[field->slot];
        if (field->kind == KIN_FIELD_LET) {
            assert_true(kin_expr_eval(field->value, frame, slot));
        } else if (slot->kind != KIN_NOTHING && !kin_domain_has(field, frame, slot)) {
            return false;
        }
    }
    for (size_t i = 0; i < template->where_count; i++) {
        if (!kin_expr_holds(template->wheres[i].test, frame)) {
            return false;
        }
    }
    return true;
}

/* Picks by plain mixed radix: the last one moves fastest. */
static void decode(const struct kin_space *space, struct kin_frame *frame, uint64_t element)
{
    for (size_t i = space->dim_count; i-- > 0;) {
        const struct kin_dim *dim = &space->dims[i];
        frame->slots[dim->field->slot] = kin_dim_value(frame->arena, dim, element % dim->size);
        element /= dim->size;
    }
}

static size_t search(struct kin_draw *draw, struct naive *list)
{
    const struct kin_lane *lane = &draw->lanes[0];
    struct kin_hash each[64];
    size_t count = 0;
    assert_true(draw->features.count <= 64);
    for (uint64_t element = 0; element < lane->space->count; element++) {
        struct kin_mark mark = kin_arena_mark(draw->arena);
        struct kin_frame frame = kin_space_frame(draw->arena, lane->space);
        decode(lane->space, &frame, element);
        if (passes(draw->template, &frame) &&
            kin_features_hash(&draw->features, &frame, NULL, each, draw->judgements) == KIN_IN_CELL) {
            list[count++] = (struct naive){kin_permutation_place(&lane->sequence.permutation, element), element,
                                           kin_features_cell(&draw->features, each)};
        }
        kin_arena_rewind(draw->arena, mark);
    }
    qsort(list, count, sizeof *list, by_place);
    return count;
}

static size_t size_of_cell(const struct naive *list, size_t count, struct kin_hash cell)
{
    size_t members = 0;
    for (size_t i = 0; i < count; i++) {
        members += kin_hash_equal(list[i].cell, cell);
    }
    return members;
}

/* Line 6, word by word. */
static struct kin_hash cell_of_line_6(const struct naive *list, size_t count, size_t least)
{
    size_t largest = 0, best = 0;
    for (size_t i = 0; i < count; i++) {
        size_t size = size_of_cell(list, count, list[i].cell);
        if (size >= least) {
            return list[i].cell;
        }
        if (size > largest) {
            largest = size;
            best = i;
        }
    }
    return list[best].cell;
}

static void compare_naive(struct fixture *fixture, const struct kin_draw_options *options)
{
    struct kin_draw *draw = open_draw(fixture, options);
    assert_int_equal(draw->lane_count, 1);
    struct naive *list = calloc(draw->lanes[0].space->count, sizeof *list);
    assert_non_null(list);
    size_t count = search(draw, list), n = 0;
    struct kin_hash cell = cell_of_line_6(list, count, options->least);
    struct kin_member member;
    for (size_t i = 0; i < count; i++) {
        if (kin_hash_equal(list[i].cell, cell)) {
            assert_true(kin_draw_member(draw, n++, &member));
            assert_int_equal(member.element, list[i].element);
        }
    }
    assert_false(kin_draw_member(draw, n, &member));
    struct kin_count capacity = kin_draw_capacity(draw);
    assert_int_equal(capacity.number, n);
    assert_false(capacity.estimated);
    free(list);
}

static void naive_search_agrees(void **state)
{
    static const uint64_t least[] = {5, 26, 260};
    for (size_t i = 0; i < SPACE_CASES; i++) {
        struct fixture *fixture = space_cases[i].whole ? fixture_load(*state, space_cases[i].body) : NULL;
        for (uint64_t seed = 0; fixture && seed < 6; seed++) {
            struct kin_draw_options options = {.seed = {.number = seed}, .least = least[seed % 3]};
            compare_naive(fixture, &options);
        }
    }
}

/* ---- Forms ---- */

/* Three forms are the first three of 26; whoever asks for the last one first gets the same. */
static void members_do_not_depend_on_asking(void **state)
{
    for (size_t i = 0; i < SPACE_CASES; i++) {
        struct fixture *fixture = fixture_load(*state, space_cases[i].body);
        for (uint64_t seed = 0; seed < 10; seed++) {
            struct kin_draw_options options = {.seed = {.number = seed}};
            struct kin_member few[3], all[FORMS], again;
            size_t count = members(open_draw(fixture, &options), all, FORMS);
            size_t first = members(open_draw(fixture, &options), few, 3);
            assert_int_equal(first, count < 3 ? count : 3);
            struct kin_draw *backwards = open_draw(fixture, &options);
            kin_draw_capacity(backwards);
            for (size_t n = count; n-- > 0;) {
                assert_true(kin_draw_member(backwards, n, &again));
                assert_true(same_member(&again, &all[n]));
                assert_true(n >= 3 || same_member(&few[n], &all[n]));
            }
        }
    }
}

static void members_share_a_cell_and_differ(void **state)
{
    for (size_t i = 0; i < SPACE_CASES; i++) {
        struct fixture *fixture = fixture_load(*state, space_cases[i].body);
        struct kin_draw_options options = {.seed = {.number = 5}};
        struct kin_member all[FORMS];
        size_t count = members(open_draw(fixture, &options), all, FORMS);
        for (size_t n = 1; n < count; n++) {
            assert_memory_equal(&all[n].cell, &all[0].cell, sizeof all[n].cell);
            for (size_t m = 0; m < n; m++) {
                assert_memory_not_equal(&all[n].identity, &all[m].identity, sizeof all[n].identity);
            }
        }
    }
}

static size_t differences(struct fixture *fixture, struct kin_draw_options one, struct kin_draw_options other)
{
    struct kin_member a[8], b[8];
    size_t count = members(open_draw(fixture, &one), a, 8), differ = 0;
    assert_int_equal(members(open_draw(fixture, &other), b, 8), count);
    for (size_t i = 0; i < count; i++) {
        differ += !same_member(&a[i], &b[i]);
    }
    return differ;
}

/* A redraw, another use of the template, another seed and a secret each give another order; nothing else moves it. */
static void only_its_own_name_moves_a_slot(void **state)
{
    struct fixture *fixture = fixture_load(*state, space_cases[0].body);
    const struct kin_draw_options plain = {.seed = {.number = 11}};
    struct kin_draw_options other = plain;
    assert_int_equal(differences(fixture, plain, other), 0);
    other.redraw = 1;
    assert_true(differences(fixture, plain, other) > 0);
    other = plain;
    other.occurrence = 1;
    assert_true(differences(fixture, plain, other) > 0);
    other = plain;
    other.seed.number = 12;
    assert_true(differences(fixture, plain, other) > 0);
    other = plain;
    other.seed.secret = (const unsigned char *)"secret";
    other.seed.secret_length = 6;
    assert_true(differences(fixture, plain, other) > 0);
    other = plain;
    other.first_form = "C";
    assert_int_equal(differences(fixture, plain, other), 0);
}

/* A student has an order of their own in the cell that all have. */
static void students_share_the_cell(void **state)
{
    struct fixture *fixture = fixture_load(*state, space_cases[0].body);
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct kin_draw_options options = {.seed = {.number = seed}}, own = options, another = options;
        struct kin_member all, one, two;
        own.student = "s-1";
        another.student = "s-2";
        assert_true(kin_draw_member(open_draw(fixture, &options), 0, &all));
        assert_true(kin_draw_member(open_draw(fixture, &own), 0, &one));
        assert_true(kin_draw_member(open_draw(fixture, &another), 0, &two));
        assert_memory_equal(&one.cell, &all.cell, sizeof all.cell);
        assert_memory_equal(&two.cell, &all.cell, sizeof all.cell);
        assert_memory_not_equal(&one.identity, &two.identity, sizeof one.identity);
    }
}

/* ---- Identity ---- */

static struct fixture *unordered_sums(kin_arena *arena)
{
    struct fixture *fixture = fixture_load(
        arena, "<parameters><pick name=\"a\" from=\"11..30\"/><pick name=\"b\" from=\"11..30\"/></parameters>"
               "<stem><p>Add {a} and {b}.</p></stem>" VALUE_OF("a + b", "key - a eq b"));
    struct kin_reading reading = {arena, &fixture->diags, (struct kin_scope *)(uintptr_t)fixture->template->scope};
    struct kin_template *copy = kin_copy_bytes(arena, fixture->template, sizeof *copy);
    copy->identity = kin_expr_parse(&reading, kin_text_plain("[min(a, b), max(a, b)]"), kin_type_any);
    assert_non_null(copy->identity);
    fixture->template = copy;
    return fixture;
}

/* 20 * 21 / 2 pairs, and none of them twice. */
static void same_questions_are_drawn_once(void **state)
{
    enum { PAIRS = 210 };
    struct fixture *fixture = unordered_sums(*state);
    struct kin_draw_options options = {.seed = {.number = 4}};
    struct kin_draw *draw = open_draw(fixture, &options);
    struct kin_member all[PAIRS + 1];
    struct kin_survey survey;
    assert_int_equal(members(draw, all, PAIRS + 1), PAIRS);
    for (size_t n = 1; n < PAIRS; n++) {
        for (size_t m = 0; m < n; m++) {
            assert_memory_not_equal(&all[n].identity, &all[m].identity, sizeof all[n].identity);
        }
    }
    assert_int_equal(kin_draw_capacity(draw).number, PAIRS);
    kin_draw_survey(*state, &fixture->diags, fixture->template, 1000, &survey);
    assert_int_equal(survey.instances.number, PAIRS);
    assert_int_equal(survey.drawn, PAIRS);
    assert_true(survey.all);
}

/* ---- Modes ---- */

static size_t modes_seen(struct fixture *fixture, uint64_t seeds, size_t *counts)
{
    for (uint64_t seed = 0; seed < seeds; seed++) {
        struct kin_draw_options options = {.seed = {.number = seed}};
        struct kin_member member;
        assert_true(kin_draw_member(open_draw(fixture, &options), 0, &member));
        assert_true(member.mode < 3);
        counts[member.mode]++;
    }
    return seeds;
}

/* The spaces of the three modes have 330, 9,900 and 11 elements, and each is drawn equally often: within 5 standard
 * deviations of 900 draws. */
static void modes_are_equally_frequent(void **state)
{
    size_t counts[3] = {0};
    struct fixture *fixture = fixture_load(*state, space_cases[5].body);
    assert_int_equal(modes_seen(fixture, 900, counts), 900);
    for (size_t i = 0; i < 3; i++) {
        assert_in_range(counts[i], 300 - 71, 300 + 71);
    }
}

/* Weights 1, 3 and 6, again however many instances a mode has: shares of 1,000 draws within 5 standard deviations. */
static void modes_follow_their_weights(void **state)
{
    static const size_t expected[] = {100, 300, 600}, slack[] = {48, 73, 78};
    size_t counts[3] = {0};
    struct fixture *fixture = fixture_load(
        *state,
        "<parameters><pick name=\"kind\" of=\"one, none, all\" weight=\"1, 3, 6\"/><pick name=\"a\" from=\"2..12\"/>"
        "<pick name=\"b\" from=\"1..30\" when=\"kind ne 'all'\"/></parameters>"
        "<stem><p>{a} and {if(kind eq 'all', a, b)}.</p></stem>" VALUE_OF("a", "key eq a"));
    modes_seen(fixture, 1000, counts);
    for (size_t i = 0; i < 3; i++) {
        assert_in_range(counts[i], expected[i] - slack[i], expected[i] + slack[i]);
    }
}

/* A variant's members are its own, and together the variants have all instances of their base. */
static void variants_share_out_the_instances(void **state)
{
    struct fixture *fixture = fixture_load(
        *state, "<variant id=\"up\" where=\"a lt b\"/><variant id=\"down\" where=\"a gt b\" level=\"2\"/>"
                "<parameters><pick name=\"a\" from=\"2..9\"/><pick name=\"b\" from=\"2..9\" except=\"a\"/></parameters>"
                "<features off=\"digits\"/><stem><p>From {a} to {b}.</p></stem>" VALUE_OF("a - b", "key + b eq a"));
    const struct kin_template *base = fixture->template;
    assert_int_equal(base->variant_count, 2);
    assert_int_equal(base->variants[1]->level, 2);
    for (size_t i = 0; i < base->variant_count; i++) {
        struct kin_draw_options options = {.seed = {.number = 11}};
        struct kin_member all[30];
        fixture->template = base->variants[i];
        struct kin_draw *draw = open_draw(fixture, &options);
        assert_int_equal(members(draw, all, 30), 28);
        for (size_t n = 0; n < 28; n++) {
            struct kin_item *item = kin_draw_item(draw, fixture->arena, &fixture->diags, &all[n], "A", n);
            assert_non_null(item);
            assert_string_equal(item->template_id, i ? "down" : "up");
            assert_int_equal(item->parts[0].responses[0].key.text[0] == '-', 0); /* a minus sign has three bytes */
            assert_int_equal(strncmp(item->parts[0].responses[0].key.text, "\u2212", 3) == 0, i == 0);
        }
    }
}

/* Where the cell does not hold the mode, forms take turns. */
static void modes_take_turns_when_off(void **state)
{
    struct fixture *fixture = fixture_load(*state, space_cases[6].body);
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct kin_draw_options options = {.seed = {.number = seed}};
        struct kin_member all[6];
        assert_int_equal(members(open_draw(fixture, &options), all, 6), 6);
        for (size_t i = 1; i < 6; i++) {
            assert_int_equal(all[i].mode, 1 - all[i - 1].mode);
        }
    }
}

/* ---- Items ---- */

static const char *value_named(const struct kin_item *item, const char *name)
{
    for (size_t i = 0; i < item->value_count; i++) {
        if (strcmp(item->values[i].name, name) == 0) {
            return item->values[i].text;
        }
    }
    return NULL;
}

static void every_member_becomes_an_item(void **state)
{
    for (size_t i = 0; i < SPACE_CASES; i++) {
        struct fixture *fixture = fixture_load(*state, space_cases[i].body);
        struct kin_draw_options options = {.seed = {.number = 3}};
        struct kin_draw *draw = open_draw(fixture, &options);
        const struct kin_fact *features;
        size_t feature_count = kin_draw_features(draw, fixture->arena, &features);
        struct kin_member member;
        for (size_t n = 0; n < 8 && kin_draw_member(draw, n, &member); n++) {
            struct kin_item *item = kin_draw_item(draw, fixture->arena, &fixture->diags, &member, "B", n);
            if (!item) {
                fail_with_diagnostics(fixture);
            }
            struct kin_digest identity = kin_identity_digest(fixture->template, item->identity);
            assert_memory_equal(&identity, &member.identity, sizeof identity);
            assert_int_equal(item->feature_count, feature_count);
            for (size_t j = 0; j < feature_count; j++) {
                assert_string_equal(item->features[j].name, features[j].name);
                assert_string_equal(item->features[j].text, features[j].text);
            }
            assert_non_null(value_named(item, fixture->template->fields[0].name));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(evaluators_agree),
        ARENA_TEST(naive_search_agrees),
        ARENA_TEST(members_do_not_depend_on_asking),
        ARENA_TEST(members_share_a_cell_and_differ),
        ARENA_TEST(only_its_own_name_moves_a_slot),
        ARENA_TEST(students_share_the_cell),
        ARENA_TEST(same_questions_are_drawn_once),
        ARENA_TEST(modes_are_equally_frequent),
        ARENA_TEST(modes_follow_their_weights),
        ARENA_TEST(variants_share_out_the_instances),
        ARENA_TEST(modes_take_turns_when_off),
        ARENA_TEST(every_member_becomes_an_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
