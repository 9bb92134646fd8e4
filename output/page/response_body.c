#include "page/response.h"

static const double above = 6;

static void put_flow(struct kin_part_frame *frame, const struct kin_nodes *flow)
{
    struct kin_box *box = kin_flow_box(frame->layout, flow, KIN_STYLE_BODY, frame->width);
    if (box) {
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above);
        slab->height = kin_box_put(&slab->ops, box, frame->x, 0);
    }
}

/* What fills a page goes on where one of its blocks ends. */
static void put_body(struct kin_part_frame *frame, const struct kin_nodes *body)
{
    size_t first = frame->pile->count;
    put_flow(frame, body);
    if (first == frame->pile->count || !kin_slab_is_tall(frame->layout, &frame->pile->slabs[first])) {
        return;
    }
    frame->pile->count = first;
    for (size_t i = 0; i < body->count; i++) {
        put_flow(frame, &(struct kin_nodes){.items = body->items + i, .count = 1});
    }
}

/* Content with blanks in it, to be completed; what a student draws on, or room to draw in. */
size_t kin_body_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    size_t first = frame->pile->count;
    put_body(frame, &responses->body);
    if (frame->pile->count > first) {
        kin_answer_beside(frame, &frame->pile->slabs[first].ops, responses,
                          frame->layout->styles[KIN_STYLE_BODY].size_pt);
    }
    kin_response_space(frame, responses);
    return 1;
}
