#include "draw/domain.h"

#include <stdlib.h>
#include <string.h>

/* Values of a range that a box can hold: more than that is refused as a whole (line 3 of DESIGN section 4). */
static const uint64_t most_values = (uint64_t)1 << 62;

struct kin_value kin_pick_value(kin_arena *arena, const struct kin_domain *domain, struct kin_value value)
{
    if (value.kind != KIN_NUMBER) {
        return value;
    }
    if (domain->look == KIN_PERCENT && value.look == KIN_PLAIN) {
        value.as.number = kin_rat_div(arena, value.as.number, kin_rat_int(100));
    }
    value.look = domain->look ? domain->look : value.look;
    value.places = domain->places != KIN_NO_PLACES ? domain->places : value.places;
    return value;
}

static bool fault(struct kin_frame *frame, enum kin_diag_id id, struct kin_span span)
{
    frame->fault = (struct kin_fault){.id = id, .span = span};
    return false;
}

static bool end_of(const struct kin_field *field, const struct kin_expr *expr, struct kin_frame *frame,
                   struct kin_value *value)
{
    if (!kin_expr_eval(expr, frame, value)) {
        return false;
    }
    if (value->kind != KIN_NUMBER || !kin_rat_defined(value->as.number) || value->as.number.big) {
        return fault(frame, KIN_E404, kin_expr_span(expr));
    }
    *value = kin_pick_value(frame->arena, &field->domain, *value);
    return true;
}

static struct kin_rat usual_step(kin_arena *arena, const struct kin_value *low)
{
    return low->look == KIN_PERCENT ? kin_rat_ratio(arena, 1, 100) : kin_rat_int(1);
}

bool kin_domain_ends(const struct kin_field *field, struct kin_frame *frame, struct kin_ends *ends)
{
    const struct kin_domain *domain = &field->domain;
    struct kin_value step;
    if (!end_of(field, domain->low, frame, &ends->low) || !end_of(field, domain->high, frame, &ends->high)) {
        return false;
    }
    ends->step = usual_step(frame->arena, &ends->low);
    if (!domain->step) {
        return true;
    }
    if (!end_of(field, domain->step, frame, &step)) {
        return false;
    }
    ends->step = step.as.number;
    ends->low.places = step.places > ends->low.places ? step.places : ends->low.places;
    return kin_rat_sign(step.as.number) > 0 || fault(frame, KIN_E404, kin_expr_span(domain->step));
}

static bool on_grid(kin_arena *arena, struct kin_rat value, struct kin_rat low, struct kin_rat step)
{
    return kin_rat_is_integer(kin_rat_div(arena, kin_rat_sub(arena, value, low), step));
}

bool kin_domain_in_range(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value)
{
    struct kin_ends ends;
    return value->kind == KIN_NUMBER && kin_domain_ends(field, frame, &ends) &&
           kin_rat_compare(value->as.number, ends.low.as.number) >= 0 &&
           kin_rat_compare(value->as.number, ends.high.as.number) <= 0 &&
           on_grid(frame->arena, value->as.number, ends.low.as.number, ends.step);
}

static bool list_has(kin_arena *arena, const struct kin_domain *domain, const struct kin_list *list,
                     const struct kin_value *value)
{
    for (size_t i = 0; i < list->count; i++) {
        struct kin_value item = kin_pick_value(arena, domain, list->items[i]);
        if (kin_value_equal(&item, value)) {
            return true;
        }
    }
    return false;
}

static bool expr_has(const struct kin_field *field, const struct kin_expr *expr, struct kin_frame *frame,
                     const struct kin_value *value)
{
    struct kin_value list;
    return kin_expr_eval(expr, frame, &list) && list.kind == KIN_LIST &&
           list_has(frame->arena, &field->domain, list.as.list, value);
}

bool kin_domain_excepts(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value)
{
    return field->domain.except && expr_has(field, field->domain.except, frame, value);
}

static bool has_single(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value)
{
    bool inside = field->domain.list ? expr_has(field, field->domain.list, frame, value)
                                     : kin_domain_in_range(field, frame, value);
    return inside && !kin_domain_excepts(field, frame, value);
}

/* Steps from low to a value on the grid; false when it lies elsewhere or is too far. */
static bool steps_to(kin_arena *arena, struct kin_rat low, struct kin_rat step, struct kin_rat value, uint64_t *steps)
{
    int64_t number;
    struct kin_rat quotient = kin_rat_div(arena, kin_rat_sub(arena, value, low), step);
    bool fits =
        kin_rat_defined(quotient) && kin_rat_is_integer(quotient) && kin_rat_to_int(quotient, &number) && number >= 0;
    *steps = fits ? (uint64_t)number : 0;
    return fits;
}

/* The place of a value among those of the pick, exceptions counted, too. */
static uint64_t place_of(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value)
{
    struct kin_value list;
    struct kin_ends ends;
    uint64_t place = 0;
    if (field->domain.list && kin_expr_eval(field->domain.list, frame, &list)) {
        while (place < list.as.list->count && !kin_value_equal(&list.as.list->items[place], value)) {
            place++;
        }
    } else if (!field->domain.list && kin_domain_ends(field, frame, &ends)) {
        steps_to(frame->arena, ends.low.as.number, ends.step, value->as.number, &place);
    }
    return place;
}

static bool has_total(const struct kin_field *field, struct kin_frame *frame, const struct kin_list *list)
{
    struct kin_value total;
    struct kin_rat sum = kin_rat_int(0);
    for (size_t i = 0; i < list->count; i++) {
        sum = kin_rat_add(frame->arena, sum, list->items[i].as.number);
    }
    return kin_expr_eval(field->domain.arrangement.total, frame, &total) &&
           kin_rat_equal(kin_pick_value(frame->arena, &field->domain, total).as.number, sum);
}

static bool has_list(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value)
{
    const struct kin_drawn_list *rule = &field->domain.arrangement;
    uint64_t places[KIN_MOST_ARRANGED];
    if (value->kind != KIN_LIST || value->as.list->count != (size_t)rule->length) {
        return false;
    }
    for (int i = 0; i < rule->length; i++) {
        const struct kin_value *item = &value->as.list->items[i];
        if (!has_single(field, frame, item)) {
            return false;
        }
        places[i] = place_of(field, frame, item);
    }
    return kin_arrangement_allows(rule, places) && (!rule->total || has_total(field, frame, value->as.list));
}

bool kin_domain_has(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value)
{
    return field->domain.arrangement.length ? has_list(field, frame, value) : has_single(field, frame, value);
}

/* ---- Values by number ---- */

static uint64_t past_skipped(const struct kin_dim *dim, uint64_t n)
{
    for (size_t i = 0; i < dim->skipped_count && dim->skipped[i] <= n; i++) {
        n++;
    }
    return n;
}

static struct kin_value single_value(kin_arena *arena, const struct kin_dim *dim, uint64_t n)
{
    if (dim->values) {
        return dim->values[n];
    }
    struct kin_value value = dim->first;
    int64_t steps = (int64_t)past_skipped(dim, n);
    if (dim->whole) {
        value.as.number.num += steps * dim->step.num;
    } else {
        value.as.number = kin_rat_add(arena, value.as.number, kin_rat_mul(arena, kin_rat_int(steps), dim->step));
    }
    return value;
}

struct kin_value kin_dim_value(kin_arena *arena, const struct kin_dim *dim, uint64_t n)
{
    uint64_t places[KIN_MOST_ARRANGED];
    struct kin_value items[KIN_MOST_ARRANGED];
    if (!dim->arranging) {
        return single_value(arena, dim, n);
    }
    kin_arranging_places(dim->arranging, n, places);
    size_t length = (size_t)dim->arranging->rule.length;
    for (size_t i = 0; i < length; i++) {
        items[i] = single_value(arena, dim, places[i]);
    }
    return kin_value_list(arena, items, length);
}

/* The places of all elements together that give the total; false when none do. */
static bool steps_of_total(const struct kin_dim *dim, struct kin_frame *frame, const struct kin_expr *total,
                           int64_t length, uint64_t *steps)
{
    kin_arena *arena = frame->arena;
    struct kin_value sum;
    int64_t number;
    if (!kin_expr_eval(total, frame, &sum)) {
        return false;
    }
    sum = kin_pick_value(arena, &dim->field->domain, sum);
    struct kin_rat least = kin_rat_mul(arena, dim->first.as.number, kin_rat_int(length));
    struct kin_rat above = kin_rat_div(arena, kin_rat_sub(arena, sum.as.number, least), dim->step);
    bool reached = kin_rat_to_int(above, &number) && number >= 0;
    *steps = reached ? (uint64_t)number : 0;
    return reached;
}

bool kin_dim_arrange(struct kin_dim *dim, struct kin_frame *frame)
{
    const struct kin_drawn_list *rule = &dim->field->domain.arrangement;
    struct kin_arranging *arranging = KIN_NEW(frame->arena, struct kin_arranging);
    uint64_t steps = 0;
    bool reached = !rule->total || steps_of_total(dim, frame, rule->total, rule->length, &steps);
    if (!kin_arranging_new(frame->arena, rule, reached ? dim->size : 0, steps, arranging)) {
        return fault(frame, KIN_E384, dim->field->span);
    }
    dim->arranging = arranging;
    dim->size = arranging->count;
    return true;
}

bool kin_dim_of_list(struct kin_dim *dim, struct kin_frame *frame, const struct kin_list *except)
{
    const struct kin_domain *domain = &dim->field->domain;
    struct kin_value list;
    if (!kin_expr_eval(domain->list, frame, &list)) {
        return false;
    }
    if (list.kind != KIN_LIST) {
        return fault(frame, KIN_E404, kin_expr_span(domain->list));
    }
    struct kin_value *values = KIN_NEW_N(frame->arena, struct kin_value, list.as.list->count);
    for (size_t i = 0; i < list.as.list->count; i++) {
        struct kin_value value = kin_pick_value(frame->arena, domain, list.as.list->items[i]);
        if (!except || !list_has(frame->arena, domain, except, &value)) {
            values[dim->size++] = value;
        }
    }
    dim->values = values;
    return true;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The exceptions that lie in the range, each once, and the size without them. */
static void skip(struct kin_dim *dim, kin_arena *arena, const struct kin_list *except)
{
    uint64_t *skipped = KIN_NEW_N(arena, uint64_t, except->count), all = dim->size, at;
    size_t count = 0;
    for (size_t i = 0; i < except->count; i++) {
        struct kin_value value = kin_pick_value(arena, &dim->field->domain, except->items[i]);
        if (value.kind == KIN_NUMBER && steps_to(arena, dim->first.as.number, dim->step, value.as.number, &at) &&
            at < all) {
            skipped[count++] = at;
        }
    }
    qsort(skipped, count, sizeof *skipped, by_number);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || skipped[i] != skipped[dim->skipped_count - 1]) {
            skipped[dim->skipped_count++] = skipped[i];
        }
    }
    dim->skipped = skipped;
    dim->size -= dim->skipped_count;
}

static bool is_whole(const struct kin_dim *dim)
{
    int64_t way, last;
    return dim->first.as.number.den == 1 && dim->step.den == 1 && dim->size <= INT64_MAX &&
           !__builtin_mul_overflow((int64_t)dim->size, dim->step.num, &way) &&
           !__builtin_add_overflow(dim->first.as.number.num, way, &last);
}

bool kin_dim_of_range(struct kin_dim *dim, struct kin_frame *frame, const struct kin_ends *hull,
                      const struct kin_list *except)
{
    kin_arena *arena = frame->arena;
    struct kin_rat way = kin_rat_div(arena, kin_rat_sub(arena, hull->high.as.number, hull->low.as.number), hull->step);
    int64_t steps;
    if (!kin_rat_defined(way) || !kin_rat_to_int(kin_rat_round(arena, way, 0, KIN_FLOOR), &steps) ||
        (steps >= 0 && (uint64_t)steps >= most_values)) {
        return fault(frame, KIN_E402, dim->field->span);
    }
    dim->first = hull->low;
    dim->step = hull->step;
    dim->size = steps < 0 ? 0 : (uint64_t)steps + 1;
    dim->whole = is_whole(dim);
    if (except) {
        skip(dim, arena, except);
    }
    return true;
}
