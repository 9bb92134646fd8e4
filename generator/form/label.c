/* How parallel the forms of a set are, and why they are no more than that. */
#include "content/furniture.h"
#include "form/evidence.h"
#include "form/evidence/facts.h"
#include "form/match.h"
#include "form/totals.h"

#include <string.h>

enum { MOST_FORMS = 3, MOST_SLOTS = 6 }; /* that a reason names */

const char *kin_label_name(enum kin_label label)
{
    static const char *const names[] = {"slot-parallel", "total-matched", "random"};
    return names[label];
}

/* What parallel items share beside their features, as far as it can be seen before they are laid out. */
static const enum kin_evidence_kind shared[] = {KIN_EVIDENCE_TEMPLATE,   KIN_EVIDENCE_PLAN,    KIN_EVIDENCE_RESPONSES,
                                                KIN_EVIDENCE_KEYS,       KIN_EVIDENCE_STEPS,   KIN_EVIDENCE_OPERATIONS,
                                                KIN_EVIDENCE_MAGNITUDES, KIN_EVIDENCE_WRONG,   KIN_EVIDENCE_WORDS,
                                                KIN_EVIDENCE_SENTENCES,  KIN_EVIDENCE_FIGURES, KIN_EVIDENCE_SPACE};

/* ---- What differs in a slot ------------------------------------------------------------------------------------ */

struct list {
    kin_arena *arena;
    const char **items;
    size_t count, room;
};

static void list_add(struct list *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i], text) == 0) {
            return;
        }
    }
    KIN_PUSH(list->arena, list->items, list->count, list->room) = text;
}

/* "a, b, c and 4 more" */
static const char *list_text(const struct list *list, const struct kin_furniture *words, size_t most)
{
    struct kin_buf buf = kin_buf_in(list->arena);
    for (size_t i = 0; i < list->count && i < most; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", list->items[i]);
    }
    return list->count > most ? kin_format(list->arena, words->and_more, buf.data, list->count - most) : buf.data;
}

struct judging {
    kin_arena *arena;
    const struct kin_furniture *words;
    const struct kin_set *set;
    size_t slot;
    struct kin_evidence *evidence; /* by form */
    struct list names, forms;      /* what differs, and on which forms */
};

/* Form f is not like the others in this. */
static void note(struct judging *judging, size_t f, const char *name)
{
    list_add(&judging->names, name);
    list_add(&judging->forms, judging->set->forms[f].letter);
}

static void compare_features(struct judging *judging, size_t f)
{
    const struct kin_item *a = judging->set->forms[0].items[judging->slot],
                          *b = judging->set->forms[f].items[judging->slot];
    if (a->feature_count != b->feature_count) {
        note(judging, f, judging->words->number_of_features);
    }
    for (size_t i = 0; i < a->feature_count && i < b->feature_count; i++) {
        if (strcmp(a->features[i].text, b->features[i].text) != 0) {
            note(judging, f, a->features[i].name);
        }
    }
}

static bool agree(const struct judging *judging, enum kin_evidence_kind kind, size_t a, size_t b)
{
    return kin_evidence_agrees(kind, &judging->evidence[a], &judging->evidence[b]);
}

/* With the first form, and where that is not enough, with those before it that do, too. */
static bool agrees(const struct judging *judging, enum kin_evidence_kind kind, size_t f)
{
    bool fine = agree(judging, kind, 0, f);
    for (size_t other = 1; fine && kin_evidence_tolerates(kind) && other < f; other++) {
        fine = agree(judging, kind, other, f) || !agree(judging, kind, 0, other);
    }
    return fine;
}

/* Where another template stands, nothing else is worth a word. */
static void compare_form(struct judging *judging, size_t f)
{
    if (!agrees(judging, KIN_EVIDENCE_TEMPLATE, f)) {
        note(judging, f, kin_evidence_words(judging->words, KIN_EVIDENCE_TEMPLATE));
        return;
    }
    compare_features(judging, f);
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        if (!agrees(judging, shared[i], f)) {
            note(judging, f, kin_evidence_words(judging->words, shared[i]));
        }
    }
}

/* What all forms share is not compared where they take turns by plan. */
static const char *difference_of(kin_arena *arena, const struct kin_set *set, size_t s)
{
    struct judging judging = {.arena = arena,
                              .words = kin_furniture_of(set->language),
                              .set = set,
                              .slot = s,
                              .evidence = KIN_NEW_N(arena, struct kin_evidence, set->form_count),
                              .names = {.arena = arena},
                              .forms = {.arena = arena}};
    for (size_t f = 0; f < set->form_count && !set->slots[s].pool_count; f++) {
        judging.evidence[f] = kin_evidence_of(arena, set->forms[f].items[s]);
        compare_form(&judging, f);
    }
    const char *format = judging.forms.count == 1 ? judging.words->form_differs : judging.words->forms_differ;
    return judging.names.count
               ? kin_format(arena, format, set->slots[s].id, list_text(&judging.forms, judging.words, MOST_FORMS),
                            list_text(&judging.names, judging.words, SIZE_MAX))
               : NULL;
}

/* ---- The set --------------------------------------------------------------------------------------------------- */

/* A department's own numbers can leave the cell; then the slot is less than slot-parallel. Or their cell is so small
 * that further forms would repeat questions, which is worth saying, too. */
static bool judge_slot(kin_arena *arena, struct kin_set *set, size_t s)
{
    struct kin_slot *slot = &set->slots[s];
    const char *difference = difference_of(arena, set, s);
    slot->shortfall = difference;
    if (!difference && slot->scarce) {
        slot->shortfall = kin_format(arena, kin_furniture_of(set->language)->slot_scarce, slot->id, slot->scarce);
    }
    return !difference && !slot->pool_count;
}

/* "item 1: forms differ in ...; item 3: ...; 2 more items differ" */
static void add_shortfalls(const struct kin_set *set, struct kin_buf *reason)
{
    size_t found = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        const char *shortfall = set->slots[s].shortfall;
        found += shortfall != NULL;
        if (shortfall && found <= MOST_SLOTS) {
            kin_buf_addf(reason, "%s%s", found > 1 ? "; " : "", shortfall);
        }
    }
    if (found > MOST_SLOTS) {
        kin_buf_add(reason, "; ");
        kin_buf_addf(reason, kin_furniture_of(set->language)->slots_more, found - MOST_SLOTS);
    }
}

static struct kin_rat form_points(kin_arena *arena, const struct kin_form *form)
{
    struct kin_rat sum = kin_rat_int(0);
    for (size_t s = 0; s < form->item_count; s++) {
        sum = kin_rat_add(arena, sum, kin_item_points(arena, form->items[s]));
    }
    return sum;
}

/* NULL: all forms have the same points. */
static const char *points_reason(kin_arena *arena, const struct kin_set *set)
{
    struct kin_rat first = form_points(arena, &set->forms[0]);
    for (size_t f = 1; f < set->form_count; f++) {
        struct kin_rat other = form_points(arena, &set->forms[f]);
        if (!kin_rat_equal(first, other)) {
            return kin_format(arena, kin_furniture_of(set->language)->reason_points, set->forms[0].letter,
                              kin_rat_text(arena, first), set->forms[f].letter, kin_rat_text(arena, other));
        }
    }
    return NULL;
}

/* Do the totals of forms agree that are not slot-parallel? *reason: by how much, or why not. */
static enum kin_label judge_totals(kin_arena *arena, const struct kin_library *library, struct kin_set *set,
                                   const char **reason)
{
    const struct kin_furniture *words = kin_furniture_of(set->language);
    *reason = points_reason(arena, set);
    if (*reason || !library->weights) {
        *reason = *reason ? *reason : words->totals_unknown;
        return KIN_RANDOM;
    }
    struct kin_totals_gap gap = kin_totals_look(arena, library->weights, set);
    *reason = kin_totals_text(arena, words, library->weights, &gap);
    return kin_totals_agree(&gap) ? KIN_TOTAL_MATCHED : KIN_RANDOM;
}

void kin_set_label(kin_arena *arena, const struct kin_library *library, struct kin_set *set)
{
    bool parallel = true;
    for (size_t s = 0; s < set->slot_count; s++) {
        parallel = judge_slot(arena, set, s) && parallel;
    }
    struct kin_buf reason = kin_buf_in(arena);
    add_shortfalls(set, &reason);
    set->label = KIN_SLOT_PARALLEL;
    if (!parallel) {
        const char *totals;
        set->label = judge_totals(arena, library, set, &totals);
        kin_buf_addf(&reason, "%s%s", reason.length ? "; " : "", totals);
    }
    set->label_reason = reason.length ? reason.data : NULL;
}
