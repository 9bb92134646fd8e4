/* Grids: each row belongs in one column. */
#include "draw/rows.h"

#include <string.h>

static bool column_named(const struct kin_response_template *response, struct kin_frame *frame,
                         const struct kin_expr *column, size_t *place)
{
    struct kin_value word;
    if (!kin_expr_eval(column, frame, &word)) {
        return false;
    }
    const char *id = word.kind == KIN_WORD ? word.as.word->one : "";
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].id && strcmp(response->options[i].id, id) == 0) {
            *place = i;
            return true;
        }
    }
    return kin_resolve_fault(frame, KIN_E447, kin_expr_span(column), id);
}

static bool column_of(const struct kin_response_template *response, struct kin_frame *frame,
                      const struct kin_row_template *row, size_t *place)
{
    struct kin_value truth;
    if (row->column) {
        return column_named(response, frame, row->column, place);
    }
    if (!kin_expr_eval(row->truth, frame, &truth)) {
        return false;
    }
    *place = !(truth.kind == KIN_TRUTH && truth.as.truth);
    return true;
}

/* Statements that look alike: in a pool the second one stands by, elsewhere the instance is none. */
static bool is_new(struct kin_candidates *others, const struct kin_row_template *row, const struct kin_listed *entry)
{
    struct kin_candidate candidate = {.content = &row->content, .entry = *entry};
    if (kin_candidates_look(others, &candidate)) {
        return false;
    }
    others->items[others->count++] = candidate;
    return true;
}

bool kin_grid_settle(const struct kin_response_template *response, struct kin_frame *frame,
                     struct kin_gridding *gridding)
{
    struct kin_candidates *others = KIN_NEW(frame->arena, struct kin_candidates);
    others->response = response;
    others->frame = frame;
    gridding->usable = true;
    gridding->statements.count = 0;
    if (!kin_entries_list(response, KIN_ENTRY_ROW, frame, &gridding->rows)) {
        return false;
    }
    for (size_t i = 0; i < gridding->rows.count; i++) {
        const struct kin_listed *entry = &gridding->rows.items[i];
        const struct kin_row_template *row = &response->rows[entry->index];
        kin_listed_enter(entry, frame);
        if (!column_of(response, frame, row, &gridding->right[i])) {
            return false;
        }
        if (is_new(others, row, entry)) {
            gridding->statements.items[gridding->statements.count++] =
                (struct kin_statement){row->pool, row->kind, row->truth && !gridding->right[i], entry->bit};
        } else if (!row->pool) {
            gridding->usable = false;
        }
    }
    return true;
}
