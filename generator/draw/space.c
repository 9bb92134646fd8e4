#include "draw/space.h"

#include "draw/resolve_walk.h"

#include <string.h>

/* ---- Compiling ---- */

struct compiling {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_needs *needs;
    struct kin_space *space;
    struct kin_frame frame;
    bool *dependent; /* by dim */
};

static bool add_dim(struct compiling *compiling, size_t index)
{
    struct kin_space *space = compiling->space;
    const struct kin_field *field = &space->template->fields[index];
    if (field->kind != KIN_FIELD_PICK || (field->when && !kin_expr_holds(field->when, &compiling->frame))) {
        return true;
    }
    struct kin_dim *dim = &space->dims[space->dim_count];
    *dim = (struct kin_dim){.field = field, .index = index};
    if (!kin_dim_fill(dim, space, compiling->needs, &compiling->frame, &compiling->dependent[space->dim_count])) {
        kin_resolve_report(space->template, &compiling->frame, compiling->diags);
        return false;
    }
    space->dim_count++;
    return true;
}

static bool count_elements(struct compiling *compiling)
{
    struct kin_space *space = compiling->space;
    space->count = 1;
    for (size_t i = 0; i < space->dim_count; i++) {
        if (space->dims[i].size == 0) {
            space->count = 0;
            return true;
        }
    }
    for (size_t i = 0; i < space->dim_count; i++) {
        if (__builtin_mul_overflow(space->count, space->dims[i].size, &space->count) || space->count > (uint64_t)1
                                                                                                           << 62) {
            kin_report(compiling->diags, KIN_E402, space->template->span, NULL);
            kin_report_mend(compiling->diags, "use narrower ranges or larger steps, or compute some values with <let>");
            return false;
        }
    }
    return true;
}

static bool add_dims(struct compiling *compiling)
{
    for (size_t i = 0; i < compiling->space->template->field_count; i++) {
        if (!add_dim(compiling, i)) {
            return false;
        }
    }
    return count_elements(compiling);
}

/* What was tried while finding hulls is forgotten; what depends on no pick is computed once for all elements. */
static void settle_base(struct compiling *compiling)
{
    struct kin_space *space = compiling->space;
    const struct kin_template *template = space->template;
    for (size_t i = 0; i < template->field_count; i++) {
        if (template->fields[i].kind != KIN_FIELD_MODE) {
            compiling->frame.slots[template->fields[i].slot] = (struct kin_value){.kind = KIN_NOTHING};
        }
    }
    if (space->count && !kin_space_level(space, &compiling->frame, 0)) {
        space->count = 0;
    }
    space->base = compiling->frame.slots;
}

struct kin_space *kin_space_new(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                                const struct kin_needs *needs, const struct kin_mode *mode)
{
    struct compiling compiling = {.arena = arena, .diags = diags, .needs = needs};
    struct kin_space *space = KIN_NEW(arena, struct kin_space);
    compiling.space = space;
    compiling.frame = (struct kin_frame){.arena = arena,
                                         .slots = KIN_NEW_N(arena, struct kin_value, template->slot_count),
                                         .language = template->language};
    compiling.dependent = KIN_NEW_N(arena, bool, template->field_count);
    space->template = template;
    space->mode = mode;
    space->dims = KIN_NEW_N(arena, struct kin_dim, template->field_count);
    kin_dress_neutral(template, &compiling.frame);
    kin_mode_set(template, mode, &compiling.frame);
    if (!add_dims(&compiling)) {
        return NULL;
    }
    kin_space_schedule(arena, space, needs, compiling.dependent);
    settle_base(&compiling);
    return space;
}

struct kin_frame kin_space_frame(kin_arena *arena, const struct kin_space *space)
{
    size_t size = sizeof *space->base * space->template->slot_count;
    return (struct kin_frame){
        .arena = arena, .slots = kin_copy_bytes(arena, space->base, size), .language = space->template->language};
}

/* ---- Testing ---- */

static bool passes(struct kin_space *space, struct kin_frame *frame, const struct kin_rule *rule)
{
    const struct kin_field *field = rule->field;
    switch (rule->kind) {
    case KIN_RULE_WHERE:
        return kin_expr_holds(space->template->wheres[rule->where].test, frame);
    case KIN_RULE_RANGE:
        return kin_domain_in_range(field, frame, &frame->slots[field->slot]);
    case KIN_RULE_EXCEPT:
        return !kin_domain_excepts(field, frame, &frame->slots[field->slot]);
    default:
        if (!kin_expr_eval(field->value, frame, &frame->slots[field->slot])) {
            frame->slots[field->slot] = (struct kin_value){.kind = KIN_NOTHING};
        }
        return true;
    }
}

static bool run_rules(struct kin_space *space, struct kin_frame *frame, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        bool passed = passes(space, frame, &space->rules[i]);
        space->steps += frame->steps + 1;
        if (!passed) {
            space->rules[i].rejected++;
            return false;
        }
    }
    return true;
}

bool kin_space_level(struct kin_space *space, struct kin_frame *frame, size_t level)
{
    return run_rules(space, frame, level ? space->level_ends[level - 1] : 0, space->level_ends[level]);
}

bool kin_space_test(struct kin_space *space, struct kin_frame *frame, uint64_t element)
{
    for (size_t i = space->dim_count; i-- > 0;) {
        const struct kin_dim *dim = &space->dims[i];
        frame->slots[dim->field->slot] = kin_dim_value(frame->arena, dim, element % dim->size);
        element /= dim->size;
    }
    space->tried++;
    return run_rules(space, frame, space->level_ends[0], space->rule_count);
}

static bool compute(struct kin_frame *frame, const struct kin_field *let, const struct kin_field **failed)
{
    if (!kin_expr_eval(let->value, frame, &frame->slots[let->slot])) {
        *failed = let;
        return false;
    }
    return true;
}

bool kin_space_finish(const struct kin_space *space, struct kin_frame *frame, const struct kin_field **let)
{
    for (size_t i = 0; i < space->early_count; i++) {
        bool missing = frame->slots[space->early[i]->slot].kind == KIN_NOTHING;
        if (missing && !compute(frame, space->early[i], let)) {
            return false;
        }
    }
    for (size_t i = 0; i < space->late_count; i++) {
        if (!compute(frame, space->late[i], let)) {
            return false;
        }
    }
    return true;
}

/* ---- Statistics ---- */

/* Share of the tried elements that gets past the rules of all levels up to this one. */
static double share_past(const struct kin_space *space, size_t level)
{
    uint64_t rejected = 0;
    for (size_t i = space->level_ends[0]; i < space->level_ends[level]; i++) {
        rejected += space->rules[i].rejected;
    }
    return space->tried ? (double)(space->tried - rejected) / (double)space->tried : 1;
}

double kin_space_walk_cost(const struct kin_space *space)
{
    double cost = 0, branches = 1;
    for (size_t level = 0; level < space->dim_count; level++) {
        branches *= (double)space->dims[level].size;
        cost += branches * share_past(space, level);
    }
    return cost;
}

const struct kin_where *kin_space_rarest(const struct kin_space *space, double *share)
{
    const struct kin_rule *rarest = NULL;
    for (size_t i = 0; i < space->rule_count; i++) {
        const struct kin_rule *rule = &space->rules[i];
        if (rule->kind == KIN_RULE_WHERE && rule->rejected > (rarest ? rarest->rejected : 0)) {
            rarest = rule;
        }
    }
    if (!rarest) {
        return NULL;
    }
    *share = space->tried ? (double)rarest->rejected / (double)space->tried : 1;
    return &space->template->wheres[rarest->where];
}
