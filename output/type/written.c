/* Answers in the hand of who marks, in the room that a form leaves for them. */
#include "type/flow.h"

#include <string.h>

void kin_writing_leave(struct kin_writing *writing, const char *id)
{
    for (size_t i = 0; i < writing->count; i++) {
        if (strcmp(writing->left[i], id) == 0) {
            return;
        }
    }
    KIN_PUSH(writing->arena, writing->left, writing->count, writing->room) = id;
}

double kin_written_factor(double width, double height, double room, double height_room)
{
    const double least = 0.62;
    double factor = kin_smaller(1, kin_smaller(room / kin_larger(width, 1), height_room / kin_larger(height, 1)));
    return factor < least ? 0 : factor;
}

struct kin_box *kin_written_box(const struct flow *flow, const struct kin_nodes *answer, double width, double height)
{
    struct kin_text_style written = *flow->style;
    struct flow inner = kin_flow_inner(flow);
    written.hand = KIN_HAND_WRITTEN;
    written.writing = NULL;
    inner.style = &written;
    double natural = kin_flow_extent(&inner, answer).natural;
    struct kin_box *box = kin_flow_set(&inner, answer, natural + KIN_WIDTH_SLACK);
    double factor = kin_written_factor(box->width, kin_box_height(box), width, height);
    if (factor == 0) {
        return NULL;
    }
    if (factor < 1) {
        box->ops = kin_ops_enlarged(flow->arena, &box->ops, factor);
        box->width *= factor;
        box->ascent *= factor;
        box->descent *= factor;
    }
    return box;
}

struct kin_box *kin_written_answer(const struct flow *flow, const struct kin_node *blank, double width, double height)
{
    struct kin_writing *writing = flow->style->writing;
    if (!writing || blank->kids.count == 0) {
        return NULL;
    }
    struct kin_box *box = kin_written_box(flow, &blank->kids, width, height);
    if (!box) {
        kin_writing_leave(writing, blank->text);
    }
    return box;
}

void kin_written_centre(const struct flow *flow, struct kin_ops *ops, const struct kin_node *blank,
                        const struct room *room)
{
    const double edge = 1.5;
    struct kin_box *answer =
        blank ? kin_written_answer(flow, blank, room->width - 2 * edge, room->height - 2 * edge) : NULL;
    if (answer) {
        double top = room->top + (room->height - kin_box_height(answer)) / 2;
        kin_box_draw(ops, answer, room->left + (room->width - answer->width) / 2, top + answer->ascent);
    }
}

struct kin_box *kin_box_written(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *answer,
                                const struct kin_text_style *style, double width_pt, double height_pt)
{
    struct flow flow = {.type = type, .arena = arena, .style = style};
    return kin_written_box(&flow, answer, width_pt, height_pt);
}
