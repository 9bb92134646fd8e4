#include "page/preview_head.h"

#include "page/pairs.h"

#include <inttypes.h>

const char *kin_preview_count(kin_arena *arena, struct kin_count count)
{
    if (count.number == 0) {
        return "few";
    }
    return kin_format(arena, "%s%" PRIu64, count.estimated ? "about " : "", count.number);
}

/* ---- Facts --------------------------------------------------------------------------------------------------------
 */

struct facts {
    const struct kin_layout *layout;
    struct kin_pairs pairs;
};

static void add_fact(struct facts *facts, const char *name, const char *value)
{
    kin_arena *arena = facts->layout->arena;
    if (value && *value) {
        kin_pairs_add(arena, &facts->pairs, kin_flow_of_text(arena, name, KIN_BOLD),
                      kin_flow_of_text(arena, value, KIN_UPRIGHT));
    }
}

static void add_standard(struct facts *facts, const struct kin_preview *preview)
{
    const struct kin_template *template = preview->template;
    const char *words = preview->standard ? preview->standard->description : "";
    add_fact(facts, "Standard", kin_format(facts->layout->arena, "%s  %s", template->standard, words));
    add_fact(facts, "Level", kin_format(facts->layout->arena, "%d", template->level));
}

static const char *list_of(kin_arena *arena, const char **words, size_t count)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", words[i]);
    }
    return buf.data;
}

static void add_metadata(struct facts *facts, const struct kin_preview *preview)
{
    const struct kin_template *template = preview->template;
    kin_arena *arena = facts->layout->arena;
    add_fact(facts, "Template", kin_format(arena, "%s in bank %s", template->id, template->bank->id));
    add_standard(facts, preview);
    add_fact(facts, "Practice", template->practice);
    add_fact(facts, "Minutes", template->minutes > 0 ? kin_format(arena, "%g", template->minutes) : NULL);
    add_fact(facts, "Calculator", template->calculator ? "allowed" : NULL);
    add_fact(facts, "Version", template->version);
    add_fact(facts, "Author", template->author);
    add_fact(facts, "Status", template->status);
    add_fact(facts, "Licence", template->licence);
    add_fact(facts, "Prerequisites", list_of(arena, template->prerequisites, template->prerequisite_count));
    add_fact(facts, "Not with", list_of(arena, template->enemies, template->enemy_count));
    add_fact(facts, "Note", template->note);
}

static void add_survey(struct facts *facts, const struct kin_preview *preview)
{
    const struct kin_survey *survey = preview->survey;
    kin_arena *arena = facts->layout->arena;
    add_fact(facts, "Instances",
             kin_format(arena, "%s, from %.2f%% of all combinations of numbers",
                        kin_preview_count(arena, survey->instances), 100 * survey->acceptance));
    add_fact(facts, "Cells",
             kin_format(arena, "%zu; the smallest that a form would use has %s instances", survey->cells,
                        kin_preview_count(arena, survey->smallest_cell)));
    add_fact(facts, "Keys",
             kin_format(arena, "%zu different ones in %" PRIu64 " instances that were drawn and proved%s",
                        survey->distinct_keys, survey->drawn, survey->all ? ", which are all" : ""));
    add_fact(facts, "Seed", kin_format(arena, "%" PRIu64, preview->seed));
}

/* ---- Findings -----------------------------------------------------------------------------------------------------
 */

static const char *lead_of(kin_arena *arena, const struct kin_diag *finding)
{
    const char *name = kin_diag_row(finding->id)->name;
    return finding->span.source ? kin_format(arena, "%s, line %u", name, kin_place_of(finding->span).line) : name;
}

static void add_findings(struct facts *facts, const struct kin_preview *preview)
{
    kin_arena *arena = facts->layout->arena;
    for (size_t i = 0; i < preview->finding_count; i++) {
        const struct kin_diag *finding = &preview->findings[i];
        struct kin_buf buf = kin_buf_in(arena);
        kin_buf_add(&buf, finding->message);
        if (finding->note) {
            kin_buf_addf(&buf, "; %s", finding->note);
        }
        if (finding->mend) {
            kin_buf_addf(&buf, ". To mend it: %s", finding->mend);
        }
        add_fact(facts, lead_of(arena, finding), buf.data);
    }
}

/* ---- On paper -----------------------------------------------------------------------------------------------------
 */

static double put_title(const struct kin_layout *layout, struct kin_ops *ops, const char *text)
{
    struct kin_ops part = kin_ops_in(layout->arena);
    struct kin_nodes title = kin_flow_of_text(layout->arena, text, KIN_BOLD);
    double height = kin_box_put(&part, kin_flow_box(layout, &title, KIN_STYLE_HEADING, layout->width), 0, 0);
    kin_tag_put(ops, "H1", &part, layout->paper->side, layout->paper->top);
    return height;
}

static void put_pile(struct kin_sheets *sheets, const struct kin_pile *pile)
{
    for (size_t from = 0; from < pile->count;) {
        size_t end = kin_pile_fit(pile, from, kin_sheets_left(sheets));
        if (end == from && !kin_sheets_fresh(sheets)) {
            kin_sheets_next(sheets);
            continue;
        }
        end = end == from ? kin_pile_group(pile, from) : end;
        double x = sheets->layout->paper->side;
        sheets->y += kin_pile_put(pile, from, end, &sheets->scene->ops, x, sheets->y, 0);
        from = end;
    }
}

static void put_facts(struct kin_sheets *sheets, const struct facts *facts)
{
    static const struct kin_pairs_look look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 2.5, 120, 70};
    struct kin_pile pile = {0};
    if (facts->pairs.count) {
        kin_pairs_lay(sheets->layout, &pile, &facts->pairs, &look, 0, sheets->layout->width);
        put_pile(sheets, &pile);
        sheets->y += 10;
    }
}

void kin_preview_head(struct kin_sheets *sheets, const struct kin_preview *preview)
{
    struct facts facts = {.layout = sheets->layout}, findings = {.layout = sheets->layout};
    sheets->y += put_title(sheets->layout, &sheets->scene->ops, preview->template->title) + 8;
    add_metadata(&facts, preview);
    add_survey(&facts, preview);
    put_facts(sheets, &facts);
    add_findings(&findings, preview);
    if (!findings.pairs.count) {
        add_fact(&findings, "Check", "nothing to mend");
    }
    put_facts(sheets, &findings);
}
