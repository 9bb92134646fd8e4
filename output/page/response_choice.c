#include "page/key.h"
#include "page/response.h"

#include <math.h>

/* Options in 4, 2 or 1 columns, read down each column. A circled letter: choose one; a square one: choose all that
 * apply. */

static const double mark_room = 21, mark_radius = 7.2, gutter = 10, row_gap = 6, above_options = 5;

static bool is_figure(const struct kin_nodes *content)
{
    return content->count == 1 && content->items[0]->kind == KIN_NODE_FIGURE;
}

/* Figures stand in pairs where that makes them a quarter narrower at most. */
int kin_choice_columns(const struct kin_layout *layout, const struct kin_response *response, double width)
{
    const double narrower = 0.75;
    double widest = 0;
    bool figures = response->option_count > 0;
    for (size_t i = 0; i < response->option_count; i++) {
        const struct kin_nodes *content = &response->options[i].answer.content;
        widest = fmax(widest, kin_flow_width(layout, content, KIN_STYLE_BODY));
        figures = figures && is_figure(content);
    }
    for (int columns = 4; columns > 1; columns /= 2) {
        double least = figures && columns == 2 ? narrower * widest : widest;
        if (least <= width / columns - mark_room - gutter) {
            return columns;
        }
    }
    return 1;
}

/* ---- Marks -------------------------------------------------------------------------------------------------- */

static struct kin_segment curve(double x1, double y1, double x2, double y2, double x3, double y3)
{
    return (struct kin_segment){KIN_CURVE, {x1, x2, x3}, {y1, y2, y3}};
}

/* Four Bezier quarters. */
static void put_circle(struct kin_ops *ops, double x, double y, double r, double stroke)
{
    struct kin_op *op = kin_op_new(ops, KIN_OP_PATH);
    double k = KIN_QUARTER * r;
    const struct kin_segment outline[] = {
        {KIN_MOVE, {x + r}, {y}},
        curve(x + r, y + k, x + k, y + r, x, y + r),
        curve(x - k, y + r, x - r, y + k, x - r, y),
        curve(x - r, y - k, x - k, y - r, x, y - r),
        curve(x + k, y - r, x + r, y - k, x + r, y),
        {.verb = KIN_CLOSE},
    };
    op->segments = kin_copy_bytes(ops->arena, outline, sizeof outline);
    op->segment_count = sizeof outline / sizeof *outline;
    op->ink = (struct kin_ink){.gray = 0, .stroke_width = stroke};
}

/* What a teacher's form marks as right. */
static void put_ring(struct kin_ops *ops, double x, double y)
{
    put_circle(ops, x, y, mark_radius + 1.6, 1.8);
}

/* A letter in its circle or square, centred on the x-height of a line with that baseline. */
static void put_mark(const struct kin_layout *layout, struct kin_ops *ops, enum kin_response_kind kind,
                     const char *letter, double x, double baseline)
{
    double cx = x + mark_radius, cy = baseline - 3.8;
    if (kind == KIN_RESPONSE_MULTI_SELECT) {
        struct kin_ink ink = {.gray = 0, .stroke_width = 0.7};
        kin_frame_rect(ops, x + 0.5, cy - mark_radius + 0.5, 2 * mark_radius - 1, 2 * mark_radius - 1, ink);
    } else {
        put_circle(ops, cx, cy, mark_radius, 0.7);
    }
    const struct kin_box *box = kin_words_box(layout, letter, KIN_STYLE_OPTION);
    kin_box_draw(ops, box, cx - box->width / 2, cy + 3.05);
}

/* ---- The table of options ------------------------------------------------------------------------------------- */

struct options {
    const struct kin_response *response;
    struct kin_box **boxes;
    size_t columns, rows;
    double *baselines; /* of the rows */
    double cell;       /* width */
};

static struct options options_of(const struct kin_part_frame *frame, const struct kin_response *response)
{
    const struct kin_layout *layout = frame->layout;
    size_t columns = frame->columns > 0 ? (size_t)frame->columns : 1;
    struct options options = {.response = response, .columns = columns, .cell = frame->width / (double)columns};
    options.rows = (response->option_count + columns - 1) / columns;
    options.boxes = KIN_NEW_N(layout->arena, struct kin_box *, response->option_count);
    options.baselines = KIN_NEW_N(layout->arena, double, options.rows);
    for (size_t i = 0; i < response->option_count; i++) {
        options.boxes[i] = kin_flow_box(layout, &response->options[i].answer.content, KIN_STYLE_BODY,
                                        options.cell - mark_room - (columns > 1 ? gutter : 0));
    }
    return options;
}

static void row_extent(const struct options *options, size_t row, double *ascent, double *descent)
{
    *ascent = 11;
    *descent = 4;
    for (size_t i = row; i < options->response->option_count; i += options->rows) {
        const struct kin_box *box = options->boxes[i];
        *ascent = box && box->ascent > *ascent ? box->ascent : *ascent;
        *descent = box && box->descent > *descent ? box->descent : *descent;
    }
}

static void put_option(const struct kin_part_frame *frame, struct kin_ops *ops, const struct options *options, size_t i,
                       double baseline)
{
    double x = frame->x + (double)(i / options->rows) * options->cell;
    const char *letter = kin_option_letter(frame->layout->arena, i);
    struct kin_ops option = kin_ops_in(frame->layout->arena), body = option;
    put_mark(frame->layout, &option, options->response->kind, letter, x, baseline);
    if (kin_is_written(frame) && options->response->options[i].right) {
        put_ring(&option, x + mark_radius, baseline - 3.8);
    }
    kin_ops_tag(&option, "Lbl", NULL);
    if (options->boxes[i]) {
        kin_box_draw(&body, options->boxes[i], x + mark_room, baseline);
        kin_ops_tag(&body, "LBody", NULL);
        kin_ops_join(&option, &body);
    }
    kin_ops_tag(&option, "LI", NULL);
    kin_ops_join(ops, &option);
}

static void put_answer(struct kin_part_frame *frame, struct kin_slab *slab, const struct kin_response *response,
                       double baseline)
{
    if (kin_answers_apart(frame)) {
        const struct kin_layout *layout = frame->layout;
        const char *letters = kin_right_letters(layout->arena, response);
        kin_answer_cell(frame, slab, baseline);
        kin_letter_write(frame, &slab->ops, letters ? letters : "", layout->column + 38, baseline,
                         layout->answers - 38);
    }
    kin_answer_row(frame, &slab->ops, response, baseline);
}

/* Options that fill a page are slabs of their own: figures in large print. */
static void add_rows(struct kin_part_frame *frame, const struct options *options)
{
    for (size_t row = 0; row < options->rows; row++) {
        double ascent, descent;
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, row > 0 ? row_gap : above_options);
        row_extent(options, row, &ascent, &descent);
        for (size_t i = row; i < options->response->option_count; i += options->rows) {
            put_option(frame, &slab->ops, options, i, ascent);
        }
        kin_ops_tag(&slab->ops, "L", NULL);
        if (row == 0) {
            put_answer(frame, slab, options->response, ascent);
        }
        slab->height = ascent + descent;
    }
}

static void add_options(struct kin_part_frame *frame, const struct kin_response *response)
{
    struct options options = options_of(frame, response);
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above_options);
    for (size_t row = 0; row < options.rows; row++) {
        double ascent, descent;
        row_extent(&options, row, &ascent, &descent);
        slab->height += row > 0 ? row_gap : 0;
        options.baselines[row] = slab->height + ascent;
        slab->height += ascent + descent;
    }
    if (kin_slab_is_tall(frame->layout, slab)) {
        frame->pile->count--;
        add_rows(frame, &options);
        return;
    }
    for (size_t i = 0; i < response->option_count; i++) {
        put_option(frame, &slab->ops, &options, i, options.baselines[i % options.rows]);
    }
    kin_ops_tag(&slab->ops, "L", NULL);
    put_answer(frame, slab, response, options.baselines[0]);
}

static void add_prompt(struct kin_part_frame *frame)
{
    const double above = 3, one_line = 15;
    const struct kin_layout *layout = frame->layout;
    struct kin_slab *slab = kin_pile_add(layout->arena, frame->pile, above);
    struct kin_nodes words = kin_flow_of_text(layout->arena, layout->words->select_all, KIN_UPRIGHT);
    struct kin_box *box = kin_flow_box(layout, &words, KIN_STYLE_PROMPT, frame->width);
    kin_box_draw(&slab->ops, box, frame->x, 11);
    slab->height = fmax(one_line, 11 + box->descent);
}

size_t kin_choice_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    if (responses->kind == KIN_RESPONSE_MULTI_SELECT) {
        add_prompt(frame);
    }
    if (responses->option_count > 0) {
        add_options(frame, responses);
    }
    kin_response_space(frame, responses);
    return 1;
}
