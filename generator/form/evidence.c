#include "form/evidence.h"

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

const char *kin_seed_mark(kin_arena *arena, const struct kin_seed *seed)
{
    if (!seed->secret_length) {
        return NULL;
    }
    struct kin_hash_field field = kin_hash_text("mark of a ledger");
    struct kin_digest digest = kin_digest_fields(seed->secret, seed->secret_length, &field, 1);
    return kin_digest_text(arena, &digest, 8);
}

/* 40 bits in letters and digits that are not taken for one another. */
static char *code_text(kin_arena *arena, uint64_t bits)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char *code = kin_alloc(arena, 10);
    for (size_t i = 0; i < 9; i++) {
        code[i] = i == 4 ? '-' : alphabet[bits & 31];
        bits >>= i == 4 ? 0 : 5;
    }
    return code;
}

static char *code_of(kin_arena *arena, const struct kin_set *set, const struct kin_seed *seed, const char *letter)
{
    struct kin_hash_field fields[] = {kin_hash_text("form code"), kin_hash_number(&seed->number),
                                      kin_hash_text(set->digest), kin_hash_text(letter)};
    struct kin_digest digest = kin_digest_fields(seed->secret, seed->secret_length, fields, 4);
    return code_text(arena, kin_digest_number(&digest));
}

void kin_set_codes(kin_arena *arena, struct kin_set *set, const struct kin_seed *seed)
{
    for (size_t f = 0; f < set->form_count; f++) {
        set->forms[f].code = code_of(arena, set, seed, set->forms[f].letter);
    }
}

void kin_set_codes_at_random(kin_arena *arena, struct kin_set *set)
{
    for (size_t f = 0; f < set->form_count; f++) {
        char *code = code_text(arena, kin_random_seed());
        set->forms[f].code = code;
        for (size_t i = 0; i < set->edition_count; i++) {
            set->editions[i]->forms[f].code = code;
        }
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
