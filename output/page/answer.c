/* Places for answers in a column of their own, and answers on a teacher's form. */
#include "page/key.h"
#include "page/response.h"

static const double column_gap = 14;

bool kin_answers_apart(const struct kin_part_frame *frame)
{
    return frame->layout->answers > 0;
}

void kin_answer_cell(struct kin_part_frame *frame, struct kin_slab *slab, double baseline)
{
    const double number_room = 24;
    const struct kin_layout *layout = frame->layout;
    double x = layout->column + column_gap, right = layout->column + layout->answers;
    if (frame->name) {
        const char *number = kin_format(layout->arena, "%s.", frame->name);
        kin_words_put(layout, &slab->ops, number, KIN_STYLE_POINTS, x, baseline);
    }
    kin_answer_rule(&slab->ops, x + number_room, baseline + 2, right - x - number_room);
}

/* ---- A teacher's form ------------------------------------------------------------------------------------------- */

static void put_tagged(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_ops *part, double x,
                       double y, double width)
{
    kin_tag_put(ops, "Answer", part, x, y);
    ops->last->alternative = frame->name;
    ops->last->width = width;
}

void kin_answer_write(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *answer, double x,
                      double baseline, double room)
{
    const struct kin_layout *layout = frame->layout;
    if (layout->edition != KIN_FOR_TEACHERS || answer->count == 0) {
        return;
    }
    double width = kin_flow_width(layout, answer, KIN_STYLE_KEY_ANSWER) + 1;
    struct kin_box *box = kin_flow_box(layout, answer, KIN_STYLE_KEY_ANSWER, width < room ? width : room);
    struct kin_ops part = kin_ops_in(layout->arena);
    kin_box_draw(&part, box, 4, box->descent > 5 ? 5 - box->descent : 0);
    put_tagged(frame, ops, &part, x, baseline, box->width);
}

/* In the margin; between columns there is none, so there it stands at the end of the column. */
void kin_answer_beside(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_response *response,
                       double baseline)
{
    const double gap = 6, edge = 22, pad = 3, most_inside = 90;
    const struct kin_layout *layout = frame->layout;
    if (layout->edition != KIN_FOR_TEACHERS) {
        return;
    }
    struct kin_nodes answer = kin_key_answer(layout, response);
    bool margin = layout->columns == 1;
    double room = margin ? layout->paper->side - gap - kin_true(layout, edge) : most_inside;
    double width = kin_flow_width(layout, &answer, KIN_STYLE_KEY_SMALL) + 1;
    struct kin_box *box = kin_flow_box(layout, &answer, KIN_STYLE_KEY_SMALL, width < room ? width : room);
    struct kin_ops part = kin_ops_in(layout->arena);
    kin_box_draw(&part, box, 0, 0);
    kin_frame_rect(&part, -pad, -box->ascent - pad, box->width + 2 * pad, kin_box_height(box) + 2 * pad,
                   (struct kin_ink){.stroke_width = 0.8});
    double right = layout->column + layout->answers;
    put_tagged(frame, ops, &part, margin ? right + gap : right - box->width - pad, baseline, box->width);
}
