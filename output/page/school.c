#include "page/header.h"

#include "base/picture.h"

static const double sign_height = 30, below = 9, beside = 9;

/* As high as the line, and no wider than three times that. */
static double put_sign(const struct kin_layout *layout, struct kin_ops *ops)
{
    struct kin_picture picture;
    if (!layout->look->logo || !kin_picture_read(layout->arena, layout->look->logo, &picture)) {
        return 0;
    }
    double height = sign_height, width = picture.width * height / picture.height;
    if (width > 3 * height) {
        height *= 3 * sign_height / width;
        width = 3 * sign_height;
    }
    kin_picture_put(ops, &picture, 0, (sign_height - height) / 2, width, height);
    return width + beside;
}

double kin_school_put(const struct kin_layout *layout, struct kin_ops *ops, double width)
{
    const char *school = layout->look->school;
    if (!school && !layout->look->logo) {
        return 0;
    }
    double x = put_sign(layout, ops);
    if (!school) {
        return sign_height + below;
    }
    struct kin_nodes flow = kin_flow_of_text(layout->arena, school, KIN_UPRIGHT);
    struct kin_box *box = kin_flow_box(layout, &flow, KIN_STYLE_FACTS, width - x);
    const double two_lines = 2.1 * kin_style(layout, KIN_STYLE_FACTS)->size_pt;
    if (box->descent > two_lines) {
        box = kin_flow_box(layout, &flow, KIN_STYLE_POINTS, width - x);
    }
    double height = kin_box_height(box), line = x > 0 && height < sign_height ? sign_height : height;
    kin_box_put(ops, box, x, (line - height) / 2);
    return line + below;
}
