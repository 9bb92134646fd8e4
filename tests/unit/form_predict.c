/* Predicted difficulty, time and chances. */
#include "unit.h"

#include "form/match_predict.h"

#include <math.h>
#include <stdlib.h>

static struct kin_weight rows[] = {
    {KIN_WEIGHT_LEVEL, "2", -1100, 120, ""},   {KIN_WEIGHT_RESPONSE, "choice", -200, 0, ""},
    {KIN_WEIGHT_TYPE, "integer", 7, 0, ""},    {KIN_WEIGHT_PART, "", 100, 20, ""},
    {KIN_WEIGHT_STEP, "", 150, 10, ""},        {KIN_WEIGHT_OPTION, "", 50, 0, ""},
    {KIN_WEIGHT_DIGITS, "key", 1000, 0, ""},   {KIN_WEIGHT_DIGITS, "largest", 10000, 0, ""},
    {KIN_WEIGHT_ANSWER, "fraction", 3, 0, ""}, {KIN_WEIGHT_SIGN, "-", 1, 2, ""},
    {KIN_WEIGHT_FEATURE, "borrow", 400, 9, ""}};
static const struct kin_weights weights = {.id = "test", .slope_milli = 1200, .items = rows, .count = 11};

static struct kin_prediction predict_fact(const char *name, const char *text)
{
    struct kin_fact fact = {name, text};
    struct kin_part part = {.label = NULL};
    struct kin_item item = {.level = 1, .features = &fact, .feature_count = 1, .parts = &part, .part_count = 1};
    return kin_item_predict(&weights, &item);
}

static void features_count_as_often_as_they_say(void **state)
{
    (void)state;
    assert_int_equal(predict_fact("Borrows", "2").difficulty_msd, 800);
    assert_int_equal(predict_fact("borrow from the whole", "true").difficulty_msd, 400);
    assert_int_equal(predict_fact("borrow from the whole", "true").seconds, 9);
    assert_int_equal(predict_fact("borrow from the whole", "false").difficulty_msd, 0);
    assert_int_equal(predict_fact("borrows", "-3").difficulty_msd, 0);
    assert_int_equal(predict_fact("borrows", "1000000").difficulty_msd, 9 * 400);
    assert_int_equal(predict_fact("what is done", "borrow once").difficulty_msd, 400);
    assert_int_equal(predict_fact("carries", "2").difficulty_msd, 0);
}

static void automatic_features_count(void **state)
{
    (void)state;
    assert_int_equal(predict_fact("digits", "2, 1, 4").difficulty_msd, 1000 + 20000);
    assert_int_equal(predict_fact("digits", "3").difficulty_msd, 10000);
    assert_int_equal(predict_fact("digits", "none").difficulty_msd, 0);
    assert_int_equal(predict_fact("kind of answer", "integer, fraction, fraction").difficulty_msd, 6);
    assert_int_equal(predict_fact("signs", "+-w-").difficulty_msd, 2);
    assert_int_equal(predict_fact("signs", "+-w-").seconds, 4);
}

static void responses_parts_and_steps_count(void **state)
{
    (void)state;
    struct kin_response responses[] = {{.kind = KIN_RESPONSE_CHOICE, .option_count = 4},
                                       {.kind = KIN_RESPONSE_VALUE, .type = "integer"}};
    struct kin_part parts[] = {{.responses = responses, .response_count = 1, .step_count = 2},
                               {.responses = &responses[1], .response_count = 1, .step_count = 3}};
    struct kin_item item = {.level = 2, .parts = parts, .part_count = 2};
    struct kin_prediction prediction = kin_item_predict(&weights, &item);
    assert_int_equal(prediction.difficulty_msd, -1100 - 200 + 7 + 100 + 4 * 150 + 2 * 50);
    assert_int_equal(prediction.seconds, 120 + 20 + 4 * 10);
    item.minutes = 2.5;
    assert_int_equal(kin_item_predict(&weights, &item).seconds, 150);
}

static void chances_follow_the_curve(void **state)
{
    (void)state;
    int before = 0;
    for (int ability = -20000; ability <= 20000; ability++) {
        int chance = kin_chance(&weights, -1300, ability);
        double exact = 1e6 / (1 + exp(-1.2 * (ability + 1300) / 1000));
        assert_true(fabs(chance - exact) < 400); /* logits are cut to thousandths */
        assert_true(chance >= before);
        before = chance;
    }
    assert_int_equal(kin_chance(&weights, 700, 700), 500000);
    assert_int_equal(kin_chance(&weights, 0, 500) + kin_chance(&weights, 0, -500), 1000000);
    assert_int_equal(kin_chance(&weights, 2000000000, -2000000000), 0);
}

static void points_are_expected(void **state)
{
    struct kin_response response = {
        .kind = KIN_RESPONSE_VALUE, .type = "number", .points = kin_rat_ratio(*state, 5, 2)};
    struct kin_part part = {.responses = &response, .response_count = 1};
    struct kin_item item = {.level = 1, .parts = &part, .part_count = 1};
    assert_int_equal(kin_item_expected(*state, &weights, &item, 0), 1250);
    assert_int_equal(kin_item_expected(*state, &weights, &item, 50000), 2500);
    response.points = kin_rat_int(100000);
    assert_int_equal(kin_item_expected(*state, &weights, &item, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_count_as_often_as_they_say),
        cmocka_unit_test(automatic_features_count),
        cmocka_unit_test(responses_parts_and_steps_count),
        cmocka_unit_test(chances_follow_the_curve),
        ARENA_TEST(points_are_expected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
