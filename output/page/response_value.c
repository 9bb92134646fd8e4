#include "page/response.h"

#include <string.h>

/* Answer lines at the right edge, where a marker's eye runs down: label, rule, unit. Those of one part stand side by
 * side as far as they fit. */

/* Length of the rule by what is written on it; the same for all forms, and no hint at the answer's length. */
struct rule_length {
    const char *type;
    double pt;
};
static const struct rule_length lengths[] = {
    {"equation", 190}, {"expression", 170}, {"inequality", 150}, {"word", 130}, {"words", 190},
};
static const double usual_length = 96;

static double length_for(const char *type)
{
    for (size_t i = 0; type && i < sizeof lengths / sizeof *lengths; i++) {
        if (strcmp(lengths[i].type, type) == 0) {
            return lengths[i].pt;
        }
    }
    return usual_length;
}

/* Handwriting needs room above the rule and a little below. */
static const double writing_height = 21, below_rule = 5, between_lines = 9, between_answers = 26, beside_rule = 5;

struct answer_line {
    const struct kin_response *response;
    struct kin_box *label, *unit; /* unit: NULL when there is none */
    double rule, width;
};

/* A label that leaves no room for its rule stands above it, as a text of its own. */
static void add_long_label(struct kin_part_frame *frame, const struct kin_nodes *label)
{
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, between_lines);
    struct kin_box *box = kin_flow_box(frame->layout, label, KIN_STYLE_BODY, frame->width);
    slab->height = kin_box_put(&slab->ops, box, frame->x, 0);
}

/* The label beside the rule. */
static struct kin_box *label_box(struct kin_part_frame *frame, const struct kin_nodes *label, double room)
{
    const struct kin_layout *layout = frame->layout;
    double width = kin_flow_width(layout, label, KIN_STYLE_BODY) + 1;
    if (width > room) {
        add_long_label(frame, label);
    } else if (label->count > 0) {
        return kin_flow_box(layout, label, KIN_STYLE_BODY, width);
    }
    return kin_box_text(layout->type, layout->arena, layout->words->answer, kin_style(layout, KIN_STYLE_BODY));
}

/* Points for the unit are earned by writing it. */
static bool unit_is_asked(const struct kin_response *response)
{
    for (size_t i = 0; i < response->credit_count; i++) {
        if (response->credits[i].kind == KIN_CREDIT_UNIT) {
            return true;
        }
    }
    return false;
}

/* The whole column where answers have one of their own; else by the type, and never more than there is room for. */
static double rule_for(const struct kin_part_frame *frame, const struct kin_response *response)
{
    double length = length_for(response->type), most = 0.55 * (frame->right - frame->x);
    return kin_answers_apart(frame) ? frame->layout->answers - 14 : length < most ? length : most;
}

/* A rule gives way to a long unit, as far as one can still write on it. */
static struct answer_line line_of(struct kin_part_frame *frame, const struct kin_response *response)
{
    const double least_rule = 40;
    const struct kin_layout *layout = frame->layout;
    struct answer_line line = {.response = response, .rule = rule_for(frame, response)};
    if (response->unit.count > 0 && !unit_is_asked(response)) {
        double width = kin_flow_width(layout, &response->unit, KIN_STYLE_BODY) + 1, room = frame->right - frame->x;
        double most = room / 3 < 160 ? room / 3 : 160;
        line.unit = kin_flow_box(layout, &response->unit, KIN_STYLE_BODY, width < most ? width : most);
    }
    double beside = line.rule + 2 * beside_rule + (line.unit ? line.unit->width : 0);
    line.label = label_box(frame, &response->label, frame->right - frame->x - beside);
    line.width = line.label->width + beside - (line.unit ? 0 : beside_rule);
    double excess = line.width - (frame->right - frame->x);
    if (excess > 0 && !kin_answers_apart(frame) && line.rule - excess >= least_rule) {
        line.rule -= excess;
        line.width -= excess;
    }
    return line;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* On its rule; beside it where there is no room. */
static void write_answer(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_response *response,
                         double x, double baseline, double rule)
{
    struct kin_nook place = {x + 4, baseline + 1, rule - 6, writing_height + 3, .middle = false};
    if (!kin_answer_write(frame, ops, &response->key.content, &place)) {
        kin_answer_beside(frame, ops, &response->key.content, baseline);
    }
    kin_answer_row(frame, ops, response, baseline);
}

/* Draw one answer line at (x, baseline). */
static void put_line(const struct kin_part_frame *frame, struct kin_ops *ops, const struct answer_line *line, double x,
                     double baseline)
{
    kin_box_draw(ops, line->label, x, baseline);
    x += line->label->width + beside_rule;
    kin_answer_rule(ops, x, baseline + 2, line->rule);
    write_answer(frame, ops, line->response, x, baseline, line->rule);
    if (line->unit) {
        kin_box_draw(ops, line->unit, x + line->rule + beside_rule, baseline);
    }
}

/* A slab with the lines first ... end - 1, flush right. */
static void add_row(struct kin_part_frame *frame, const struct answer_line *lines, size_t count, double width)
{
    struct kin_slab *slab = kin_pile_add(frame->layout->arena, frame->pile, between_lines);
    double baseline = writing_height, below = below_rule, x = frame->right - width;
    for (size_t i = 0; i < count; i++) {
        baseline = larger(baseline, lines[i].label->ascent);
        below = larger(below, lines[i].label->descent);
        baseline = larger(baseline, lines[i].unit ? lines[i].unit->ascent : 0);
        below = larger(below, lines[i].unit ? lines[i].unit->descent : 0);
    }
    for (size_t i = 0; i < count; i++) {
        put_line(frame, &slab->ops, &lines[i], x, baseline);
        x += lines[i].width + between_answers;
    }
    slab->height = baseline + below;
}

static void add_rows(struct kin_part_frame *frame, const struct answer_line *lines, size_t count)
{
    double room = frame->right - frame->x, width = 0;
    size_t first = 0;
    for (size_t i = 0; i < count; i++) {
        double wider = i > first ? width + between_answers + lines[i].width : lines[i].width;
        if (i > first && wider > room) {
            add_row(frame, lines + first, i - first, width);
            first = i;
            wider = lines[i].width;
        }
        width = wider;
    }
    add_row(frame, lines + first, count - first, width);
}

/* In the column at the edge: the rule there, what belongs to it before the column's edge. */
static void add_apart(struct kin_part_frame *frame, const struct answer_line *line)
{
    const struct kin_layout *layout = frame->layout;
    struct kin_slab *slab = kin_pile_add(layout->arena, frame->pile, between_lines);
    double baseline = larger(writing_height, line->label->ascent),
           unit = line->unit ? line->unit->width + beside_rule : 0;
    kin_box_draw(&slab->ops, line->label, frame->right - line->label->width - unit - 2, baseline);
    if (line->unit) {
        kin_box_draw(&slab->ops, line->unit, frame->right - line->unit->width - 2, baseline);
    }
    kin_answer_cell(frame, slab, baseline);
    write_answer(frame, &slab->ops, line->response, layout->column + 38, baseline, layout->answers - 38);
    slab->height = baseline + larger(below_rule, larger(line->label->descent, line->unit ? line->unit->descent : 0));
}

size_t kin_value_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left)
{
    size_t count = 0;
    const struct kin_response *roomiest = responses;
    while (count < left && responses[count].kind == KIN_RESPONSE_VALUE) {
        roomiest = responses[count].space_pt > roomiest->space_pt ? &responses[count] : roomiest;
        count++;
    }
    struct answer_line *lines = KIN_NEW_N(frame->layout->arena, struct answer_line, count);
    for (size_t i = 0; i < count; i++) {
        lines[i] = line_of(frame, &responses[i]);
    }
    kin_response_space(frame, roomiest);
    for (size_t i = 0; i < count && kin_answers_apart(frame); i++) {
        add_apart(frame, &lines[i]);
    }
    if (!kin_answers_apart(frame)) {
        add_rows(frame, lines, count);
    }
    return count;
}
