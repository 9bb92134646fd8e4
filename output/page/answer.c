/* Places for answers in a column of their own, and answers on a teacher's form: written in where they have room, beside
 * it where not. */
#include "page/key.h"
#include "page/response.h"

static const double column_gap = 14;

bool kin_answers_apart(const struct kin_part_frame *frame)
{
    return frame->layout->answers > 0;
}

/* "2a" */
static const char *name_of(const struct kin_part_frame *frame)
{
    return kin_part_name(frame->layout->arena, frame->number ? frame->number : "", frame->part);
}

void kin_answer_cell(struct kin_part_frame *frame, struct kin_slab *slab, double baseline)
{
    const double number_room = 24;
    const struct kin_layout *layout = frame->layout;
    double x = layout->column + column_gap, right = layout->column + layout->answers;
    if (frame->number) {
        const char *name = kin_format(layout->arena, "%s.", name_of(frame));
        kin_words_put(layout, &slab->ops, name, KIN_STYLE_POINTS, x, baseline);
    }
    kin_answer_rule(&slab->ops, x + number_room, baseline + 2, right - x - number_room);
}

/* ---- Written in ------------------------------------------------------------------------------------------------- */

bool kin_is_written(const struct kin_part_frame *frame)
{
    return frame->layout->edition == KIN_FOR_TEACHERS;
}

bool kin_answer_write(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *answer,
                      const struct kin_nook *place)
{
    const struct kin_layout *layout = frame->layout;
    if (!kin_is_written(frame) || answer->count == 0) {
        return true;
    }
    struct kin_box *box = kin_box_written(layout->type, layout->arena, answer, kin_style(layout, KIN_STYLE_BODY),
                                          place->width, place->height);
    if (box) {
        double indent = place->middle ? (place->width - box->width) / 2 : 0;
        kin_box_draw(ops, box, place->x + indent, place->bottom - box->descent);
    }
    return box;
}

bool kin_letter_write(const struct kin_part_frame *frame, struct kin_ops *ops, const char *letter, double x,
                      double baseline, double width)
{
    const double height = 15;
    struct kin_nodes flow = kin_flow_of_text(frame->layout->arena, letter, KIN_UPRIGHT);
    struct kin_nook place = {x, baseline + 2, width, height, .middle = true};
    return kin_answer_write(frame, ops, &flow, &place);
}

void kin_tick_write(const struct kin_part_frame *frame, struct kin_ops *ops, double x, double y, double size)
{
    struct kin_ink ink = {.stroke_width = 1.9, .round = true};
    if (kin_is_written(frame)) {
        kin_line(ops, x - 0.15 * size, y - 0.1 * size, x + 1.15 * size, y + 1.1 * size, ink);
        kin_line(ops, x + 1.15 * size, y - 0.1 * size, x - 0.15 * size, y + 1.1 * size, ink);
    }
}

void kin_sample_write(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *sample,
                      const struct kin_nook *place)
{
    const struct kin_layout *layout = frame->layout;
    if (!kin_is_written(frame) || sample->count == 0) {
        return;
    }
    struct kin_box *box = kin_flow_box(layout, sample, KIN_STYLE_WRITTEN_CLOSE, place->width);
    if (kin_box_height(box) > place->height) {
        struct kin_nodes see = kin_flow_of_text(layout->arena, layout->words->see_key, KIN_ITALIC);
        kin_answer_beside(frame, ops, &see, place->bottom - place->height + 13); /* its frame clear of the prompt */
        return;
    }
    kin_box_put(ops, box, place->x, place->bottom - place->height);
}

/* ---- Beside ----------------------------------------------------------------------------------------------------- */

/* In the margin; where there is none, or next to none, at the end of the column. What is wider than its room is made
 * smaller. */
void kin_answer_beside(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *answer,
                       double baseline)
{
    const double gap = 6, edge = 22, pad = 3, most_inside = 90, least_margin = 20;
    const struct kin_layout *layout = frame->layout;
    if (!kin_is_written(frame) || answer->count == 0) {
        return;
    }
    double beside = layout->paper->side - gap - kin_true(layout, edge);
    bool margin = layout->columns == 1 && beside >= least_margin;
    double room = margin ? beside : most_inside;
    double width = kin_flow_width(layout, answer, KIN_STYLE_KEY_SMALL) + 1;
    struct kin_box *box = kin_flow_box(layout, answer, KIN_STYLE_KEY_SMALL, width < room ? width : room);
    struct kin_ops part = kin_ops_in(layout->arena);
    kin_box_draw(&part, box, 0, 0);
    kin_frame_rect(&part, -pad, -box->ascent - pad, box->width + 2 * pad, kin_box_height(box) + 2 * pad,
                   (struct kin_ink){.stroke_width = 0.8});
    double right = layout->column + layout->answers, factor = box->width > room ? room / box->width : 1;
    part = factor < 1 ? kin_ops_enlarged(layout->arena, &part, factor) : part;
    kin_place(ops, &part, margin ? right + gap : right - (box->width + pad) * factor, baseline);
}

/* ---- The marking column ----------------------------------------------------------------------------------------- */

/* Boxes in lines: where the next one goes. */
struct ticks {
    const struct kin_layout *layout;
    struct kin_ops *ops;
    double left, x, baseline;
};

static void put_tick(struct ticks *ticks, const char *sign, struct kin_rat earned)
{
    const double line = 12, gap = 9;
    const struct kin_layout *layout = ticks->layout;
    const char *points = kin_format(layout->arena, "%s%s", sign, kin_points_number(layout->arena, earned));
    double width = kin_tick_box_width() + kin_words_width(layout, points, KIN_STYLE_KEY_SMALL);
    if (ticks->x > ticks->left && ticks->x + width > KIN_STRIP_ROOM) {
        ticks->x = ticks->left;
        ticks->baseline += line;
    }
    double after = kin_tick_box(ticks->ops, ticks->x, ticks->baseline);
    kin_words_put(layout, ticks->ops, points, KIN_STYLE_KEY_SMALL, after, ticks->baseline);
    ticks->x += width + gap;
}

/* A box for each line of a rubric and each mark of a drawing, with its points: "[] 2  [] 1". */
static void put_ticks(struct ticks *ticks, const struct kin_response *response)
{
    for (size_t i = 0; i < response->stroke_count; i++) {
        put_tick(ticks, "", response->strokes[i].points);
    }
    for (size_t i = 0; i < response->credit_count; i++) {
        put_tick(ticks, response->credits[i].kind == KIN_CREDIT_OFF ? "−" : "", response->credits[i].points);
    }
}

void kin_answer_row(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_response *response,
                    double baseline)
{
    const struct kin_layout *layout = frame->layout;
    const double name_room = 24, below = 12;
    if (layout->edition != KIN_FOR_MARKING) {
        return;
    }
    struct kin_nodes answer = kin_key_answer(layout, response);
    struct kin_ops row = kin_ops_in(layout->arena);
    struct kin_box *box = kin_flow_box(layout, &answer, KIN_STYLE_KEY_ANSWER, KIN_STRIP_ROOM - name_room);
    if (frame->number && response == frame->part->responses) {
        kin_words_put(layout, &row, name_of(frame), KIN_STYLE_POINTS, 0, 0);
    }
    kin_box_draw(&row, box, name_room, 0);
    struct ticks ticks = {layout, &row, name_room, name_room, box->descent + below};
    put_ticks(&ticks, response);
    double end = response->credit_count + response->stroke_count > 0 ? ticks.baseline + 3 : box->descent;
    struct kin_ops down = kin_ops_in(layout->arena);
    kin_place(&down, &row, 0, box->ascent);
    kin_tag_put(ops, "Answer", &down, 0, baseline - box->ascent);
    ops->last->width = name_room + box->width;
    ops->last->height = box->ascent + end;
}
