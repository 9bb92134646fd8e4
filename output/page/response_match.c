#include "page/response.h"

#include <math.h>

/* Left items with a blank for a letter before each, right items with their letters. */

static const double blank_width = 30, label_room = 20, letter_room = 20, gutter = 26, row_gap = 8, above = 7;

struct columns {
    double left, right;       /* widths of the items */
    double left_x, letters_x; /* where the left items and the letters begin */
    bool stacked;             /* no room for both: the right items stand below all left ones */
    size_t beside;            /* right items on a line: 1 unless stacked */
    double pitch;             /* from one of these to the next */
};

enum { BESIDE_MOST = 3 };

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

/* Formulas on the left: in half of the room they would be set smaller, where the other half is too narrow as well. */
static bool has_formulas(const struct kin_response *response)
{
    for (size_t i = 0; i < response->row_count; i++) {
        const struct kin_nodes *content = &response->rows[i].answer.content;
        for (size_t k = 0; k < content->count; k++) {
            if (content->items[k]->kind == KIN_NODE_MATHS) {
                return true;
            }
        }
    }
    return false;
}

/* Below the left items, as many right ones on a line as fit without breaks. */
static struct columns stacked_columns(const struct kin_part_frame *frame, double before, double widest)
{
    double fit = floor((frame->width + gutter) / (widest + letter_room + gutter));
    size_t beside = fit < 1 ? 1 : fit > BESIDE_MOST ? BESIDE_MOST : (size_t)fit;
    double pitch = (frame->width + gutter) / (double)beside;
    return (struct columns){.left = frame->width - before,
                            .right = pitch - gutter - letter_room,
                            .left_x = frame->x + before,
                            .letters_x = frame->x,
                            .stacked = true,
                            .beside = beside,
                            .pitch = pitch};
}

/* Both as wide as they like where there is room; else the narrower one gets what it needs, up to half, as long as the
 * other one is wide enough to read. */
static struct columns columns_of(const struct kin_part_frame *frame, const struct kin_response *response)
{
    const double readable = 100;
    double before = blank_width + 6 + label_room, room = frame->width - before - gutter - letter_room;
    struct columns columns = {
        .left = widest_row(frame->layout, response), .right = widest_option(frame->layout, response), .beside = 1};
    if (columns.left + columns.right > room) {
        double narrow = columns.left < columns.right ? columns.left : columns.right;
        narrow = narrow < room / 2 ? narrow : room / 2;
        if (room - narrow < readable || (narrow == room / 2 && has_formulas(response))) {
            return stacked_columns(frame, before, columns.right);
        }
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

/* A match while it is laid out, line by line. */
struct match {
    struct kin_part_frame *frame;
    const struct kin_response *response;
    struct columns columns;
    size_t lines;
};

/* What stands on a line: an item of each side where they stand beside one another. */
struct line {
    const struct kin_row *row;   /* NULL: none */
    size_t option, option_count; /* the first right item, and how many */
    struct kin_box *left, *right[BESIDE_MOST];
    double ascent, descent;
    double gap; /* above it */
};

static void reach(struct line *line, const struct kin_box *box)
{
    line->ascent = box && box->ascent > line->ascent ? box->ascent : line->ascent;
    line->descent = box && box->descent > line->descent ? box->descent : line->descent;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static struct line line_of(const struct match *match, size_t i)
{
    const struct kin_response *response = match->response;
    const struct kin_layout *layout = match->frame->layout;
    const size_t rows = response->row_count;
    struct line line = {.ascent = 11, .descent = 4, .gap = row_gap};
    line.row = i < rows ? &response->rows[i] : NULL;
    line.option = match->columns.stacked ? (i - rows) * match->columns.beside : i;
    bool none = match->columns.stacked ? i < rows : i >= response->option_count;
    line.option_count = none ? 0 : least(match->columns.beside, response->option_count - line.option);
    line.gap += match->columns.stacked && i == rows ? row_gap : 0;
    if (line.row) {
        line.left = kin_flow_box(layout, &line.row->answer.content, KIN_STYLE_BODY, match->columns.left);
    }
    reach(&line, line.left);
    for (size_t k = 0; k < line.option_count; k++) {
        const struct kin_nodes *content = &response->options[line.option + k].answer.content;
        line.right[k] = kin_flow_box(layout, content, KIN_STYLE_BODY, match->columns.right);
        reach(&line, line.right[k]);
    }
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

static void put_right(const struct kin_part_frame *frame, struct kin_ops *ops, size_t i, double x,
                      const struct kin_box *box, double baseline)
{
    const char *letter = kin_format(frame->layout->arena, "%s.", kin_option_letter(frame->layout->arena, i));
    struct kin_ops marker = kin_ops_in(ops->arena);
    kin_words_put(frame->layout, &marker, letter, KIN_STYLE_OPTION, x, baseline);
    put_item(ops, &marker, box, x + letter_room, baseline);
}

/* The lines from `from` to `to` - 1 as a slab. The right items come after all left ones for who listens or copies. */
static struct kin_slab *add_lines(const struct match *match, size_t from, size_t to)
{
    struct kin_part_frame *frame = match->frame;
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, above);
    struct kin_ops lefts = kin_ops_in(frame->layout->arena), rights = lefts;
    for (size_t i = from; i < to; i++) {
        struct line line = line_of(match, i);
        slab->height += i > from ? line.gap : 0;
        slab->gap = i == from && i > 0 ? line.gap : slab->gap;
        double baseline = slab->height + line.ascent;
        if (line.row) {
            put_left(frame, &lefts, line.row, &match->columns, line.left, baseline);
        }
        for (size_t k = 0; k < line.option_count; k++) {
            double x = match->columns.letters_x + (double)k * match->columns.pitch;
            put_right(frame, &rights, line.option + k, x, line.right[k], baseline);
        }
        slab->height += line.ascent + line.descent;
    }
    kin_ops_tag(&lefts, "L", NULL);
    kin_ops_tag(&rights, "L", NULL);
    kin_ops_join(&slab->ops, &lefts);
    kin_ops_join(&slab->ops, &rights);
    return slab;
}

/* What fills a page goes on after one of its lines. */
static void add_line_by_line(const struct match *match)
{
    for (size_t i = 0; i < match->lines; i++) {
        add_lines(match, i, i + 1);
    }
}

/* One slab: a match is not torn apart where a page is tall enough. */
size_t kin_match_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    (void)left;
    struct match match = {.frame = frame, .response = responses, .columns = columns_of(frame, responses)};
    size_t rows = responses->row_count, options = responses->option_count, first = frame->pile->count;
    size_t stacked = rows + (options + match.columns.beside - 1) / match.columns.beside;
    match.lines = match.columns.stacked ? stacked : rows > options ? rows : options;
    if (kin_slab_is_tall(frame->layout, add_lines(&match, 0, match.lines))) {
        frame->pile->count = first;
        add_line_by_line(&match);
    }
    if (frame->pile->count > first) {
        kin_answer_row(frame, &frame->pile->slabs[first].ops, responses, 11);
    }
    kin_response_space(frame, responses);
    return 1;
}
