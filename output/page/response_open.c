#include "page/response.h"

/* An explanation or a drawing of the student's own: free room, then ruled lines. */

static const double line_pitch = 22; /* 7.8 mm, between wide and college ruled */

static void add_label(struct kin_part_frame *frame, const struct kin_response *response)
{
    struct kin_box *box = kin_flow_box(frame->layout, &response->label, KIN_STYLE_BODY, frame->width);
    if (box) {
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, 4);
        slab->height = kin_box_put(&slab->ops, box, frame->x, 0);
    }
}

/* A teacher's form has the sample answer on the lines, as far as they go. */
static bool put_sample(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_response *response)
{
    const struct kin_layout *layout = frame->layout;
    if (layout->edition != KIN_FOR_TEACHERS || response->sample.count == 0) {
        return false;
    }
    struct kin_box *box = kin_flow_box(layout, &response->sample, KIN_STYLE_WRITTEN, frame->right - frame->x);
    bool fits = box->descent <= (response->lines - 1) * line_pitch + 8;
    if (fits) {
        kin_box_draw(ops, box, frame->x, line_pitch - 4);
    }
    return fits;
}

size_t kin_open_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    add_label(frame, responses);
    kin_response_space(frame, responses);
    if (responses->lines > 0) {
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, 2);
        for (int i = 1; i <= responses->lines; i++) {
            kin_answer_rule(&slab->ops, frame->x, i * line_pitch, frame->right - frame->x);
        }
        slab->height = responses->lines * line_pitch + 2;
        if (!put_sample(frame, &slab->ops, responses)) {
            kin_answer_beside(frame, &slab->ops, responses, 12);
        }
    }
    return 1;
}
