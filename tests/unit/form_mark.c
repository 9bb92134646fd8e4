/* Marking by the key: typed answers of all types, and the points of responses that ask for several. */
#include "one_arena.h"

#include "content/typed.h"
#include "form/mark.h"

#include <string.h>

/* ---- Values --------------------------------------------------------------------------------------------------------
 */

struct row {
    const char *type, *key, *right, *wrong, *unclear; /* separated by "|" */
};

static const struct row rows[] = {
    {"integer", "−7", "-7|−7| - 7 |–7|x = -7|-14/2|-7.0|-7.", "7|-8|0", "seven|3/0|--|7)|x7|4-Mar"},
    {"fraction", "7/2", "7/2|3 1/2|3.5|14/4|3½|21/6", "2/7|3 1/3|-7/2", "7-Feb|7/2x|1/2/3"},
    {"mixed", "1 7/8", "15/8|1.875|1 7/8|1 14/16", "1 8/7|17/8", "1 and 7/8"},
    {"decimal", "0.25", "1/4|.25|25%", "2.5|.025", "a quarter"},
    {"money", "$4.50", "4.5|$4.50|4.50", "45|$4.05", "4 dollars fifty"},
    {"percent", "15%", "15|15%|15 %|0.15|3/20", "1.5%|85|85%", "p%"},
    {"number", "12,400", "12400|12,400|1.24 * 10^4", "1240", "12.400.0"},
    {"scientific", "4.5 × 10^4", "45000|4.5*10^4|4.5 x 10^4|4.5·10^4|45 × 10^3", "4.5 × 10^5", "4.5e4"},
    {"surd", "2√3", "2√3|2sqrt(3)|√12|sqrt(12)", "√6|2√2", "2 root three"},
    {"pi", "36π", "36π|36pi|36 pi|pi*36", "36|18π|113.04", "36p"},
    {"word", "Tuesday", "tuesday|TUESDAY", "Monday|Tues", ""},
    {"words", "no, it is not", "No it is not|NO - it is not!", "yes|no, it's not there", ""},
    {"equation", "y = 2x + 1", "y=2x+1|2x + 1 = y|2y = 4x + 2|y - 2x = 1", "y = 2x|y = x + 1", "2x + 1|y 2x"},
    {"expression", "2x + 6", "2(x + 3)|6+2x|2x+6|2x + 3*2", "2x + 3|8x", "2(x+3|= 4"},
    {"inequality", "x ≥ 4", "x>=4|4 ≤ x|x ≥ 8/2|2x ge 8", "x > 4|x <= 4|x ≥ 5", "4|bigger than 4"},
    {"function", "f(x) = 3x − 2", "f(x) = 3x - 2|y = 3x - 2|3x - 2", "y = 3x + 2", "("},
    {"system", "x + y = 5, x − y = 1", "x - y = 1, x + y = 5|2x + 2y = 10 and x - y = 1", "x + y = 5, x - y = 2", "hm"},
    {"ratio", "3 : 4", "3:4|6 : 8|3/4|1.5:2|3 to 4", "4:3|3:5|3:4:5|3", "three to four|threefour"},
    {"point", "(2, −3)", "(2, -3)|2,-3|( 4/2 , -3 )|(2; -3)", "(-3, 2)|(2, 3)|(2, -3, 0)", "up there"},
    {"set", "{−6, 4}", "4, -6|{4,-6}|x = 4 or x = -6|-6 and 4|4; -6", "4|4, 6|4, -6, 0", "four, six"},
    {"set", "{−3, 3}", "±3|3, -3|x = ±3", "3|±4", ""},
    {"list", "1, 4, 9", "1, 4, 9|1,4,9|[1, 4, 9]", "1, 9, 4|1, 4", "one"},
    {"interval", "[2, 5)", "[2,5)|[ 2 , 10/2 )", "(2, 5)|[2, 5]", "2 to 5"},
    {"interval", "x ≤ 3", "x<=3|3 >= x", "x < 3", "three"},
    {"clock", "2:05 p.m.", "2:05 pm|2:05 P.M.|14:05", "2:05 am|2:06 pm|1:05", "2:05|five past two|2:65 pm"},
    {"duration", "2 h 15 min", "2 h 15 min|135 min|2 hours 15 minutes|2:15|2.25 h", "2 h 5 min|2 h", "long|2"},
    {"date", "March 9, 2026", "march 9, 2026", "", "9 March 2026"},
    {"integer", "no solution", "no solution|None|NONE", "0|5|all real numbers", ""},
    {"integer", "5", "5", "none|no solution|undefined", ""},
    {"quantity", "12", "12|12.0", "13", "twelve"},
    {"no such type", "5", "5|10/2", "6", "?"},
};

static struct kin_response value_of(const char *type, const char *key)
{
    return (struct kin_response){
        .kind = KIN_RESPONSE_VALUE, .id = "a", .type = type, .points = kin_rat_int(1), .key = {.text = key}};
}

static int mistakes; /* all of them are worth seeing at once */

static void judge_all(const struct kin_response *response, const char *list, enum kin_typed wanted)
{
    char *copy = kin_copy(arena, list), *rest = NULL;
    for (char *typed = strtok_r(copy, "|", &rest); typed; typed = strtok_r(NULL, "|", &rest)) {
        enum kin_typed is = kin_typed_judge(arena, response, typed).is;
        if (is != wanted) {
            print_error("%s %s: '%s' is %d, not %d\n", response->type, response->key.text, typed, (int)is, (int)wanted);
            mistakes++;
        }
    }
}

static void each_type_has_its_own_judgement(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct kin_response response = value_of(rows[i].type, rows[i].key);
        judge_all(&response, rows[i].right, KIN_TYPED_RIGHT);
        judge_all(&response, rows[i].wrong, KIN_TYPED_WRONG);
        judge_all(&response, rows[i].unclear, KIN_TYPED_UNCLEAR);
    }
    assert_int_equal(mistakes, 0);
}

static void a_required_form_is_required(void **state)
{
    (void)state;
    struct kin_response response = value_of("fraction", "3/4");
    struct kin_wrong unfinished = {.answer = {.text = "6/8"}, .misconception = "unfinished"};
    response.required = "lowest-terms";
    judge_all(&response, "3/4|x = 3/4", KIN_TYPED_RIGHT);
    judge_all(&response, "6/8|9/12", KIN_TYPED_WRONG);
    response.wrong = &unfinished;
    response.wrong_count = 1;
    assert_ptr_equal(kin_typed_judge(arena, &response, "9/12").wrong, &unfinished);
    assert_int_equal(mistakes, 0);
}

static void a_tolerance_is_exact(void **state)
{
    (void)state;
    struct kin_response response = value_of("decimal", "3.46");
    response.tolerance = kin_rat_ratio(arena, 1, 20);
    judge_all(&response, "3.41|3.51|3.5|7/2", KIN_TYPED_RIGHT);
    judge_all(&response, "3.40999|3.5100001", KIN_TYPED_WRONG);
    assert_int_equal(mistakes, 0);
}

static void units_are_read(void **state)
{
    (void)state;
    struct kin_response response = value_of("quantity", "2");
    kin_nodes_add(arena, &response.unit, kin_node_text(arena, "ft", KIN_UPRIGHT));
    judge_all(&response, "2|2 ft|24 in|2ft", KIN_TYPED_RIGHT);
    judge_all(&response, "3 ft|2 in|24", KIN_TYPED_WRONG);
    judge_all(&response, "2 yards long", KIN_TYPED_UNCLEAR);
    assert_int_equal(mistakes, 0);
}

static void one_of_many_right_answers_is_a_sample(void **state)
{
    (void)state;
    struct kin_response response = value_of("decimal", "3.45");
    struct kin_wrong beyond = {.answer = {.text = "3.55"}, .misconception = "beyond"};
    kin_nodes_add(arena, &response.says, kin_node_text(arena, "any between 3.4 and 3.5", KIN_UPRIGHT));
    response.wrong = &beyond;
    response.wrong_count = 1;
    judge_all(&response, "3.45|3.450", KIN_TYPED_RIGHT);
    judge_all(&response, "3.55|71/20", KIN_TYPED_WRONG);
    judge_all(&response, "3.41|9", KIN_TYPED_UNCLEAR);
    assert_int_equal(mistakes, 0);
}

/* What is typed can name nothing, run nothing and grow nowhere. */
static void hostile_answers_are_unclear(void **state)
{
    (void)state;
    struct kin_response response = value_of("integer", "12");
    static const char *const hostile[] = {"{1..1000000000}",
                                          "\"",
                                          "{{",
                                          "}",
                                          "9^9^9^9^9",
                                          "10^4000^4",
                                          "((((((((((((((((((((",
                                          "sqrt(-4)",
                                          "0/0",
                                          "𝟙𝟚",
                                          "\xF0\x9F\x98\x80",
                                          "root(0, 5)",
                                          "{answer}",
                                          "1;2",
                                          ",",
                                          "%",
                                          "|",
                                          "=",
                                          "a = ",
                                          "\\"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        assert_int_not_equal(kin_typed_judge(arena, &response, hostile[i]).is, KIN_TYPED_RIGHT);
    }
    char *brackets = kin_alloc(arena, 5001);
    memset(brackets, '(', 5000);
    assert_int_equal(kin_typed_judge(arena, &response, brackets).is, KIN_TYPED_UNCLEAR);
    brackets[390] = '\0';
    assert_int_equal(kin_typed_judge(arena, &response, brackets).is, KIN_TYPED_UNCLEAR);
}

/* ---- Parts ---------------------------------------------------------------------------------------------------------
 */

static struct kin_part_mark mark(struct kin_response *responses, size_t count, const char *cell)
{
    struct kin_part part = {.responses = responses, .response_count = count};
    struct kin_item item = {.parts = &part, .part_count = 1};
    struct kin_part_mark result;
    kin_mark_item(arena, &item, &cell, &result);
    return result;
}

/* As Spain writes numbers: on the form, and in the table of who marks. */
static void assert_marked_in_spain(const char *cell, bool right, const char *misconception)
{
    struct kin_wrong slip = {.answer = {.text = "35,0"}, .misconception = "slip", .points = kin_rat_int(0)};
    struct kin_response response = value_of("decimal", "3,5");
    response.wrong = &slip;
    response.wrong_count = 1;
    struct kin_part part = {.responses = &response, .response_count = 1};
    struct kin_item item = {.parts = &part, .part_count = 1};
    struct kin_part_mark result;
    kin_mark_item_in(arena, kin_language_of("es-ES"), &item, &cell, &result);
    assert_int_equal(result.state, KIN_MARK_DONE);
    assert_int_equal(result.right, right);
    assert_string_equal(result.misconception ? result.misconception : "", misconception);
    assert_string_equal(response.key.text, "3,5");
}

static void numbers_have_the_signs_of_the_form(void **state)
{
    (void)state;
    assert_marked_in_spain("3,5", true, "");
    assert_marked_in_spain("3,50", true, "");
    assert_marked_in_spain("7/2", true, "");
    assert_marked_in_spain("35", false, "slip");
    assert_marked_in_spain("3,6", false, "");
}

static void assert_points(struct kin_response *response, const char *cell, const char *points)
{
    struct kin_part_mark result = mark(response, 1, cell);
    if (result.state != KIN_MARK_DONE || strcmp(kin_rat_text(arena, result.points), points) != 0) {
        fail_msg("'%s' has state %d and %s points, not %s", cell, (int)result.state, kin_rat_text(arena, result.points),
                 points);
    }
}

static struct kin_option options[] = {{.answer = {.text = "4"}, .misconception = "four", .rank = 2},
                                      {.answer = {.text = "5"}, .right = true, .rank = 1},
                                      {.answer = {.text = "6"}, .right = true, .rank = 3}};

static void choices_have_one_letter(void **state)
{
    (void)state;
    struct kin_response choice = {
        .kind = KIN_RESPONSE_CHOICE, .points = kin_rat_int(2), .options = options, .option_count = 3};
    assert_points(&choice, "B", "2");
    assert_points(&choice, " b ", "2");
    assert_points(&choice, "(B)", "2");
    assert_points(&choice, "A", "0");
    assert_string_equal(mark(&choice, 1, "A").misconception, "four");
    assert_null(mark(&choice, 1, "B").misconception);
    static const char *const invalid[] = {"AB", "A,B", "A&B", "*", "D", "1", "A B"};
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
        assert_int_equal(mark(&choice, 1, invalid[i]).state, KIN_MARK_INVALID);
        assert_int_equal(kin_rat_sign(mark(&choice, 1, invalid[i]).points), 0);
    }
    static const char *const blank[] = {"", "  ", ";"};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(mark(&choice, 1, blank[i]).state, KIN_MARK_BLANK);
        assert_null(mark(&choice, 1, blank[i]).misconception);
    }
}

static void rules_count(void **state)
{
    (void)state;
    struct kin_credit rules[] = {{.kind = KIN_CREDIT_RULE, .points = kin_rat_int(1), .rule = "missed + extra le 1"}};
    struct kin_response select = {
        .kind = KIN_RESPONSE_MULTI_SELECT, .points = kin_rat_int(3), .options = options, .option_count = 3};
    assert_points(&select, "B C", "3");
    assert_points(&select, "C,B", "3");
    assert_points(&select, "B", "0");
    select.credits = rules;
    select.credit_count = 1;
    assert_points(&select, "B", "1");
    assert_points(&select, "ABC", "1");
    assert_points(&select, "AB", "0");
    assert_int_equal(mark(&select, 1, "BX").state, KIN_MARK_INVALID);
    rules[0] = (struct kin_credit){.kind = KIN_CREDIT_OFF, .points = kin_rat_int(2), .each = KIN_COUNT_ERRORS};
    assert_points(&select, "B", "1");
    assert_points(&select, "A", "0"); /* three errors, never below 0 */
}

static void grids_and_matches_are_marked_by_row(void **state)
{
    (void)state;
    struct kin_row_wrong slip = {.option = 0, .misconception = "always-true"};
    struct kin_option columns[] = {{.answer = {.text = "True"}}, {.answer = {.text = "False"}}};
    struct kin_row statements[] = {{.label = "1", .right = 0},
                                   {.label = "2", .right = 1, .wrong = &slip, .wrong_count = 1},
                                   {.label = "3", .right = 0}};
    struct kin_response grid = {.kind = KIN_RESPONSE_GRID,
                                .points = kin_rat_int(3),
                                .each = kin_rat_int(1),
                                .options = columns,
                                .option_count = 2,
                                .rows = statements,
                                .row_count = 3};
    assert_points(&grid, "1 True, 2 False, 3 True", "3");
    assert_points(&grid, "T F T", "3");
    assert_points(&grid, "tft", "3");
    assert_points(&grid, "T T T", "2");
    assert_string_equal(mark(&grid, 1, "TTT").misconception, "always-true");
    assert_points(&grid, "T - F", "1");
    assert_int_equal(mark(&grid, 1, "T F").state, KIN_MARK_UNCLEAR);
    assert_int_equal(mark(&grid, 1, "T F X").state, KIN_MARK_INVALID);
    grid.each = kin_rat_int(0);
    assert_points(&grid, "T T T", "0");
    struct kin_response match = {.kind = KIN_RESPONSE_MATCH,
                                 .points = kin_rat_int(3),
                                 .each = kin_rat_int(1),
                                 .options = options,
                                 .option_count = 3,
                                 .rows = statements,
                                 .row_count = 3};
    assert_points(&match, "1 A, 2 B, 3 A", "3");
    assert_points(&match, "ABA", "3");
    assert_points(&match, "ABC", "2");
}

static void orders_are_read_in_three_ways(void **state)
{
    (void)state;
    struct kin_response order = {
        .kind = KIN_RESPONSE_ORDER, .points = kin_rat_int(1), .options = options, .option_count = 3, .lettered = true};
    assert_points(&order, "B, A, C", "1");
    assert_points(&order, "BAC", "1");
    assert_points(&order, "A 2, B 1, C 3", "1");
    assert_points(&order, "2 1 3", "1");
    assert_points(&order, "ABC", "0");
    assert_points(&order, "1 2 3", "0");
    order.lettered = false;
    assert_points(&order, "5 < 4 < 6", "1");
    assert_points(&order, "5, 4, 6", "1");
    assert_points(&order, "4, 5, 6", "0");
    assert_int_equal(mark(&order, 1, "5, 4").state, KIN_MARK_UNCLEAR);
}

static void blanks_earn_one_by_one(void **state)
{
    (void)state;
    struct kin_response blanks[] = {value_of("integer", "3"), value_of("integer", "4"), value_of("integer", "5")};
    struct kin_response response = {
        .kind = KIN_RESPONSE_BLANKS, .points = kin_rat_int(3), .blanks = blanks, .blank_count = 3};
    assert_points(&response, "3; 4; 5", "3");
    assert_points(&response, "3, 4, 5", "3");
    assert_points(&response, "3;;5", "2");
    assert_points(&response, "3", "1");
    response.whole = true;
    assert_points(&response, "3; 4; 6", "0");
    assert_int_equal(mark(&response, 1, "3; 4; 5; 6").state, KIN_MARK_UNCLEAR);
    assert_int_equal(mark(&response, 1, "3; four; 5").state, KIN_MARK_UNCLEAR);
}

/* (b) is three times (a): after 9 in (a), 27 is right in (b). */
static void what_follows_a_mistake_is_right(void **state)
{
    (void)state;
    struct kin_wrong slip = {.answer = {.text = "9"}, .misconception = "slip"};
    struct kin_response first = value_of("integer", "8"), second = value_of("integer", "24");
    struct kin_follow follow = {.after = "a", .given = {.text = "9"}, .key = {.text = "27"}};
    first.wrong = &slip;
    first.wrong_count = 1;
    second.id = "b";
    second.follows = &follow;
    second.follow_count = 1;
    struct kin_part parts[] = {{.responses = &first, .response_count = 1}, {.responses = &second, .response_count = 1}};
    struct kin_item item = {.parts = parts, .part_count = 2};
    struct kin_part_mark marks[2];
    kin_mark_item(arena, &item, (const char *const[]){"9", "27"}, marks);
    assert_false(marks[0].right);
    assert_string_equal(marks[0].misconception, "slip");
    assert_true(marks[1].right);
    kin_mark_item(arena, &item, (const char *const[]){"8", "27"}, marks);
    assert_false(marks[1].right);
    kin_mark_item(arena, &item, (const char *const[]){"", "27"}, marks);
    assert_int_equal(marks[0].state, KIN_MARK_BLANK);
    assert_false(marks[1].right);
}

static void the_unit_is_worth_its_point(void **state)
{
    (void)state;
    struct kin_credit unit = {.kind = KIN_CREDIT_UNIT, .points = kin_rat_int(1)};
    struct kin_response response = value_of("quantity", "12 cm");
    response.points = kin_rat_int(3);
    response.credits = &unit;
    response.credit_count = 1;
    assert_points(&response, "12 cm", "3");
    assert_points(&response, "12", "2");
    assert_points(&response, "13 cm", "0");
}

static void drawings_are_marked_by_a_person(void **state)
{
    (void)state;
    struct kin_response drawing = {.kind = KIN_RESPONSE_DRAW, .points = kin_rat_int(2)};
    struct kin_part part = {.responses = &drawing, .response_count = 1};
    assert_false(kin_part_is_marked(&part));
    assert_int_equal(mark(&drawing, 1, "2").state, KIN_MARK_UNCLEAR);
    struct kin_response value = value_of("integer", "12");
    assert_string_equal(mark(&value, 1, "4-Mar").trouble,
                        "a spreadsheet has made a date of it: format the cells as text and type it again");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_type_has_its_own_judgement, start, finish),
        cmocka_unit_test_setup_teardown(a_required_form_is_required, start, finish),
        cmocka_unit_test_setup_teardown(a_tolerance_is_exact, start, finish),
        cmocka_unit_test_setup_teardown(units_are_read, start, finish),
        cmocka_unit_test_setup_teardown(one_of_many_right_answers_is_a_sample, start, finish),
        cmocka_unit_test_setup_teardown(hostile_answers_are_unclear, start, finish),
        cmocka_unit_test_setup_teardown(choices_have_one_letter, start, finish),
        cmocka_unit_test_setup_teardown(rules_count, start, finish),
        cmocka_unit_test_setup_teardown(grids_and_matches_are_marked_by_row, start, finish),
        cmocka_unit_test_setup_teardown(orders_are_read_in_three_ways, start, finish),
        cmocka_unit_test_setup_teardown(blanks_earn_one_by_one, start, finish),
        cmocka_unit_test_setup_teardown(what_follows_a_mistake_is_right, start, finish),
        cmocka_unit_test_setup_teardown(the_unit_is_worth_its_point, start, finish),
        cmocka_unit_test_setup_teardown(drawings_are_marked_by_a_person, start, finish),
        cmocka_unit_test_setup_teardown(numbers_have_the_signs_of_the_form, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
