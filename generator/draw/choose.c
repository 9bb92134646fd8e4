/* The cell of a slot, DESIGN section 4, line 6: that of the first member whose cell holds at least M members; if there
 * is none, the largest cell; the cell of the department's own numbers where there are some.
 *
 * Members are counted where they would be drawn from: in the first 2^16 places of the slot's order, which is
 * all of a space of that size, and only if no cell has M members there, in all places that a draw can see. */
#include "draw/drawing.h"

#include "base/limits.h"
#include "draw/dress.h"

#include <string.h>

enum { FIRST_LIMIT = 1 << 16 };

/* ---- The cell ---- */

static void want(struct kin_draw *draw, const struct kin_hash *each)
{
    draw->wanted = kin_copy_bytes(draw->arena, each, sizeof *each * draw->features.count);
}

/* The usual case: the first member's cell is large. Its members are kept. False: it is not, or there is no member. */
static bool first_cell_is_large(struct kin_draw *draw)
{
    struct kin_record record;
    if (!kin_draw_next(draw, NULL, KIN_LIMIT_PLACES, &record)) {
        return false;
    }
    want(draw, draw->each);
    kin_draw_keep(draw, &record);
    while (draw->record_count < draw->options.least && kin_draw_next(draw, draw->wanted, FIRST_LIMIT, &record)) {
        kin_draw_keep(draw, &record);
    }
    draw->members_met = draw->record_count;
    return draw->record_count >= draw->options.least;
}

/* Count on up to the limit; stops as soon as the cell that was met first is large enough, or the second, where the
 * first one is known to be small. */
static void count_cells(struct kin_draw *draw, struct kin_cells *cells, size_t known_small, uint64_t limit)
{
    struct kin_record record;
    for (size_t i = 0; i < draw->lane_count; i++) {
        draw->lanes[i].ended = false;
    }
    while ((cells->count <= known_small || cells->items[known_small].members < draw->options.least) &&
           kin_draw_next(draw, NULL, limit, &record)) {
        kin_cells_add(cells, kin_features_cell(&draw->features, draw->each), draw->each);
    }
}

static const struct kin_cell *first_large(const struct kin_draw *draw, const struct kin_cells *cells)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (cells->items[i].members >= draw->options.least) {
            return &cells->items[i];
        }
    }
    return NULL;
}

static void choose_among_all(struct kin_draw *draw)
{
    kin_arena *own = kin_arena_new();
    struct kin_cells cells = kin_cells_in(own, draw->features.count);
    kin_draw_rewind(draw);
    count_cells(draw, &cells, 1, FIRST_LIMIT);
    const struct kin_cell *cell = first_large(draw, &cells);
    if (!cell) {
        count_cells(draw, &cells, 0, KIN_LIMIT_PLACES);
        cell = first_large(draw, &cells);
    }
    cell = cell ? cell : kin_cells_largest(&cells);
    if (cell) { /* else the budget of steps is used up, and the first member's cell has to do */
        want(draw, cell->each);
        draw->members_met = cell->members;
    }
    kin_arena_free(own);
    kin_draw_rewind(draw);
}

/* Lanes that stopped at the first limit would fall out of step, so only a single one goes on from where it is. */
static bool choose_cell(struct kin_draw *draw)
{
    if (first_cell_is_large(draw)) {
        if (draw->lane_count > 1) {
            kin_draw_rewind(draw);
        }
        return true;
    }
    if (draw->record_count == 0) {
        return false;
    }
    choose_among_all(draw);
    return true;
}

/* ---- The mode ---- */

static bool has_weights(const struct kin_modes *modes)
{
    for (size_t i = 1; i < modes->count; i++) {
        if (modes->items[i].weight != modes->items[0].weight) {
            return true;
        }
    }
    return false;
}

/* Each place takes one of those that are left, by weight. */
static void shuffle_by_weight(struct kin_pcg *stream, const struct kin_modes *modes, uint32_t *order)
{
    uint64_t total = 0;
    for (size_t i = 0; i < modes->count; i++) {
        order[i] = (uint32_t)i;
        total += modes->items[i].weight;
    }
    for (size_t i = 0; i < modes->count; i++) {
        uint64_t at = kin_pcg_below64(stream, total);
        size_t taken = i;
        while (at >= modes->items[order[taken]].weight) {
            at -= modes->items[order[taken++]].weight;
        }
        uint32_t mode = order[taken];
        memmove(order + i + 1, order + i, (taken - i) * sizeof *order);
        order[i] = mode;
        total -= modes->items[mode].weight;
    }
}

static uint32_t *mode_order(struct kin_draw *draw)
{
    const struct kin_dressing name = {
        .seed = &draw->options.seed, .occurrence = draw->options.occurrence, .redraw = draw->options.redraw};
    struct kin_pcg stream = kin_dress_stream(draw->template, &name, "mode", NULL, NULL);
    uint32_t *order = KIN_NEW_N(draw->arena, uint32_t, draw->modes.count);
    if (has_weights(&draw->modes)) {
        shuffle_by_weight(&stream, &draw->modes, order);
    } else {
        kin_pcg_shuffle(&stream, order, (uint32_t)draw->modes.count);
    }
    return order;
}

/* The modes that the lanes had, with the student's own order. */
static bool follow_student(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *modes, size_t count)
{
    return !draw->options.student || kin_draw_set_lanes(draw, diags, modes, count, draw->options.student);
}

static bool choose_lanes(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *modes, size_t count)
{
    return kin_draw_set_lanes(draw, diags, modes, count, NULL) && choose_cell(draw);
}

/* Two combinations of the same case of the question: they differ in settings at most. */
static bool same_case(const struct kin_draw *draw, uint32_t a, uint32_t b)
{
    size_t at = 0;
    for (size_t i = 0; i < draw->template->field_count; i++) {
        const struct kin_field *field = &draw->template->fields[i];
        if (field->kind != KIN_FIELD_MODE) {
            continue;
        }
        const struct kin_value *values[] = {&draw->modes.items[a].values[at], &draw->modes.items[b].values[at]};
        bool drawn = values[0]->kind != KIN_NOTHING && values[1]->kind != KIN_NOTHING;
        bool same = drawn ? kin_value_equal(values[0], values[1]) : values[0]->kind == values[1]->kind;
        if (!field->setting && !same) {
            return false;
        }
        at++;
    }
    return true;
}

/* All combinations of one's case, in the slot's order. */
static size_t gather_case(struct kin_draw *draw, const uint32_t *order, uint32_t one, uint32_t *modes)
{
    size_t count = 0;
    for (size_t i = 0; i < draw->modes.count; i++) {
        if (same_case(draw, order[i], one)) {
            modes[count++] = order[i];
        }
    }
    return count;
}

/* One case for the slot: the first of a random order that has an instance at all. */
static bool choose_mode(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *order)
{
    uint32_t *modes = KIN_NEW_N(draw->arena, uint32_t, draw->modes.count);
    for (size_t i = 0; i < draw->modes.count; i++) {
        size_t errors = diags->errors, count = gather_case(draw, order, order[i], modes);
        if (modes[0] != order[i]) {
            continue; /* tried before */
        }
        if (choose_lanes(draw, diags, modes, count)) {
            return follow_student(draw, diags, modes, count);
        }
        if (diags->errors > errors) {
            return false;
        }
    }
    kin_draw_explain(draw, diags);
    return false;
}

static bool choose_over_modes(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *order)
{
    size_t errors = diags->errors;
    if (choose_lanes(draw, diags, order, draw->modes.count)) {
        return follow_student(draw, diags, order, draw->modes.count);
    }
    if (diags->errors == errors) {
        kin_draw_explain(draw, diags);
    }
    return false;
}

/* ---- The department's own numbers ---- */

/* Every fixed form is looked at once; the one of the first letter sets the cell. False: that one cannot be printed. */
static bool look_at_fixed(struct kin_draw *draw, struct kin_diags *diags, size_t *mode)
{
    const struct kin_template *template = draw->template;
    bool good = true;
    /* A blueprint that uses the template again wants another question, not the same numbers twice on one form. */
    size_t count = draw->options.occurrence ? 0 : template->fixed_count;
    for (size_t i = 0; i < count; i++) {
        struct kin_frame frame = {.arena = draw->arena};
        const struct kin_fixed *fixed = &template->fixed[i];
        bool first = strcmp(fixed->form, draw->options.first_form) == 0;
        draw->fixed_usable[i] = kin_fixed_put(draw, diags, fixed, &frame);
        if (first && draw->fixed_usable[i]) {
            draw->first_fixed = fixed;
            *mode = kin_fixed_mode(draw, &frame);
            want(draw, draw->each);
        }
        good = good && (!first || draw->fixed_usable[i]);
    }
    return good;
}

const char *kin_draw_scarce(struct kin_draw *draw)
{
    bool scarce = draw->first_fixed && kin_draw_capacity(draw).number < draw->options.least;
    return scarce ? draw->first_fixed->form : NULL;
}

static void warn_of_small_cell(struct kin_draw *draw, struct kin_diags *diags)
{
    if (kin_draw_scarce(draw)) {
        struct kin_count capacity = kin_draw_capacity(draw);
        kin_report(
            diags, KIN_W403, draw->first_fixed->span, draw->first_fixed->form,
            kin_format(diags->arena, "%s%llu", capacity.estimated ? "about " : "", (unsigned long long)capacity.number),
            NULL);
        kin_draw_offer_neighbour(draw, diags);
    }
}

/* The mode is that of the numbers, or any, where the cell does not hold it. */
static bool follow_fixed(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *order, size_t mode)
{
    uint32_t *modes = KIN_NEW_N(draw->arena, uint32_t, draw->modes.count);
    bool any = draw->template->automatic_off[KIN_AUTO_MODE];
    size_t count = gather_case(draw, order, (uint32_t)mode, modes);
    if (!kin_draw_set_lanes(draw, diags, any ? order : modes, any ? draw->modes.count : count, draw->options.student)) {
        return false;
    }
    warn_of_small_cell(draw, diags);
    return true;
}

bool kin_draw_choose(struct kin_draw *draw, struct kin_diags *diags)
{
    size_t mode = 0;
    uint32_t *order = mode_order(draw);
    if (!look_at_fixed(draw, diags, &mode)) {
        return false;
    }
    if (draw->first_fixed) {
        return follow_fixed(draw, diags, order, mode);
    }
    bool any = draw->template->automatic_off[KIN_AUTO_MODE];
    return (any ? choose_over_modes : choose_mode)(draw, diags, order);
}
