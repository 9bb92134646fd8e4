/* Decisions against values worked by hand, and against the table of chances that the rules were chosen by. */
#include "one_arena.h"

#include "mastery/chance.h"
#include "mastery/decision.h"

#include <string.h>

static struct kin_try try_of(int points, int most)
{
    return (struct kin_try){.form = "",
                            .taken_on = "2026-09-01",
                            .points = kin_rat_int(points),
                            .most = kin_rat_int(most),
                            .parts = (size_t)most,
                            .right = (size_t)points};
}

static struct kin_tries tries_of(struct kin_try *items, size_t count)
{
    return (struct kin_tries){items, count, count};
}

/* ---- Policies -------------------------------------------------------------------------------------------------- */

static const char *score_by(const char *policy_text, const struct kin_tries *tries)
{
    struct kin_rule rule = kin_rule_usual();
    assert_true(kin_score_policy_parse(policy_text, &rule.policy));
    return kin_rat_text(arena, kin_tries_score(arena, tries, &rule.policy, &rule.threshold, rule.scale));
}

/* 2/5, 9/10, 7/10 are 40%, 90%, 70%. */
static void the_six_policies_on_one_log(void **state)
{
    (void)state;
    struct kin_try log[] = {try_of(2, 5), try_of(9, 10), try_of(7, 10)};
    struct kin_tries all = tries_of(log, 3), two = tries_of(log, 2), one = tries_of(log + 1, 1);
    assert_string_equal(score_by("highest", &all), "9/10");
    assert_string_equal(score_by("latest", &all), "7/10");
    assert_string_equal(score_by("latest-capped", &all), "7/10");
    assert_string_equal(score_by("latest-capped", &two), "4/5");      /* 90% counts 80% */
    assert_string_equal(score_by("latest-capped:75", &two), "3/4");   /* or 75% */
    assert_string_equal(score_by("latest-capped", &one), "9/10");     /* a first try is not capped */
    assert_string_equal(score_by("average-floored", &all), "11/15");  /* (60 + 90 + 70) / 3 = 73 1/3 */
    assert_string_equal(score_by("average-floored:40", &all), "2/3"); /* (40 + 90 + 70) / 3 = 66 2/3 */
    assert_string_equal(score_by("decaying", &all), "567/800");       /* 40; 72.5; 0.35 * 72.5 + 0.65 * 70 = 70.875 */
    assert_string_equal(score_by("won-back", &all), "13/20");         /* 40 + 50 / 2 */
}

static void a_policy_of_nothing_has_no_score(void **state)
{
    (void)state;
    struct kin_try empty[] = {try_of(0, 0)};
    struct kin_tries none = {0}, without = tries_of(empty, 1);
    for (size_t i = 0; i < KIN_SCORE_POLICY_COUNT; i++) {
        assert_string_equal(score_by(kin_score_policy_names()[i], &none), "undefined");
        assert_string_equal(score_by(kin_score_policy_names()[i], &without), "undefined");
    }
}

static void policies_are_read(void **state)
{
    (void)state;
    struct kin_score_policy policy;
    struct kin_rule rule = kin_rule_usual();
    assert_true(kin_score_policy_parse("decaying:70%", &policy));
    assert_int_equal(policy.percent, 70);
    assert_string_equal(kin_score_policy_text(arena, &policy, &rule.threshold, rule.scale, kin_furniture_of("en")),
                        "each newer try counts 70%, all that was before it the rest");
    assert_true(kin_score_policy_parse("latest-capped", &policy));
    assert_string_equal(kin_score_policy_text(arena, &policy, &rule.threshold, rule.scale, kin_furniture_of("en")),
                        "the newest try counts; from the second on a try counts 80% at most");
    static const char *const wrong[] = {"",
                                        "best",
                                        "highest:90",
                                        "decaying:0",
                                        "decaying:x",
                                        "decaying:",
                                        "decaying:101",
                                        "decaying:50 or so",
                                        "latest-",
                                        "Highest",
                                        "average-floored-and-more-than-that-it-is-long"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(kin_score_policy_parse(wrong[i], &policy));
    }
}

/* ---- Thresholds ------------------------------------------------------------------------------------------------ */

static bool meets(const char *text, int right, int of)
{
    struct kin_rule rule = kin_rule_usual();
    struct kin_try one = try_of(right, of);
    struct kin_tries tries = tries_of(&one, 1);
    assert_true(kin_threshold_parse(text, &rule.threshold));
    return kin_decide(arena, &rule, &tries).met;
}

static void thresholds_decide_on_the_line(void **state)
{
    (void)state;
    assert_true(meets("80", 8, 10));
    assert_false(meets("90 %", 8, 10));
    assert_true(meets("80%", 4, 5));
    assert_false(meets("80", 399, 500));
    assert_true(meets("4 of 5", 8, 10));
    assert_false(meets("4/5", 7, 9));
    assert_true(meets("level 3", 4, 5));
    assert_false(meets("level 4", 4, 5));
    assert_true(meets("Level 2", 3, 5));
    assert_false(meets("level 9", 5, 5)); /* no such level */
}

/* In counts a part with part of its points is not right. */
static void counts_look_at_whole_parts(void **state)
{
    (void)state;
    struct kin_rule rule = kin_rule_usual();
    struct kin_try one = {.points = kin_rat_int(9), .most = kin_rat_int(10), .parts = 5, .right = 3};
    struct kin_tries tries = tries_of(&one, 1);
    assert_true(kin_decide(arena, &rule, &tries).met);
    assert_true(kin_threshold_parse("4 of 5", &rule.threshold));
    assert_false(kin_decide(arena, &rule, &tries).met);
}

static void thresholds_are_read(void **state)
{
    (void)state;
    struct kin_threshold threshold;
    static const char *const right[][2] = {
        {"80", "80%"}, {" 75 % ", "75%"}, {"3/4", "3 of 4"}, {"9 of  10", "9 of 10"}, {"LEVEL  3 ", "level 3"}};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        assert_true(kin_threshold_parse(right[i][0], &threshold));
        assert_string_equal(kin_threshold_text(arena, &threshold, kin_furniture_of("en")), right[i][1]);
    }
    static const char *const wrong[] = {"",   "0",  "101",  "-5",    "80 points", "5/4",
                                        "4/", "/5", "4 of", "level", "level x",   "8%0"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(kin_threshold_parse(wrong[i], &threshold));
    }
}

static void shares_never_round_up_to_the_line(void **state)
{
    (void)state;
    assert_string_equal(kin_share_text(arena, kin_rat_ratio(arena, 7999, 10000)), "79.9%");
    assert_string_equal(kin_share_text(arena, kin_rat_ratio(arena, 2, 3)), "66.6%");
    assert_string_equal(kin_share_text(arena, kin_rat_ratio(arena, 4, 5)), "80%");
    assert_string_equal(kin_share_text(arena, kin_rat_undefined(KIN_DIVISION_BY_ZERO)), "");
}

/* ---- The scale ------------------------------------------------------------------------------------------------- */

static void levels_begin_on_their_line(void **state)
{
    (void)state;
    static const int rows[][3] = {{9, 10, 4}, {899, 1000, 3}, {4, 5, 3}, {799, 1000, 2},
                                  {3, 5, 2},  {599, 1000, 1}, {0, 1, 1}, {1, 1, 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_rat share = kin_rat_ratio(arena, rows[i][0], rows[i][1]);
        assert_int_equal(kin_scale_level(arena, kin_scale_usual(), share)->level, rows[i][2]);
    }
}

static const struct kin_level_scale *scale_of(const char *text, struct kin_diags *diags)
{
    *diags = kin_diags_in(arena);
    return kin_scale_read(arena, diags, kin_text_source(arena, "scale.csv", text).span.source);
}

static void scales_are_read(void **state)
{
    (void)state;
    struct kin_diags diags;
    const struct kin_level_scale *scale =
        scale_of("Level,From,Name,Legend\n1,0,Learning,\"Not, yet\"\n3,85%,Sure,All\n2,50,Close,Half\n", &diags);
    assert_non_null(scale);
    assert_int_equal(scale->count, 3);
    assert_string_equal(kin_scale_level(arena, scale, kin_rat_ratio(arena, 17, 20))->name, "Sure");
    assert_string_equal(kin_scale_level(arena, scale, kin_rat_ratio(arena, 1, 4))->legend, "Not, yet");
    static const char *const wrong[] = {
        "level,from,name\n1,0,a\n",
        "level,from,name\n1,0,a\n2,0,b\n",
        "level,from,name\n1,10,a\n2,50,b\n",
        "level,from,name\n1,0,a\n1,50,b\n",
        "level,from,name\n1,0,\n2,50,b\n",
        "level,from,name\n0,0,a\n2,50,b\n",
        "level,from,name\n1,0,a\n2,101,b\n",
        "level,name\n1,a\n2,b\n",
        "level,from,name\n1,0,a\n2,1,b\n3,2,c\n4,3,d\n5,4,e\n6,5,f\n7,6,g\n8,7,h\n9,8,i\n10,9,j\n11,10,k\n",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_null(scale_of(wrong[i], &diags));
        assert_int_equal(diags.items[0].id, KIN_E7100);
    }
    assert_null(scale_of("", &diags));
}

/* ---- Chances --------------------------------------------------------------------------------------------------- */

static const char *hundredths(struct kin_rat chance)
{
    return kin_rat_decimal_text(arena, chance, 2);
}

static void chances_are_those_of_the_table(void **state)
{
    (void)state;
    static const struct {
        size_t right, of;
        const char *at[4]; /* 60, 70, 80, 90% */
    } rows[] = {
        {3, 3, {"0.22", "0.34", "0.51", "0.73"}},   {4, 5, {"0.34", "0.53", "0.74", "0.92"}},
        {5, 5, {"0.08", "0.17", "0.33", "0.59"}},   {8, 10, {"0.17", "0.38", "0.68", "0.93"}},
        {9, 10, {"0.05", "0.15", "0.38", "0.74"}},  {13, 15, {"0.03", "0.13", "0.40", "0.82"}},
        {17, 20, {"0.02", "0.11", "0.41", "0.87"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int j = 0; j < 4; j++) {
            struct kin_rat chance = kin_chance_at_least(arena, rows[i].right, rows[i].of, 60 + 10 * j);
            assert_string_equal(hundredths(chance), rows[i].at[j]);
            struct kin_rat rest = kin_chance_at_most(arena, rows[i].right - 1, rows[i].of, 60 + 10 * j);
            assert_true(kin_rat_equal(kin_rat_add(arena, chance, rest), kin_rat_int(1)));
        }
    }
}

static bool within(struct kin_rat chance, int percent)
{
    return kin_rat_compare(chance, kin_rat_ratio(arena, percent, 100)) <= 0;
}

/* The shortest rule by which a student of `low` passes, and one of `high` fails, at most `error` times in 100. */
static void assert_shortest(int low, int high, int error, size_t right, size_t of)
{
    for (size_t n = 1; n <= of; n++) {
        for (size_t k = 0; k <= n; k++) {
            bool holds = within(kin_chance_at_least(arena, k, n, low), error) && k > 0 &&
                         within(kin_chance_at_most(arena, k - 1, n, high), error);
            assert_int_equal(holds, n == of && k == right);
        }
    }
}

static void shortest_rules_are_those_of_the_table(void **state)
{
    (void)state;
    assert_shortest(50, 90, 10, 7, 9);
    assert_shortest(60, 90, 10, 12, 15);
    assert_shortest(70, 90, 10, 21, 25);
    assert_shortest(60, 90, 20, 6, 7);
}

static void chances_have_ends(void **state)
{
    (void)state;
    assert_string_equal(kin_rat_text(arena, kin_chance_at_least(arena, 0, 5, 0)), "1");
    assert_string_equal(kin_rat_text(arena, kin_chance_at_least(arena, 1, 5, 0)), "0");
    assert_string_equal(kin_rat_text(arena, kin_chance_at_least(arena, 5, 5, 100)), "1");
    assert_string_equal(kin_rat_text(arena, kin_chance_at_most(arena, 4, 5, 100)), "0");
    assert_string_equal(kin_rat_text(arena, kin_chance_at_least(arena, 5, 5, 60)), "243/3125");
    assert_true(kin_rat_equal(kin_chance_at_most(arena, 400, KIN_MOST_PARTS, 60), kin_rat_int(1)));
    assert_false(kin_rat_defined(kin_chance_at_least(arena, 1, KIN_MOST_PARTS + 1, 60)));
}

/* So many times in so many. */
static void assert_odds(size_t needed, size_t parts, int times, int in)
{
    struct kin_odds odds = kin_chance_odds(arena, kin_chance_at_least(arena, needed, parts, KIN_SIX_IN_TEN));
    assert_int_equal(odds.times, times);
    assert_int_equal(odds.in, in);
}

static void odds_are_plain_numbers(void **state)
{
    (void)state;
    assert_odds(4, 5, 1, 3);
    assert_odds(8, 10, 1, 6);
    assert_odds(5, 5, 1, 13);
    assert_odds(1, 1, 6, 10);
    assert_odds(1, 9, 9, 10);
    assert_odds(0, 5, 1, 1);
    assert_odds(6, 5, 0, 1);
}

/* ---- Decisions ------------------------------------------------------------------------------------------------- */

static struct kin_decision decide(int right, int of)
{
    struct kin_rule rule = kin_rule_usual();
    struct kin_try one = try_of(right, of);
    struct kin_tries tries = tries_of(&one, 1);
    return kin_decide(arena, &rule, &tries);
}

/* 4 of 5: a student of 60% does that 34 times in 100. 3 of 5: one of 90% does no better 8 times in 100. 2 of 3: 27
 * times. 3 of 3 by one of 60%: 22 times; 8 of 10: 17 times. */
static void bands_weigh_the_evidence(void **state)
{
    (void)state;
    assert_int_equal(decide(5, 5).band, KIN_BAND_SECURE);
    assert_int_equal(decide(4, 5).band, KIN_BAND_NOT_SURE);
    assert_int_equal(decide(3, 5).band, KIN_BAND_NOT_YET);
    assert_int_equal(decide(3, 3).band, KIN_BAND_NOT_SURE);
    assert_int_equal(decide(2, 3).band, KIN_BAND_NOT_SURE);
    assert_int_equal(decide(8, 10).band, KIN_BAND_SECURE);
    assert_int_equal(decide(7, 10).band, KIN_BAND_NOT_YET);
    assert_int_equal(decide(0, 0).band, KIN_BAND_NONE);
    assert_true(decide(3, 4).thin);
    assert_false(decide(5, 5).thin);
}

/* 2/5, then 5/5: met by the best try, but 7 of 10 in all: a student of 60% does that 38 times in 100. */
static void evidence_is_pooled_over_forms(void **state)
{
    (void)state;
    struct kin_rule rule = kin_rule_usual();
    struct kin_try log[] = {try_of(2, 5), try_of(5, 5), try_of(10, 10)};
    struct kin_tries two = tries_of(log, 2), three = tries_of(log, 3);
    struct kin_decision early = kin_decide(arena, &rule, &two), late = kin_decide(arena, &rule, &three);
    assert_true(early.met && late.met);
    assert_int_equal(early.band, KIN_BAND_NOT_SURE);
    assert_int_equal(early.needed, 8);
    assert_int_equal(late.band, KIN_BAND_SECURE); /* 17 of 20: 2 times in 100 */
    assert_int_equal(late.tries, 3);
    assert_int_equal(late.parts, 20);
    assert_int_equal(late.right, 17);
}

/* 45 of 50 points, but none of the five of one topic: nine met, one not. */
static void a_gap_is_not_hidden_by_the_total(void **state)
{
    (void)state;
    size_t met = 0;
    for (int topic = 1; topic <= 10; topic++) {
        met += decide(topic == 7 ? 0 : 5, 5).met;
    }
    assert_int_equal(met, 9);
    assert_false(decide(0, 5).met);
    assert_int_equal(decide(0, 5).band, KIN_BAND_NOT_YET);
    assert_int_equal(decide(0, 5).level->level, 1);
}

static void the_rule_is_a_sentence(void **state)
{
    (void)state;
    struct kin_rule rule = kin_rule_usual();
    assert_string_equal(kin_rule_text(arena, &rule, kin_furniture_of("en")),
                        "Met from 80% of the points on; the best try counts.");
    assert_true(kin_threshold_parse("2 of 3", &rule.threshold));
    assert_true(kin_score_policy_parse("latest-capped", &rule.policy));
    assert_string_equal(
        kin_rule_text(arena, &rule, kin_furniture_of("en")),
        "Met from 2 of 3 parts right on; the newest try counts; from the second on a try counts 66.6% at most.");
}

static void spanish_rules_are_spanish(void **state)
{
    (void)state;
    const struct kin_furniture *words = kin_furniture_of("es");
    struct kin_rule rule = kin_rule_usual();
    assert_string_equal(kin_rule_text(arena, &rule, words),
                        "Se logra a partir de 80% de los puntos; cuenta el mejor intento.");
    assert_string_equal(kin_scale_in(arena, rule.scale, words)->levels[1].name, "Logrado");
    assert_int_equal(kin_scale_in(arena, rule.scale, words)->levels[1].from_percent, 80);
}

/* ---- Groups ---------------------------------------------------------------------------------------------------- */

static void students_on_a_line_belong_above_it(void **state)
{
    (void)state;
    struct kin_rule rule = kin_rule_usual();
    const struct kin_cuts none = {0};
    struct kin_cuts cuts = kin_cuts_for(arena, &none, &rule);
    static const struct {
        int points, most;
        enum kin_teaching_group group;
    } rows[] = {{4, 5, KIN_GROUP_READY},         {79, 100, KIN_GROUP_SUPPORT},
                {1, 2, KIN_GROUP_SUPPORT},       {49, 100, KIN_GROUP_REINFORCEMENT},
                {0, 5, KIN_GROUP_REINFORCEMENT}, {1, 1, KIN_GROUP_READY}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(kin_group_of(&cuts, kin_rat_ratio(arena, rows[i].points, rows[i].most)), rows[i].group);
    }
    assert_int_equal(kin_group_of(&cuts, kin_rat_ratio(arena, 0, 0)), KIN_GROUP_NONE);
    assert_int_equal(kin_group_level(KIN_GROUP_READY), 3);
    assert_int_equal(kin_group_level(KIN_GROUP_REINFORCEMENT), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_six_policies_on_one_log, start, finish),
        cmocka_unit_test_setup_teardown(a_policy_of_nothing_has_no_score, start, finish),
        cmocka_unit_test_setup_teardown(policies_are_read, start, finish),
        cmocka_unit_test_setup_teardown(thresholds_decide_on_the_line, start, finish),
        cmocka_unit_test_setup_teardown(counts_look_at_whole_parts, start, finish),
        cmocka_unit_test_setup_teardown(thresholds_are_read, start, finish),
        cmocka_unit_test_setup_teardown(shares_never_round_up_to_the_line, start, finish),
        cmocka_unit_test_setup_teardown(levels_begin_on_their_line, start, finish),
        cmocka_unit_test_setup_teardown(scales_are_read, start, finish),
        cmocka_unit_test_setup_teardown(chances_are_those_of_the_table, start, finish),
        cmocka_unit_test_setup_teardown(shortest_rules_are_those_of_the_table, start, finish),
        cmocka_unit_test_setup_teardown(chances_have_ends, start, finish),
        cmocka_unit_test_setup_teardown(odds_are_plain_numbers, start, finish),
        cmocka_unit_test_setup_teardown(bands_weigh_the_evidence, start, finish),
        cmocka_unit_test_setup_teardown(evidence_is_pooled_over_forms, start, finish),
        cmocka_unit_test_setup_teardown(a_gap_is_not_hidden_by_the_total, start, finish),
        cmocka_unit_test_setup_teardown(the_rule_is_a_sentence, start, finish),
        cmocka_unit_test_setup_teardown(spanish_rules_are_spanish, start, finish),
        cmocka_unit_test_setup_teardown(students_on_a_line_belong_above_it, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
