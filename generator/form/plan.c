#include "form/plan.h"

#include <stdio.h>

static const struct kin_span nowhere = {0};

static const struct kin_standard *own_standard(const struct kin_library *library, const char *spelling)
{
    for (size_t i = 0; i < library->framework_count; i++) {
        const struct kin_standard *found = kin_standard_find(library->frameworks[i], spelling);
        if (found) {
            return found;
        }
    }
    return NULL;
}

size_t kin_plan_standards(kin_arena *arena, const struct kin_library *library, const char *spelling,
                          const struct kin_standard *const **standards)
{
    const struct kin_standard *own = own_standard(library, spelling);
    const struct kin_crosswalk_row *row = own ? NULL : kin_crosswalk_code(library, spelling);
    *standards = row ? row->standards : own ? kin_copy_bytes(arena, &own, sizeof own) : NULL;
    return row ? row->standard_count : own != NULL;
}

const struct kin_standard *kin_plan_standard(const struct kin_library *library, const char *spelling)
{
    const struct kin_standard *own = own_standard(library, spelling);
    const struct kin_crosswalk_row *row = own ? NULL : kin_crosswalk_code(library, spelling);
    return row && row->standard_count == 1 ? row->standards[0] : own;
}

/* "did you mean 7.EE.B.4a, 7.EE.B.4b, 7.EE.B.4?" from all frameworks. */
static void mend_spelling(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                          const char *spelling)
{
    enum { MOST = 4 };
    struct kin_buf list = kin_buf_in(arena);
    for (size_t i = 0; i < library->framework_count; i++) {
        const char *codes[MOST];
        size_t count = kin_standard_nearest(library->frameworks[i], arena, spelling, codes, MOST);
        for (size_t j = 0; j < count; j++) {
            kin_buf_addf(&list, "%s%s", list.length ? ", " : "", codes[j]);
        }
    }
    if (list.length) {
        kin_report_mend(diags,
                        "did you mean one of %s? `formkin list` shows the standards that the banks have items for",
                        list.data);
    } else {
        kin_report_mend(diags, "`formkin list` shows the standards that the banks have items for");
    }
}

/* A state's code for several standards, or for none, where one is asked for. */
static bool is_several(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                       struct kin_span span, const char *spelling)
{
    const struct kin_crosswalk_row *row = kin_crosswalk_code(library, spelling);
    if (!row) {
        return false;
    }
    struct kin_buf list = kin_buf_in(arena);
    for (size_t i = 0; i < row->standard_count; i++) {
        kin_buf_addf(&list, "%s%s", i ? ", " : "", row->standards[i]->code);
    }
    kin_report(diags, KIN_E7215, span, row->code, list.length ? list.data : "nothing", NULL);
    if (list.length) {
        kin_report_mend(diags, "name one of them");
    }
    return true;
}

const struct kin_standard *kin_plan_known_standard(kin_arena *arena, struct kin_diags *diags,
                                                   const struct kin_library *library, struct kin_span span,
                                                   const char *spelling)
{
    const struct kin_standard *standard = kin_plan_standard(library, spelling);
    if (!standard && !is_several(arena, diags, library, span, spelling)) {
        kin_report(diags, KIN_E501, span, spelling, NULL);
        mend_spelling(arena, diags, library, spelling);
    }
    return standard;
}

/* The standards that replace what the blueprint leaves open. */
struct asked {
    const struct kin_standard **items;
    size_t count, room;
};

static bool add_asked(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                      const char *spelling, struct asked *asked)
{
    const struct kin_standard *const *standards;
    size_t count = kin_plan_standards(arena, library, spelling, &standards);
    for (size_t i = 0; i < count; i++) {
        KIN_PUSH(arena, asked->items, asked->count, asked->room) = standards[i];
    }
    return count > 0 || kin_plan_known_standard(arena, diags, library, nowhere, spelling);
}

static bool find_asked(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                       const struct kin_request *request, struct asked *asked)
{
    bool fine = true;
    *asked = (struct asked){0};
    for (size_t i = 0; i < request->standard_count; i++) {
        fine = add_asked(arena, diags, library, request->standards[i], asked) && fine;
    }
    return fine;
}

static bool is_open(const struct kin_blueprint_line *line)
{
    return !line->standard && !line->template_id && !line->any_of_count;
}

static size_t line_weight(const struct kin_blueprint_line *line)
{
    return line->count > 0 ? (size_t)line->count : 1;
}

static size_t total_weight(const struct kin_blueprint *blueprint)
{
    size_t total = 0;
    for (size_t s = 0; s < blueprint->count; s++) {
        for (size_t l = 0; l < blueprint->sections[s].count; l++) {
            total += line_weight(&blueprint->sections[s].lines[l]);
        }
    }
    return total;
}

/* How many items the run has: as asked; else as the blueprint says, but at least one per standard asked for. */
static size_t wanted_items(const struct kin_request *request, size_t weight)
{
    if (request->items > 0) {
        return (size_t)request->items;
    }
    return weight < request->standard_count ? request->standard_count : weight;
}

/* Share `wanted` items among lines in proportion to their weights: each line ends where its cumulated weight's share
 * ends, so the shares always add up and keep the blueprint's order. */
static size_t share_before(size_t wanted, size_t weight_before, size_t weight)
{
    return (wanted * weight_before + weight / 2) / weight;
}

struct planner {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_library *library;
    const struct kin_request *request;
    struct asked asked;
    size_t turn; /* whose turn among the standards asked for */
    struct kin_wishes *wishes;
};

static bool wish_standard(struct planner *planner, const struct kin_blueprint_line *line, struct kin_wish *wish)
{
    if (line->standard) {
        wish->standard =
            kin_plan_known_standard(planner->arena, planner->diags, planner->library, line->span, line->standard);
        return wish->standard != NULL;
    }
    if (line->template_id || line->any_of_count) {
        return true;
    }
    if (planner->asked.count == 0) {
        kin_report(planner->diags, KIN_E503, line->span, NULL);
        kin_report_mend(planner->diags, "say which with --standard, for example --standard 7.EE.B.4a; `formkin list` "
                                        "shows what the banks have");
        return false;
    }
    wish->standard = planner->asked.items[planner->turn++ % planner->asked.count];
    return true;
}

static bool add_wish(struct planner *planner, const struct kin_blueprint_line *line, size_t section)
{
    struct kin_wish wish = {.level = line->level,
                            .ask = line->ask,
                            .template_id = line->template_id,
                            .any_of = line->any_of,
                            .any_of_count = line->any_of_count,
                            .totals = line->totals,
                            .points = line->points,
                            .section = section,
                            .span = line->span};
    if (planner->request->level && is_open(line)) {
        wish.level = planner->request->level;
    }
    if (planner->wishes->count == KIN_MOST_SLOTS) {
        char most[16];
        snprintf(most, sizeof most, "%d", KIN_MOST_SLOTS);
        kin_report(planner->diags, KIN_E504, line->span, most, NULL);
        return false;
    }
    if (!wish_standard(planner, line, &wish)) {
        return false;
    }
    KIN_PUSH(planner->arena, planner->wishes->items, planner->wishes->count, planner->wishes->room) = wish;
    return true;
}

static bool add_wishes(struct planner *planner, const struct kin_blueprint_line *line, size_t section, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!add_wish(planner, line, section)) {
            return false;
        }
    }
    return true;
}

bool kin_plan_wishes(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                     const struct kin_request *request, struct kin_wishes *wishes)
{
    struct planner planner = {arena, diags, library, request, {0}, 0, wishes};
    if (!find_asked(arena, diags, library, request, &planner.asked)) {
        return false;
    }
    const struct kin_blueprint *blueprint = request->blueprint;
    size_t weight = total_weight(blueprint), before = 0;
    size_t wanted = wanted_items(request, weight);
    for (size_t s = 0; s < blueprint->count; s++) {
        for (size_t l = 0; l < blueprint->sections[s].count; l++) {
            const struct kin_blueprint_line *line = &blueprint->sections[s].lines[l];
            size_t first = share_before(wanted, before, weight);
            before += line_weight(line);
            if (!add_wishes(&planner, line, s, share_before(wanted, before, weight) - first)) {
                return false;
            }
        }
    }
    return true;
}
