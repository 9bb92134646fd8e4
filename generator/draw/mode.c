#include "draw/mode.h"

#include "draw/domain.h"
#include "draw/resolve_walk.h"

struct listing {
    const struct kin_template *template;
    struct kin_frame frame;
    struct kin_diags *diags;
    const struct kin_policies *policies; /* NULL: all rules that the template allows */
    struct kin_dim *dims;                /* one per mode */
    size_t count;
    struct kin_value *values;
    struct kin_modes *modes;
};

void kin_mode_set(const struct kin_template *template, const struct kin_mode *mode, struct kin_frame *frame)
{
    size_t at = 0;
    for (size_t i = 0; i < template->field_count; i++) {
        if (template->fields[i].kind == KIN_FIELD_MODE) {
            frame->slots[template->fields[i].slot] = mode->values[at++];
        }
    }
}

static bool add_dim(struct listing *listing, const struct kin_field *field)
{
    struct kin_dim *dim = &listing->dims[listing->count];
    struct kin_value except = {.kind = KIN_NOTHING};
    *dim = (struct kin_dim){.field = field};
    if ((field->domain.except && !kin_expr_eval(field->domain.except, &listing->frame, &except)) ||
        !kin_dim_of_list(dim, &listing->frame, except.kind == KIN_LIST ? except.as.list : NULL)) {
        kin_resolve_report(listing->template, &listing->frame, listing->diags);
        return false;
    }
    listing->count++;
    return true;
}

static bool too_many(struct listing *listing)
{
    kin_report(listing->diags, KIN_E410, listing->template->span, NULL);
    kin_report_mend(listing->diags, "use <contexts> for words that change no case, or fewer words");
    return false;
}

/* By the word's place in its list as it was written: exceptions have their weights, too. */
static uint64_t weight_of(const struct kin_dim *dim, struct kin_frame *frame, const struct kin_value *value)
{
    const uint32_t *weights = dim->field->domain.weights;
    struct kin_value list;
    if (!weights || value->kind == KIN_NOTHING || !kin_expr_eval(dim->field->domain.list, frame, &list)) {
        return 1;
    }
    size_t at = 0;
    while (at + 1 < list.as.list->count && !kin_value_equal(&list.as.list->items[at], value)) {
        at++;
    }
    return weights[at];
}

static uint64_t weight_of_all(struct listing *listing)
{
    uint64_t weight = 1;
    for (size_t i = 0; i < listing->count; i++) {
        weight *= weight_of(&listing->dims[i], &listing->frame, &listing->values[i]);
        weight = weight > KIN_MOST_WEIGHT ? KIN_MOST_WEIGHT : weight;
    }
    return weight;
}

static bool add_mode(struct listing *listing, uint64_t number)
{
    struct kin_modes *modes = listing->modes;
    if (modes->count >= KIN_MOST_COMBINATIONS) {
        return too_many(listing);
    }
    struct kin_mode mode = {.number = number, .weight = weight_of_all(listing)};
    mode.values = kin_copy_bytes(listing->frame.arena, listing->values, sizeof *mode.values * listing->count);
    KIN_PUSH(listing->frame.arena, modes->items, modes->count, modes->room) = mode;
    return true;
}

size_t kin_rule_in_force(const struct kin_field *field, const struct kin_policies *policies)
{
    int rule = field->policy_rule ? field->policy_rule : policies->rules[field->policy_id];
    return rule ? (size_t)rule - 1 : 0;
}

/* Words are drawn, rules of policies are settled. */
static bool is_possible(const struct listing *listing, const struct kin_field *field, uint64_t i)
{
    bool settled = field->policy && (field->policy_rule || listing->policies);
    return !settled || i == kin_rule_in_force(field, listing->policies);
}

/* Combinations from the n-th mode on; a mode that does not apply adds no digit of its own. */
static bool combine(struct listing *listing, size_t n, uint64_t number)
{
    if (n == listing->count) {
        return add_mode(listing, number);
    }
    const struct kin_dim *dim = &listing->dims[n];
    struct kin_value *slot = &listing->frame.slots[dim->field->slot];
    *slot = (struct kin_value){.kind = KIN_NOTHING};
    bool drawn = !dim->field->when || kin_expr_holds(dim->field->when, &listing->frame);
    for (uint64_t i = 0; i < (drawn ? dim->size : 1); i++) {
        *slot = drawn ? dim->values[i] : *slot;
        listing->values[n] = *slot;
        if (is_possible(listing, dim->field, i) && !combine(listing, n + 1, number * dim->size + i)) {
            return false;
        }
    }
    return true;
}

bool kin_modes_list(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                    const struct kin_policies *policies, struct kin_modes *modes)
{
    struct listing listing = {
        .template = template,
        .frame = {.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, template->slot_count)},
        .diags = diags,
        .policies = policies,
        .dims = KIN_NEW_N(arena, struct kin_dim, template->field_count),
        .values = KIN_NEW_N(arena, struct kin_value, template->field_count),
        .modes = modes,
    };
    uint64_t number = 1;
    bool empty = false;
    *modes = (struct kin_modes){0};
    for (size_t i = 0; i < template->field_count; i++) {
        if (template->fields[i].kind != KIN_FIELD_MODE) {
            continue;
        }
        if (!add_dim(&listing, &template->fields[i])) {
            return false;
        }
        const struct kin_dim *dim = &listing.dims[listing.count - 1];
        if (__builtin_mul_overflow(number, dim->size + 1, &number)) {
            return too_many(&listing);
        }
        empty = empty || dim->size == 0;
    }
    return empty || combine(&listing, 0, 0);
}
