#include "page/layout.h"

#include "figure/figure.h"
#include "page/page.h"
#include "page/ruler.h"

#include <math.h>
#include <string.h>

static const struct kin_paper_style standard;

struct kin_layout kin_layout_of(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                const struct kin_set *set)
{
    const struct kin_paper *paper = kin_paper_named(set->paper);
    kin_figure_attach(type, set->language);
    double width = kin_paper_text_width(paper);
    struct kin_layout layout = {.type = type,
                                .arena = arena,
                                .diags = diags,
                                .set = set,
                                .words = kin_furniture_of(set->language),
                                .paper = paper,
                                .width = width,
                                .look = set->style ? set->style : &standard,
                                .scale = 1,
                                .columns = 1,
                                .column = width};
    for (int i = 0; i < KIN_STYLE_COUNT; i++) {
        layout.styles[i] = *kin_style_usual((enum kin_style)i);
    }
    return layout;
}

/* ---- Paper styles ----------------------------------------------------------------------------------------------- */

/* Half a sheet needs its room; a ruler stands above the foot line. */
static struct kin_paper *paper_of(kin_arena *arena, const struct kin_paper *whole, const struct kin_paper_style *look)
{
    const double half_edge = 36, half_bottom = 44, half_foot = 27;
    struct kin_paper *paper = kin_copy_bytes(arena, whole, sizeof *whole);
    if (look->half) {
        paper->height /= 2;
        paper->top = half_edge;
        paper->bottom = half_bottom;
        paper->foot = half_foot;
    }
    paper->side = look->margin_pt > 0 ? look->margin_pt : paper->side;
    paper->bottom += kin_ruler_room(look->ruler);
    return paper;
}

/* What the foot line is taller than usual. */
double kin_foot_excess(const struct kin_layout *layout)
{
    return fmax(0,
                kin_style(layout, KIN_STYLE_FOOT)->size_pt * layout->scale - kin_style_usual(KIN_STYLE_FOOT)->size_pt);
}

static void shrink_paper(struct kin_paper *paper, double scale)
{
    double *const lengths[] = {&paper->width, &paper->height, &paper->side, &paper->top, &paper->bottom, &paper->foot};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        *lengths[i] /= scale;
    }
}

/* Large print enlarges everything; small print makes letters smaller, and leaves room to write as it is. */
static void size_styles(struct kin_layout *layout)
{
    double size = layout->look->size_pt > 0 ? layout->look->size_pt : KIN_SIZE_USUAL;
    double factor = size / KIN_SIZE_USUAL, least = layout->look->least_pt;
    layout->scale = fmax(1, factor);
    for (int i = 0; i < KIN_STYLE_COUNT; i++) {
        struct kin_text_style *style = &layout->styles[i];
        style->size_pt = fmax(style->size_pt * factor, least) / layout->scale;
    }
}

struct kin_layout kin_layout_of_forms(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_set *set)
{
    /* A figure leaves room on its page for the head and some lines of its question; large print has fewer lines. */
    const double answers = 92, usual_share = 0.8, large_share = 0.6;
    struct kin_layout layout = kin_layout_of(kin_type_beside(type, kin_page_fonts(set)), arena, diags, set);
    struct kin_paper *paper = paper_of(arena, layout.paper, layout.look);
    size_styles(&layout);
    paper->bottom += kin_foot_excess(&layout);
    shrink_paper(paper, layout.scale);
    layout.paper = paper;
    layout.width = kin_paper_text_width(paper);
    layout.columns = layout.look->columns > 1 ? layout.look->columns : 1;
    layout.answers = layout.look->answer_column ? answers : 0;
    layout.styles[KIN_STYLE_BODY].figure_most =
        (layout.scale > 1 ? large_share : usual_share) * (paper->height - paper->top - paper->bottom);
    layout.column = (layout.width - KIN_COLUMN_GUTTER * (layout.columns - 1)) / layout.columns - layout.answers;
    return layout;
}

struct kin_layout kin_layout_written(const struct kin_layout *layout)
{
    struct kin_layout written = *layout;
    written.edition = KIN_FOR_TEACHERS;
    written.writing = KIN_NEW(layout->arena, struct kin_writing);
    *written.writing = (struct kin_writing){.arena = layout->arena};
    written.styles[KIN_STYLE_BODY].layer = KIN_LAYER_KEY;
    written.styles[KIN_STYLE_BODY].writing = written.writing;
    return written;
}

const struct kin_font_files *kin_page_fonts(const struct kin_set *set)
{
    const struct kin_font_files *found = set->style && set->style->font ? kin_fonts_named(set->style->font) : NULL;
    return found ? found : &kin_fonts_schola;
}

/* ---- Lines of text ---------------------------------------------------------------------------------------------- */

struct kin_box *kin_words_box(const struct kin_layout *layout, const char *text, enum kin_style style)
{
    return kin_box_text(layout->type, layout->arena, text, kin_style(layout, style));
}

double kin_words_put(const struct kin_layout *layout, struct kin_ops *ops, const char *text, enum kin_style style,
                     double x, double baseline)
{
    struct kin_box *box = kin_words_box(layout, text, style);
    kin_box_draw(ops, box, x, baseline);
    return box->width;
}

double kin_words_put_right(const struct kin_layout *layout, struct kin_ops *ops, const char *text, enum kin_style style,
                           double right, double baseline)
{
    struct kin_box *box = kin_words_box(layout, text, style);
    kin_box_draw(ops, box, right - box->width, baseline);
    return box->width;
}

double kin_words_width(const struct kin_layout *layout, const char *text, enum kin_style style)
{
    return kin_text_width(layout->type, text, kin_style(layout, style));
}

/* ---- Flows ------------------------------------------------------------------------------------------------- */

static bool is_running(const struct kin_node *node)
{
    return node->kind == KIN_NODE_TEXT || node->kind == KIN_NODE_BLANK ||
           (node->kind == KIN_NODE_MATHS && !node->display);
}

static bool any_running(const struct kin_nodes *nodes)
{
    bool any = false;
    for (size_t i = 0; i < nodes->count && !any; i++) {
        any = is_running(nodes->items[i]);
    }
    return any;
}

static struct kin_nodes in_paragraphs(kin_arena *arena, const struct kin_nodes *nodes)
{
    struct kin_nodes flow = {0};
    if (!any_running(nodes)) {
        return *nodes;
    }
    struct kin_node *open = NULL;
    for (size_t i = 0; i < nodes->count; i++) {
        if (!is_running(nodes->items[i])) {
            kin_nodes_add(arena, &flow, nodes->items[i]);
            open = NULL;
            continue;
        }
        if (!open) {
            open = kin_node_new(arena, KIN_NODE_PARAGRAPH);
            kin_nodes_add(arena, &flow, open);
        }
        kin_nodes_add(arena, &open->kids, nodes->items[i]);
    }
    return flow;
}

struct kin_box *kin_flow_box(const struct kin_layout *layout, const struct kin_nodes *nodes, enum kin_style style,
                             double width)
{
    if (nodes->count == 0) {
        return NULL;
    }
    struct kin_nodes flow = in_paragraphs(layout->arena, nodes);
    return kin_box_flow(layout->type, layout->arena, &flow, kin_style(layout, style), width);
}

double kin_flow_width(const struct kin_layout *layout, const struct kin_nodes *nodes, enum kin_style style)
{
    if (nodes->count == 0) {
        return 0;
    }
    struct kin_nodes flow = in_paragraphs(layout->arena, nodes);
    return kin_flow_natural_width(layout->type, layout->arena, &flow, kin_style(layout, style));
}

struct kin_nodes kin_flow_of_text(kin_arena *arena, const char *text, enum kin_emphasis emphasis)
{
    struct kin_nodes flow = {0};
    kin_flow_join_text(arena, &flow, text, emphasis);
    return flow;
}

/* The paragraph that running text goes to: the flow's last node, made new so that shared content stays as it is. */
static struct kin_node *last_paragraph(kin_arena *arena, struct kin_nodes *flow)
{
    if (flow->count == 0 || flow->items[flow->count - 1]->kind != KIN_NODE_PARAGRAPH) {
        kin_nodes_add(arena, flow, kin_node_new(arena, KIN_NODE_PARAGRAPH));
    }
    return flow->items[flow->count - 1];
}

static void add_space(kin_arena *arena, struct kin_node *paragraph, const char *space)
{
    if (paragraph->kids.count > 0) {
        kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, space, KIN_UPRIGHT));
    }
}

void kin_flow_join_text(kin_arena *arena, struct kin_nodes *flow, const char *text, enum kin_emphasis emphasis)
{
    struct kin_node *paragraph = last_paragraph(arena, flow);
    add_space(arena, paragraph, " ");
    kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, text, emphasis));
}

static void join_running(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *run, const char *space)
{
    struct kin_node *paragraph = last_paragraph(arena, flow);
    add_space(arena, paragraph, space);
    for (size_t i = 0; i < run->count; i++) {
        kin_nodes_add(arena, &paragraph->kids, run->items[i]);
    }
}

static void join(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *more, const char *space)
{
    struct kin_nodes blocks = in_paragraphs(arena, more);
    for (size_t i = 0; i < blocks.count; i++) {
        if (i == 0 && blocks.items[i]->kind == KIN_NODE_PARAGRAPH) {
            join_running(arena, flow, &blocks.items[i]->kids, space);
        } else {
            kin_nodes_add(arena, flow, blocks.items[i]);
        }
    }
}

void kin_flow_join(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *more)
{
    join(arena, flow, more, " ");
}

void kin_flow_stick(kin_arena *arena, struct kin_nodes *flow, const struct kin_nodes *more)
{
    join(arena, flow, more, "\u00a0");
}

/* ---- Drawing ------------------------------------------------------------------------------------------------ */

double kin_box_put(struct kin_ops *ops, const struct kin_box *box, double x, double top)
{
    if (!box) {
        return 0;
    }
    kin_box_draw(ops, box, x, top + box->ascent);
    return kin_box_height(box);
}

void kin_tag_put(struct kin_ops *ops, const char *role, const struct kin_ops *part, double x, double y)
{
    struct kin_ops tagged = kin_ops_in(ops->arena);
    kin_place(&tagged, part, x, y);
    kin_ops_tag(&tagged, role, NULL);
    kin_ops_join(ops, &tagged);
}

void kin_answer_rule(struct kin_ops *ops, double x, double y, double width)
{
    kin_rule(ops, x, y, width, 0.6, KIN_GRAY_RULE);
}
