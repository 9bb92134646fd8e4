/* Fields of what stands at the head of a set: its paper style, thresholds, levels. */
#include "form/set.h"
#include "form/set_fields.h"

static const char *style_fault(const void *style)
{
    return kin_paper_style_fault(style);
}

static const struct kin_json_field style_fields[] = {
    TEXT(kin_paper_style, id),
    TEXT(kin_paper_style, title),
    TEXT(kin_paper_style, font),
    PLAIN(kin_paper_style, size_pt, KIN_JSON_REAL),
    PLAIN(kin_paper_style, least_pt, KIN_JSON_REAL),
    PLAIN(kin_paper_style, margin_pt, KIN_JSON_REAL),
    PLAIN(kin_paper_style, columns, KIN_JSON_INT),
    PLAIN(kin_paper_style, half, KIN_JSON_FLAG),
    PLAIN(kin_paper_style, duplex, KIN_JSON_FLAG),
    PLAIN(kin_paper_style, tagged, KIN_JSON_FLAG),
    PLAIN(kin_paper_style, answer_column, KIN_JSON_FLAG),
    PLAIN(kin_paper_style, instructions_once, KIN_JSON_FLAG),
    PLAIN(kin_paper_style, fields_above, KIN_JSON_FLAG),
    PLAIN(kin_paper_style, asks_class, KIN_JSON_FLAG),
    TEXT(kin_paper_style, space),
    TEXT(kin_paper_style, ruler),
    TEXT(kin_paper_style, school),
    TEXT(kin_paper_style, logo),
    END,
};
const struct kin_json_type kin_json_style = {"paper style", sizeof(struct kin_paper_style), style_fields, style_fault};

static const struct kin_json_field level_fields[] = {
    PLAIN(kin_scale_level, level, KIN_JSON_INT),
    PLAIN(kin_scale_level, from_percent, KIN_JSON_INT),
    PLAIN(kin_scale_level, name, KIN_JSON_WORDS),
    PLAIN(kin_scale_level, legend, KIN_JSON_WORDS),
    END,
};
static const struct kin_json_type level_type = {"level", sizeof(struct kin_scale_level), level_fields, NULL};

static const struct kin_json_field scale_fields[] = {
    LIST("levels", kin_level_scale, levels, count, level_type),
    END,
};
const struct kin_json_type kin_json_scale = {"scale", sizeof(struct kin_level_scale), scale_fields, NULL};

static const struct kin_json_field bar_fields[] = {
    PLAIN(kin_bar, standard, KIN_JSON_WORDS),
    PLAIN(kin_bar, threshold, KIN_JSON_WORDS),
    END,
};
const struct kin_json_type kin_json_bar = {"threshold", sizeof(struct kin_bar), bar_fields, NULL};
