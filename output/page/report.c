#include "page/report.h"

#include "page/pairs.h"
#include "page/report_table.h"

#include <string.h>

/* ---- The head ---------------------------------------------------------------------------------------------------- */

static double put_title(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_report *report)
{
    struct kin_ops part = kin_ops_in(layout->arena);
    struct kin_nodes title = kin_flow_of_text(layout->arena, report->title, KIN_UPRIGHT);
    double height = kin_box_put(&part, kin_flow_box(layout, &title, KIN_STYLE_TITLE, layout->width), 0, 0) + 3;
    if (report->of) {
        struct kin_nodes of = kin_flow_of_text(layout->arena, report->of, KIN_UPRIGHT);
        height += kin_box_put(&part, kin_flow_box(layout, &of, KIN_STYLE_HEADING, layout->width), 0, height);
    }
    kin_tag_put(ops, "H1", &part, 0, -3);
    return height;
}

static double put_facts(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_report *report, double y)
{
    static const struct kin_pairs_look look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 2.5, 120, 0};
    struct kin_pairs pairs = {0};
    struct kin_pile pile = {0};
    for (size_t i = 0; i < report->fact_count; i++) {
        kin_pairs_add(layout->arena, &pairs, kin_flow_of_text(layout->arena, report->facts[i].name, KIN_BOLD),
                      kin_flow_of_text(layout->arena, report->facts[i].text, KIN_UPRIGHT));
    }
    kin_pairs_lay(layout, &pile, &pairs, &look, 0, layout->width);
    return kin_pile_put(&pile, 0, pile.count, ops, 0, y, 0);
}

/* In a frame: who reads one thing only reads this. */
static double put_findings(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_report *report,
                           double y)
{
    const double pad = 7, gap = 3;
    if (!report->finding_count) {
        return 0;
    }
    double height = pad;
    for (size_t i = 0; i < report->finding_count; i++) {
        struct kin_nodes flow = kin_flow_of_text(layout->arena, report->findings[i], KIN_UPRIGHT);
        struct kin_box *box = kin_flow_box(layout, &flow, KIN_STYLE_KEY_STRONG, layout->width - 2 * pad);
        height += kin_box_put(ops, box, pad, y + height) + gap;
    }
    height += pad - gap;
    kin_frame_rect(ops, 0, y, layout->width, height, (struct kin_ink){.stroke_width = 0.9});
    return height;
}

static void put_head(struct kin_sheets *sheets, const struct kin_report *report)
{
    const double gap = 8;
    const struct kin_layout *layout = sheets->layout;
    struct kin_ops head = kin_ops_in(layout->arena);
    double y = put_title(layout, &head, report) + gap;
    y += put_facts(layout, &head, report, y) + gap;
    y += put_findings(layout, &head, report, y);
    kin_place(&sheets->scene->ops, &head, layout->paper->side, sheets->y);
    sheets->y += y + gap;
}

/* ---- Sections ---------------------------------------------------------------------------------------------------- */

static void put_slab(struct kin_sheets *sheets, const struct kin_slab *slab)
{
    kin_place(&sheets->scene->ops, &slab->ops, sheets->layout->paper->side, sheets->y);
    sheets->y += slab->height;
}

/* Each line is a paragraph. */
static struct kin_nodes paragraphs(kin_arena *arena, const char *text)
{
    struct kin_nodes flow = {0};
    for (const char *at = text; *at; at += strspn(at, "\n")) {
        size_t length = strcspn(at, "\n");
        struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
        kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, kin_copy_n(arena, at, length), KIN_UPRIGHT));
        kin_nodes_add(arena, &flow, paragraph);
        at += length;
    }
    return flow;
}

static struct kin_slab text_slab(const struct kin_layout *layout, const char *text, enum kin_style style, double below)
{
    struct kin_slab slab = {.ops = kin_ops_in(layout->arena)};
    if (text && *text) {
        struct kin_nodes flow = paragraphs(layout->arena, text);
        slab.height = kin_box_put(&slab.ops, kin_flow_box(layout, &flow, style, layout->width), 0, 0) + below;
    }
    return slab;
}

static struct kin_slab heading_slab(const struct kin_layout *layout, const struct kin_report_section *section)
{
    struct kin_slab text = text_slab(layout, section->heading, KIN_STYLE_HEADING, 3);
    struct kin_slab slab = {.ops = kin_ops_in(layout->arena), .height = text.height};
    kin_tag_put(&slab.ops, "H2", &text.ops, 0, 0);
    return slab;
}

/* The slabs of a section: heading, lead, heads of columns, rows, note. */
struct parts {
    struct kin_slab heading, lead, head, note, *rows;
    size_t row_count;
};

static bool has_paper(const struct kin_report_section *section)
{
    for (size_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].title) {
            return true;
        }
    }
    return section->heading != NULL;
}

static struct parts parts_of(const struct kin_layout *layout, const struct kin_report_section *section)
{
    const char *nothing = section->row_count ? NULL : section->empty;
    struct parts parts = {.heading = heading_slab(layout, section),
                          .lead = text_slab(layout, section->lead, KIN_STYLE_KEY_BODY, 9),
                          .note = text_slab(layout, nothing ? nothing : section->note, KIN_STYLE_KEY_BODY, 0)};
    struct kin_table table = kin_table_of(layout, section, layout->width);
    parts.row_count = table.count ? section->row_count : 0;
    parts.head = parts.row_count ? kin_table_head(&table) : (struct kin_slab){.ops = kin_ops_in(layout->arena)};
    parts.rows = KIN_NEW_N(layout->arena, struct kin_slab, parts.row_count);
    for (size_t r = 0; r < parts.row_count; r++) {
        parts.rows[r] = kin_table_row(&table, &section->rows[r]);
    }
    return parts;
}

static const double note_gap = 8;

static double height_of(const struct parts *parts)
{
    double height = parts->heading.height + parts->lead.height + parts->head.height + parts->note.height + note_gap;
    for (size_t r = 0; r < parts->row_count; r++) {
        height += parts->rows[r].height;
    }
    return height;
}

/* What a section needs at least on the page where it begins. */
static double beginning(const struct parts *parts)
{
    double first = parts->row_count ? parts->rows[0].height : 0,
           second = parts->row_count > 1 ? parts->rows[1].height : 0;
    return parts->heading.height + parts->lead.height + parts->head.height + first + second;
}

static void put_rows(struct kin_sheets *sheets, const struct parts *parts)
{
    for (size_t r = 0; r < parts->row_count; r++) {
        if (parts->rows[r].height > kin_sheets_left(sheets) && !kin_sheets_fresh(sheets)) {
            kin_sheets_next(sheets);
            put_slab(sheets, &parts->head);
            kin_sheets_head(sheets, 0);
        }
        put_slab(sheets, &parts->rows[r]);
    }
}

static void put_note(struct kin_sheets *sheets, const struct parts *parts)
{
    if (parts->note.height > 0) {
        sheets->y += note_gap;
        if (parts->note.height > kin_sheets_left(sheets) && !kin_sheets_fresh(sheets)) {
            kin_sheets_next(sheets);
        }
        put_slab(sheets, &parts->note);
    }
}

static void cut_along(struct kin_sheets *sheets)
{
    const double room = 9;
    const struct kin_layout *layout = sheets->layout;
    double y = sheets->y + room;
    kin_line(&sheets->scene->ops, layout->paper->side, y, layout->paper->side + layout->width, y,
             (struct kin_ink){.stroke_width = 0.6, .gray = KIN_GRAY_FRAME, .dash = {4, 4}});
    sheets->y = y;
}

static void put_section(struct kin_sheets *sheets, const struct kin_report_section *section)
{
    const double gap = 14;
    struct parts parts = parts_of(sheets->layout, section);
    bool strip = section->look == KIN_SECTION_STRIP;
    double needed = strip ? height_of(&parts) + gap : beginning(&parts) + gap;
    if (needed > kin_sheets_left(sheets) && !kin_sheets_fresh(sheets)) {
        kin_sheets_next(sheets);
    } else {
        sheets->y += kin_sheets_fresh(sheets) ? 0 : gap;
    }
    put_slab(sheets, &parts.heading);
    put_slab(sheets, &parts.lead);
    put_slab(sheets, &parts.head);
    put_rows(sheets, &parts);
    put_note(sheets, &parts);
    if (strip) {
        cut_along(sheets);
    }
}

/* ---- The document ------------------------------------------------------------------------------------------------ */

static void put_footers(const struct kin_sheets *sheets, const struct kin_report *report)
{
    const struct kin_layout *layout = sheets->layout;
    const char *left = report->of ? kin_format(layout->arena, "%s: %s", report->title, report->of) : report->title;
    kin_sheets_footers(layout, sheets->document, left);
}

struct kin_document *kin_page_report(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_report *report)
{
    struct kin_set *set = KIN_NEW(arena, struct kin_set);
    *set = (struct kin_set){.title = report->title, .language = report->language, .paper = report->paper};
    struct kin_layout layout = kin_layout_of(type, arena, diags, set);
    struct kin_sheets sheets = kin_sheets_begin(&layout, report->title, report->of ? report->of : report->title);
    kin_sheets_next(&sheets);
    put_head(&sheets, report);
    for (size_t i = 0; i < report->section_count; i++) {
        if (has_paper(&report->sections[i])) {
            put_section(&sheets, &report->sections[i]);
        }
    }
    put_footers(&sheets, report);
    return sheets.document;
}
