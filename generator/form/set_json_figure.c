/* The set file's fields of figures. */
#include "content/figure.h"
#include "form/set_fields.h"

static const char *layer_name(int layer)
{
    return layer == KIN_LAYER_BOTH ? NULL : kin_layer_name((enum kin_layer)layer);
}

static const struct kin_json_field figure_value_fields[] = {
    PLAIN(kin_figure_value, name, KIN_JSON_WORDS),
    MANY(kin_figure_value, numbers, KIN_JSON_RATS, count),
    TEXT(kin_figure_value, word),
    MANY(kin_figure_value, words, KIN_JSON_TEXTS, word_count),
    FLOW(kin_figure_value, text),
    END,
};
static const struct kin_json_type figure_value_type = {"value of a figure", sizeof(struct kin_figure_value),
                                                       figure_value_fields, NULL};

enum { MOST_PARTS = 1000 }; /* that stand in one */

static const char *figure_part_fault(const void *object)
{
    const struct kin_figure_part *part = object;
    if (part->part_count > MOST_PARTS) {
        return "has more parts than a figure can hold";
    }
    for (size_t i = 0; i < part->part_count; i++) {
        if (!part->parts[i]) {
            return "lacks a part";
        }
    }
    return NULL;
}

static const struct kin_json_type figure_part_type;
static const struct kin_json_field figure_part_fields[] = {
    PLAIN(kin_figure_part, name, KIN_JSON_WORDS),
    NAMED(kin_figure_part, layer, layer_name, kin_layer_named),
    LIST("values", kin_figure_part, values, value_count, figure_value_type),
    LINKS("parts", kin_figure_part, parts, part_count, figure_part_type),
    END,
};
static const struct kin_json_type figure_part_type = {"part of a figure", sizeof(struct kin_figure_part),
                                                      figure_part_fields, figure_part_fault};

static const struct kin_json_field figure_fields[] = {
    TEXT(kin_figure, id),
    PLAIN(kin_figure, alternative, KIN_JSON_WORDS),
    PLAIN(kin_figure, unscaled, KIN_JSON_FLAG),
    INSIDE(kin_figure, whole, figure_part_type),
    END,
};
const struct kin_json_type kin_json_figure = {"figure", sizeof(struct kin_figure), figure_fields, NULL};
