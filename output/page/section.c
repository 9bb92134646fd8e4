#include "page/header.h"

#include <string.h>

static const char *calculator_text(const struct kin_layout *layout, const struct kin_section *section)
{
    if (!section->calculator) {
        return NULL;
    }
    return strcmp(section->calculator, "yes") == 0 ? layout->words->calculator : layout->words->no_calculator;
}

double kin_section_put(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_section *section,
                       double x, double y)
{
    const double baseline = 13, height = 18, below = 10;
    const char *calculator = calculator_text(layout, section);
    if (!section->heading && !calculator) {
        return 0;
    }
    if (!ops) {
        return height + below;
    }
    if (section->heading) {
        struct kin_ops part = kin_ops_in(layout->arena);
        kin_words_put(layout, &part, section->heading, KIN_STYLE_HEADING, 0, baseline);
        kin_tag_put(ops, "H2", &part, x, y);
    }
    if (calculator) {
        kin_words_put_right(layout, ops, calculator, KIN_STYLE_POINTS, x + layout->width, y + baseline);
    }
    kin_rule(ops, x, y + height, layout->width, 0.6, KIN_GRAY_FRAME);
    return height + below;
}
