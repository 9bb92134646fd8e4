/* The author's checklist: what is no error, but a teacher would wish otherwise. LANGUAGE, last section. */
#include "draw/entries.h"
#include "draw/survey.h"

static const double too_many = 0.2;   /* keys of 0 and 1, or copied from the stem */
static const double too_small = 0.5;  /* share of the space that lies in small cells */
static const double too_rare = 0.001; /* acceptance */
enum { FEW = 20 };                    /* fewer numbers than this say nothing of a share */
enum { MANY = 200 };                  /* what never occurs among so many hardly occurs at all */

/* ---- Notes of each instance ---- */

static bool is_small(const struct kin_value *key)
{
    return kin_rat_equal(key->as.number, kin_rat_int(0)) || kin_rat_equal(key->as.number, kin_rat_int(1));
}

/* A number that every instance has, such as how many solutions there are, did not come out by chance. */
static bool is_settled(const struct kin_surveying *surveying, const struct kin_response_template *response)
{
    struct kin_value value;
    return response->key && kin_expr_constant(response->key, surveying->arena, &value);
}

static void note_keys(struct kin_surveying *surveying, struct kin_frame *frame)
{
    const struct kin_features *features = &surveying->draw->features;
    for (struct kin_judged judged = kin_judged_begin(features, surveying->draw->judgements);
         kin_judged_next(&judged);) {
        const struct kin_value *key = &judged.judgement->key;
        if (key->kind == KIN_NUMBER && judged.response->kind == KIN_RESPONSE_VALUE) {
            surveying->small_keys.of++;
            surveying->small_keys.number += is_small(key) && !is_settled(surveying, judged.response);
            if (!judged.response->repeated) { /* a pattern that is continued meets its own numbers again */
                surveying->stem_keys.of++;
                surveying->stem_keys.number += kin_checklist_prints(features, frame, key);
            }
        }
    }
}

static void note_wrong_answers(struct kin_surveying *surveying, struct kin_frame *frame)
{
    const struct kin_draw *draw = surveying->draw;
    for (struct kin_judged judged = kin_judged_begin(&draw->features, draw->judgements); kin_judged_next(&judged);) {
        enum kin_entry_kind kind = judged.response->kind == KIN_RESPONSE_MATCH ? KIN_ENTRY_OPTION : KIN_ENTRY_WRONG;
        surveying->applied[judged.index] |= kin_entries_written(judged.response, kind, frame, judged.judgement->wrong);
    }
    surveying->noted++;
}

static void note_contexts(struct kin_surveying *surveying, struct kin_frame *frame)
{
    const struct kin_template *template = surveying->draw->template;
    for (size_t i = 0; i < template->context_count; i++) {
        const struct kin_expr *fits = template->contexts[i].fits;
        surveying->fitted[i] = surveying->fitted[i] || !fits || kin_expr_holds(fits, frame);
    }
}

static void note_switched_off(struct kin_surveying *surveying, struct kin_frame *frame)
{
    struct kin_draw *draw = surveying->draw;
    struct kin_hash hashes[KIN_AUTOMATIC_COUNT] = {{0}};
    for (size_t i = 0; i < KIN_AUTOMATIC_COUNT; i++) {
        if (draw->template->automatic_off[i]) {
            kin_feature_hash(&draw->features, frame, draw->judgements, (enum kin_automatic)i, &hashes[i]);
        }
    }
    struct kin_cell *cell =
        kin_cells_add(&surveying->first_seen, kin_features_cell(&draw->features, draw->each), hashes);
    for (size_t i = 0; cell && i < KIN_AUTOMATIC_COUNT; i++) {
        surveying->differs[i] = surveying->differs[i] || !kin_hash_equal(cell->each[i], hashes[i]);
    }
}

void kin_survey_note(struct kin_surveying *surveying, struct kin_frame *frame)
{
    struct kin_draw *draw = surveying->draw;
    const char *identity = kin_identity_text(draw->template, frame);
    struct kin_hash key = kin_identity_key(&draw->features, frame, draw->judgements, identity ? identity : "");
    kin_cells_add(&surveying->keys, key, NULL);
    note_keys(surveying, frame);
    note_wrong_answers(surveying, frame);
    note_contexts(surveying, frame);
    note_switched_off(surveying, frame);
    if (surveying->noted <= MANY) {
        kin_checklist_others(surveying, frame);
    }
}

/* ---- Warnings ---- */

static const char *percent(const struct kin_surveying *surveying, double share)
{
    return kin_format(surveying->arena, share < 0.01 ? "%.2g%%" : "%.0f%%", 100 * share);
}

static double share_of(struct kin_share share)
{
    return share.of >= FEW ? (double)share.number / (double)share.of : 0;
}

static struct kin_span first_response(const struct kin_surveying *surveying)
{
    const struct kin_features *features = &surveying->draw->features;
    return features->response_count ? features->responses[0]->span : surveying->draw->template->span;
}

static void warn_of_keys(struct kin_surveying *surveying)
{
    double small = share_of(surveying->small_keys), stem = share_of(surveying->stem_keys);
    if (small > too_many) {
        kin_report(surveying->diags, KIN_W406, first_response(surveying), percent(surveying, small), NULL);
        kin_report_mend(surveying->diags, "leave them out with except=\"0, 1\" or a <where>");
    }
    if (stem > too_many) {
        kin_report(surveying->diags, KIN_W407, first_response(surveying), percent(surveying, stem), NULL);
        kin_report_mend(surveying->diags, "add a <where> that keeps the key apart from the numbers printed");
    }
}

/* The feature without which fewest instances lie in small cells; SIZE_MAX: none makes a difference. */
static size_t guilty_feature(struct kin_surveying *surveying, const struct kin_tally *tally, double small)
{
    size_t guilty = SIZE_MAX;
    for (size_t i = 0; i < tally->cells.feature_count; i++) {
        double without = kin_tally_small(surveying->arena, tally, i);
        if (without < small) {
            small = without;
            guilty = i;
        }
    }
    return guilty;
}

static void warn_of_tally(struct kin_surveying *surveying, const struct kin_tally *tally)
{
    double small = kin_tally_small(surveying->arena, tally, SIZE_MAX);
    if (small <= too_small) {
        return;
    }
    size_t guilty = guilty_feature(surveying, tally, small);
    kin_report(surveying->diags, KIN_W404, surveying->draw->template->span, percent(surveying, small), NULL);
    if (guilty != SIZE_MAX) {
        kin_report_note(surveying->diags, "without the feature '%s' it would be %s",
                        kin_feature_name(&surveying->draw->features, guilty),
                        percent(surveying, kin_tally_small(surveying->arena, tally, guilty)));
    } else {
        kin_report_mend(surveying->diags, "widen the ranges: no single feature does it");
    }
}

static const char *number(const struct kin_surveying *surveying, struct kin_count count)
{
    return kin_format(surveying->arena, "%s%llu", count.estimated ? "about " : "", (unsigned long long)count.number);
}

/* Which feature does most to make cells small. */
static void note_guilty(struct kin_surveying *surveying)
{
    for (size_t i = 0; i < surveying->tally_count; i++) {
        const struct kin_tally *tally = &surveying->tallies[i];
        size_t guilty = guilty_feature(surveying, tally, kin_tally_small(surveying->arena, tally, SIZE_MAX));
        if (guilty != SIZE_MAX) {
            const char *name = kin_feature_name(&surveying->draw->features, guilty);
            kin_report_note(surveying->diags, "the feature '%s' does most of it", name);
            return;
        }
    }
}

static void warn_of_cells(struct kin_surveying *surveying)
{
    const struct kin_survey *survey = surveying->survey;
    struct kin_span span = surveying->draw->template->span;
    if (survey->instances.number < KIN_ENOUGH) {
        kin_report(surveying->diags, KIN_W413, span, surveying->draw->template->id,
                   number(surveying, survey->instances), NULL);
        kin_report_mend(surveying->diags, "widen the ranges, or loosen the tests");
        return;
    }
    for (size_t i = 0; i < surveying->tally_count; i++) {
        warn_of_tally(surveying, &surveying->tallies[i]);
    }
    if (survey->smallest_cell.number < KIN_ENOUGH) {
        kin_report(surveying->diags, KIN_W405, span, number(surveying, survey->smallest_cell), NULL);
        note_guilty(surveying);
        kin_report_mend(surveying->diags, "widen the ranges, or coarsen a feature with band()");
    }
}

/* Only what moves difficulty: digits and the like may be switched off for good reasons. */
static void warn_of_switched_off(struct kin_surveying *surveying)
{
    const enum kin_automatic watched[] = {KIN_AUTO_SIGNS, KIN_AUTO_CONDITIONS, KIN_AUTO_REPETITION};
    const struct kin_features *features = &surveying->draw->features;
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
        if (surveying->differs[watched[i]]) {
            kin_report(surveying->diags, KIN_W408, features->template->span,
                       kin_feature_name(features, features->template->feature_count + watched[i]), NULL);
        }
    }
}

static void warn_of_rare_test(struct kin_surveying *surveying)
{
    if (surveying->rarest && surveying->survey->acceptance < too_rare) {
        kin_report(surveying->diags, KIN_W412, surveying->rarest->span,
                   percent(surveying, surveying->survey->acceptance), NULL);
    }
}

/* Those of a choice beyond the number it shows only stand by; under conditions their number is not known. */
static size_t expected_wrong(const struct kin_response_template *response)
{
    bool some = response->kind == KIN_RESPONSE_CHOICE && response->shown > 0;
    if (some && response->branching) {
        return 0;
    }
    size_t shown = some ? (size_t)response->shown - 1 : response->wrong_count;
    return shown < response->wrong_count ? shown : response->wrong_count;
}

/* A right item of a match that is like another one never prints. */
static void warn_of_right_items(struct kin_surveying *surveying, const struct kin_response_template *response,
                                uint64_t shown)
{
    for (size_t i = 0; i < response->option_count; i++) {
        if (!(shown >> i & 1)) {
            kin_report(surveying->diags, KIN_W431, response->options[i].span, NULL);
            kin_report_mend(surveying->diags, "make it differ from the others, or take it out");
        }
    }
}

static void warn_of_wrongs(struct kin_surveying *surveying, const struct kin_response_template *response,
                           uint64_t applied)
{
    if (response->kind == KIN_RESPONSE_MATCH) {
        warn_of_right_items(surveying, response, applied);
    }
    for (size_t i = 0; i < expected_wrong(response); i++) {
        if (!(applied >> i & 1)) {
            kin_report(surveying->diags, KIN_W414, response->wrongs[i].span, NULL);
            kin_report_mend(surveying->diags, "look for a slip in it; what is right after all is no wrong answer");
        }
    }
}

static void warn_of_wrong_answers(struct kin_surveying *surveying)
{
    const struct kin_features *features = &surveying->draw->features;
    bool known = surveying->noted >= MANY || surveying->survey->all;
    const uint64_t *applied = surveying->applied;
    for (size_t i = 0; i < features->response_count && known; i++) {
        const struct kin_response_template *response = features->responses[i];
        warn_of_wrongs(surveying, response, *applied++);
        for (size_t j = 0; j < response->blank_count; j++) {
            warn_of_wrongs(surveying, &response->blanks[j], *applied++);
        }
    }
}

static void warn_of_contexts(struct kin_surveying *surveying)
{
    const struct kin_template *template = surveying->draw->template;
    bool known = surveying->noted >= MANY || surveying->survey->all;
    for (size_t i = 0; known && i < template->context_count; i++) {
        if (!surveying->fitted[i]) {
            kin_report(surveying->diags, KIN_W430, kin_expr_span(template->contexts[i].fits), template->contexts[i].id,
                       NULL);
            kin_report_mend(surveying->diags, "widen the test, or take the context out");
        }
    }
}

/* Cells matter where something is drawn: in variants, not in the base that they share. What a wrong answer does is
 * asked of the base, since one variant may never need it. */
void kin_checklist(struct kin_surveying *surveying)
{
    const struct kin_template *template = surveying->draw->template;
    if (!template->variant_count) {
        warn_of_cells(surveying);
        warn_of_switched_off(surveying);
    }
    warn_of_keys(surveying);
    if (!template->base) {
        warn_of_wrong_answers(surveying);
        warn_of_contexts(surveying);
    }
    warn_of_rare_test(surveying);
}
