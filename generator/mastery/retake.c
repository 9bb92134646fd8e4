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

static bool read_count(const char *text, int *count)
{
    enum { MOST = 1000 };
    char *end;
    long number = strtol(text, &end, 10);
    bool fine = *text >= '0' && *text <= '9' && !*end && number <= MOST;
    *count = fine ? (int)number : *count;
    return fine;
}

static bool read_word(const char *text, const char *const words[2], int *value)
{
    int found = kin_name_index(words, 2, text);
    *value = found < 0 ? *value : found;
    return found >= 0;
}

static bool read_letter(const char *text, char *letter)
{
    bool next = strcmp(text, "next") == 0, one = text[0] >= 'A' && text[0] <= 'Z' && !text[1];
    *letter = next ? '\0' : text[0];
    return next || one;
}

static bool read_rule(const char *rule, const char *value, struct kin_retake_policy *policy)
{
    static const char *const evidence[2] = {"welcome", "required"}, *const scope[2] = {"failed", "whole"};
    int number = 0;
    if (strcmp(rule, "wait-days") == 0) {
        return read_count(value, &policy->wait_days);
    }
    if (strcmp(rule, "window-days") == 0) {
        return read_count(value, &policy->window_days);
    }
    if (strcmp(rule, "tries") == 0) {
        return read_count(value, &policy->tries);
    }
    if (strcmp(rule, "evidence") == 0) {
        bool fine = read_word(value, evidence, &number);
        policy->evidence = (enum kin_retake_evidence)number;
        return fine;
    }
    if (strcmp(rule, "scope") == 0) {
        bool fine = read_word(value, scope, &number);
        policy->scope = (enum kin_retake_scope)number;
        return fine;
    }
    return strcmp(rule, "threshold") == 0 ? kin_threshold_parse(value, &policy->threshold)
                                          : strcmp(rule, "letter") == 0 && read_letter(value, &policy->letter);
}

bool kin_retake_read(struct kin_diags *diags, const struct kin_csv *csv, struct kin_retake_policy *policy)
{
    *policy = kin_retake_usual();
    int rule = kin_csv_column(csv, "rule"), value = kin_csv_column(csv, "value");
    bool fine = true;
    for (size_t i = 0; i < csv->row_count; i++) {
        const char *name = kin_csv_cell(&csv->rows[i], rule), *text = kin_csv_cell(&csv->rows[i], value);
        if (!read_rule(name, text, policy)) {
            kin_report(diags, KIN_E7040, csv->rows[i].span, name, text, NULL);
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

const char *kin_retake_refusal(kin_arena *arena, const struct kin_retake_policy *policy,
                               const struct kin_retake_case *asked)
{
    if (!asked->last_on) {
        return "there was no first try that has a score";
    }
    if (asked->unscored) {
        return kin_format(arena, "form %s, the last try, has no scores yet", asked->unscored);
    }
    if (policy->tries && asked->tries >= (size_t)policy->tries) {
        return kin_format(arena, "further tries so far: %zu; the most is %d", asked->tries, policy->tries);
    }
    if (policy->evidence == KIN_EVIDENCE_REQUIRED && (!asked->evidence || !*asked->evidence)) {
        return "evidence of relearning is asked for, and none was handed in";
    }
    return refusal_by_day(arena, policy, asked);
}
