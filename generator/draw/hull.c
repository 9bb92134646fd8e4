/* A range that depends on other picks spans its hull: the smallest arithmetic sequence that holds all of its values,
 * whatever those picks are. Found by trying them all. */
#include "draw/space.h"

/* Values of other picks, and steps of evaluation, before the author is asked for a plainer range. */
enum { MOST_TRIED = 1 << 16, MOST_STEPS = 10 * 1000 * 1000 };

struct hull {
    struct kin_space *space;
    const struct kin_needs *needs;
    struct kin_frame *frame;
    struct kin_dim *dim;
    struct kin_dim **outer; /* dims that the ends read, directly or through lets */
    size_t outer_count;
    struct kin_fieldset reads;
    struct kin_ends ends;
    bool any;
    uint64_t steps;
};

/* The largest number that both are whole multiples of; 0 counts as a multiple of everything. */
static struct kin_rat common_step(kin_arena *arena, struct kin_rat a, struct kin_rat b)
{
    struct kin_rat num = kin_rat_gcd(arena, kin_rat_numerator(arena, a), kin_rat_numerator(arena, b));
    struct kin_rat den = kin_rat_lcm(arena, kin_rat_denominator(arena, a), kin_rat_denominator(arena, b));
    return kin_rat_div(arena, num, den);
}

static void widen(struct hull *hull, const struct kin_ends *ends)
{
    kin_arena *arena = hull->frame->arena;
    struct kin_ends *all = &hull->ends;
    if (kin_rat_compare(ends->low.as.number, ends->high.as.number) > 0) {
        return;
    }
    if (!hull->any) {
        *all = *ends;
        hull->any = true;
        return;
    }
    struct kin_rat apart = kin_rat_sub(arena, ends->low.as.number, all->low.as.number);
    all->step = common_step(arena, common_step(arena, all->step, ends->step), apart);
    if (kin_rat_sign(apart) < 0) {
        all->low.as.number = ends->low.as.number;
    }
    if (kin_rat_compare(ends->high.as.number, all->high.as.number) > 0) {
        all->high.as.number = ends->high.as.number;
    }
    all->low.places = ends->low.places > all->low.places ? ends->low.places : all->low.places;
}

/* Lets that the ends read. False: one is undefined for these values, which then give no range. */
static bool compute_lets(struct hull *hull)
{
    const struct kin_template *template = hull->space->template;
    for (size_t i = 0; i < hull->dim->index; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->kind != KIN_FIELD_LET || !kin_fieldset_has(&hull->reads, i)) {
            continue;
        }
        bool defined = kin_expr_eval(field->value, hull->frame, &hull->frame->slots[field->slot]);
        hull->steps += hull->frame->steps;
        if (!defined) {
            return false;
        }
    }
    return true;
}

static bool refuse(struct hull *hull, enum kin_diag_id id)
{
    hull->frame->fault = (struct kin_fault){.id = id, .span = hull->dim->field->span};
    return false;
}

/* False when the ends themselves are undefined. */
static bool add_ends(struct hull *hull)
{
    struct kin_ends ends;
    if (!compute_lets(hull)) {
        return true;
    }
    if (!kin_domain_ends(hull->dim->field, hull->frame, &ends)) {
        return false;
    }
    widen(hull, &ends);
    hull->steps += hull->frame->steps + 1;
    return hull->steps <= MOST_STEPS || refuse(hull, KIN_E403);
}

/* What was computed on the way is given back; the hull itself has no part in an arena. */
static bool try_ends(struct hull *hull)
{
    struct kin_mark mark = kin_arena_mark(hull->frame->arena);
    bool good = add_ends(hull);
    if (good && hull->any && (hull->ends.step.big || !kin_rat_defined(hull->ends.step))) {
        good = refuse(hull, KIN_E404);
    }
    if (good) { /* else the fault may have a text there */
        kin_arena_rewind(hull->frame->arena, mark);
    }
    return good;
}

static bool try_values(struct hull *hull, size_t n)
{
    if (n == hull->outer_count) {
        return try_ends(hull);
    }
    const struct kin_dim *dim = hull->outer[n];
    for (uint64_t i = 0; i < dim->size; i++) {
        hull->frame->slots[dim->field->slot] = kin_dim_value(hull->frame->arena, dim, i);
        if (!try_values(hull, n + 1)) {
            return false;
        }
    }
    return true;
}

static bool affordable(const struct hull *hull)
{
    uint64_t tried = 1;
    for (size_t i = 0; i < hull->outer_count; i++) {
        if (hull->outer[i]->size > MOST_TRIED || (tried *= hull->outer[i]->size) > MOST_TRIED) {
            return false;
        }
    }
    return true;
}

static void find_outer(struct hull *hull, const struct kin_fieldset *reads)
{
    struct kin_space *space = hull->space;
    for (size_t i = 0; i < space->dim_count; i++) {
        if (kin_fieldset_has(reads, space->dims[i].index)) {
            hull->outer[hull->outer_count++] = &space->dims[i];
        }
    }
}

static bool fill_range(struct hull *hull, const struct kin_list *except)
{
    if (!affordable(hull)) {
        return refuse(hull, KIN_E403);
    }
    if (!try_values(hull, 0)) {
        return false;
    }
    return !hull->any || kin_dim_of_range(hull->dim, hull->frame, &hull->ends, except);
}

static struct kin_fieldset reads_of_range(const struct kin_needs *needs, const struct kin_template *template,
                                          const struct kin_domain *domain)
{
    struct kin_fieldset reads = kin_needs_expr(needs, template, domain->low);
    struct kin_fieldset high = kin_needs_expr(needs, template, domain->high);
    struct kin_fieldset step = kin_needs_expr(needs, template, domain->step);
    kin_fieldset_join(&reads, &high);
    kin_fieldset_join(&reads, &step);
    return reads;
}

/* The exceptions, when they are the same for all values of other picks. */
static bool fixed_exceptions(struct hull *hull, const struct kin_domain *domain, const struct kin_list **except)
{
    struct kin_value list;
    *except = NULL;
    if (!domain->except) {
        return true;
    }
    hull->reads = kin_needs_expr(hull->needs, hull->space->template, domain->except);
    hull->outer_count = 0;
    find_outer(hull, &hull->reads);
    if (hull->outer_count) {
        return true;
    }
    if (!compute_lets(hull) || !kin_expr_eval(domain->except, hull->frame, &list)) {
        return false;
    }
    *except = list.kind == KIN_LIST ? list.as.list : NULL;
    return true;
}

bool kin_dim_fill(struct kin_dim *dim, struct kin_space *space, const struct kin_needs *needs, struct kin_frame *frame,
                  bool *dependent)
{
    const struct kin_domain *domain = &dim->field->domain;
    const struct kin_list *except;
    struct hull hull = {.space = space, .needs = needs, .frame = frame, .dim = dim};
    hull.outer = KIN_NEW_N(frame->arena, struct kin_dim *, space->dim_count + 1);
    if (!fixed_exceptions(&hull, domain, &except)) {
        return false;
    }
    if (domain->list) {
        return kin_dim_of_list(dim, frame, except) && (!domain->arrangement.length || kin_dim_arrange(dim, frame));
    }
    hull.reads = reads_of_range(needs, space->template, domain);
    hull.outer_count = 0;
    find_outer(&hull, &hull.reads);
    *dependent = hull.outer_count > 0;
    return fill_range(&hull, except) && (!domain->arrangement.length || kin_dim_arrange(dim, frame));
}
