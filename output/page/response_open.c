#include "page/response.h"

#include <math.h>

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

static void put_rules(const struct kin_part_frame *frame, struct kin_ops *ops, int lines)
{
    for (int i = 1; i <= lines; i++) {
        kin_answer_rule(ops, frame->x, i * line_pitch, frame->right - frame->x);
    }
}

/* Do its lines stand on the rules? Tall formulas and displays push them off. */
static bool is_on_rules(const struct kin_layout *layout, const struct kin_box *box, int lines)
{
    const double low = 0.4 * kin_style(layout, KIN_STYLE_WRITTEN)->size_pt, off = 1.5;
    double below = fmod(box->descent, line_pitch);
    return box->descent <= (lines - 1) * line_pitch + low && below < low && below > low / 2 - off;
}

/* A teacher's form has the sample answer on the lines; a longer one in their place. */
static void put_lines(const struct kin_part_frame *frame, struct kin_slab *slab, const struct kin_response *response)
{
    const struct kin_layout *layout = frame->layout;
    double width = frame->right - frame->x, height = response->lines * line_pitch;
    bool written = kin_is_written(frame) && response->sample.count;
    struct kin_box *box = written ? kin_flow_box(layout, &response->sample, KIN_STYLE_WRITTEN, width) : NULL;
    if (box && !is_on_rules(layout, box, response->lines)) {
        kin_sample_write(frame, &slab->ops, &response->sample,
                         &(struct kin_nook){frame->x, height, width, height, false});
        return;
    }
    put_rules(frame, &slab->ops, response->lines);
    if (box) {
        kin_box_draw(&slab->ops, box, frame->x, line_pitch - 5);
    }
}

size_t kin_open_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    add_label(frame, responses);
    kin_response_space(frame, responses);
    if (responses->lines > 0) {
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, 2);
        put_lines(frame, slab, responses);
        slab->height = responses->lines * line_pitch + 2;
        kin_answer_row(frame, &slab->ops, responses, 12);
    } else {
        kin_response_sample(frame, responses);
    }
    return 1;
}
