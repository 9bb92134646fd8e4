/* What a formula says a letter is, when a question has several solutions: x = 4 or x = −6; x = 4, −6; x = {4, −6};
 * x ∈ {4, −6}; x = 3 ± 1. All of them must stand there, and nothing else. */
#include "content/formula_mean.h"

struct listing {
    struct kin_judge *judge;
    uint32_t letter;
    struct kin_meaning *items;
    size_t count, room;
    bool whole; /* more than "x = 4", which is true of one of them */
};

enum { MOST = 64 }; /* values that a line lists */

static bool add_meaning(struct listing *listing, struct kin_meaning meaning)
{
    bool fine = kin_meaning_has_value(&meaning) && listing->count < MOST;
    if (fine) {
        KIN_PUSH(listing->judge->arena, listing->items, listing->count, listing->room) = meaning;
    }
    return fine;
}

static bool add_list(struct listing *listing, const struct kin_list *list, const struct kin_written *part)
{
    bool fine = true;
    for (size_t i = 0; i < list->count && fine; i++) {
        fine = add_meaning(listing, kin_judge_value(listing->judge, &list->items[i], part));
    }
    listing->whole = true;
    return fine;
}

static bool add_set(struct listing *listing, const struct kin_written *set)
{
    const struct kin_written *body = set->kids[0];
    bool list = body->kind == KIN_WRITTEN_LIST, fine = true;
    for (size_t i = 0; list && i < body->count && fine; i++) {
        fine = (i == 0 || body->joins[i] == KIN_JOIN_COMMA) &&
               add_meaning(listing, kin_judge_mean(listing->judge, body->kids[i]));
    }
    listing->whole = true;
    return list ? fine : add_meaning(listing, kin_judge_mean(listing->judge, body));
}

static bool is_set(const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_GROUP && part->open[0] == '{';
}

static bool is_list(const struct listing *listing, const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_HOLE && listing->judge->values[part->index].kind == KIN_LIST;
}

/* Of (-3 ± √5)/2 both values. */
static bool add_both(struct listing *listing, const struct kin_written *side)
{
    static const enum kin_join signs[] = {KIN_JOIN_PLUS, KIN_JOIN_MINUS};
    struct kin_meaning meaning = kin_judge_mean(listing->judge, side);
    if (kin_meaning_has_value(&meaning)) {
        return add_meaning(listing, meaning);
    }
    bool fine = true;
    for (size_t i = 0; i < 2 && fine; i++) {
        listing->judge->either = signs[i];
        fine = add_meaning(listing, kin_judge_mean(listing->judge, side));
    }
    listing->judge->either = KIN_JOIN_NONE;
    listing->whole = true;
    return fine;
}

static bool add_side(struct listing *listing, const struct kin_written *side)
{
    return is_set(side)             ? add_set(listing, side)
           : is_list(listing, side) ? add_list(listing, listing->judge->values[side->index].as.list, side)
                                    : add_both(listing, side);
}

static bool add_chain(struct listing *listing, const struct kin_written *chain)
{
    bool pair = chain->kind == KIN_WRITTEN_CHAIN && chain->count == 2 && chain->kids[0]->kind == KIN_WRITTEN_LETTER &&
                chain->kids[0]->letter == listing->letter;
    bool in = pair && chain->joins[1] == KIN_JOIN_IN && (is_set(chain->kids[1]) || is_list(listing, chain->kids[1]));
    return (in || (pair && chain->joins[1] == KIN_JOIN_EQ)) && add_side(listing, chain->kids[1]);
}

static bool add_all(struct listing *listing, const struct kin_written *root)
{
    if (root->kind != KIN_WRITTEN_LIST) {
        return add_chain(listing, root);
    }
    bool fine = add_chain(listing, root->kids[0]);
    for (size_t i = 1; i < root->count && fine; i++) {
        const struct kin_written *item = root->kids[i];
        bool joined =
            root->joins[i] == KIN_JOIN_COMMA || root->joins[i] == KIN_JOIN_OR || root->joins[i] == KIN_JOIN_AND;
        fine = joined && (item->kind == KIN_WRITTEN_CHAIN ? add_chain(listing, item) : add_side(listing, item));
    }
    listing->whole = true;
    return fine;
}

static bool is_among(const struct listing *listing, struct kin_meaning meaning, const struct kin_meaning *items,
                     size_t count, const struct kin_written *part)
{
    for (size_t i = 0; i < count; i++) {
        struct kin_meaning apart = kin_meaning_difference(listing->judge, meaning, items[i], part);
        if (apart.kind == KIN_MEANS_NUMBER && kin_rat_sign(apart.number) == 0) {
            return true;
        }
    }
    return false;
}

enum kin_verdict kin_formula_lists(const struct kin_formula *formula, struct kin_frame *frame, uint32_t letter,
                                   const struct kin_value *values, size_t count)
{
    struct kin_judge judge;
    if (!kin_judge_start(&judge, formula, frame)) {
        return KIN_VERDICT_FAULT;
    }
    const struct kin_written *root = judge.formula->root;
    struct listing said = {.judge = &judge, .letter = letter}, known = {.judge = &judge};
    for (size_t i = 0; i < count; i++) {
        if (!add_meaning(&known, kin_judge_value(&judge, &values[i], root))) {
            return KIN_VERDICT_OPEN;
        }
    }
    if (!add_all(&said, root)) {
        return KIN_VERDICT_OPEN;
    }
    bool holds = true;
    for (size_t i = 0; i < said.count; i++) {
        holds = holds && is_among(&said, said.items[i], known.items, known.count, root);
    }
    for (size_t i = 0; i < known.count && said.whole; i++) {
        holds = holds && is_among(&known, known.items[i], said.items, said.count, root);
    }
    return holds ? KIN_VERDICT_TRUE : KIN_VERDICT_FALSE;
}
