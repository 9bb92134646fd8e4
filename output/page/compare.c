#include "page/compare.h"

#include "page/compare_items.h"
#include "page/key.h"
#include "page/pairs.h"

/* ---- The properties ---------------------------------------------------------------------------------------------- */

/* "1  passed": what failed is not to be overlooked. */
static struct kin_nodes verdict_of(const struct kin_layout *layout, enum kin_property property,
                                   const struct kin_finding *finding)
{
    const char *text = kin_format(layout->arena, "%d.\u2002%s", kin_property_number(property),
                                  kin_verdict_text(layout->words, finding->verdict));
    return kin_flow_of_text(layout->arena, text, finding->verdict == KIN_FAILED ? KIN_BOLD : KIN_UPRIGHT);
}

static struct kin_nodes evidence_of(const struct kin_layout *layout, enum kin_property property,
                                    const struct kin_finding *finding)
{
    const char *title = kin_property_title(layout->words, property);
    struct kin_nodes flow = kin_flow_of_text(layout->arena, kin_format(layout->arena, "%s:", title), KIN_BOLD);
    kin_flow_join_text(layout->arena, &flow, finding->reason, KIN_UPRIGHT);
    return flow;
}

static void add_totals(const struct kin_layout *layout, struct kin_pile *pile, const struct kin_inspection *inspection)
{
    const size_t *counts = inspection->counts;
    const char *totals = kin_format(layout->arena, layout->words->compare_totals, counts[KIN_PASSED],
                                    counts[KIN_FAILED], counts[KIN_NOT_APPLICABLE], counts[KIN_UNDECIDED]);
    struct kin_cell cell = {.layout = layout, .width = layout->width, .pile = *pile};
    struct kin_nodes flow = kin_flow_of_text(layout->arena, layout->words->compare_caution, KIN_UPRIGHT);
    kin_cell_line(&cell, kin_format(layout->arena, "%s.", totals), &flow, KIN_STYLE_KEY_SMALL, 8);
    *pile = cell.pile;
}

static void put_properties(struct kin_sheets *sheets, const struct kin_inspection *inspection)
{
    static const struct kin_pairs_look look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 3, 120, 92};
    const struct kin_layout *layout = sheets->layout;
    struct kin_pairs pairs = {0};
    struct kin_pile pile = {0};
    for (size_t i = 0; i < KIN_PROPERTY_COUNT; i++) {
        const struct kin_finding *finding = &inspection->findings[i];
        kin_pairs_add(layout->arena, &pairs, verdict_of(layout, (enum kin_property)i, finding),
                      evidence_of(layout, (enum kin_property)i, finding));
    }
    kin_key_heading(sheets, layout->words->compare_properties);
    kin_pairs_lay(layout, &pile, &pairs, &look, 0, layout->width);
    add_totals(layout, &pile, inspection);
    kin_sheets_put(sheets, &pile);
    sheets->y += 16;
}

/* ---- The document ------------------------------------------------------------------------------------------------ */

struct kin_document *kin_page_compare(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_inspection *inspection)
{
    struct kin_layout layout = kin_layout_of(type, arena, diags, inspection->of.set);
    const char *title = kin_format(arena, layout.words->compare_document, inspection->of.set->title);
    struct kin_sheets sheets = kin_sheets_begin(&layout, title, layout.words->compare_title);
    kin_sheets_next(&sheets);
    kin_key_head(&sheets, layout.words->compare_title);
    put_properties(&sheets, inspection);
    kin_compare_items(&sheets, inspection);
    kin_sheets_footers(&layout, sheets.document, layout.words->key_warning);
    return sheets.document;
}
