#include "mastery/record.h"

#include <string.h>

static size_t index_of(const char *const *texts, size_t count, const char *text)
{
    size_t i = 0;
    while (i < count && strcmp(texts[i], text) != 0) {
        i++;
    }
    return i;
}

/* ---- Rows to tries ----------------------------------------------------------------------------------------------- */

/* The rows from `from` on that are of the same student's form. */
static size_t end_of_form(const struct kin_evidence *rows, size_t count, size_t from)
{
    size_t end = from + 1;
    while (end < count && kin_evidence_same_form(&rows[from], &rows[end])) {
        end++;
    }
    return end;
}

static bool all_blank(const struct kin_evidence *rows, size_t from, size_t end)
{
    while (from < end && rows[from].state == KIN_SCORE_BLANK) {
        from++;
    }
    return from == end;
}

static struct kin_try *try_on(kin_arena *arena, struct kin_tries *tries, const struct kin_evidence *row)
{
    if (!tries->count || strcmp(tries->items[tries->count - 1].form, row->code) != 0) {
        KIN_PUSH(arena, tries->items, tries->count, tries->room) = (struct kin_try){
            .form = row->code, .taken_on = row->taken_on, .points = kin_rat_int(0), .most = kin_rat_int(0)};
    }
    return &tries->items[tries->count - 1];
}

static void add_part(kin_arena *arena, struct kin_tries *tries, const struct kin_evidence *row)
{
    struct kin_try *one = try_on(arena, tries, row);
    one->points = kin_rat_add(arena, one->points, row->points);
    one->most = kin_rat_add(arena, one->most, row->most);
    one->parts++;
    one->right += kin_rat_sign(row->most) > 0 && kin_rat_compare(row->points, row->most) >= 0;
    one->blank += row->state == KIN_SCORE_BLANK;
}

static void add_forms(kin_arena *arena, struct kin_record *record, const struct kin_evidence *rows, size_t count)
{
    for (size_t from = 0, end; from < count; from = end) {
        end = end_of_form(rows, count, from);
        size_t student = index_of(record->students, record->student_count, rows[from].student);
        if (student == record->student_count || all_blank(rows, from, end)) {
            continue;
        }
        for (size_t i = from; i < end; i++) {
            size_t objective = index_of(record->objectives, record->objective_count, rows[i].standard);
            add_part(arena, &record->tries[student * record->objective_count + objective], &rows[i]);
        }
    }
}

/* ---- The record -------------------------------------------------------------------------------------------------- */

/* In the order of days, and of a day's rows as they come. */
static void add_objectives(kin_arena *arena, struct kin_record *record, const struct kin_evidence *rows, size_t count)
{
    const char *today = "", *next;
    do {
        next = NULL;
        for (size_t i = 0; i < count; i++) {
            if (strcmp(rows[i].taken_on, today) > 0 && (!next || strcmp(rows[i].taken_on, next) < 0)) {
                next = rows[i].taken_on;
            }
            if (strcmp(rows[i].taken_on, today) == 0 &&
                index_of(record->objectives, record->objective_count, rows[i].standard) == record->objective_count) {
                KIN_PUSH(arena, record->objectives, record->objective_count, record->objective_room) = rows[i].standard;
            }
        }
        today = next;
    } while (next);
}

/* Of forms of one day, that of the last row counts. */
static void add_rules(kin_arena *arena, struct kin_record *record, const struct kin_rule *rule,
                      const struct kin_evidence *rows, size_t count)
{
    const char **newest = KIN_NEW_N(arena, const char *, record->objective_count);
    record->rules = KIN_NEW_N(arena, struct kin_rule, record->objective_count);
    for (size_t o = 0; o < record->objective_count; o++) {
        record->rules[o] = *rule;
    }
    for (size_t i = 0; i < count && rule->use == KIN_THRESHOLD_IF_UNSAID; i++) {
        size_t o = index_of(record->objectives, record->objective_count, rows[i].standard);
        struct kin_threshold threshold;
        bool newer = !newest[o] || strcmp(rows[i].taken_on, newest[o]) >= 0;
        if (rows[i].threshold && newer && kin_threshold_parse(rows[i].threshold, &threshold)) {
            record->rules[o].threshold = threshold;
            newest[o] = rows[i].taken_on;
        }
    }
}

struct kin_record kin_record_of(kin_arena *arena, const struct kin_rule *rule, const char *const *students,
                                size_t student_count, const struct kin_evidence *rows, size_t row_count)
{
    struct kin_record record = {.students = students, .student_count = student_count};
    add_objectives(arena, &record, rows, row_count);
    add_rules(arena, &record, rule, rows, row_count);
    size_t cells = student_count * record.objective_count;
    record.tries = KIN_NEW_N(arena, struct kin_tries, cells);
    record.decisions = KIN_NEW_N(arena, struct kin_decision, cells);
    add_forms(arena, &record, rows, row_count);
    for (size_t i = 0; i < cells; i++) {
        record.decisions[i] = kin_decide(arena, &record.rules[i % record.objective_count], &record.tries[i]);
    }
    return record;
}

const struct kin_tries *kin_record_tries(const struct kin_record *record, size_t student, size_t objective)
{
    return &record->tries[student * record->objective_count + objective];
}

const struct kin_decision *kin_record_decision(const struct kin_record *record, size_t student, size_t objective)
{
    return &record->decisions[student * record->objective_count + objective];
}

/* ---- The class --------------------------------------------------------------------------------------------------- */

struct kin_rat kin_record_line(kin_arena *arena, const struct kin_record *record, size_t objective)
{
    const struct kin_rule *rule = &record->rules[objective];
    return kin_threshold_share(arena, &rule->threshold, rule->scale);
}

bool kin_record_has_one_line(const struct kin_record *record)
{
    size_t o = 1;
    while (o < record->objective_count && kin_rule_same_threshold(&record->rules[0], &record->rules[o])) {
        o++;
    }
    return o >= record->objective_count;
}

struct kin_class_result kin_record_class(kin_arena *arena, const struct kin_record *record, size_t objective)
{
    struct kin_class_result result = {0};
    struct kin_rat sum = kin_rat_int(0);
    for (size_t s = 0; s < record->student_count; s++) {
        const struct kin_decision *decision = kin_record_decision(record, s, objective);
        result.bands[decision->band]++;
        if (kin_decision_has_score(decision)) {
            result.scored++;
            result.met += decision->met;
            result.thin += decision->thin;
            sum = kin_rat_add(arena, sum, decision->score);
        }
    }
    if (result.scored) {
        result.mean = kin_rat_div(arena, sum, kin_rat_int((int64_t)result.scored));
        result.class_met = kin_rat_compare(result.mean, kin_record_line(arena, record, objective)) >= 0;
    }
    return result;
}
