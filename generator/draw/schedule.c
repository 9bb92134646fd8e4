/* The order of lets and tests: each test as soon as the picks that it reads are set, at equal time the one first that
 * needs the fewest lets; a let only when a test reads it. */
#include "draw/space.h"

struct schedule {
    kin_arena *arena;
    struct kin_space *space;
    const struct kin_needs *needs;
    size_t *levels;            /* by field: dims that must be set before it has a value */
    struct kin_fieldset known; /* lets that are computed already */
    struct kin_rule *tests;
    struct kin_fieldset *reads; /* by test */
    size_t *test_levels;
    bool *done;
    size_t test_count;
};

static size_t level_of(const struct schedule *schedule, const struct kin_fieldset *reads)
{
    size_t level = 0;
    for (size_t i = 0; i < schedule->space->template->field_count; i++) {
        if (kin_fieldset_has(reads, i) && schedule->levels[i] > level) {
            level = schedule->levels[i];
        }
    }
    return level;
}

static void find_levels(struct schedule *schedule)
{
    const struct kin_space *space = schedule->space;
    size_t count = space->template->field_count;
    schedule->levels = KIN_NEW_N(schedule->arena, size_t, count);
    for (size_t i = 0; i < space->dim_count; i++) {
        schedule->levels[space->dims[i].index] = i + 1;
    }
    for (size_t i = 0; i < count; i++) {
        if (space->template->fields[i].kind == KIN_FIELD_LET) {
            schedule->levels[i] = level_of(schedule, &schedule->needs->fields[i]);
        }
    }
}

static void add_test(struct schedule *schedule, struct kin_rule rule, struct kin_fieldset reads)
{
    size_t at = schedule->test_count++;
    schedule->tests[at] = rule;
    schedule->reads[at] = reads;
    schedule->test_levels[at] = level_of(schedule, &reads);
}

static void add_pick_test(struct schedule *schedule, const struct kin_dim *dim, enum kin_rule_kind kind)
{
    struct kin_fieldset reads = schedule->needs->fields[dim->index];
    kin_fieldset_add(&reads, dim->index);
    add_test(schedule, (struct kin_rule){.kind = kind, .field = dim->field}, reads);
}

/* Exceptions that were the same for all values are left out of the dimension; others read another pick. */
static bool excepts_by_test(const struct schedule *schedule, const struct kin_dim *dim)
{
    if (!dim->field->domain.except) {
        return false;
    }
    struct kin_fieldset reads = kin_needs_expr(schedule->needs, schedule->space->template, dim->field->domain.except);
    return level_of(schedule, &reads) > 0;
}

static void collect_tests(struct schedule *schedule, const bool *dependent)
{
    const struct kin_space *space = schedule->space;
    size_t most = 2 * space->dim_count + space->template->where_count;
    schedule->tests = KIN_NEW_N(schedule->arena, struct kin_rule, most);
    schedule->reads = KIN_NEW_N(schedule->arena, struct kin_fieldset, most);
    schedule->test_levels = KIN_NEW_N(schedule->arena, size_t, most);
    schedule->done = KIN_NEW_N(schedule->arena, bool, most);
    for (size_t i = 0; i < space->dim_count; i++) {
        if (dependent[i]) {
            add_pick_test(schedule, &space->dims[i], KIN_RULE_RANGE);
        }
        if (excepts_by_test(schedule, &space->dims[i])) {
            add_pick_test(schedule, &space->dims[i], KIN_RULE_EXCEPT);
        }
    }
    for (size_t i = 0; i < space->template->where_count; i++) {
        add_test(schedule, (struct kin_rule){.kind = KIN_RULE_WHERE, .where = i}, schedule->needs->tests[i]);
    }
}

static bool is_new_let(const struct schedule *schedule, const struct kin_fieldset *reads, size_t field)
{
    return schedule->space->template->fields[field].kind == KIN_FIELD_LET && kin_fieldset_has(reads, field) &&
           !kin_fieldset_has(&schedule->known, field);
}

static size_t lets_needed(const struct schedule *schedule, size_t test)
{
    size_t count = 0;
    for (size_t i = 0; i < schedule->space->template->field_count; i++) {
        count += is_new_let(schedule, &schedule->reads[test], i);
    }
    return count;
}

/* The cheapest test of a level that is still to be done; test_count when there is none. */
static size_t cheapest(const struct schedule *schedule, size_t level)
{
    size_t best = schedule->test_count, best_cost = SIZE_MAX;
    for (size_t i = 0; i < schedule->test_count; i++) {
        if (!schedule->done[i] && schedule->test_levels[i] == level) {
            size_t cost = lets_needed(schedule, i);
            best = cost < best_cost ? i : best;
            best_cost = cost < best_cost ? cost : best_cost;
        }
    }
    return best;
}

static void emit(struct schedule *schedule, size_t test)
{
    struct kin_space *space = schedule->space;
    for (size_t i = 0; i < space->template->field_count; i++) {
        if (is_new_let(schedule, &schedule->reads[test], i)) {
            const struct kin_field *let = &space->template->fields[i];
            space->rules[space->rule_count++] = (struct kin_rule){.kind = KIN_RULE_LET, .field = let};
            space->early[space->early_count++] = let;
            kin_fieldset_add(&schedule->known, i);
        }
    }
    space->rules[space->rule_count++] = schedule->tests[test];
    schedule->done[test] = true;
}

static void emit_late(struct schedule *schedule)
{
    struct kin_space *space = schedule->space;
    for (size_t i = 0; i < space->template->field_count; i++) {
        const struct kin_field *field = &space->template->fields[i];
        if (field->kind == KIN_FIELD_LET && !kin_fieldset_has(&schedule->known, i)) {
            space->late[space->late_count++] = field;
        }
    }
}

void kin_space_schedule(kin_arena *arena, struct kin_space *space, const struct kin_needs *needs, const bool *dependent)
{
    struct schedule schedule = {.arena = arena, .space = space, .needs = needs};
    find_levels(&schedule);
    collect_tests(&schedule, dependent);
    size_t fields = space->template->field_count;
    space->rules = KIN_NEW_N(arena, struct kin_rule, schedule.test_count + fields);
    space->early = KIN_NEW_N(arena, const struct kin_field *, fields);
    space->late = KIN_NEW_N(arena, const struct kin_field *, fields);
    space->level_ends = KIN_NEW_N(arena, size_t, space->dim_count + 1);
    for (size_t level = 0; level <= space->dim_count; level++) {
        for (size_t test; (test = cheapest(&schedule, level)) < schedule.test_count;) {
            emit(&schedule, test);
        }
        space->level_ends[level] = space->rule_count;
    }
    emit_late(&schedule);
}
