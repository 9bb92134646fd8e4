/* Fractions and mixed numbers. */
#include "type/maths.h"

static const struct kin_maths *kid_of(const struct kin_maths *maths, size_t index)
{
    return index < maths->count ? maths->kids[index] : NULL;
}

struct shifts {
    double up, down; /* of the parts' baselines */
};

/* The font's shifts, half evened out: as they are, digits stand twice as far above the line as below it. The two gaps
 * together stay as the font has them. */
static struct shifts shifts_usual(struct maths_layout *layout, const struct maths_look *look, double part_size)
{
    const struct maths_constants *font = &layout->type->maths;
    const double size = look->size, axis = font->axis * size;
    double up = font->num_shift[look->display] * size, down = font->den_shift[look->display] * size;
    struct face_glyph zero;
    double height = part_size * 0.7;
    if (kin_maths_glyph(layout->type, '0', 0, &zero)) {
        height = kin_glyph_measure(layout->type, zero.face, zero.glyph)->ascent * part_size;
    }
    double uneven = (up - axis) - (down + axis - height);
    return (struct shifts){.up = up - uneven / 4, .down = down + uneven / 4};
}

/* Appendix G, rule 15d: both parts at the usual distance from the baseline, moved on until the gap to the line is wide
 * enough. */
struct maths_box kin_maths_layout_fraction(struct maths_layout *layout, const struct kin_maths *maths,
                                           const struct maths_look *look)
{
    const struct maths_constants *font = &layout->type->maths;
    const double size = look->size, line = font->rule * size, axis = font->axis * size;
    struct maths_look part = kin_look_fraction(layout, look);
    struct maths_box box = kin_box_begin(layout);
    struct maths_box above = kin_maths_part(layout, kid_of(maths, 0), &part);
    part.cramped = true;
    struct maths_box below = kin_maths_part(layout, kid_of(maths, 1), &part);
    struct shifts usual = shifts_usual(layout, look, part.size);
    double up = kin_larger(usual.up, axis + line / 2 + font->num_gap[look->display] * size + above.descent);
    double down = kin_larger(usual.down, below.ascent - axis + line / 2 + font->den_gap[look->display] * size);
    double overhang = 0.05 * size, side = 0.06 * size; /* together as wide as TeX's null delimiters, 0.11 em */
    double width = kin_larger(above.width, below.width) + 2 * overhang;
    kin_box_shift(layout, &above, side + (width - above.width) / 2, -up);
    kin_box_shift(layout, &below, side + (width - below.width) / 2, down);
    kin_mark_rule(layout, side, -axis - line / 2, width, line);
    kin_box_cover(&box, &above, -up);
    kin_box_cover(&box, &below, down);
    box.width = width + 2 * side;
    box.end = layout->marks.count;
    return box;
}

/* The whole number stands close to its fraction: the fraction's own side is nearly all of the gap. */
struct maths_box kin_maths_mixed(struct maths_layout *layout, const struct kin_maths *maths,
                                 const struct maths_look *look)
{
    struct maths_box box = kin_maths_part(layout, kid_of(maths, 0), look);
    struct maths_box fraction = kin_maths_part(layout, kid_of(maths, 1), look);
    double x = box.width + 0.03 * look->size;
    kin_box_shift(layout, &fraction, x, 0);
    kin_box_cover(&box, &fraction, 0);
    box.width = x + fraction.width;
    box.end = layout->marks.count;
    box.plain = false;
    return box;
}
