/* Super- and subscripts (appendix G, rule 18). */
#include "type/maths.h"

struct scripts {
    double up, down; /* of the baselines of superscript and subscript */
};

/* Rules 18c and 18f for the superscript, 18b and 18d for the subscript, 18e for both. */
static struct scripts scripts_shift(const struct maths_layout *layout, const struct maths_box *base,
                                    const struct maths_box *super, const struct maths_box *sub,
                                    const struct maths_look *look)
{
    const struct maths_constants *font = &layout->type->maths;
    const double size = look->size;
    double least = base->plain ? 0 : base->ascent - font->sup_drop_max * size;
    struct scripts at = {.down = base->plain ? 0 : base->descent + font->sub_drop_min * size};
    at.up = kin_larger(least, (look->cramped ? font->sup_shift_cramped : font->sup_shift) * size);
    at.up = kin_larger(at.up, super->descent + font->sup_bottom_min * size);
    at.down = kin_larger(at.down, font->sub_shift * size);
    if (super->begin == super->end) {
        at.down = kin_larger(at.down, sub->ascent - font->sub_top_max * size);
    } else if (sub->begin < sub->end) {
        double gap = at.up - super->descent - (sub->ascent - at.down);
        at.down += kin_larger(0, font->sub_sup_gap * size - gap);
        double lift = kin_larger(0, font->sup_bottom_max_with_sub * size - (at.up - super->descent));
        at.up += lift;
        at.down -= lift;
    }
    return at;
}

static const struct kin_maths *kid_of(const struct kin_maths *maths, size_t index)
{
    return index < maths->count ? maths->kids[index] : NULL;
}

/* An exponent to be filled in: its rule stands so high that it cannot be taken for a factor's. */
static double lift_of_blank(const struct kin_maths *super, const struct maths_box *box, double size)
{
    bool blank = super && super->kind == KIN_MATHS_BLANK;
    return blank ? box->descent + 0.5 * size : 0;
}

struct maths_box kin_maths_scripts(struct maths_layout *layout, const struct kin_maths *maths,
                                   const struct maths_look *look)
{
    struct maths_look part = kin_look_script(layout, look);
    struct maths_box base = kin_maths_set(layout, kid_of(maths, 0), look);
    struct maths_box super = kin_maths_part(layout, kid_of(maths, 1), &part);
    part.cramped = true;
    struct maths_box sub = kin_maths_part(layout, kid_of(maths, 2), &part);
    struct scripts at = scripts_shift(layout, &base, &super, &sub, look);
    at.up = kin_larger(at.up, lift_of_blank(kid_of(maths, 1), &super, look->size));
    double super_x = base.width + base.italic + 0.02 * look->size;
    kin_box_shift(layout, &super, super_x, -at.up);
    kin_box_shift(layout, &sub, base.width, at.down);
    struct maths_box box = base;
    if (super.begin < super.end) {
        kin_box_cover(&box, &super, -at.up);
    }
    if (sub.begin < sub.end) {
        kin_box_cover(&box, &sub, at.down);
    }
    box.width = kin_larger(super.width ? super_x + super.width : 0, base.width + sub.width);
    box.width = kin_larger(box.width, base.width) + layout->type->maths.after_script * look->size;
    box.italic = 0;
    box.plain = false;
    box.end = layout->marks.count;
    return box;
}
