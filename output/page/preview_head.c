#include "page/preview_head.h"

#include "page/pairs.h"

#include <inttypes.h>

static const char *number_text(const struct kin_layout *layout, uint64_t number)
{
    return kin_format(layout->arena, "%" PRIu64, number);
}

const char *kin_preview_count(const struct kin_layout *layout, struct kin_count count)
{
    const char *text = number_text(layout, count.number);
    if (count.number == 0) {
        return layout->words->preview_few;
    }
    return count.estimated ? kin_format(layout->arena, layout->words->preview_about, text) : text;
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
    add_fact(facts, facts->layout->words->preview_standard,
             kin_format(facts->layout->arena, "%s  %s", template->standard, words));
    add_fact(facts, facts->layout->words->preview_level, kin_format(facts->layout->arena, "%d", template->level));
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
    add_fact(facts, facts->layout->words->preview_template,
             kin_format(arena, facts->layout->words->preview_bank, template->id, template->bank->id));
    add_standard(facts, preview);
    add_fact(facts, facts->layout->words->preview_practice, template->practice);
    add_fact(facts, facts->layout->words->preview_minutes,
             template->minutes > 0 ? kin_format(arena, "%g", template->minutes) : NULL);
    add_fact(facts, facts->layout->words->preview_calculator, template->calculator ? facts->layout->words->yes : NULL);
    add_fact(facts, facts->layout->words->preview_version, template->version);
    add_fact(facts, facts->layout->words->preview_author, template->author);
    add_fact(facts, facts->layout->words->preview_status, template->status);
    add_fact(facts, facts->layout->words->preview_licence, template->licence);
    add_fact(facts, facts->layout->words->preview_prerequisites,
             list_of(arena, template->prerequisites, template->prerequisite_count));
    add_fact(facts, facts->layout->words->preview_enemies, list_of(arena, template->enemies, template->enemy_count));
    add_fact(facts, facts->layout->words->preview_note, template->note);
}

static void add_survey(struct facts *facts, const struct kin_preview *preview)
{
    const struct kin_survey *survey = preview->survey;
    const struct kin_layout *layout = facts->layout;
    const struct kin_furniture *words = layout->words;
    kin_arena *arena = layout->arena;
    const char *share = kin_format(arena, "%.2f%%", 100 * survey->acceptance);
    const char *drawn = survey->all ? words->preview_drawn_all : words->preview_drawn;
    add_fact(facts, words->preview_instances,
             kin_format(arena, words->preview_share, kin_preview_count(layout, survey->instances), share));
    add_fact(facts, words->preview_cells,
             kin_format(arena, words->preview_smallest, number_text(layout, survey->cells),
                        kin_preview_count(layout, survey->smallest_cell)));
    add_fact(facts, words->preview_keys,
             kin_format(arena, drawn, number_text(layout, survey->distinct_keys), number_text(layout, survey->drawn)));
    add_fact(facts, words->preview_seed, number_text(layout, preview->seed));
}

/* ---- Findings -----------------------------------------------------------------------------------------------------
 */

static const char *lead_of(const struct kin_layout *layout, const struct kin_diag *finding)
{
    const char *name = kin_diag_row(finding->id)->name;
    return finding->span.source
               ? kin_format(layout->arena, layout->words->preview_line, name, (int)kin_place_of(finding->span).line)
               : name;
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
        const char *text =
            finding->mend ? kin_format(arena, facts->layout->words->preview_mend, buf.data, finding->mend) : buf.data;
        add_fact(facts, lead_of(facts->layout, finding), text);
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

static void put_facts(struct kin_sheets *sheets, const struct facts *facts)
{
    static const struct kin_pairs_look look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 2.5, 120, 70};
    struct kin_pile pile = {0};
    if (facts->pairs.count) {
        kin_pairs_lay(sheets->layout, &pile, &facts->pairs, &look, 0, sheets->layout->width);
        kin_sheets_put(sheets, &pile);
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
        add_fact(&findings, sheets->layout->words->preview_check, sheets->layout->words->preview_clean);
    }
    put_facts(sheets, &findings);
}
