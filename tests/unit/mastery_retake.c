/* Each rule about further tries: how a file says it, and what it refuses. */
#include "one_arena.h"

#include "base/file.h"
#include "mastery/retake.h"

#include <string.h>

static struct kin_retake_policy policy_of(const char *rows)
{
    struct kin_diags diags = kin_diags_in(arena);
    const char *text = kin_format(arena, "rule,value\n%s", rows);
    struct kin_csv *csv = kin_csv_parse(arena, &diags, kin_text_source(arena, "policy.csv", text).span.source);
    struct kin_retake_policy policy = kin_retake_usual();
    bool fine = csv && kin_retake_read(&diags, csv, &policy);
    if (!fine) {
        fail_msg("%s: %s", rows, diags.count ? diags.items[0].message : "");
    }
    return policy;
}

/* Somebody with 3 of 5 points on 1 September who asks on the 10th, without a word. */
static struct kin_retake_case usual_case(void)
{
    return (struct kin_retake_case){
        .today = "2026-09-10", .score = kin_rat_ratio(arena, 3, 5), .last_on = "2026-09-01"};
}

static void expect(const char *rows, struct kin_retake_case asked, const char *refusal)
{
    struct kin_retake_policy policy = policy_of(rows);
    const char *found = kin_retake_refusal(arena, &policy, &asked);
    assert_string_equal(found ? found : "issued", refusal);
}

static void who(void **state)
{
    (void)state;
    struct kin_retake_case asked = usual_case(), met = usual_case();
    expect("", asked, "issued");
    expect("who,below 75%\n", asked, "issued");
    expect("who,below 60\n", asked, "the score is 60%, and further tries are for scores below 60%");
    expect("who,below 61\n", asked, "issued");
    met.met = true;
    met.score = kin_rat_int(1);
    expect("who,not-met\n", met, "it is met");
    expect("who,anyone\n", met, "it is met"); /* until it is asked for by name */
    met.named = true;
    expect("who,anyone\n", met, "issued");
    expect("who,below 90%\n", met, "it is met");
    asked.last_on = NULL;
    expect("who,anyone\n", asked, "there was no first try that has a score");
}

static void what_must_come_before(void **state)
{
    (void)state;
    struct kin_retake_case asked = usual_case();
    expect("evidence,welcome\n", asked, "issued");
    expect("evidence,required\n", asked, "evidence of relearning is asked for, and none was handed in");
    expect(
        "wait-days,14\nevidence,required\n", asked,
        "evidence of relearning is asked for, and none was handed in; and the last try was on 2026-09-01, and 14 days "
        "lie between tries: again from 2026-09-15");
    expect("before,corrections\n", asked, "before another try there must be: corrections");
    asked.evidence = "Corrections; ";
    expect("evidence,required\nbefore,corrections\n", asked, "issued");
    expect("before,corrections\nbefore,signed form\n", asked, "before another try there must be: signed form");
    expect("evidence,2\n", asked, "proofs of relearning that are asked for: 2; handed in: 1");
    asked.evidence = "corrections; tutoring on Monday";
    expect("evidence,2\nbefore,tutoring\n", asked, "issued");
    asked.evidence_is_old = true;
    expect("evidence,2\n", asked, "issued");
    expect("evidence,new\n", asked,
           "new evidence of relearning is asked for, and this was handed in for an earlier try");
    asked.evidence = NULL;
    asked.evidence_is_old = false;
    expect("evidence,new\n", asked, "evidence of relearning is asked for, and none was handed in");
}

/* Nine days after the last try. */
static void when(void **state)
{
    (void)state;
    struct kin_retake_case asked = usual_case();
    expect("wait-days,9\n", asked, "issued");
    expect("wait-days,10\n", asked,
           "the last try was on 2026-09-01, and 10 days lie between tries: again from 2026-09-11");
    expect("window-days,9\n", asked, "issued");
    expect("window-days,8\n", asked, "the last try was on 2026-09-01, and further ones were open until 2026-09-09");
    expect("until,2026-09-10\n", asked, "issued");
    expect("until,2026-09-09\n", asked, "further tries were open until 2026-09-09");
    asked.next_test = "2026-09-08";
    expect("next-test,open\n", asked, "issued");
    expect("next-test,closes\n", asked, "the next test was on 2026-09-08, and further tries are open until then");
}

static void how_often(void **state)
{
    (void)state;
    struct kin_retake_case asked = usual_case();
    asked.tries = 2;
    expect("tries,0\n", asked, "issued");
    expect("tries,3\n", asked, "issued");
    expect("tries,2\n", asked, "further tries so far: 2; the most is 2");
    asked.unscored = "K7QF-2MXD";
    expect("tries,2\n", asked, "form K7QF-2MXD, the last try, has no scores yet");
}

static void on_what_and_how_it_counts(void **state)
{
    (void)state;
    struct kin_retake_policy policy = policy_of("scope,whole\nthreshold,4/5\nscore,latest-capped:75\nletter,R\n");
    assert_int_equal(policy.scope, KIN_SCOPE_WHOLE);
    assert_int_equal(policy.threshold.kind, KIN_THRESHOLD_COUNT);
    assert_int_equal(policy.score.kind, KIN_SCORE_LATEST_CAPPED);
    assert_int_equal(policy.score.percent, 75);
    assert_int_equal(policy.letter, 'R');
    policy = policy_of("letter,next\nscope,failed\n");
    assert_int_equal(policy.letter, '\0');
    assert_int_equal(policy.score.kind, KIN_SCORE_HIGHEST);
}

static void faults_are_named(void **state)
{
    (void)state;
    static const char *const faults[] = {
        "who,nobody",     "who,below",       "who,below 75 or so", "before,",      "evidence,10",     "evidence,some",
        "wait-days,-1",   "window-days,1.5", "tries,many",         "until,Friday", "next-test,maybe", "scope,half",
        "threshold,most", "score,lowest",    "letter,r",           "letter,AB",    "colour,red"};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct kin_diags diags = kin_diags_in(arena);
        const char *text = kin_format(arena, "rule,value\n%s\n", faults[i]);
        struct kin_csv *csv = kin_csv_parse(arena, &diags, kin_text_source(arena, "policy.csv", text).span.source);
        struct kin_retake_policy policy;
        if (kin_retake_read(&diags, csv, &policy) || diags.items[0].id != KIN_E7040) {
            fail_msg("%s is taken for a rule", faults[i]);
        }
    }
}

/* The file that is shipped shows every rule, with the values of the usual policy or stricter ones. */
static void the_example_is_read(void **state)
{
    (void)state;
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_source *source = kin_file_read(arena, &diags, KIN_SOURCE_FOLDER "/templates/reassessment-policy.csv");
    assert_non_null(source);
    struct kin_csv *csv = kin_csv_parse(arena, &diags, source);
    struct kin_retake_policy policy;
    assert_true(kin_retake_read(&diags, csv, &policy));
    assert_int_equal(policy.use, KIN_THRESHOLD_IF_UNSAID); /* "form" */
    static const char *const rules[] = {"who",       "before", "evidence", "wait-days", "window-days", "until",
                                        "next-test", "tries",  "scope",    "threshold", "score",       "letter"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        bool found = false;
        for (size_t row = 0; row < csv->row_count; row++) {
            found = found || strcmp(csv->rows[row].cells[0], rules[i]) == 0;
        }
        if (!found) {
            fail_msg("%s is not in the example", rules[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who),
        cmocka_unit_test(what_must_come_before),
        cmocka_unit_test(when),
        cmocka_unit_test(how_often),
        cmocka_unit_test(on_what_and_how_it_counts),
        cmocka_unit_test(faults_are_named),
        cmocka_unit_test(the_example_is_read),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
