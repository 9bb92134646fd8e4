/* Answers with roots or π, real numbers, parts of the number line, times. */
#include "content/answer.h"

static bool is_root(kin_arena *arena, const struct kin_value *value)
{
    (void)arena;
    for (size_t i = 0; value->kind == KIN_SURD && i < value->as.surd->count; i++) {
        if (value->as.surd->terms[i].pi) {
            return false;
        }
    }
    return true;
}

/* One term, so that it is a number times π or a power of π. */
static bool is_multiple_of_pi(kin_arena *arena, const struct kin_value *value)
{
    (void)arena;
    return value->kind == KIN_SURD && value->as.surd->count == 1 && value->as.surd->terms[0].pi > 0;
}

const struct kin_answer_type kin_answer_type_surd = {.name = "surd",
                                                     .doc = "An exact number with square roots: 3 + 2√5",
                                                     .needs = "a number, perhaps with roots",
                                                     .format = "",
                                                     .type = {.kind = KIN_SURD},
                                                     .looks = 1 << KIN_PLAIN,
                                                     .fits = is_root,
                                                     .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_pi = {.name = "pi",
                                                   .doc = "An exact multiple of π: 36π",
                                                   .needs = "a multiple of pi",
                                                   .format = "",
                                                   .type = {.kind = KIN_SURD},
                                                   .looks = 1 << KIN_PLAIN,
                                                   .fits = is_multiple_of_pi,
                                                   .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_real = {.name = "real",
                                                     .doc =
                                                         "Any real number; it prints rounded, by format=\"places 2\"",
                                                     .needs = "a number",
                                                     .format = "",
                                                     .type = {.kind = KIN_REAL},
                                                     .looks = 1 << KIN_PLAIN,
                                                     .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_interval = {
    .name = "interval",
    .doc = "A part of the number line, printed as an interval, or as an inequality by format=\"inequality\"",
    .needs = "an interval",
    .format = "interval",
    .type = {.kind = KIN_INTERVAL},
    .same = kin_answer_equal};

static bool is_whole(kin_arena *arena, const struct kin_value *value)
{
    (void)arena;
    return kin_rat_is_integer(value->as.number);
}

const struct kin_answer_type kin_answer_type_clock = {.name = "clock",
                                                      .doc = "A time of day",
                                                      .needs = "a clock time",
                                                      .format = "clock",
                                                      .type = {.kind = KIN_NUMBER},
                                                      .looks = 1 << KIN_CLOCK,
                                                      .fits = is_whole,
                                                      .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_duration = {.name = "duration",
                                                         .doc = "A length of time in hours and minutes",
                                                         .needs = "a duration",
                                                         .format = "duration",
                                                         .type = {.kind = KIN_NUMBER},
                                                         .looks = 1 << KIN_DURATION,
                                                         .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_date = {.name = "date",
                                                     .doc = "A day of the calendar",
                                                     .needs = "a date",
                                                     .format = "date",
                                                     .type = {.kind = KIN_NUMBER},
                                                     .looks = 1 << KIN_DATE,
                                                     .fits = is_whole,
                                                     .same = kin_answer_equal};
