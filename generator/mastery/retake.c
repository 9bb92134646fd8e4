#include "mastery/retake.h"

#include "base/names.h"
#include "value/calendar.h"

#include <stdlib.h>
#include <string.h>

struct kin_retake_policy kin_retake_usual(void)
{
    return (struct kin_retake_policy){.wait_days = 7, .threshold = {.kind = KIN_THRESHOLD_PERCENT, .percent = 80}};
}

/* ---- The file ---------------------------------------------------------------------------------------------------- */

typedef bool rule_reader(kin_arena *arena, const char *text, struct kin_retake_policy *policy);

static bool read_number(const char *text, int most, int *number)
{
    char *end;
    long read = strtol(text, &end, 10);
    bool fine = *text >= '0' && *text <= '9' && !*end && read <= most;
    *number = fine ? (int)read : *number;
    return fine;
}

enum { MOST_COUNT = 1000 };

static bool read_wait(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    return read_number(text, MOST_COUNT, &policy->wait_days);
}

static bool read_window(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    return read_number(text, MOST_COUNT, &policy->window_days);
}

static bool read_tries(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    return read_number(text, MOST_COUNT, &policy->tries);
}

/* One of two words: 0 or 1; -1: neither. */
static int word_of(const char *text, const char *zero, const char *one)
{
    const char *const words[] = {zero, one};
    return kin_name_index(words, 2, text);
}

/* "not-met", "anyone", "below 75%" */
static bool read_who(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    static const char below[] = "below ";
    int word = word_of(text, "not-met", "anyone");
    size_t length = strlen(text), begin = strlen(below);
    bool percent = length > begin && text[length - 1] == '%';
    if (word < 0 && strncmp(text, below, begin) == 0) {
        policy->who = KIN_RETAKE_BELOW;
        return read_number(kin_copy_n(arena, text + begin, length - begin - percent), 100, &policy->below_percent);
    }
    policy->who = word == 1 ? KIN_RETAKE_ANYONE : KIN_RETAKE_NOT_MET;
    return word >= 0;
}

/* "welcome", "required", "new", or how many */
static bool read_evidence(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    static const char *const words[] = {"welcome", "required", "new"};
    int word = kin_name_index(words, 3, text);
    policy->relearning = word == 2 ? KIN_RELEARNING_NEW : policy->relearning;
    policy->proofs = word > 0 ? 1 : 0;
    return word >= 0 || read_number(text, 9, &policy->proofs);
}

static bool read_before(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    if (!*text) {
        return false;
    }
    KIN_PUSH(arena, policy->before, policy->before_count, policy->before_room) = kin_copy(arena, text);
    return true;
}

static bool read_until(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    policy->until = kin_copy(arena, text);
    return kin_date_read(text) != 0;
}

static bool read_next_test(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    int word = word_of(text, "open", "closes");
    policy->next_test = word == 1 ? KIN_NEXT_TEST_CLOSES : KIN_NEXT_TEST_OPEN;
    return word >= 0;
}

static bool read_scope(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    int word = word_of(text, "failed", "whole");
    policy->scope = word == 1 ? KIN_SCOPE_WHOLE : KIN_SCOPE_FAILED;
    return word >= 0;
}

static bool read_threshold(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    bool forms = strcmp(text, "form") == 0;
    policy->use = forms ? KIN_THRESHOLD_IF_UNSAID : KIN_THRESHOLD_FOR_ALL;
    return forms || kin_threshold_parse(text, &policy->threshold);
}

static bool read_score(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    return kin_score_policy_parse(text, &policy->score);
}

static bool read_letter(kin_arena *arena, const char *text, struct kin_retake_policy *policy)
{
    (void)arena;
    bool next = strcmp(text, "next") == 0, one = text[0] >= 'A' && text[0] <= 'Z' && !text[1];
    policy->letter = next ? '\0' : text[0];
    return next || one;
}

static const struct rule {
    const char *name;
    rule_reader *read;
    const char *takes; /* for messages */
} rules[] = {
    {"who", read_who, "not-met, anyone, or a percentage: below 75%"},
    {"before", read_before, "what the evidence must name"},
    {"evidence", read_evidence, "welcome, required, new, or how many proofs"},
    {"wait-days", read_wait, "a number of days"},
    {"window-days", read_window, "a number of days; 0: no end"},
    {"until", read_until, "a day such as 2026-11-22"},
    {"next-test", read_next_test, "open or closes"},
    {"tries", read_tries, "a number; 0: no end"},
    {"scope", read_scope, "failed or whole"},
    {"threshold", read_threshold, "80%, 4/5 or level 3"},
    {"score", read_score, "highest, latest, latest-capped:80 and the like"},
    {"letter", read_letter, "next, or one capital letter"},
};

enum { RULES = sizeof rules / sizeof *rules };

static const struct rule *rule_named(const char *name)
{
    for (size_t i = 0; i < RULES; i++) {
        if (strcmp(name, rules[i].name) == 0) {
            return &rules[i];
        }
    }
    return NULL;
}

static void mend_rule(struct kin_diags *diags, const struct rule *rule, const char *name)
{
    const char *names[RULES];
    for (size_t i = 0; i < RULES; i++) {
        names[i] = rules[i].name;
    }
    const char *near = rule ? NULL : kin_nearest(name, names, RULES);
    if (rule) {
        kin_report_mend(diags, "%s takes %s", name, rule->takes);
    } else if (near) {
        kin_report_mend(diags, "did you mean '%s'?", near);
    } else {
        kin_report_mend(diags, "`formkin explain E7040` lists the rules");
    }
}

static bool has_columns(struct kin_diags *diags, const struct kin_csv *csv)
{
    static const char *const wanted[] = {"rule", "value"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (kin_csv_column(csv, wanted[i]) < 0) {
            struct kin_span span = csv->row_count ? csv->rows[0].span : (struct kin_span){0};
            span.end = span.begin = 0;
            kin_report(diags, KIN_E105, span, kin_format(diags->arena, "no column is headed '%s'", wanted[i]), NULL);
            return false;
        }
    }
    return true;
}

/* The row above `row` that has the same rule; NULL: there is none, or it is one that may stand several times. */
static const struct kin_csv_row *first_of(const struct kin_csv *csv, size_t row, int column, const struct rule *rule)
{
    for (size_t i = 0; rule && rule->read != read_before && i < row; i++) {
        if (strcmp(kin_csv_cell(&csv->rows[i], column), rule->name) == 0) {
            return &csv->rows[i];
        }
    }
    return NULL;
}

bool kin_retake_read(struct kin_diags *diags, const struct kin_csv *csv, struct kin_retake_policy *policy)
{
    *policy = kin_retake_usual();
    int rule = kin_csv_column(csv, "rule"), value = kin_csv_column(csv, "value");
    bool fine = has_columns(diags, csv);
    for (size_t i = 0; i < csv->row_count && rule >= 0 && value >= 0; i++) {
        const char *name = kin_csv_cell(&csv->rows[i], rule), *text = kin_csv_cell(&csv->rows[i], value);
        const struct rule *found = rule_named(name);
        const struct kin_csv_row *first = first_of(csv, i, rule, found);
        if (first) {
            kin_report(diags, KIN_E7045, csv->rows[i].span, name, NULL);
            kin_report_mend(diags, "keep this line or line %d", (int)kin_place_of(first->span).line);
            fine = false;
        } else if (!found || !found->read(diags->arena, text, policy)) {
            kin_report(diags, KIN_E7040, csv->rows[i].span, name, text, NULL);
            mend_rule(diags, found, name);
            fine = false;
        }
    }
    return fine;
}

/* ---- Requests ---------------------------------------------------------------------------------------------------- */

static const char *day_after(kin_arena *arena, const char *day, int days)
{
    return kin_date_text(arena, kin_rat_int(kin_date_read(day) + days));
}

static const char *refusal_by_day(kin_arena *arena, const struct kin_retake_policy *policy,
                                  const struct kin_retake_case *asked)
{
    int64_t gone = kin_date_read(asked->today) - kin_date_read(asked->last_on);
    if (gone < policy->wait_days) {
        return kin_format(arena, "the last try was on %s, and %d days lie between tries: again from %s", asked->last_on,
                          policy->wait_days, day_after(arena, asked->last_on, policy->wait_days));
    }
    if (policy->window_days && gone > policy->window_days) {
        return kin_format(arena, "the last try was on %s, and further ones were open until %s", asked->last_on,
                          day_after(arena, asked->last_on, policy->window_days));
    }
    return NULL;
}

static const char *refusal_by_end(kin_arena *arena, const struct kin_retake_policy *policy,
                                  const struct kin_retake_case *asked)
{
    if (policy->until && kin_date_read(asked->today) > kin_date_read(policy->until)) {
        return kin_format(arena, "further tries were open until %s", policy->until);
    }
    if (policy->next_test == KIN_NEXT_TEST_CLOSES && asked->next_test) {
        return kin_format(arena, "the next test was on %s, and further tries are open until then", asked->next_test);
    }
    return NULL;
}

static size_t proofs_of(const char *evidence)
{
    size_t count = 0;
    for (const char *at = evidence ? evidence : ""; *at; at += *at == ';') {
        size_t length = strcspn(at, ";");
        count += strspn(at, " ") < length;
        at += length;
    }
    return count;
}

static const char *refusal_by_evidence(kin_arena *arena, const struct kin_retake_policy *policy,
                                       const struct kin_retake_case *asked)
{
    size_t proofs = proofs_of(asked->evidence);
    if (proofs == 0 && policy->proofs > 0) {
        return "evidence of relearning is asked for, and none was handed in";
    }
    if (proofs < (size_t)policy->proofs) {
        return kin_format(arena, "proofs of relearning that are asked for: %d; handed in: %zu", policy->proofs, proofs);
    }
    if (policy->relearning == KIN_RELEARNING_NEW && asked->evidence_is_old) {
        return "new evidence of relearning is asked for, and this was handed in for an earlier try";
    }
    for (size_t i = 0; i < policy->before_count; i++) {
        if (!asked->evidence || !strcasestr(asked->evidence, policy->before[i])) {
            return kin_format(arena, "before another try there must be: %s", policy->before[i]);
        }
    }
    return NULL;
}

static const char *refusal_by_score(kin_arena *arena, const struct kin_retake_policy *policy,
                                    const struct kin_retake_case *asked)
{
    bool anyone = policy->who == KIN_RETAKE_ANYONE && asked->named;
    if (asked->met && !anyone) {
        return "it is met";
    }
    struct kin_rat below = kin_rat_ratio(arena, policy->below_percent, 100);
    if (policy->who == KIN_RETAKE_BELOW && kin_rat_compare(asked->score, below) >= 0) {
        return kin_format(arena, "the score is %s, and further tries are for scores below %d%%",
                          kin_share_text(arena, asked->score), policy->below_percent);
    }
    return NULL;
}

static const char *refusal_by_tries(kin_arena *arena, const struct kin_retake_policy *policy,
                                    const struct kin_retake_case *asked)
{
    if (asked->unscored) {
        return kin_format(arena, "form %s, the last try, has no scores yet", asked->unscored);
    }
    if (policy->tries && asked->tries >= (size_t)policy->tries) {
        return kin_format(arena, "further tries so far: %zu; the most is %d", asked->tries, policy->tries);
    }
    return NULL;
}

const char *kin_retake_refusal(kin_arena *arena, const struct kin_retake_policy *policy,
                               const struct kin_retake_case *asked)
{
    if (!asked->last_on) {
        return "there was no first try that has a score";
    }
    static const char *(*const ends[])(kin_arena *, const struct kin_retake_policy *,
                                       const struct kin_retake_case *) = {refusal_by_score, refusal_by_tries,
                                                                          refusal_by_end};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *refusal = ends[i](arena, policy, asked);
        if (refusal) {
            return refusal;
        }
    }
    /* Both can be mended: nobody should bring the evidence and be sent away for the day. */
    const char *evidence = refusal_by_evidence(arena, policy, asked), *day = refusal_by_day(arena, policy, asked);
    return evidence && day ? kin_format(arena, "%s; and %s", evidence, day) : evidence ? evidence : day;
}
