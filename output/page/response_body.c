#include "page/response.h"

#include "content/blank.h"
#include "page/key.h"

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

/* With the answers written in, on a teacher's form; those that have no room in the margin. */
static void put_answered(struct kin_part_frame *frame, const struct kin_response *response)
{
    struct kin_writing *writing = frame->layout->writing;
    struct kin_nodes body = kin_blanks_filled(frame->layout->arena, response);
    size_t first = frame->pile->count;
    writing->count = 0;
    put_body(frame, &body);
    struct kin_nodes left = kin_blanks_left(frame->layout, response, writing);
    if (frame->pile->count > first) {
        kin_answer_beside(frame, &frame->pile->slabs[first].ops, &left,
                          kin_style(frame->layout, KIN_STYLE_BODY)->size_pt);
    }
}

/* Content with blanks in it, to be completed; what a student draws on, or room to draw in. */
size_t kin_body_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    size_t first = frame->pile->count;
    if (kin_is_written(frame) && responses->blank_count > 0) {
        put_answered(frame, responses);
    } else {
        put_body(frame, &responses->body);
    }
    kin_response_space(frame, responses);
    if (frame->pile->count == first) {
        kin_response_sample(frame, responses);
    } else {
        kin_answer_row(frame, &frame->pile->slabs[first].ops, responses,
                       kin_style(frame->layout, KIN_STYLE_BODY)->size_pt);
    }
    return 1;
}
