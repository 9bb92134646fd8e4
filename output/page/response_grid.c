#include "page/response.h"

#include <string.h>

/* Statements in rows with a box to tick in each column: a ruled table. */

static const double pad_x = 6, pad_y = 5, least_column = 46, most_column = 110, box_size = 10, above = 7,
                    label_room = 20;

/* Between a statement and its boxes, and between the boxes, where there is no room for a table. */
static const double box_gap = 5, between_boxes = 16, below_statement = 6, least_text = 90;

struct grid {
    const struct kin_part_frame *frame;
    const struct kin_response *response;
    double label, text, column; /* widths */
    bool stacked;               /* no room for a table: boxes stand below each statement */
};

static double widest_heading(const struct kin_part_frame *frame, const struct kin_response *response)
{
    double widest = least_column;
    for (size_t i = 0; i < response->option_count; i++) {
        double width =
            kin_flow_width(frame->layout, &response->options[i].answer.content, KIN_STYLE_BODY) + 2 * pad_x + 1;
        widest = width > widest ? width : widest;
    }
    double share = 0.6 * frame->width / (double)(response->option_count + 1);
    double most = share > most_column ? share : most_column;
    return widest < most ? widest : most;
}

/* Of all headings: no word is broken. */
static double widest_word(const struct kin_layout *layout, const struct kin_response *response)
{
    double widest = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        const char *text = kin_nodes_text(layout->arena, &response->options[i].answer.content);
        for (size_t length; text += strspn(text, " "), (length = strcspn(text, " ")) > 0; text += length) {
            double width = kin_words_width(layout, kin_copy_n(layout->arena, text, length), KIN_STYLE_BODY) + 1;
            widest = width > widest ? width : widest;
        }
    }
    return widest;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* Columns of boxes are as wide as their headings, unless statements need the room more. */
static struct grid grid_of(const struct kin_part_frame *frame, const struct kin_response *response)
{
    struct grid grid = {.frame = frame, .response = response, .column = widest_heading(frame, response)};
    double count = (double)response->option_count, widest = 0;
    grid.label = response->row_count && response->rows[0].label ? label_room : 0;
    for (size_t i = 0; i < response->row_count; i++) {
        double width = kin_flow_width(frame->layout, &response->rows[i].answer.content, KIN_STYLE_BODY) + 1;
        widest = larger(widest, width);
    }
    double room = frame->width - grid.label - 2 * pad_x;
    if (widest > room - count * grid.column) {
        double least = larger(least_column, widest_word(frame->layout, response) + 2 * pad_x);
        double fair = larger(least, (room - widest) / count);
        grid.column = fair < grid.column ? fair : grid.column;
    }
    room -= count * grid.column;
    grid.text = widest < room ? widest : room;
    grid.stacked = grid.text < widest && grid.text < least_text;
    return grid;
}

static double width_of(const struct grid *grid)
{
    return grid->label + grid->text + 2 * pad_x + grid->column * (double)grid->response->option_count;
}

static double column_x(const struct grid *grid, size_t column)
{
    return grid->frame->x + grid->label + grid->text + 2 * pad_x + grid->column * (double)column;
}

static void put_row_rule(const struct grid *grid, struct kin_slab *slab)
{
    kin_rule(&slab->ops, grid->frame->x, slab->height, width_of(grid), 0.6, KIN_GRAY_FRAME);
}

static void put_headings(const struct grid *grid, struct kin_slab *slab)
{
    const struct kin_layout *layout = grid->frame->layout;
    double ascent = 11, descent = 4;
    struct kin_box **boxes = KIN_NEW_N(layout->arena, struct kin_box *, grid->response->option_count);
    for (size_t i = 0; i < grid->response->option_count; i++) {
        const struct kin_nodes *heading = &grid->response->options[i].answer.content;
        double natural = kin_flow_width(layout, heading, KIN_STYLE_BODY) + 1, room = grid->column - 2 * pad_x;
        boxes[i] = kin_flow_box(layout, heading, KIN_STYLE_BODY, natural < room ? natural : room);
        ascent = boxes[i] && boxes[i]->ascent > ascent ? boxes[i]->ascent : ascent;
        descent = boxes[i] && boxes[i]->descent > descent ? boxes[i]->descent : descent;
    }
    struct kin_ops row = kin_ops_in(layout->arena);
    kin_rule(&row, grid->frame->x, 0, width_of(grid), 0.6, KIN_GRAY_FRAME);
    kin_ops_tag(&row, "TD", NULL);
    for (size_t i = 0; i < grid->response->option_count; i++) {
        struct kin_ops cell = kin_ops_in(layout->arena);
        if (boxes[i]) {
            double x = column_x(grid, i) + (grid->column - boxes[i]->width) / 2;
            kin_box_draw(&cell, boxes[i], x, pad_y + ascent);
        }
        kin_ops_tag(&cell, "TH", NULL);
        kin_ops_join(&row, &cell);
    }
    kin_ops_tag(&row, "TR", NULL);
    kin_ops_join(&slab->ops, &row);
    slab->height = ascent + descent + 2 * pad_y;
}

/* The box of a row under a heading; its left edge at x. */
static void put_box(const struct grid *grid, struct kin_ops *ops, const struct kin_row *row, size_t option, double x,
                    double baseline)
{
    double top = baseline - box_size + 1.2;
    kin_frame_rect(ops, x, top, box_size, box_size, (struct kin_ink){.stroke_width = 0.7});
    if (row->right == option) {
        kin_tick_write(grid->frame, ops, x, top, box_size);
    }
}

/* The boxes stand level with the statement's first line. */
static void put_row(const struct grid *grid, struct kin_slab *slab, const struct kin_row *row)
{
    const struct kin_layout *layout = grid->frame->layout;
    struct kin_box *box = kin_flow_box(layout, &row->answer.content, KIN_STYLE_BODY, grid->text);
    double ascent = box && box->ascent > 11 ? box->ascent : 11, descent = box && box->descent > 4 ? box->descent : 4;
    double baseline = slab->height + pad_y + ascent;
    struct kin_ops cells = kin_ops_in(layout->arena);
    if (row->label) {
        const char *label = kin_format(layout->arena, "%s.", row->label);
        kin_words_put(layout, &cells, label, KIN_STYLE_BODY, grid->frame->x + pad_x, baseline);
    }
    if (box) {
        kin_box_draw(&cells, box, grid->frame->x + grid->label + pad_x, baseline);
    }
    kin_ops_tag(&cells, "TD", NULL);
    for (size_t i = 0; i < grid->response->option_count; i++) {
        struct kin_ops cell = kin_ops_in(layout->arena);
        double x = column_x(grid, i) + (grid->column - box_size) / 2;
        put_box(grid, &cell, row, i, x, baseline);
        kin_ops_tag(&cell, "TD", NULL);
        kin_ops_join(&cells, &cell);
    }
    kin_ops_tag(&cells, "TR", NULL);
    kin_ops_join(&slab->ops, &cells);
    slab->height += ascent + descent + 2 * pad_y;
}

static void put_frame(const struct grid *grid, struct kin_slab *slab)
{
    double first = column_x(grid, 0);
    kin_rule(&slab->ops, grid->frame->x, 0, 0.6, slab->height, KIN_GRAY_FRAME);
    for (size_t i = 0; i <= grid->response->option_count; i++) {
        kin_rule(&slab->ops, first + grid->column * (double)i, 0, 0.6, slab->height, KIN_GRAY_FRAME);
    }
}

static void put_table(const struct grid *grid, struct kin_slab *slab)
{
    put_headings(grid, slab);
    for (size_t i = 0; i < grid->response->row_count; i++) {
        put_row_rule(grid, slab);
        put_row(grid, slab, &grid->response->rows[i]);
    }
    put_row_rule(grid, slab);
    put_frame(grid, slab);
    slab->height += 1;
    kin_ops_tag(&slab->ops, "Table", NULL);
}

/* ---- Without a table -----------------------------------------------------------------------------------------------
 */

/* Each box with what it says, in as many lines as they need. */
static void put_boxes(const struct grid *grid, struct kin_slab *slab, const struct kin_row *row)
{
    const struct kin_layout *layout = grid->frame->layout;
    double left = grid->frame->x + grid->label, right = grid->frame->x + grid->frame->width, x = left;
    const double line = kin_style(layout, KIN_STYLE_BODY)->size_pt * 1.5, ascent = 11;
    for (size_t i = 0; i < grid->response->option_count; i++) {
        const struct kin_nodes *heading = &grid->response->options[i].answer.content;
        double width = kin_flow_width(layout, heading, KIN_STYLE_BODY) + 1, before = box_size + box_gap;
        if (x > left && x + before + width > right) {
            slab->height += line;
            x = left;
        }
        put_box(grid, &slab->ops, row, i, x, slab->height + ascent);
        struct kin_box *box = kin_flow_box(layout, heading, KIN_STYLE_BODY, width);
        if (box) {
            kin_box_draw(&slab->ops, box, x + before, slab->height + ascent);
        }
        x += before + width + between_boxes;
    }
    slab->height += line;
}

static void put_statement(const struct grid *grid, struct kin_slab *slab, const struct kin_row *row)
{
    const struct kin_layout *layout = grid->frame->layout;
    double x = grid->frame->x + grid->label, width = grid->frame->width - grid->label;
    struct kin_box *box = kin_flow_box(layout, &row->answer.content, KIN_STYLE_BODY, width);
    if (row->label) {
        const char *label = kin_format(layout->arena, "%s.", row->label);
        kin_words_put(layout, &slab->ops, label, KIN_STYLE_BODY, grid->frame->x,
                      slab->height + (box ? box->ascent : 11));
    }
    slab->height += kin_box_put(&slab->ops, box, x, slab->height) + below_statement;
    put_boxes(grid, slab, row);
}

static void put_stacked(const struct grid *grid, struct kin_slab *slab)
{
    for (size_t i = 0; i < grid->response->row_count; i++) {
        slab->height += i ? below_statement : 0;
        put_statement(grid, slab, &grid->response->rows[i]);
    }
}

/* What fills a page goes on after one of its statements, each with boxes that say what they are. */
static void add_statements(const struct grid *grid, struct kin_pile *pile)
{
    for (size_t i = 0; i < grid->response->row_count; i++) {
        struct kin_slab *slab = kin_pile_add(grid->frame->layout->arena, pile, i ? below_statement : above);
        put_statement(grid, slab, &grid->response->rows[i]);
    }
}

size_t kin_grid_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    struct grid grid = grid_of(frame, responses);
    size_t first = frame->pile->count;
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above);
    (grid.stacked ? put_stacked : put_table)(&grid, slab);
    if (responses->row_count > 0 && kin_slab_is_tall(frame->layout, slab)) {
        frame->pile->count = first;
        add_statements(&grid, frame->pile);
    }
    kin_answer_row(frame, &frame->pile->slabs[first].ops, responses, 11);
    kin_response_space(frame, responses);
    return 1;
}
