/* Squared and dotted paper. */
#include "figure/paper.h"

#include "figure/outline.h"

static bool place_holds(const struct kin_figure_part *figure, const struct kin_figure_part *part, const char *name,
                        struct kin_figure_fault *fault)
{
    for (size_t i = 0; i < kin_figure_count(part, name) / 2; i++) {
        struct kin_xy at = kin_point_of(part, name, i);
        bool inside = at.x >= 0 && at.y >= 0 && at.x <= kin_figure_number(figure, "columns") &&
                      at.y <= kin_figure_number(figure, "rows");
        if (!inside) {
            return kin_figure_reject(fault, part, name,
                                     "(%g, %g) is not on the paper, which has %g columns and %g rows", at.x, at.y,
                                     kin_figure_number(figure, "columns"), kin_figure_number(figure, "rows"));
        }
    }
    return true;
}

static bool part_holds(const struct kin_figure_part *figure, const struct kin_figure_part *part,
                       struct kin_figure_fault *fault)
{
    static const char *const segment[] = {"from", "to", "at", "center", "corners"};
    for (size_t i = 0; i < sizeof segment / sizeof *segment; i++) {
        const struct kin_figure_value *value = kin_figure_value(part, segment[i]);
        if (value && value->count > 1 && !place_holds(figure, part, segment[i], fault)) {
            return false;
        }
    }
    return true;
}

bool kin_paper_holds(const struct kin_figure_part *figure, struct kin_figure_fault *fault)
{
    bool holds = !kin_has_grid(figure) || part_holds(figure, figure, fault);
    for (size_t i = 0; holds && kin_has_grid(figure) && i < figure->part_count; i++) {
        holds = part_holds(figure, figure->parts[i], fault);
    }
    return holds;
}

static void lay_squares(struct kin_board *board, double columns, double rows)
{
    for (double x = 0; x <= columns; x++) {
        kin_board_line(board, (struct kin_xy){x, 0}, (struct kin_xy){x, rows}, KIN_PEN_GRID);
    }
    for (double y = 0; y <= rows; y++) {
        kin_board_line(board, (struct kin_xy){0, y}, (struct kin_xy){columns, y}, KIN_PEN_GRID);
    }
}

static void lay_dots(struct kin_board *board, double columns, double rows)
{
    for (double x = 0; x <= columns; x++) {
        kin_board_specks(board, (struct kin_xy){x, 0}, (struct kin_xy){x, floor(rows)}, (size_t)rows + 1);
    }
}

void kin_paper_lay(struct kin_board *board, const struct kin_figure_part *figure)
{
    double columns = kin_figure_number(figure, "columns"), rows = kin_figure_number(figure, "rows");
    if (kin_figure_is(figure, "grid", "squares")) {
        lay_squares(board, columns, rows);
    } else if (kin_figure_is(figure, "grid", "dots")) {
        lay_dots(board, columns, rows);
    }
}

static void tell_corners(const struct kin_figure_part *part, struct kin_telling *telling)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; i < kin_figure_count(part, "corners") / 2; i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", kin_tell_point(telling, part, "corners", i));
    }
    if (buf.length) {
        kin_tell(telling, telling->words->tell_polygon, buf.data);
    }
}

void kin_paper_tell(const struct kin_figure_part *figure, struct kin_telling *telling)
{
    if (!kin_has_grid(figure)) {
        return;
    }
    kin_tell(telling,
             kin_figure_is(figure, "grid", "dots") ? telling->words->tell_dotted_paper
                                                   : telling->words->tell_squared_paper,
             kin_tell_number(telling, figure, "columns"), kin_tell_number(telling, figure, "rows"));
    tell_corners(figure, telling);
    for (size_t i = 0; i < figure->part_count; i++) {
        tell_corners(figure->parts[i], telling);
    }
}
