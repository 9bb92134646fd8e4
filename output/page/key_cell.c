#include "page/key.h"

#include "content/blank.h"

#include "page/pairs.h"
#include "page/response.h"

/* One form's column in the worked solutions: the question again in small print, the steps, the answer. */

void kin_cell_line(struct kin_cell *cell, const char *lead, const struct kin_nodes *flow, enum kin_style style,
                   double gap)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_nodes line = {0};
    if (lead) {
        kin_flow_join_text(arena, &line, lead, KIN_BOLD);
    }
    kin_flow_join(arena, &line, flow);
    struct kin_box *box = kin_flow_box(cell->layout, &line, style, cell->width);
    if (box) {
        struct kin_slab *slab = kin_pile_add(arena, &cell->pile, gap);
        slab->breakable = true;
        slab->height = kin_box_put(&slab->ops, box, 0, 0);
    }
}

/* ---- The question ------------------------------------------------------------------------------------------------ */

static bool is_figure(const struct kin_nodes *content)
{
    return content->count == 1 && content->items[0]->kind == KIN_NODE_FIGURE;
}

/* Long options, and figures of any width, stand on lines of their own. */
static bool are_long(const struct kin_cell *cell, const struct kin_response *response)
{
    const double share = 0.42;
    for (size_t i = 0; i < response->option_count; i++) {
        const struct kin_nodes *option = &response->options[i].answer.content;
        if (is_figure(option) || kin_flow_width(cell->layout, option, KIN_STYLE_KEY_SMALL) > share * cell->width) {
            return true;
        }
    }
    return false;
}

static void add_long_options(struct kin_cell *cell, const struct kin_response *response)
{
    static const struct kin_pairs_look look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 1, 40, 0};
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->option_count; i++) {
        struct kin_nodes letter = kin_flow_of_text(arena, kin_option_letter(arena, i), KIN_BOLD);
        kin_pairs_add(arena, &pairs, letter, response->options[i].answer.content);
    }
    size_t first = cell->pile.count;
    kin_pairs_lay(cell->layout, &cell->pile, &pairs, &look, 0, cell->width);
    cell->pile.slabs[first].gap = 3;
}

/* "A 12   B 15": a letter stays with its option. */
static void add_short_options(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_nodes line = {0};
    for (size_t i = 0; i < response->option_count; i++) {
        const char *letter = kin_format(arena, "%s%s", i ? "\u2002" : "", kin_option_letter(arena, i));
        kin_flow_join_text(arena, &line, letter, KIN_BOLD);
        kin_flow_stick(arena, &line, &response->options[i].answer.content);
    }
    kin_cell_line(cell, NULL, &line, KIN_STYLE_KEY_SMALL, 2);
}

static void add_options(struct kin_cell *cell, const struct kin_response *response)
{
    if (are_long(cell, response)) {
        add_long_options(cell, response);
    } else {
        add_short_options(cell, response);
    }
}

/* A label as long as a sentence is part of the question. */
static void add_long_label(struct kin_cell *cell, const struct kin_nodes *label)
{
    const double share = 0.6;
    if (kin_flow_width(cell->layout, label, KIN_STYLE_KEY_SMALL) > share * cell->width) {
        kin_cell_line(cell, NULL, label, KIN_STYLE_KEY_SMALL, 2);
    }
}

static void add_question(struct kin_cell *cell, const struct kin_part *part)
{
    const char *label = kin_part_label(cell->layout->arena, part);
    if (label || part->stem.count > 0) {
        kin_cell_line(cell, label, &part->stem, KIN_STYLE_KEY_SMALL, 7);
    }
    for (size_t i = 0; i < part->response_count; i++) {
        add_long_label(cell, &part->responses[i].label);
        if (part->responses[i].kind == KIN_RESPONSE_BLANKS) {
            kin_cell_body(cell, &part->responses[i]);
        } else if (!kin_cell_rows(cell, &part->responses[i]) && part->responses[i].option_count > 0) {
            add_options(cell, &part->responses[i]);
        }
    }
}

/* ---- Steps and answer -----------------------------------------------------------------------------------------------
 */

static const struct kin_pairs_look steps_look = {KIN_STYLE_KEY_BODY, KIN_STYLE_KEY_SMALL, 3.5, 92, 0};

static struct kin_pairs step_pairs(const struct kin_cell *cell, const struct kin_part *part)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < part->step_count; i++) {
        kin_pairs_add(arena, &pairs, part->steps[i].work, part->steps[i].why);
    }
    kin_pairs_align(cell->layout, &pairs, &steps_look, cell->width);
    return pairs;
}

/* The widest work (but not that which is too wide for a column) of this part in any form of the group: the columns of
 * all forms look alike. */
static double work_width(const struct kin_cell *cell, size_t part)
{
    double widest = 0;
    for (size_t i = 0; i < cell->group->count; i++) {
        const struct kin_item *item = cell->group->forms[i].items[cell->slot];
        if (part < item->part_count) {
            struct kin_pairs pairs = step_pairs(cell, &item->parts[part]);
            double width = kin_pairs_left(cell->layout, &pairs, KIN_STYLE_KEY_BODY, cell->width);
            widest = width > widest ? width : widest;
        }
    }
    return widest;
}

static void add_steps(struct kin_cell *cell, size_t part)
{
    struct kin_pairs_look look = steps_look;
    look.left_width = work_width(cell, part);
    struct kin_pairs pairs = step_pairs(cell, &cell->item->parts[part]);
    size_t first = cell->pile.count;
    kin_pairs_lay(cell->layout, &cell->pile, &pairs, &look, 0, cell->width);
    if (first < cell->pile.count) {
        cell->pile.slabs[first].gap = 5;
    }
}

static void add_answer(struct kin_cell *cell, const struct kin_response *response)
{
    if (response->key.content.count > 0) {
        struct kin_nodes answer = kin_key_answer(cell->layout, response);
        kin_cell_line(cell, cell->layout->words->part_answer, &answer, KIN_STYLE_KEY_BODY, 6);
    }
}

void kin_cell_fill(struct kin_cell *cell)
{
    kin_cell_line(cell, NULL, &cell->item->stem, KIN_STYLE_KEY_SMALL, 0);
    for (size_t i = 0; i < cell->item->part_count; i++) {
        const struct kin_part *part = &cell->item->parts[i];
        add_question(cell, part);
        add_steps(cell, i);
        for (size_t j = 0; j < part->response_count; j++) {
            add_answer(cell, &part->responses[j]);
            kin_cell_marks(cell, i, j);
        }
    }
}

void kin_cell_ask(struct kin_cell *cell)
{
    kin_cell_line(cell, NULL, &cell->item->stem, KIN_STYLE_KEY_SMALL, 0);
    for (size_t i = 0; i < cell->item->part_count; i++) {
        const struct kin_part *part = &cell->item->parts[i];
        add_question(cell, part);
        for (size_t j = 0; j < part->response_count; j++) {
            add_answer(cell, &part->responses[j]);
        }
    }
}

/* ---- Does it fit?
 * ------------------------------------------------------------------------------------------------------ */

/* Of blocks, only those with a width of their own can be too wide: text and whatever holds text is broken into lines.
 */
static bool has_own_width(const struct kin_node *node)
{
    return node->kind == KIN_NODE_MATHS || node->kind == KIN_NODE_TABLE || node->kind == KIN_NODE_FIGURE ||
           node->kind == KIN_NODE_BESIDE;
}

static bool flow_fits(const struct kin_layout *layout, const struct kin_nodes *flow, enum kin_style style, double width)
{
    for (size_t i = 0; i < flow->count; i++) {
        struct kin_node *node = flow->items[i];
        struct kin_nodes one = {&node, 1, 1};
        if (has_own_width(node) && kin_flow_width(layout, &one, style) > width) {
            return false;
        }
    }
    return true;
}

/* A body as it prints here, with its answers written in. */
static bool body_fits(const struct kin_layout *layout, const struct kin_response *response, double width)
{
    struct kin_nodes body = response->blank_count ? kin_blanks_filled(layout->arena, response) : response->body;
    return flow_fits(layout, &body, KIN_STYLE_KEY_SMALL, width);
}

static bool part_fits(const struct kin_layout *layout, const struct kin_part *part, double width)
{
    bool fits = flow_fits(layout, &part->stem, KIN_STYLE_KEY_SMALL, width);
    for (size_t i = 0; fits && i < part->step_count; i++) {
        fits = flow_fits(layout, &part->steps[i].work, KIN_STYLE_KEY_BODY, width);
    }
    for (size_t i = 0; fits && i < part->response_count; i++) {
        fits = flow_fits(layout, &part->responses[i].sample, KIN_STYLE_KEY_SMALL, width) &&
               body_fits(layout, &part->responses[i], width);
    }
    return fits;
}

bool kin_cell_fits(const struct kin_layout *layout, const struct kin_item *item, double width)
{
    bool fits = flow_fits(layout, &item->stem, KIN_STYLE_KEY_SMALL, width);
    for (size_t i = 0; fits && i < item->part_count; i++) {
        fits = part_fits(layout, &item->parts[i], width);
    }
    return fits;
}
