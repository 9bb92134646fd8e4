/* The MATH table's constants, in ems. */
#include "type/typesetter.h"

#include <hb-ot.h>

static double constant(const struct font *font, hb_ot_math_constant_t name)
{
    return hb_ot_math_get_constant(font->hb, name) * font->em;
}

/* Percentages come as whole numbers; some fonts leave them zero. */
static double share(const struct font *font, hb_ot_math_constant_t name, double otherwise)
{
    int percent = hb_ot_math_get_constant(font->hb, name);
    return percent > 0 ? percent / 100.0 : otherwise;
}

static void scripts_read(const struct font *font, struct maths_constants *to)
{
    to->script = share(font, HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN, 0.7);
    /* Below 70 % an exponent is hard to read on a copied sheet; above 80 % it no longer looks raised. */
    to->script = to->script < 0.7 ? 0.7 : to->script > 0.8 ? 0.8 : to->script;
    to->sup_shift = constant(font, HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP);
    to->sup_shift_cramped = constant(font, HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED);
    to->sup_bottom_min = constant(font, HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN);
    to->sup_drop_max = constant(font, HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX);
    to->sup_bottom_max_with_sub = constant(font, HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT);
    to->sub_shift = constant(font, HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN);
    to->sub_top_max = constant(font, HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX);
    to->sub_drop_min = constant(font, HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN);
    to->sub_sup_gap = constant(font, HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN);
    to->after_script = constant(font, HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT);
}

static void fractions_read(const struct font *font, struct maths_constants *to)
{
    to->axis = constant(font, HB_OT_MATH_CONSTANT_AXIS_HEIGHT);
    to->rule = constant(font, HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS);
    to->num_shift[0] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP);
    to->num_shift[1] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP);
    to->den_shift[0] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN);
    to->den_shift[1] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN);
    to->num_gap[0] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN);
    to->num_gap[1] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN);
    to->den_gap[0] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN);
    to->den_gap[1] = constant(font, HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN);
}

static void roots_read(const struct font *font, struct maths_constants *to)
{
    to->radical_gap[0] = constant(font, HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP);
    to->radical_gap[1] = constant(font, HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP);
    to->radical_rule = constant(font, HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS);
    to->radical_extra = constant(font, HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER);
    to->degree_before = constant(font, HB_OT_MATH_CONSTANT_RADICAL_KERN_BEFORE_DEGREE);
    to->degree_after = constant(font, HB_OT_MATH_CONSTANT_RADICAL_KERN_AFTER_DEGREE);
    to->degree_raise = share(font, HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT, 0.6);
    to->bar_gap = constant(font, HB_OT_MATH_CONSTANT_OVERBAR_VERTICAL_GAP);
    to->bar_rule = constant(font, HB_OT_MATH_CONSTANT_OVERBAR_RULE_THICKNESS);
    to->bar_extra = constant(font, HB_OT_MATH_CONSTANT_OVERBAR_EXTRA_ASCENDER);
}

bool kin_maths_constants_read(struct kin_typesetter *type)
{
    const struct font *font = &type->fonts[KIN_FACE_MATHS];
    if (!hb_ot_math_has_data(hb_font_get_face(font->hb))) {
        return false;
    }
    scripts_read(font, &type->maths);
    fractions_read(font, &type->maths);
    roots_read(font, &type->maths);
    type->maths.connector_overlap = hb_ot_math_get_min_connector_overlap(font->hb, HB_DIRECTION_BTT) * font->em;
    return true;
}
