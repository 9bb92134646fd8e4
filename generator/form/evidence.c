#include "form/evidence.h"

#include "content/furniture.h"
#include "form/evidence/facts.h"
#include "form/match.h"
#include "form/plan.h"

#include <string.h>

void kin_set_digest(kin_arena *arena, struct kin_set *set, const struct kin_library *library)
{
    (void)library;
    struct kin_buf plan = kin_buf_in(arena);
    kin_buf_addf(&plan, "%s\n%s\n%llu\n%llu\n", set->program, set->assessment_id, (unsigned long long)set->seed,
                 (unsigned long long)set->least);
    for (size_t i = 0; i < set->policy_count; i++) {
        kin_buf_addf(&plan, "%s=%s\n", set->policies[i].name, set->policies[i].text);
    }
    for (size_t s = 0; s < set->slot_count; s++) {
        const struct kin_slot *slot = &set->slots[s];
        kin_buf_addf(&plan, "%s %s %llu %llu %s\n", slot->template_id, slot->digest,
                     (unsigned long long)slot->occurrence, (unsigned long long)slot->redraw,
                     kin_rat_text(arena, slot->points));
        for (size_t i = 0; i < slot->pool_count; i++) {
            kin_buf_addf(&plan, " %s %s\n", slot->pool[i].template_id, slot->pool[i].digest);
        }
    }
    struct kin_hash_field fields[] = {kin_hash_text("set"), {plan.data, plan.length}};
    struct kin_digest digest = kin_digest_fields(NULL, 0, fields, 2);
    set->digest = kin_digest_text(arena, &digest, 8);
}

static char *code_of(kin_arena *arena, const struct kin_set *set, const struct kin_seed *seed, const char *letter)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    struct kin_hash_field fields[] = {kin_hash_text("form code"), kin_hash_number(&seed->number),
                                      kin_hash_text(set->digest), kin_hash_text(letter)};
    struct kin_digest digest = kin_digest_fields(seed->secret, seed->secret_length, fields, 4);
    uint64_t bits = kin_digest_number(&digest);
    char *code = kin_alloc(arena, 10);
    for (size_t i = 0; i < 9; i++) {
        code[i] = i == 4 ? '-' : alphabet[bits & 31];
        bits >>= i == 4 ? 0 : 5;
    }
    return code;
}

void kin_set_codes(kin_arena *arena, struct kin_set *set, const struct kin_seed *seed)
{
    for (size_t f = 0; f < set->form_count; f++) {
        set->forms[f].code = code_of(arena, set, seed, set->forms[f].letter);
    }
}

/* A part's own sentence makes an objective of its own; `i_can` NULL: the standard's. */
static struct kin_objective *objective_of(struct kin_set *set, const char *standard, const char *i_can)
{
    for (size_t i = 0; i < set->objective_count; i++) {
        const char *other = set->objectives[i].i_can;
        bool same = i_can && other ? strcmp(i_can, other) == 0 : !i_can && !other;
        if (same && strcmp(set->objectives[i].standard, standard) == 0) {
            return &set->objectives[i];
        }
    }
    struct kin_objective *objective = &set->objectives[set->objective_count++];
    objective->standard = standard;
    objective->i_can = i_can;
    objective->points = kin_rat_int(0);
    return objective;
}

static void count_part(kin_arena *arena, struct kin_set *set, const struct kin_item *item, const struct kin_part *part)
{
    struct kin_objective *objective =
        objective_of(set, part->standard ? part->standard : item->standard, part->objective);
    objective->points = kin_rat_add(arena, objective->points, kin_part_points(arena, part));
    objective->items++;
}

static size_t most_objectives(const struct kin_set *set)
{
    size_t parts = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        parts += set->forms[0].items[s]->part_count;
    }
    return parts;
}

static const char *i_can_text(const struct kin_standard *standard, const char *language)
{
    const char *sentence = kin_standard_i_can(standard, language);
    return sentence ? sentence : *standard->i_can ? standard->i_can : standard->description;
}

void kin_set_objectives(kin_arena *arena, struct kin_set *set, const struct kin_library *library)
{
    set->objectives = KIN_NEW_N(arena, struct kin_objective, most_objectives(set));
    set->objective_count = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        const struct kin_item *item = set->forms[0].items[s];
        for (size_t p = 0; p < item->part_count; p++) {
            count_part(arena, set, item, &item->parts[p]);
        }
    }
    for (size_t i = 0; i < set->objective_count; i++) {
        if (set->objectives[i].i_can) {
            continue;
        }
        const struct kin_standard *standard = kin_plan_standard(library, set->objectives[i].standard);
        set->objectives[i].i_can = standard ? i_can_text(standard, set->language) : "";
    }
}

static void note_misconception(kin_arena *arena, struct kin_set *set, const struct kin_library *library, const char *id)
{
    const struct kin_misconception *misconception = id ? kin_misconception_find(library, id) : NULL;
    for (size_t i = 0; misconception && i < set->misconception_count; i++) {
        if (strcmp(set->misconceptions[i].id, id) == 0) {
            return;
        }
    }
    if (misconception) {
        const char *sentence = kin_misconception_sentence(misconception, set->language);
        KIN_PUSH(arena, set->misconceptions, set->misconception_count, set->misconception_room) =
            (struct kin_misconception){.id = misconception->id,
                                       .sentence = sentence ? sentence : misconception->sentence};
    }
}

static void note_response(kin_arena *arena, struct kin_set *set, const struct kin_library *library,
                          const struct kin_response *response)
{
    for (size_t i = 0; i < response->wrong_count; i++) {
        note_misconception(arena, set, library, response->wrong[i].misconception);
    }
    for (size_t i = 0; i < response->option_count; i++) {
        note_misconception(arena, set, library, response->options[i].misconception);
    }
    for (size_t i = 0; i < response->row_count; i++) {
        for (size_t j = 0; j < response->rows[i].wrong_count; j++) {
            note_misconception(arena, set, library, response->rows[i].wrong[j].misconception);
        }
    }
}

/* Call `visit` for every response of an item, and for its blanks. */
typedef void response_visit(kin_arena *, struct kin_set *, const struct kin_library *, const struct kin_response *);

static void each_response(kin_arena *arena, struct kin_set *set, const struct kin_library *library,
                          const struct kin_item *item, response_visit *visit)
{
    for (size_t p = 0; p < item->part_count; p++) {
        for (size_t r = 0; r < item->parts[p].response_count; r++) {
            const struct kin_response *response = &item->parts[p].responses[r];
            visit(arena, set, library, response);
            for (size_t b = 0; b < response->blank_count; b++) {
                visit(arena, set, library, &response->blanks[b]);
            }
        }
    }
}

void kin_set_misconceptions(kin_arena *arena, struct kin_set *set, const struct kin_library *library)
{
    for (size_t f = 0; f < set->form_count; f++) {
        for (size_t s = 0; s < set->slot_count; s++) {
            each_response(arena, set, library, set->forms[f].items[s], note_response);
        }
    }
}

const char *kin_label_name(enum kin_label label)
{
    static const char *const names[] = {"slot-parallel", "total-matched", "random"};
    return names[label];
}

/* What parallel items share beside their features, as far as it can be seen before they are laid out. */
static const enum kin_evidence_kind shared[] = {KIN_EVIDENCE_TEMPLATE,   KIN_EVIDENCE_PLAN,  KIN_EVIDENCE_RESPONSES,
                                                KIN_EVIDENCE_KEYS,       KIN_EVIDENCE_STEPS, KIN_EVIDENCE_OPERATIONS,
                                                KIN_EVIDENCE_MAGNITUDES, KIN_EVIDENCE_WRONG, KIN_EVIDENCE_WORDS,
                                                KIN_EVIDENCE_FIGURES,    KIN_EVIDENCE_SPACE};

/* NULL: they have the same features. */
static const char *other_feature(const struct kin_furniture *words, const struct kin_item *a, const struct kin_item *b)
{
    if (a->feature_count != b->feature_count) {
        return words->number_of_features;
    }
    for (size_t i = 0; i < a->feature_count; i++) {
        if (strcmp(a->features[i].text, b->features[i].text) != 0) {
            return a->features[i].name;
        }
    }
    return NULL;
}

struct labelling {
    kin_arena *arena;
    const struct kin_furniture *words;
    struct kin_evidence first; /* of the slot's item on the first form */
};

static const char *other_fact(const struct labelling *labelling, const struct kin_item *item)
{
    struct kin_evidence own = kin_evidence_of(labelling->arena, item);
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
        if (!kin_evidence_agrees(shared[i], &labelling->first, &own)) {
            return kin_evidence_words(labelling->words, shared[i]);
        }
    }
    return NULL;
}

static const char *first_difference(const struct labelling *labelling, const struct kin_item *a,
                                    const struct kin_item *b)
{
    const char *feature = other_feature(labelling->words, a, b);
    return feature ? feature : other_fact(labelling, b);
}

/* A department's own numbers can leave the cell; then the slot is less than slot-parallel, and says why. Or their cell
 * is so small that further forms would repeat questions: false only in the first case. */
static bool judge_slot(kin_arena *arena, struct kin_set *set, size_t s)
{
    struct kin_slot *slot = &set->slots[s];
    const struct kin_furniture *words = kin_furniture_of(set->language);
    struct labelling labelling = {arena, words, kin_evidence_of(arena, set->forms[0].items[s])};
    slot->shortfall = NULL;
    for (size_t f = 1; f < set->form_count && !slot->shortfall && !slot->pool_count; f++) {
        const char *what = first_difference(&labelling, set->forms[0].items[s], set->forms[f].items[s]);
        if (what) {
            slot->shortfall =
                kin_format(arena, words->slot_differs, slot->id, set->forms[0].letter, set->forms[f].letter, what);
        }
    }
    bool parallel = !slot->shortfall;
    if (parallel && slot->scarce) {
        slot->shortfall = kin_format(arena, words->slot_scarce, slot->id, slot->scarce);
    }
    return parallel;
}

/* A slot has one template on all forms, so standards and levels agree; do the points? */
static bool totals_agree(kin_arena *arena, const struct kin_set *set)
{
    for (size_t f = 1; f < set->form_count; f++) {
        struct kin_rat first = kin_rat_int(0), other = kin_rat_int(0);
        for (size_t s = 0; s < set->slot_count; s++) {
            first = kin_rat_add(arena, first, kin_item_points(arena, set->forms[0].items[s]));
            other = kin_rat_add(arena, other, kin_item_points(arena, set->forms[f].items[s]));
        }
        if (!kin_rat_equal(first, other)) {
            return false;
        }
    }
    return true;
}

void kin_set_label(kin_arena *arena, struct kin_set *set)
{
    set->label = KIN_SLOT_PARALLEL;
    set->label_reason = NULL;
    const char *scarce = NULL;
    for (size_t s = 0; s < set->slot_count; s++) {
        bool parallel = judge_slot(arena, set, s);
        const char *shortfall = set->slots[s].shortfall;
        if (!parallel && !set->label_reason) {
            set->label = totals_agree(arena, set) ? KIN_TOTAL_MATCHED : KIN_RANDOM;
            set->label_reason = shortfall;
        }
        scarce = scarce ? scarce : shortfall;
    }
    set->label_reason = set->label_reason ? set->label_reason : scarce;
    kin_matching_label(arena, set);
}
