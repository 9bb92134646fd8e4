/* Matrices and written arithmetic: parts of a formula that stand in rows and columns. */
#include "content/formula_set.h"
#include "content/tableau.h"

#include <string.h>

static struct kin_piece as_atom(const struct kin_maths *maths)
{
    return (struct kin_piece){.maths = maths};
}

/* ---- Matrices ---- */

static const struct kin_maths *matrix_row(struct kin_setter *setter, const struct kin_written *group)
{
    const struct kin_written *body = group->kids[0];
    bool list = body->kind == KIN_WRITTEN_LIST;
    size_t count = list ? body->count : 1;
    const struct kin_maths **cells = KIN_NEW_N(setter->arena, const struct kin_maths *, count);
    for (size_t i = 0; i < count; i++) {
        struct kin_piece cell = kin_setter_part(setter, list ? body->kids[i] : body, KIN_BARE);
        if (!cell.maths) {
            return NULL;
        }
        cells[i] = kin_piece_signed(setter->arena, &cell);
    }
    return kin_maths_new(setter->arena, KIN_MATHS_ROW, NULL, cells, count);
}

static struct kin_piece set_matrix(struct kin_setter *setter, const struct kin_written *body)
{
    bool list = body->kind == KIN_WRITTEN_LIST;
    size_t count = list ? body->count : 1;
    const struct kin_maths **rows = KIN_NEW_N(setter->arena, const struct kin_maths *, count);
    for (size_t i = 0; i < count; i++) {
        rows[i] = matrix_row(setter, list ? body->kids[i] : body);
        if (!rows[i]) {
            return (struct kin_piece){0};
        }
    }
    struct kin_maths grid = {.kind = KIN_MATHS_GRID, .text = "matrix", .open = "", .close = "", .count = count};
    grid.kids = rows;
    return as_atom(kin_maths_fence(setter->arena, "[", "]", kin_copy_bytes(setter->arena, &grid, sizeof grid)));
}

/* ---- Written arithmetic ---- */

/* The number that a typed number or a hole stands for, and the decimals that it prints with; false where it is none. */
static bool number_of(const struct kin_setter *setter, const struct kin_written *part, struct kin_rat *number,
                      int *places)
{
    if (part->kind == KIN_WRITTEN_SUM && part->count == 1 && part->joins[0] == KIN_JOIN_MINUS) {
        bool found = number_of(setter, part->kids[0], number, places);
        *number = found ? kin_rat_neg(setter->arena, *number) : *number;
        return found;
    }
    const struct kin_value *value = part->kind == KIN_WRITTEN_HOLE ? &setter->values[part->index] : NULL;
    if (part->kind != KIN_WRITTEN_NUMBER && (!value || value->kind != KIN_NUMBER)) {
        return false;
    }
    *number = value ? value->as.number : part->number;
    *places = value ? value->places : part->places;
    *places = *places == KIN_NO_PLACES ? 0 : *places;
    return kin_rat_defined(*number);
}

static bool figures_of(const struct kin_setter *setter, const struct kin_written *part, struct kin_figures *figures)
{
    struct kin_rat number;
    int places;
    return number_of(setter, part, &number, &places) && kin_figures_of(setter->arena, number, places, figures);
}

static const struct kin_maths *set_column(const struct kin_setter *setter, const struct kin_written *body,
                                          enum kin_tableau_work work)
{
    struct kin_figures numbers[KIN_TABLEAU_ROWS];
    for (size_t i = 0; i < body->count; i++) {
        if (i == KIN_TABLEAU_ROWS || !figures_of(setter, body->kids[i], &numbers[i])) {
            return NULL;
        }
    }
    char sign = body->kind == KIN_WRITTEN_PRODUCT ? '*' : body->joins[1] == KIN_JOIN_MINUS ? '-' : '+';
    return kin_tableau_column(setter->arena, sign, numbers, body->count, work);
}

static const struct kin_maths *set_division(const struct kin_setter *setter, const struct kin_written *body,
                                            enum kin_tableau_work work)
{
    struct kin_figures numbers[2];
    for (size_t i = 0; i < 2; i++) {
        if (!figures_of(setter, body->kids[i], &numbers[i])) {
            return NULL;
        }
    }
    return kin_tableau_division(setter->arena, numbers[0], numbers[1], work);
}

static const struct kin_maths *set_synthetic(const struct kin_setter *setter, const struct kin_written *body,
                                             enum kin_tableau_work work)
{
    const struct kin_written *list = body->kids[1]->kids[0];
    struct kin_rat root, *coefficients = KIN_NEW_N(setter->arena, struct kin_rat, list->count);
    int places;
    bool numbers = number_of(setter, body->kids[0], &root, &places);
    for (size_t i = 0; numbers && i < list->count; i++) {
        numbers = number_of(setter, list->kids[i], &coefficients[i], &places);
    }
    return numbers ? kin_tableau_synthetic(setter->arena, root, coefficients, list->count, work) : NULL;
}

struct kin_piece kin_setter_laid_out(struct kin_setter *setter, const struct kin_written *part)
{
    const struct kin_written *body = part->kids[0];
    if (part->kind == KIN_WRITTEN_MATRIX) {
        return set_matrix(setter, body);
    }
    enum kin_tableau_work work = strstr(part->text, "steps") ? KIN_TABLEAU_STEPS : KIN_TABLEAU_TASK;
    const struct kin_maths *tableau = part->text[0] == 'c'   ? set_column(setter, body, work)
                                      : part->text[0] == 'd' ? set_division(setter, body, work)
                                                             : set_synthetic(setter, body, work);
    return tableau ? as_atom(tableau) : kin_piece_fault(setter->frame, KIN_E3230, part->span, part->text);
}
