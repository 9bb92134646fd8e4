#include "page/response.h"

/* Left items with a blank for a letter before each, right items with their letters. */

static const double blank_width = 30, label_room = 20, letter_room = 20, gutter = 26, row_gap = 8, above = 7;

struct columns {
    double left, right;       /* widths of the items */
    double left_x, letters_x; /* where the left items and the letters begin */
};

static double widest_row(const struct kin_layout *layout, const struct kin_response *response)
{
    double widest = 0;
    for (size_t i = 0; i < response->row_count; i++) {
        double width = kin_flow_width(layout, &response->rows[i].answer.content, KIN_STYLE_BODY) + 1;
        widest = width > widest ? width : widest;
    }
    return widest;
}

static double widest_option(const struct kin_layout *layout, const struct kin_response *response)
{
    double widest = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        double width = kin_flow_width(layout, &response->options[i].answer.content, KIN_STYLE_BODY) + 1;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Both as wide as they like where there is room; else the narrower one gets what it needs, up to half. */
static struct columns columns_of(const struct kin_part_frame *frame, const struct kin_response *response)
{
    double before = blank_width + 6 + label_room, room = frame->width - before - gutter - letter_room;
    struct columns columns = {.left = widest_row(frame->layout, response),
                              .right = widest_option(frame->layout, response)};
    if (columns.left + columns.right > room) {
        double narrow = columns.left < columns.right ? columns.left : columns.right;
        narrow = narrow < room / 2 ? narrow : room / 2;
        bool left = columns.left < columns.right;
        columns.left = left ? narrow : room - narrow;
        columns.right = left ? room - narrow : narrow;
    } else if (columns.left < 0.4 * room && columns.right < 0.5 * room) {
        columns.left = 0.4 * room;
    }
    columns.left_x = frame->x + before;
    columns.letters_x = columns.left_x + columns.left + gutter;
    return columns;
}

struct line {
    struct kin_box *left, *right;
    double ascent, descent;
};

static void reach(struct line *line, const struct kin_box *box)
{
    line->ascent = box && box->ascent > line->ascent ? box->ascent : line->ascent;
    line->descent = box && box->descent > line->descent ? box->descent : line->descent;
}

static struct line line_of(const struct kin_part_frame *frame, const struct kin_response *response,
                           const struct columns *columns, size_t i)
{
    struct line line = {.ascent = 11, .descent = 4};
    if (i < response->row_count) {
        line.left = kin_flow_box(frame->layout, &response->rows[i].answer.content, KIN_STYLE_BODY, columns->left);
    }
    if (i < response->option_count) {
        line.right = kin_flow_box(frame->layout, &response->options[i].answer.content, KIN_STYLE_BODY, columns->right);
    }
    reach(&line, line.left);
    reach(&line, line.right);
    return line;
}

/* A marker and a text behind it as an item of a list. */
static void put_item(struct kin_ops *list, struct kin_ops *marker, const struct kin_box *box, double x, double baseline)
{
    struct kin_ops body = kin_ops_in(list->arena);
    if (box) {
        kin_box_draw(&body, box, x, baseline);
    }
    kin_ops_tag(marker, "Lbl", NULL);
    kin_ops_tag(&body, "LBody", NULL);
    kin_ops_join(marker, &body);
    kin_ops_tag(marker, "LI", NULL);
    kin_ops_join(list, marker);
}

static void put_left(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_row *row,
                     const struct columns *columns, const struct kin_box *box, double baseline)
{
    struct kin_ops marker = kin_ops_in(ops->arena);
    kin_answer_rule(&marker, frame->x, baseline + 2, blank_width);
    kin_letter_write(frame, &marker, kin_option_letter(ops->arena, row->right), frame->x, baseline, blank_width);
    if (row->label) {
        const char *label = kin_format(frame->layout->arena, "%s.", row->label);
        kin_words_put(frame->layout, &marker, label, KIN_STYLE_BODY, frame->x + blank_width + 6, baseline);
    }
    put_item(ops, &marker, box, columns->left_x, baseline);
}

static void put_right(const struct kin_part_frame *frame, struct kin_ops *ops, size_t i, const struct columns *columns,
                      const struct kin_box *box, double baseline)
{
    const char *letter = kin_format(frame->layout->arena, "%s.", kin_option_letter(frame->layout->arena, i));
    struct kin_ops marker = kin_ops_in(ops->arena);
    kin_words_put(frame->layout, &marker, letter, KIN_STYLE_OPTION, columns->letters_x, baseline);
    put_item(ops, &marker, box, columns->letters_x + letter_room, baseline);
}

/* One slab: a match is never torn apart. The right items come after all left ones for who listens or copies. */
size_t kin_match_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    struct columns columns = columns_of(frame, responses);
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above);
    struct kin_ops lefts = kin_ops_in(frame->layout->arena), rights = lefts;
    size_t lines = responses->row_count > responses->option_count ? responses->row_count : responses->option_count;
    for (size_t i = 0; i < lines; i++) {
        struct line line = line_of(frame, responses, &columns, i);
        slab->height += i ? row_gap : 0;
        double baseline = slab->height + line.ascent;
        if (i < responses->row_count) {
            put_left(frame, &lefts, &responses->rows[i], &columns, line.left, baseline);
        }
        if (i < responses->option_count) {
            put_right(frame, &rights, i, &columns, line.right, baseline);
        }
        slab->height += line.ascent + line.descent;
    }
    kin_ops_tag(&lefts, "L", NULL);
    kin_ops_tag(&rights, "L", NULL);
    kin_ops_join(&slab->ops, &lefts);
    kin_ops_join(&slab->ops, &rights);
    kin_answer_row(frame, &slab->ops, responses, 11);
    kin_response_space(frame, responses);
    return 1;
}
