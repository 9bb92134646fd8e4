#include "page/response.h"

/* Content with blanks in it, to be completed; what a student draws on, or room to draw in. */
size_t kin_body_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    const double above = 6;
    (void)left;
    struct kin_box *box = kin_flow_box(frame->layout, &responses->body, KIN_STYLE_BODY, frame->width);
    if (box) {
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above);
        slab->height = kin_box_put(&slab->ops, box, frame->x, 0);
        kin_answer_beside(frame, &slab->ops, responses, box->ascent);
    }
    kin_response_space(frame, responses);
    return 1;
}
