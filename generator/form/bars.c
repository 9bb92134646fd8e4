#include "form/bars.h"

#include "form/plan.h"

#include <string.h>

enum { USUAL_PERCENT = 80 };

/* ---- From the blueprint ------------------------------------------------------------------------------------------ */

void kin_bars_take_whole(struct kin_set *set, const struct kin_blueprint *blueprint)
{
    struct kin_threshold threshold = {.percent = USUAL_PERCENT};
    bool read = blueprint->threshold && kin_threshold_parse(blueprint->threshold, &threshold);
    set->threshold_percent = threshold.kind == KIN_THRESHOLD_PERCENT ? threshold.percent : 0;
    set->threshold = read && !set->threshold_percent ? blueprint->threshold : NULL;
}

/* The last line about a standard counts. */
static void set_bar(struct kin_set *set, const char *standard, const char *threshold)
{
    size_t i = 0;
    while (i < set->bar_count && strcmp(set->bars[i].standard, standard) != 0) {
        i++;
    }
    set->bars[i] = (struct kin_bar){standard, threshold};
    set->bar_count += i == set->bar_count;
}

/* The objectives of the set that a line is about; how many. */
static size_t take_bar(struct kin_maker *maker, const struct kin_blueprint_bar *bar,
                       const struct kin_standard *standard)
{
    size_t found = 0;
    for (size_t i = 0; i < maker->set->objective_count; i++) {
        const char *code = maker->set->objectives[i].standard;
        const struct kin_standard *own = kin_plan_standard(maker->library, code);
        if (own && kin_standard_within(own, standard)) {
            set_bar(maker->set, code, bar->threshold);
            found++;
        }
    }
    return found;
}

/* Was it said of an edition of the set, in another language or with other stories? */
static bool was_said(const struct kin_diags *diags, enum kin_diag_id id, struct kin_span span)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].id == id && diags->items[i].span.begin == span.begin) {
            return true;
        }
    }
    return false;
}

/* Objectives that are decided by next to nothing. */
static void report_thin(const struct kin_maker *maker)
{
    enum { FEWEST = 3 };
    struct kin_buf list = kin_buf_in(maker->arena);
    for (size_t i = 0; i < maker->set->objective_count; i++) {
        const struct kin_objective *objective = &maker->set->objectives[i];
        if (objective->items < FEWEST) {
            kin_buf_addf(&list, "%s%s (%zu)", list.length ? ", " : "", objective->standard, objective->items);
        }
    }
    if (list.length && !was_said(maker->diags, KIN_W7217, (struct kin_span){0})) {
        kin_report(maker->diags, KIN_W7217, (struct kin_span){0}, list.data, NULL);
        kin_report_mend(maker->diags, "ask more with --items, or name fewer standards");
    }
}

bool kin_bars_take_own(struct kin_maker *maker, const struct kin_blueprint *blueprint)
{
    maker->set->bars = KIN_NEW_N(maker->arena, struct kin_bar, maker->set->objective_count);
    for (size_t i = 0; i < blueprint->bar_count; i++) {
        const struct kin_blueprint_bar *bar = &blueprint->bars[i];
        const struct kin_standard *standard =
            kin_plan_known_standard(maker->arena, maker->diags, maker->library, bar->span, bar->standard);
        if (!standard) {
            return false;
        }
        if (!take_bar(maker, bar, standard) && !was_said(maker->diags, KIN_W7211, bar->span)) {
            kin_report(maker->diags, KIN_W7211, bar->span, standard->code, NULL);
        }
    }
    if (blueprint->threshold && blueprint->objectives) {
        report_thin(maker);
    }
    return true;
}

/* ---- Asked for --------------------------------------------------------------------------------------------------- */

static const struct kin_bar *bar_of(const struct kin_set *set, const char *standard)
{
    for (size_t i = 0; standard && i < set->bar_count; i++) {
        if (strcmp(set->bars[i].standard, standard) == 0) {
            return &set->bars[i];
        }
    }
    return NULL;
}

bool kin_set_has_bar(const struct kin_set *set, const char *standard)
{
    return bar_of(set, standard) != NULL;
}

struct kin_threshold kin_set_threshold(const struct kin_set *set, const char *standard)
{
    const struct kin_bar *bar = bar_of(set, standard);
    const char *text = bar ? bar->threshold : set->threshold;
    struct kin_threshold threshold;
    if (text && kin_threshold_parse(text, &threshold)) {
        return threshold;
    }
    bool fine = set->threshold_percent > 0 && set->threshold_percent <= 100;
    return (struct kin_threshold){.kind = KIN_THRESHOLD_PERCENT,
                                  .percent = fine ? set->threshold_percent : USUAL_PERCENT};
}

const char *kin_set_threshold_text(kin_arena *arena, const struct kin_set *set, const char *standard)
{
    struct kin_threshold threshold = kin_set_threshold(set, standard);
    return kin_threshold_text(arena, &threshold, kin_furniture_of("en"));
}
