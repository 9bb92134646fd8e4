#include "page/reflection.h"

#include "page/geometry.h"

double kin_reflection_put(const struct kin_layout *layout, struct kin_ops *ops, double x, double y)
{
    const double baseline = 13, below_heading = 24;
    struct kin_box *box = kin_flow_box(layout, &layout->set->reflection, KIN_STYLE_BODY, layout->column);
    if (!box) {
        return 0;
    }
    struct kin_ops part = kin_ops_in(layout->arena), heading = kin_ops_in(layout->arena);
    kin_words_put(layout, &heading, layout->words->reflection_heading, KIN_STYLE_HEADING, 0, baseline);
    kin_tag_put(&part, "H2", &heading, 0, 0);
    double height = below_heading + kin_box_put(&part, box, 0, below_heading);
    if (ops) {
        kin_tag_put(ops, "Sect", &part, x, y);
    }
    return height;
}

struct kin_spot *kin_reflection_plan(const struct kin_layout *layout, struct kin_extent *extents, size_t count,
                                     struct kin_room room)
{
    double height = kin_reflection_put(layout, NULL, 0, 0);
    if (height > 0) {
        extents[count++] = (struct kin_extent){.height = height, .before = KIN_ITEM_GAP};
    }
    return kin_plan_make(layout->arena, extents, count, room);
}
