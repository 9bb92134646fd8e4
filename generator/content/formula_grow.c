/* Joins written out: {join(terms, +)} with three terms is a sum of three holes, so that all that is true of typed sums,
 * products, chains and lists is true of it. */
#include "base/limits.h"
#include "content/formula_set.h"

struct grower {
    kin_arena *arena; /* the frame's */
    struct kin_frame *frame;
    struct kin_formula *formula; /* with room for the elements as holes */
    struct kin_value *values;
};

static enum kin_written_kind kind_of_join(enum kin_join join)
{
    return join == KIN_JOIN_PLUS                               ? KIN_WRITTEN_SUM
           : join >= KIN_JOIN_STAR && join <= KIN_JOIN_COMPOSE ? KIN_WRITTEN_PRODUCT
           : join >= KIN_JOIN_EQ && join <= KIN_JOIN_PARALLEL  ? KIN_WRITTEN_CHAIN
                                                               : KIN_WRITTEN_LIST;
}

static enum kin_join join_of(const struct grower *grower, const struct kin_written *part)
{
    return part->kind == KIN_WRITTEN_HOLE ? (enum kin_join)grower->formula->holes.items[part->index].join
                                          : KIN_JOIN_NONE;
}

/* An element as a hole of its own. */
static const struct kin_written *element(struct grower *grower, const struct kin_written *hole, size_t index)
{
    struct kin_holes *holes = &grower->formula->holes;
    struct kin_hole one = holes->items[hole->index];
    struct kin_written *part = KIN_NEW(grower->arena, struct kin_written);
    one.join = KIN_JOIN_NONE;
    *part = *hole;
    part->index = holes->count;
    grower->values[holes->count] = grower->values[hole->index].as.list->items[index];
    holes->items[holes->count++] = one;
    return part;
}

struct parts {
    kin_arena *arena;
    const struct kin_written **items;
    size_t count, room;
    uint8_t *joins;
    size_t join_count, join_room;
};

static void add(struct parts *parts, const struct kin_written *part, enum kin_join join)
{
    KIN_PUSH(parts->arena, parts->items, parts->count, parts->room) = part;
    KIN_PUSH(parts->arena, parts->joins, parts->join_count, parts->join_room) = (uint8_t)join;
}

static void add_elements(struct grower *grower, struct parts *parts, const struct kin_written *hole,
                         enum kin_join first)
{
    size_t count = grower->values[hole->index].as.list->count;
    for (size_t i = 0; i < count; i++) {
        add(parts, element(grower, hole, i), i ? join_of(grower, hole) : first);
    }
}

static const struct kin_written *parent(struct grower *grower, const struct kin_written *like,
                                        enum kin_written_kind kind, const struct parts *parts)
{
    struct kin_written *made = KIN_NEW(grower->arena, struct kin_written);
    *made = *like;
    made->kind = (uint8_t)kind;
    made->kids = parts->items;
    made->joins = parts->joins;
    made->count = parts->count;
    return made;
}

/* What is left of a sum or product without elements. */
static const struct kin_written *empty(struct grower *grower, const struct kin_written *hole, int64_t number)
{
    struct kin_written *made = KIN_NEW(grower->arena, struct kin_written);
    *made = (struct kin_written){.kind = KIN_WRITTEN_NUMBER, .places = KIN_NO_PLACES, .span = hole->span};
    made->number = kin_rat_int(number);
    made->text = number ? "1" : "0";
    return made;
}

static const struct kin_written *grow_hole(struct grower *grower, const struct kin_written *hole)
{
    enum kin_written_kind kind = kind_of_join(join_of(grower, hole));
    struct parts parts = {.arena = grower->arena};
    add_elements(grower, &parts, hole, KIN_JOIN_NONE);
    if (parts.count == 0) {
        return empty(grower, hole, kind == KIN_WRITTEN_PRODUCT);
    }
    return parts.count == 1 ? parts.items[0] : parent(grower, hole, kind, &parts);
}

/* 5 + {join(terms, +)} is one sum: its terms stand among the others. */
static bool flows_in(const struct grower *grower, const struct kin_written *part, size_t index)
{
    enum kin_join join = join_of(grower, part->kids[index]), before = part->joins ? part->joins[index] : KIN_JOIN_NONE;
    bool fits = before != KIN_JOIN_MINUS && before != KIN_JOIN_PLUS_MINUS && before != KIN_JOIN_BESIDE &&
                before != KIN_JOIN_DIVIDE;
    return join && fits && part->joins && kind_of_join(join) == (enum kin_written_kind)part->kind &&
           grower->values[part->kids[index]->index].as.list->count > 0;
}

static const struct kin_written *grow(struct grower *grower, const struct kin_written *part)
{
    if (join_of(grower, part)) {
        return grow_hole(grower, part);
    }
    struct parts parts = {.arena = grower->arena};
    for (size_t i = 0; i < part->count; i++) {
        enum kin_join join = part->joins ? part->joins[i] : KIN_JOIN_NONE;
        if (flows_in(grower, part, i)) {
            add_elements(grower, &parts, part->kids[i], join);
        } else {
            add(&parts, grow(grower, part->kids[i]), join);
        }
    }
    return part->count ? parent(grower, part, part->kind, &parts) : part;
}

/* ---- How many there will be ---- */

enum { MOST_ELEMENTS = KIN_LIMIT_FIELDS };

static bool fail(struct kin_frame *frame, const struct kin_hole *hole, size_t count)
{
    frame->fault = (struct kin_fault){KIN_E279, hole->span, kin_format(frame->arena, "%zu", count)};
    return false;
}

/* Nothing has no place between relations or commas. */
static bool count_elements(const struct kin_formula *formula, struct kin_frame *frame, const struct kin_value *values,
                           size_t *elements)
{
    *elements = 0;
    for (size_t i = 0; i < formula->holes.count; i++) {
        const struct kin_hole *hole = &formula->holes.items[i];
        if (!hole->join) {
            continue;
        }
        size_t count = values[i].as.list->count;
        enum kin_written_kind kind = kind_of_join(hole->join);
        bool sum = kind == KIN_WRITTEN_SUM || kind == KIN_WRITTEN_PRODUCT;
        if (count > MOST_ELEMENTS || (count == 0 && !sum)) {
            return fail(frame, hole, count);
        }
        *elements += count + 1;
    }
    return true;
}

static void start(struct grower *grower, const struct kin_formula *formula, const struct kin_value *values,
                  size_t elements)
{
    size_t count = formula->holes.count;
    grower->formula = KIN_NEW(grower->arena, struct kin_formula);
    *grower->formula = *formula;
    grower->formula->holes.items = KIN_NEW_N(grower->arena, struct kin_hole, count + elements);
    grower->values = KIN_NEW_N(grower->arena, struct kin_value, count + elements);
    for (size_t i = 0; i < count; i++) {
        grower->formula->holes.items[i] = formula->holes.items[i];
        grower->values[i] = values[i];
    }
}

bool kin_formula_grow(const struct kin_formula *formula, struct kin_frame *frame, struct kin_grown *grown)
{
    size_t elements;
    *grown = (struct kin_grown){formula, kin_holes_eval(&formula->holes, frame)};
    if (!grown->values || !count_elements(formula, frame, grown->values, &elements)) {
        return false;
    }
    if (elements) {
        struct grower grower = {.arena = frame->arena, .frame = frame};
        start(&grower, formula, grown->values, elements);
        grower.formula->root = grow(&grower, formula->root);
        *grown = (struct kin_grown){grower.formula, grower.values};
    }
    return true;
}
