/* Grids, matches, orders and drawings in the key's worked solutions. */
#include "page/key.h"

#include "page/pairs.h"
#include "page/response.h"

static const struct kin_pairs_look rows_look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 1.5, 90, 0};

static void lay(struct kin_cell *cell, const struct kin_pairs *pairs)
{
    size_t first = cell->pile.count;
    kin_pairs_lay(cell->layout, &cell->pile, pairs, &rows_look, 0, cell->width);
    if (first < cell->pile.count) {
        cell->pile.slabs[first].gap = 3;
    }
}

/* "True", before the statement. */
static void add_grid(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->row_count; i++) {
        const struct kin_row *row = &response->rows[i];
        const char *label = row->label ? kin_format(arena, "%s  ", row->label) : "";
        const char *mark = kin_format(arena, "%s%s", label, response->options[row->right].answer.text);
        kin_pairs_add(arena, &pairs, kin_flow_of_text(arena, mark, KIN_BOLD), row->answer.content);
    }
    lay(cell, &pairs);
}

static bool is_used(const struct kin_response *response, size_t option)
{
    for (size_t i = 0; i < response->row_count; i++) {
        if (response->rows[i].right == option) {
            return true;
        }
    }
    return false;
}

/* "1 C", the left item and the right one; then the right items that are left over. */
static void add_match(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->row_count; i++) {
        const struct kin_row *row = &response->rows[i];
        const char *mark = kin_format(arena, "%s  %s", row->label, kin_option_letter(arena, row->right));
        struct kin_nodes both = {0};
        kin_flow_join(arena, &both, &row->answer.content);
        kin_flow_join_text(arena, &both, "→", KIN_UPRIGHT);
        kin_flow_join(arena, &both, &response->options[row->right].answer.content);
        kin_pairs_add(arena, &pairs, kin_flow_of_text(arena, mark, KIN_BOLD), both);
    }
    for (size_t i = 0; i < response->option_count; i++) {
        if (!is_used(response, i)) {
            const char *letter = kin_format(arena, "–  %s", kin_option_letter(arena, i));
            kin_pairs_add(arena, &pairs, kin_flow_of_text(arena, letter, KIN_BOLD),
                          response->options[i].answer.content);
        }
    }
    lay(cell, &pairs);
}

static void add_order(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_nodes line = {0};
    for (size_t i = 0; i < response->option_count; i++) {
        kin_flow_join_text(arena, &line, i ? "\u2002" : "", KIN_UPRIGHT);
        kin_flow_stick(arena, &line, &response->options[i].answer.content);
    }
    kin_cell_line(cell, NULL, &line, KIN_STYLE_KEY_SMALL, 2);
}

bool kin_cell_rows(struct kin_cell *cell, const struct kin_response *response)
{
    switch (response->kind) {
    case KIN_RESPONSE_GRID:
        add_grid(cell, response);
        return true;
    case KIN_RESPONSE_MATCH:
        add_match(cell, response);
        return true;
    case KIN_RESPONSE_ORDER:
        if (!response->lettered) {
            add_order(cell, response);
        }
        return !response->lettered;
    default:
        return false;
    }
}

/* ---- Marking hints -------------------------------------------------------------------------------------------------
 */

struct kin_nodes kin_stroke_text(kin_arena *arena, const struct kin_stroke *stroke)
{
    struct kin_nodes flow = {0};
    kin_flow_join(arena, &flow, &stroke->what);
    if (stroke->tolerance) {
        kin_flow_join_text(arena, &flow, kin_format(arena, "(±\u00a0%s)", stroke->tolerance), KIN_UPRIGHT);
    }
    return flow;
}

const char *kin_row_name(kin_arena *arena, const struct kin_response *response, size_t row, size_t option)
{
    const char *label = response->rows[row].label;
    const char *name = label ? label : kin_format(arena, "%zu", row + 1);
    const char *mark =
        response->kind == KIN_RESPONSE_MATCH ? kin_option_letter(arena, option) : response->options[option].answer.text;
    return kin_format(arena, "%s  %s", name, mark);
}
