#include "page/header.h"

#include <string.h>

static const char *calculator_text(const struct kin_layout *layout, const struct kin_section *section)
{
    if (!section->calculator) {
        return NULL;
    }
    return strcmp(section->calculator, "yes") == 0 ? layout->words->calculator : layout->words->no_calculator;
}

/* The heading in as many lines as it needs beside the rule for calculators, or above it where the column is narrow. */
struct head {
    struct kin_box *box;         /* NULL: no heading */
    double baseline, calculator; /* of the heading's first line; of the calculator's rule */
    double height;
};

static struct head head_of(const struct kin_layout *layout, const struct kin_section *section, const char *calculator)
{
    const double first = 13, height = 18, gap = 12;
    double beside = calculator ? kin_words_width(layout, calculator, KIN_STYLE_POINTS) + gap : 0;
    struct head head = {.baseline = first, .calculator = first, .height = height};
    if (!section->heading) {
        return head;
    }
    struct kin_nodes flow = kin_flow_of_text(layout->arena, section->heading, KIN_BOLD);
    bool narrow = layout->column - beside < layout->column / 2;
    head.box = kin_flow_box(layout, &flow, KIN_STYLE_HEADING, narrow ? layout->column : layout->column - beside);
    double more = head.box->descent - kin_style(layout, KIN_STYLE_HEADING)->size_pt * 0.35;
    head.height += more > 0 ? more : 0;
    if (narrow && calculator) {
        head.calculator = head.height + first - 4;
        head.height += height - 4;
    }
    return head;
}

double kin_section_put(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_section *section,
                       double x, double y)
{
    const double below = 10;
    const char *calculator = calculator_text(layout, section);
    if (!section->heading && !calculator) {
        return 0;
    }
    struct head head = head_of(layout, section, calculator);
    if (!ops) {
        return head.height + below;
    }
    if (head.box) {
        struct kin_ops part = kin_ops_in(layout->arena);
        kin_box_draw(&part, head.box, 0, head.baseline);
        kin_tag_put(ops, "H2", &part, x, y);
    }
    if (calculator) {
        kin_words_put_right(layout, ops, calculator, KIN_STYLE_POINTS, x + layout->column, y + head.calculator);
    }
    kin_rule(ops, x, y + head.height, layout->column, 0.6, KIN_GRAY_FRAME);
    return head.height + below;
}
