/* How values print that are no plain numbers: roots and π, reals, intervals, none and all, times. */
#include "content/formula.h"
#include "one_arena.h"
#include "value/calendar.h"

#include <string.h>

static void prints(struct kin_value value, const char *format, const char *expected)
{
    struct kin_frame frame = {.arena = arena};
    const struct kin_maths *maths = kin_maths_of_value(&frame, &value, format);
    if (!maths) {
        assert_string_equal(kin_diag_row(frame.fault.id)->name, expected);
    } else {
        assert_string_equal(kin_maths_text(arena, maths), expected);
    }
}

static const struct kin_surd *term(struct kin_rat factor, int64_t radicand, int64_t pi)
{
    const struct kin_surd *surd = kin_surd_scale(arena, kin_surd_sqrt(arena, kin_rat_int(radicand)), factor);
    return kin_surd_mul(arena, surd, kin_surd_pow(arena, kin_surd_pi(arena), pi));
}

static void roots_and_pi(void **state)
{
    (void)state;
    struct kin_rat half = kin_rat_ratio(arena, 1, 2);
    prints(kin_value_surd(term(kin_rat_int(1), 12, 0)), "", "2√3");
    prints(kin_value_surd(term(kin_rat_int(-1), 5, 0)), "", "−√5");
    prints(kin_value_surd(term(half, 3, 0)), "", "√3/2");
    prints(kin_value_surd(term(kin_rat_int(9), 1, 1)), "", "9π");
    prints(kin_value_surd(term(kin_rat_ratio(arena, -9, 2), 1, 1)), "", "−9π/2");
    prints(kin_value_surd(term(kin_rat_int(4), 1, 2)), "", "4π^2");
    prints(kin_value_surd(term(half, 1, -1)), "", "1/(2π)");
    const struct kin_surd *sum = kin_surd_add(arena, kin_surd_number(arena, half), term(half, 5, 0));
    prints(kin_value_surd(sum), "", "(1 + √5)/2");
    const struct kin_surd *less =
        kin_surd_sub(arena, kin_surd_number(arena, kin_rat_int(3)), term(kin_rat_int(1), 5, 0));
    prints(kin_value_surd(less), "", "3 − √5");
    prints(kin_value_surd(term(kin_rat_int(2), 5, 0)), "places 2", "4.47");
    prints(kin_value_surd(term(kin_rat_int(2), 5, 0)), "fraction", "E293");
}

static void reals(void **state)
{
    (void)state;
    const struct kin_real *ten = kin_real_exact(arena, kin_surd_number(arena, kin_rat_int(10)));
    struct kin_value root = kin_value_real(kin_real_root(arena, ten, 3));
    prints(root, "places 3", "2.154");
    prints(root, "", "E293");
}

static void lines(void **state)
{
    (void)state;
    static const struct {
        const char *line, *interval, *inequality;
    } rows[] = {
        {"[2, 5)", "[2, 5)", "2 ≤ n < 5"},
        {"(-oo, 3]", "(−∞, 3]", "n ≤ 3"},
        {"(-7/2, oo)", "(−7/2, ∞)", "n > −7/2"},
        {"(-oo, 2) or [5, oo)", "(−∞, 2) ∪ [5, ∞)", "n < 2 or n ≥ 5"},
        {"[4]", "{4}", "n = 4"},
        {"{}", "∅", "∅"},
        {"(-oo, oo)", "(−∞, ∞)", "(−∞, ∞)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct kin_interval *line = kin_interval_parse(arena, rows[i].line);
        assert_non_null(line);
        prints(kin_value_interval(line), "", rows[i].interval);
        prints(kin_value_interval(line), "interval", rows[i].interval);
        prints(kin_value_interval(line), "inequality n", rows[i].inequality);
    }
}

static struct kin_value looking(int64_t number, enum kin_look look)
{
    struct kin_value value = kin_value_int(number);
    value.look = (uint8_t)look;
    return value;
}

static void others(void **state)
{
    (void)state;
    prints(kin_value_special(KIN_SPECIAL_NONE), "", "no solution");
    prints(kin_value_special(KIN_SPECIAL_ALL), "fraction", "all real numbers");
    prints(kin_value_special(KIN_SPECIAL_UNDEFINED), "", "undefined");
    prints(looking(845, KIN_CLOCK), "", "2:05 p.m.");
    prints(looking(720, KIN_CLOCK), "clock 24", "12:00");
    prints(looking(-45, KIN_DURATION), "", "−45 min");
    prints(looking(kin_day_number((struct kin_day){2026, 3, 9}), KIN_DATE), "", "March 9, 2026");
}

static void in_spanish(void **state)
{
    (void)state;
    struct kin_frame frame = {.arena = arena, .language = kin_language_of("es")};
    struct kin_value day = looking(kin_day_number((struct kin_day){2026, 3, 9}), KIN_DATE);
    struct kin_value line = kin_value_interval(kin_interval_parse(arena, "(-oo, 2) or [5, oo)"));
    struct kin_value none = kin_value_special(KIN_SPECIAL_NONE), time = looking(845, KIN_CLOCK);
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &day, "")), "9 de marzo de 2026");
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &day, "date short")), "9/3/2026");
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &time, "")), "2:05 p. m.");
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &none, "")), "sin solución");
    assert_string_equal(kin_maths_text(arena, kin_maths_of_value(&frame, &line, "inequality")), "x < 2 o x ≥ 5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(roots_and_pi, start, finish),
        cmocka_unit_test_setup_teardown(reals, start, finish),
        cmocka_unit_test_setup_teardown(lines, start, finish),
        cmocka_unit_test_setup_teardown(others, start, finish),
        cmocka_unit_test_setup_teardown(in_spanish, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
