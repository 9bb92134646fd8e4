#include "form/match.h"

#include "form/match_predict.h"
#include "form/match_shape.h"
#include "form/plan.h"

#include <string.h>

enum {
    CELLS = 4,         /* of each template that are looked at */
    MOST_LEFT = 100000 /* instances of a cell that are told apart from very many */
};

/* Where an option's instances come from. */
struct source {
    const struct kin_template *template;
    struct kin_draw *draw;
    uint64_t redraw;
    struct kin_digest cell;
    const char *shape; /* what slots compare before they take it */
    struct kin_rat points;
};

struct kin_matching {
    struct kin_matching_options options;
    struct kin_weights weights; /* without those of words, which differ between languages */
    const struct kin_template **templates;
    size_t template_count;
    struct kin_match_option *items;
    size_t count, room;
    struct source *sources;
    size_t source_count, source_room;
    struct kin_match_slot *slots; /* of those matched in total */
    size_t *numbers;              /* theirs in the set */
    size_t slot_count;
};

bool kin_set_is_matched(const struct kin_set *set)
{
    for (size_t s = 0; s < set->slot_count; s++) {
        if (set->slots[s].pool_count) {
            return true;
        }
    }
    return false;
}

void kin_slot_pool(kin_arena *arena, struct kin_slot *slot, const struct kin_template *const *pool, size_t count)
{
    slot->pool = KIN_NEW_N(arena, struct kin_pool_entry, count);
    for (size_t i = 0; i < count && !slot->items; i++) {
        if (!pool[i]->least) {
            slot->pool[slot->pool_count++] = (struct kin_pool_entry){pool[i]->id, pool[i]->digest.hex};
        }
    }
}

/* ---- Options --------------------------------------------------------------------------------------------------- */

static bool is_known_cell(const struct kin_matching *matching, const struct source *source)
{
    for (size_t i = 0; i < matching->count; i++) {
        if (matching->sources[i].template == source->template &&
            memcmp(&matching->sources[i].cell, &source->cell, sizeof source->cell) == 0) {
            return true;
        }
    }
    return false;
}

static size_t capacity_of(struct kin_draw *draw)
{
    uint64_t number = kin_draw_capacity_roughly(draw).number;
    return number > MOST_LEFT ? MOST_LEFT : (size_t)number;
}

static struct kin_match_option option_of(const struct kin_matching *matching, size_t kind, const struct source *source,
                                         const struct kin_item *item)
{
    struct kin_prediction prediction = kin_item_predict(&matching->weights, item);
    struct kin_match_option option = {
        .kind = (int)kind, .seconds = prediction.seconds, .left = capacity_of(source->draw)};
    for (size_t i = 0; i < KIN_ABILITIES; i++) {
        option.chance[i] = kin_chance(&matching->weights, prediction.difficulty_msd, kin_abilities_msd[i]);
    }
    return option;
}

/* One cell of a template, if it is another one than those before. False after reporting. */
static bool open_cell(struct kin_matching *matching, size_t kind, uint64_t redraw)
{
    kin_arena *arena = matching->options.arena;
    struct kin_draw_options drawing = matching->options.drawing;
    struct source source = {.template = matching->templates[kind], .redraw = redraw};
    struct kin_member member;
    drawing.redraw = redraw;
    source.draw = kin_draw_open(arena, matching->options.diags, source.template, &drawing);
    if (!source.draw || !kin_draw_member(source.draw, 0, &member)) {
        return false;
    }
    source.cell = member.cell;
    if (is_known_cell(matching, &source)) {
        return true;
    }
    struct kin_item *item = kin_draw_item(source.draw, arena, matching->options.diags, &member, "A", 0);
    if (item) {
        source.shape = kin_match_shape(arena, item, source.template);
        source.points = kin_item_points(arena, item);
        KIN_PUSH(arena, matching->items, matching->count, matching->room) = option_of(matching, kind, &source, item);
        KIN_PUSH(arena, matching->sources, matching->source_count, matching->source_room) = source;
    }
    return item != NULL;
}

static bool is_listed(const struct kin_matching *matching, const struct kin_template *template)
{
    for (size_t i = 0; i < matching->template_count; i++) {
        if (matching->templates[i] == template) {
            return true;
        }
    }
    return false;
}

/* A further form comes from the templates as they were. */
static bool is_unchanged(const struct kin_matching *matching, const struct kin_slot *slot,
                         const struct kin_pool_entry *entry, const struct kin_template *template)
{
    if (template && strcmp(template->digest.hex, entry->digest) == 0) {
        return true;
    }
    kin_report(matching->options.diags, template ? KIN_E509 : KIN_E508, (struct kin_span){0}, entry->template_id,
               slot->id, NULL);
    kin_report_mend(matching->options.diags, "take the banks as they were when the set was made, or make a new set");
    return false;
}

static bool list_templates(struct kin_matching *matching)
{
    const struct kin_set *set = matching->options.set;
    size_t room = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        for (size_t i = 0; i < set->slots[s].pool_count; i++) {
            const struct kin_pool_entry *entry = &set->slots[s].pool[i];
            const struct kin_template *template = kin_template_find(matching->options.library, entry->template_id);
            if (!is_unchanged(matching, &set->slots[s], entry, template)) {
                return false;
            }
            if (!is_listed(matching, template)) {
                KIN_PUSH(matching->options.arena, matching->templates, matching->template_count, room) = template;
            }
        }
    }
    return true;
}

/* Where a teacher asked for another item, other cells are looked at on all forms. */
static uint64_t redraws_of(const struct kin_set *set)
{
    uint64_t redraws = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        redraws += set->slots[s].pool_count ? set->slots[s].redraw : 0;
    }
    return redraws;
}

static bool open_cells(struct kin_matching *matching)
{
    uint64_t first = redraws_of(matching->options.set) * CELLS;
    for (size_t kind = 0; kind < matching->template_count; kind++) {
        for (uint64_t n = 0; n < CELLS; n++) {
            if (!open_cell(matching, kind, first + n)) {
                return false;
            }
        }
    }
    return true;
}

/* ---- What each slot may take --------------------------------------------------------------------------------- */

/* The option that says what shape a slot has: that of the first form, or of its template. */
static size_t reference_of(const struct kin_matching *matching, size_t slot)
{
    const struct kin_set *set = matching->options.set;
    const struct kin_form *first = set->form_count ? &set->forms[0] : NULL;
    const struct kin_pick *pick = first && slot < first->pick_count ? &first->picks[slot] : NULL;
    const char *id = pick ? pick->template_id : set->slots[slot].template_id;
    size_t at = 0;
    while (at < matching->count && (strcmp(matching->sources[at].template->id, id) != 0 ||
                                    (pick && matching->sources[at].redraw != pick->redraw))) {
        at++;
    }
    return at;
}

static bool is_in_pool(const struct kin_slot *slot, const struct kin_template *template)
{
    for (size_t i = 0; i < slot->pool_count; i++) {
        if (strcmp(slot->pool[i].template_id, template->id) == 0) {
            return true;
        }
    }
    return false;
}

static bool serves(const struct kin_slot *slot, const struct source *reference, const struct source *source)
{
    return is_in_pool(slot, source->template) && strcmp(source->shape, reference->shape) == 0 &&
           (slot->scaled || kin_rat_equal(source->points, reference->points));
}

static int points_milli(kin_arena *arena, struct kin_rat points)
{
    struct kin_rat milli = kin_rat_mul(arena, points, kin_rat_int(1000));
    bool small = kin_rat_defined(milli) && !milli.big && milli.num / milli.den <= 1000000;
    return small ? (int)(milli.num / milli.den) : 0;
}

static void warn_of_one_template(struct kin_matching *matching, const struct kin_slot *slot,
                                 const struct kin_match_slot *choices)
{
    int kind = matching->items[choices->choices[0]].kind;
    for (size_t i = 1; i < choices->choice_count; i++) {
        if (matching->items[choices->choices[i]].kind != kind) {
            return;
        }
    }
    kin_report(matching->options.diags, KIN_W5110, (struct kin_span){0}, slot->id, matching->templates[kind]->id, NULL);
}

static bool list_choices(struct kin_matching *matching, size_t s)
{
    kin_arena *arena = matching->options.arena;
    struct kin_slot *slot = &matching->options.set->slots[s];
    size_t reference = reference_of(matching, s), *choices = KIN_NEW_N(arena, size_t, matching->count), count = 0;
    if (reference == matching->count) { /* a set file that was changed by hand */
        kin_report(matching->options.diags, KIN_E508, (struct kin_span){0}, slot->template_id, slot->id, NULL);
        return false;
    }
    slot->capacity = (struct kin_count){0, false};
    for (size_t i = 0; i < matching->count; i++) {
        if (serves(slot, &matching->sources[reference], &matching->sources[i])) {
            choices[count++] = i;
            slot->capacity.number += matching->items[i].left;
        }
    }
    struct kin_rat points = slot->scaled ? slot->points : matching->sources[reference].points;
    struct kin_match_slot *matched = &matching->slots[matching->slot_count];
    *matched = (struct kin_match_slot){points_milli(arena, points), choices, count};
    matching->numbers[matching->slot_count++] = s;
    matching->options.draws[s] = matching->sources[reference].draw;
    warn_of_one_template(matching, slot, matched);
    return true;
}

static bool list_all_choices(struct kin_matching *matching)
{
    const struct kin_set *set = matching->options.set;
    matching->slots = KIN_NEW_N(matching->options.arena, struct kin_match_slot, set->slot_count);
    matching->numbers = KIN_NEW_N(matching->options.arena, size_t, set->slot_count);
    for (size_t s = 0; s < set->slot_count; s++) {
        if (set->slots[s].pool_count && !list_choices(matching, s)) {
            return false;
        }
    }
    return true;
}

/* ---- Are there enough? ---------------------------------------------------------------------------------------- */

static void count_uses(struct kin_matching *matching)
{
    const struct kin_set *set = matching->options.set;
    for (size_t f = 0; f < set->form_count; f++) {
        for (size_t s = 0; s < set->forms[f].pick_count; s++) {
            const struct kin_pick *pick = &set->forms[f].picks[s];
            for (size_t i = 0; i < matching->count; i++) {
                bool same = matching->sources[i].redraw == pick->redraw && pick->template_id &&
                            strcmp(matching->sources[i].template->id, pick->template_id) == 0;
                matching->items[i].left -= same && matching->items[i].left;
            }
        }
    }
}

static bool same_choices(const struct kin_match_slot *a, const struct kin_match_slot *b)
{
    return a->choice_count == b->choice_count &&
           memcmp(a->choices, b->choices, sizeof *a->choices * a->choice_count) == 0;
}

/* The stratum of a slot, in words: the first standard and level. */
static const char *stratum_text(const struct kin_matching *matching, size_t n)
{
    const struct kin_slot *slot = &matching->options.set->slots[matching->numbers[n]];
    return kin_format(matching->options.arena, "%s at level %d", slot->standard, slot->level);
}

/* Slots of one stratum share its instances. */
static bool has_enough(struct kin_matching *matching, size_t n)
{
    const struct kin_match_slot *slot = &matching->slots[n];
    size_t slots = 0, left = 0;
    for (size_t i = 0; i < matching->slot_count; i++) {
        slots += same_choices(slot, &matching->slots[i]);
    }
    for (size_t i = 0; i < slot->choice_count; i++) {
        left += matching->items[slot->choices[i]].left;
    }
    if (left >= slots * matching->options.more) {
        return true;
    }
    kin_arena *arena = matching->options.arena;
    kin_report(matching->options.diags, KIN_E5110, (struct kin_span){0}, stratum_text(matching, n),
               kin_format(arena, "%zu", slots * matching->options.more), kin_format(arena, "%zu", left), NULL);
    kin_report_mend(
        matching->options.diags,
        "%zu more are needed: ask for %zu form%s at most, for fewer items of this kind, or let the line take "
        "more templates",
        slots * matching->options.more - left, left / slots, left / slots == 1 ? "" : "s");
    return false;
}

static bool all_have_enough(struct kin_matching *matching)
{
    for (size_t n = 0; n < matching->slot_count; n++) {
        if (!has_enough(matching, n)) {
            return false;
        }
    }
    return true;
}

/* ---- Choosing -------------------------------------------------------------------------------------------------- */

static bool are_enemies(const void *data, int a, int b)
{
    const struct kin_matching *matching = data;
    return kin_template_enemies(matching->templates[a], matching->templates[b]);
}

static struct kin_match_task task_of(const struct kin_matching *matching)
{
    struct kin_match_task task = {.options = matching->items,
                                  .option_count = matching->count,
                                  .slots = matching->slots,
                                  .slot_count = matching->slot_count,
                                  .clash = are_enemies,
                                  .data = matching};
    if (matching->options.set->target) {
        task.target = *matching->options.set->target;
    }
    return task;
}

/* Weights that count the same in every language. */
static void set_weights(struct kin_matching *matching, const struct kin_weights *weights)
{
    matching->weights = *weights;
    matching->weights.items = KIN_NEW_N(matching->options.arena, struct kin_weight, weights->count);
    matching->weights.count = 0;
    for (size_t i = 0; i < weights->count; i++) {
        if (weights->items[i].kind != KIN_WEIGHT_WORDS) {
            matching->weights.items[matching->weights.count++] = weights->items[i];
        }
    }
}

static void set_target(struct kin_matching *matching)
{
    struct kin_match_task task = task_of(matching);
    if (!matching->options.set->target) {
        struct kin_match_totals mean = kin_match_mean(&task);
        matching->options.set->target = kin_copy_bytes(matching->options.arena, &mean, sizeof mean);
    }
}

struct kin_matching *kin_matching_open(const struct kin_matching_options *options)
{
    struct kin_matching *matching = KIN_NEW(options->arena, struct kin_matching);
    matching->options = *options;
    if (!options->library->weights) {
        kin_report(options->diags, KIN_E5111, (struct kin_span){0}, NULL);
        kin_report_mend(options->diags,
                        "put a table such as item-banks/weights/starter.csv into weights/ beside the banks");
        return NULL;
    }
    set_weights(matching, options->library->weights);
    if (!list_templates(matching) || !open_cells(matching) || !list_all_choices(matching)) {
        return NULL;
    }
    count_uses(matching);
    set_target(matching);
    return all_have_enough(matching) ? matching : NULL;
}

static void take(struct kin_matching *matching, struct kin_form *form, size_t n, size_t option)
{
    const struct source *source = &matching->sources[option];
    size_t s = matching->numbers[n];
    form->picks[s] = (struct kin_pick){source->template->id, source->template->digest.hex, source->redraw};
    matching->options.draws[s] = source->draw;
    matching->items[option].left -= matching->items[option].left > 0;
}

void kin_matching_form(struct kin_matching *matching, struct kin_form *form)
{
    kin_arena *own = kin_arena_new();
    const struct kin_set *set = matching->options.set;
    const struct kin_stream_name name = {
        .purpose = "match", .template_id = set->assessment_id, .occurrence = redraws_of(set), .form = form->letter};
    struct kin_match_task task = task_of(matching);
    size_t *picks = KIN_NEW_N(own, size_t, matching->slot_count);
    kin_match_search(own, &task, kin_stream(&matching->options.drawing.seed, &name), picks);
    form->picks = KIN_NEW_N(matching->options.arena, struct kin_pick, set->slot_count);
    form->pick_count = set->slot_count;
    for (size_t s = 0; s < set->slot_count; s++) {
        form->picks[s] = (struct kin_pick){set->slots[s].template_id, set->slots[s].digest, set->slots[s].redraw};
    }
    for (size_t n = 0; n < matching->slot_count; n++) {
        take(matching, form, n, picks[n]);
    }
    kin_arena_free(own);
}

/* ---- On paper ----------------------------------------------------------------------------------------------- */

static const struct kin_match_slot *matched_slot(const struct kin_matching *matching, size_t slot)
{
    size_t n = 0;
    while (matching->numbers[n] != slot) {
        n++;
    }
    return &matching->slots[n];
}

bool kin_matching_samples(struct kin_matching *matching, size_t slot, size_t most)
{
    kin_arena *arena = matching->options.arena;
    const struct kin_match_slot *choices = matched_slot(matching, slot);
    struct kin_slot *which = &matching->options.set->slots[slot];
    which->samples = KIN_NEW_N(arena, struct kin_item *, most);
    for (size_t n = 0; which->sample_count < most && n < most; n++) { /* the n-th of each cell */
        for (size_t c = 0; c < choices->choice_count && which->sample_count < most; c++) {
            struct kin_draw *draw = matching->sources[choices->choices[c]].draw;
            struct kin_member member;
            if (!kin_draw_member(draw, n, &member)) {
                continue;
            }
            const char *letter = kin_format(arena, "%c", (char)('A' + n));
            struct kin_item *item = kin_draw_item(draw, arena, matching->options.diags, &member, letter, n);
            if (!item) {
                return false;
            }
            which->samples[which->sample_count++] = item;
        }
    }
    return true;
}
