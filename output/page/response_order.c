#include "page/response.h"

#include "content/blank.h"

/* Things to be put in order, then blanks for the answer. Numbers stand in a line; what has letters, one below the other
 * with a blank before it where the answer is a number for each. */

static const double apart = 34, row_gap = 7, above = 7, blank_width = 26, letter_room = 20;

static void put_line(struct kin_part_frame *frame, struct kin_box *const *boxes, size_t count, double indent)
{
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above);
    double ascent = 11, descent = 4, x = frame->x + indent;
    for (size_t i = 0; i < count; i++) {
        ascent = boxes[i]->ascent > ascent ? boxes[i]->ascent : ascent;
        descent = boxes[i]->descent > descent ? boxes[i]->descent : descent;
    }
    for (size_t i = 0; i < count; i++) {
        kin_box_draw(&slab->ops, boxes[i], x, ascent);
        x += boxes[i]->width + apart;
    }
    slab->height = ascent + descent;
}

static void put_answer(const struct kin_part_frame *frame, const struct kin_response *response)
{
    struct kin_pile *pile = frame->pile;
    kin_answer_row(frame, &pile->slabs[pile->count - 1].ops, response, 11);
}

/* As many as fit on a line. */
static void add_numbers(struct kin_part_frame *frame, const struct kin_response *response)
{
    const double indent = 12;
    const struct kin_layout *layout = frame->layout;
    struct kin_box **boxes = KIN_NEW_N(layout->arena, struct kin_box *, response->option_count);
    double used = indent;
    size_t first = 0, count = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        const struct kin_nodes *content = &response->options[i].answer.content;
        struct kin_box *box =
            kin_flow_box(layout, content, KIN_STYLE_BODY, kin_flow_width(layout, content, KIN_STYLE_BODY) + 1);
        if (!box) {
            continue;
        }
        if (count > first && used + box->width > frame->width) {
            put_line(frame, boxes + first, count - first, indent);
            first = count;
            used = indent;
        }
        boxes[count++] = box;
        used += box->width + apart;
    }
    put_line(frame, boxes + first, count - first, indent);
}

static void add_lettered(struct kin_part_frame *frame, const struct kin_response *response)
{
    const struct kin_layout *layout = frame->layout;
    struct kin_slab *slab = kin_pile_add(layout->arena, frame->pile, above);
    double indent = response->body.count ? 0 : blank_width + 8;
    for (size_t i = 0; i < response->option_count; i++) {
        struct kin_box *box = kin_flow_box(layout, &response->options[i].answer.content, KIN_STYLE_BODY,
                                           frame->width - indent - letter_room);
        double ascent = box && box->ascent > 11 ? box->ascent : 11;
        double descent = box && box->descent > 4 ? box->descent : 4;
        slab->height += i ? row_gap : 0;
        double baseline = slab->height + ascent;
        if (indent > 0) {
            kin_answer_rule(&slab->ops, frame->x, baseline + 2, blank_width);
            kin_letter_write(frame, &slab->ops, kin_format(layout->arena, "%d", response->options[i].rank), frame->x,
                             baseline, blank_width);
        }
        const char *letter = kin_format(layout->arena, "%s.", kin_option_letter(layout->arena, i));
        kin_words_put(layout, &slab->ops, letter, KIN_STYLE_OPTION, frame->x + indent, baseline);
        if (box) {
            kin_box_draw(&slab->ops, box, frame->x + indent + letter_room, baseline);
        }
        slab->height += ascent + descent;
    }
}

/* ---- The frame for the answer ----------------------------------------------------------------------------------- */

struct frame_filling {
    const struct kin_response *response;
    kin_arena *arena;
    int next; /* rank of what goes into the next blank */
};

/* Blanks stand in the right order: a letter each, or what is put in order. */
static enum kin_fill in_order(void *data, const char *id, const struct kin_answer **answer)
{
    struct frame_filling *filling = data;
    (void)id;
    for (size_t i = 0; i < filling->response->option_count; i++) {
        const struct kin_option *option = &filling->response->options[i];
        if (option->rank == filling->next) {
            struct kin_answer *letter = KIN_NEW(filling->arena, struct kin_answer);
            letter->text = kin_option_letter(filling->arena, i);
            kin_nodes_add(filling->arena, &letter->content, kin_node_text(filling->arena, letter->text, KIN_UPRIGHT));
            *answer = filling->response->lettered ? letter : &option->answer;
            filling->next++;
            return KIN_FILL_WRITTEN;
        }
    }
    return KIN_FILL_NOTHING;
}

static struct kin_nodes frame_of(const struct kin_part_frame *frame, const struct kin_response *response)
{
    struct frame_filling data = {response, frame->layout->arena, 1};
    struct kin_filling filling = {in_order, &data};
    return kin_is_written(frame) ? kin_blanks_fill(frame->layout->arena, &response->body, &filling) : response->body;
}

/* Things of some width have no room in their blanks: then their order stands in the margin. */
static void add_frame(struct kin_part_frame *frame, const struct kin_response *response)
{
    const double above_frame = 16;
    struct kin_writing *writing = frame->layout->writing;
    struct kin_nodes body = frame_of(frame, response);
    size_t before = writing ? writing->count : 0;
    struct kin_box *box = kin_flow_box(frame->layout, &body, KIN_STYLE_BODY, frame->width);
    if (box) {
        struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above_frame);
        slab->height = kin_box_put(&slab->ops, box, frame->x, 0) + 4;
        if (writing && writing->count > before) {
            kin_answer_beside(frame, &slab->ops, &response->key.content, 11);
        }
    }
}

size_t kin_order_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    if (responses->lettered) {
        add_lettered(frame, responses);
    } else {
        add_numbers(frame, responses);
    }
    put_answer(frame, responses);
    kin_response_space(frame, responses);
    add_frame(frame, responses);
    return 1;
}
