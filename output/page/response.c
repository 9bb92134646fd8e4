#include "page/response.h"

#include "page/header.h"

struct row {
    size_t (*lay)(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
    int (*columns)(const struct kin_layout *layout, const struct kin_response *response, double width); /* or NULL */
};

static const struct row rows[] = {
    [KIN_RESPONSE_VALUE] = {kin_value_lay, NULL},
    [KIN_RESPONSE_CHOICE] = {kin_choice_lay, kin_choice_columns},
    [KIN_RESPONSE_MULTI_SELECT] = {kin_choice_lay, kin_choice_columns},
    [KIN_RESPONSE_GRID] = {kin_grid_lay, NULL},
    [KIN_RESPONSE_MATCH] = {kin_match_lay, NULL},
    [KIN_RESPONSE_ORDER] = {kin_order_lay, NULL},
    [KIN_RESPONSE_DRAW] = {kin_body_lay, NULL},
    [KIN_RESPONSE_OPEN] = {kin_open_lay, NULL},
    [KIN_RESPONSE_BLANKS] = {kin_body_lay, NULL},
};
_Static_assert(sizeof rows / sizeof *rows == KIN_RESPONSE_KIND_COUNT, "each kind of response has a row");

size_t kin_response_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    return rows[responses->kind].lay(frame, responses, left);
}

int kin_response_columns(const struct kin_layout *layout, const struct kin_response *response, double width)
{
    const struct row *row = &rows[response->kind];
    return row->columns ? row->columns(layout, response, width) : 0;
}

void kin_response_space(struct kin_part_frame *frame, const struct kin_response *response)
{
    const char *own = frame->layout->look->space;
    struct kin_space space = kin_space_for(own ? own : frame->layout->set->space, response, frame->level);
    kin_pile_space(frame->pile, &space);
}

void kin_response_sample(struct kin_part_frame *frame, const struct kin_response *response)
{
    const double above = 9, ascent = 12;
    const char *own = frame->layout->look->space;
    struct kin_space space = kin_space_for(own ? own : frame->layout->set->space, response, frame->level);
    struct kin_slab *slab = &frame->pile->slabs[frame->pile->count - 1];
    struct kin_nook place = {frame->x, slab->height + space.least, frame->width, space.least - above, .middle = false};
    kin_sample_write(frame, &slab->ops, &response->sample, &place);
    kin_answer_row(frame, &slab->ops, response, slab->height + ascent);
}

char *kin_option_letter(kin_arena *arena, size_t index)
{
    if (index < 26) {
        const char letter = (char)('A' + index);
        return kin_copy_n(arena, &letter, 1);
    }
    return kin_format(arena, "%s%c", kin_option_letter(arena, index / 26 - 1), (char)('A' + index % 26));
}

bool kin_slab_is_tall(const struct kin_layout *layout, const struct kin_slab *slab)
{
    const double surely = 0.4, heading = 48;
    return slab->height > surely * layout->paper->height && slab->height > kin_header_room(layout).later - heading;
}
