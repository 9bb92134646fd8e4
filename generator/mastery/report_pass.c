#include "mastery/reporting.h"

#include "mastery/chance.h"

#include <string.h>

/* ---- One sentence ------------------------------------------------------------------------------------------------ */

static const char *odds_text(const struct kin_reporting *reporting, struct kin_rat chance)
{
    const struct kin_furniture *words = reporting->words;
    struct kin_odds odds = kin_chance_odds(reporting->arena, chance);
    if (odds.in == 1) {
        return odds.times ? words->pass_always : words->pass_never;
    }
    return odds.times == 1 ? kin_format(reporting->arena, words->pass_times_one, odds.in)
                           : kin_format(reporting->arena, words->pass_times, odds.times, odds.in);
}

/* "" without parts. */
static const char *sentence_of(const struct kin_reporting *reporting, const struct kin_rule *rule, size_t parts)
{
    kin_arena *arena = reporting->arena;
    size_t needed = kin_threshold_parts(arena, kin_threshold_share(arena, &rule->threshold, rule->scale), parts);
    struct kin_rat chance = kin_chance_at_least(arena, needed, parts, KIN_SIX_IN_TEN);
    if (parts == 0 || !kin_rat_defined(chance)) {
        return "";
    }
    return kin_format(arena, reporting->words->pass_sentence, needed, parts, odds_text(reporting, chance));
}

/* The most parts that one of the students was asked at once. */
static size_t parts_of(const struct kin_record *record, struct kin_reporting_who who, size_t objective)
{
    size_t most = 0;
    for (size_t s = who.first; s < who.first + who.count; s++) {
        const struct kin_tries *tries = kin_record_tries(record, s, objective);
        for (size_t i = 0; i < tries->count; i++) {
            most = tries->items[i].parts > most ? tries->items[i].parts : most;
        }
    }
    return most;
}

/* ---- Few questions ----------------------------------------------------------------------------------------------- */

static bool is_thin(const struct kin_record *record, struct kin_reporting_who who, size_t objective)
{
    for (size_t s = who.first; s < who.first + who.count; s++) {
        const struct kin_decision *decision = kin_record_decision(record, s, objective);
        if (kin_decision_has_score(decision) && decision->thin) {
            return true;
        }
    }
    return false;
}

const char *kin_reporting_thin(const struct kin_reporting *reporting, const struct kin_record *record,
                               struct kin_reporting_who who)
{
    struct kin_buf codes = kin_buf_in(reporting->arena);
    for (size_t o = 0; o < record->objective_count; o++) {
        if (is_thin(record, who, o)) {
            kin_buf_addf(&codes, "%s%s", codes.length ? ", " : "", record->objectives[o]);
        }
    }
    return codes.length
               ? kin_format(reporting->arena, reporting->words->report_thin, reporting->rule->enough, codes.data)
               : NULL;
}

/* ---- Of objectives ----------------------------------------------------------------------------------------------- */

const char *kin_reporting_pass(const struct kin_reporting *reporting, const struct kin_record *record, size_t objective)
{
    const struct kin_reporting_who all = {0, record->student_count};
    const char *sentence = sentence_of(reporting, &record->rules[objective], parts_of(record, all, objective));
    const char *few = is_thin(record, all, objective)
                          ? kin_format(reporting->arena, reporting->words->report_thin, reporting->rule->enough,
                                       record->objectives[objective])
                          : "";
    return kin_format(reporting->arena, "%s%s%s", few, *few && *sentence ? " " : "", sentence);
}

/* The codes of those whose sentence is the same. */
static const char *codes_of(const struct kin_reporting *reporting, const struct kin_record *record,
                            const char *const *sentences, const char *sentence)
{
    struct kin_buf codes = kin_buf_in(reporting->arena);
    for (size_t o = 0; o < record->objective_count; o++) {
        if (strcmp(sentences[o], sentence) == 0) {
            kin_buf_addf(&codes, "%s%s", codes.length ? ", " : "", record->objectives[o]);
        }
    }
    return codes.data;
}

/* Does the sentence of an objective occur before it? Empty ones always do. */
static bool was_said(const char *const *sentences, size_t objective)
{
    size_t o = 0;
    while (o < objective && strcmp(sentences[o], sentences[objective]) != 0) {
        o++;
    }
    return o < objective || !*sentences[objective];
}

const char *kin_reporting_passes(const struct kin_reporting *reporting, const struct kin_record *record,
                                 struct kin_reporting_who who)
{
    kin_arena *arena = reporting->arena;
    const char **sentences = KIN_NEW_N(arena, const char *, record->objective_count), *only = "";
    struct kin_buf buf = kin_buf_in(arena);
    size_t count = 0;
    kin_buf_add(&buf, "");
    for (size_t o = 0; o < record->objective_count; o++) {
        sentences[o] = sentence_of(reporting, &record->rules[o], parts_of(record, who, o));
    }
    for (size_t o = 0; o < record->objective_count; o++) {
        if (!was_said(sentences, o)) {
            const char *codes = codes_of(reporting, record, sentences, sentences[o]);
            only = sentences[o];
            kin_buf_addf(&buf, "%s%s", count++ ? " " : "",
                         kin_format(arena, reporting->words->pass_for, codes, sentences[o]));
        }
    }
    return count == 1 ? only : buf.data;
}
