/* Reading figures and their kinds. */
#include "content/figure.h"

#include "base/names.h"

#include <string.h>

const struct kin_figure_type_row *kin_figure_type_row(enum kin_figure_type type)
{
    static const struct kin_figure_type_row rows[] = {
#define KIN_FIGURE_TYPE(id, name, doc) {name, doc},
#include "content/figure_types.def"
#undef KIN_FIGURE_TYPE
    };
    return &rows[type];
}

/* ---- Kinds --------------------------------------------------------------------------------------------------------
 */

const struct kin_figure_kind *kin_figure_kind_find(const struct kin_figure_kinds *kinds, const char *name)
{
    for (size_t i = 0; kinds && i < kinds->count; i++) {
        if (strcmp(kinds->items[i]->whole.name, name) == 0) {
            return kinds->items[i];
        }
    }
    return NULL;
}

const struct kin_figure_attribute *kin_figure_attribute_named(const struct kin_figure_part_kind *kind, const char *name)
{
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    return NULL;
}

const struct kin_figure_part_kind *kin_figure_part_named(const struct kin_figure_part_kind *kind, const char *name)
{
    for (const struct kin_figure_part_kind *row = kind->parts; row && row->name; row++) {
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    return NULL;
}

static const char *const layers[] = {"both", "student", "key"};
_Static_assert(sizeof layers / sizeof *layers == KIN_LAYER_COUNT, "one name a layer");

const char *kin_layer_name(enum kin_layer layer)
{
    return layers[layer];
}

int kin_layer_named(const char *name)
{
    return kin_name_index(layers, KIN_LAYER_COUNT, name);
}

/* ---- Values -------------------------------------------------------------------------------------------------------
 */

/* Most names differ in their first letters, and those that do not are often one string. */
static bool is_named(const char *own, const char *name)
{
    return own == name || (*own == *name && strcmp(own, name) == 0);
}

const struct kin_figure_value *kin_figure_value(const struct kin_figure_part *part, const char *name)
{
    for (size_t i = 0; i < part->value_count; i++) {
        if (is_named(part->values[i].name, name)) {
            return &part->values[i];
        }
    }
    return NULL;
}

bool kin_figure_has(const struct kin_figure_part *part, const char *name)
{
    return kin_figure_value(part, name) != NULL;
}

double kin_figure_number_at(const struct kin_figure_part *part, const char *name, size_t index)
{
    const struct kin_figure_value *value = kin_figure_value(part, name);
    return value && index < value->count ? kin_rat_double(value->numbers[index]) : 0;
}

double kin_figure_number(const struct kin_figure_part *part, const char *name)
{
    return kin_figure_number_at(part, name, 0);
}

struct kin_rat kin_figure_exact(const struct kin_figure_part *part, const char *name)
{
    const struct kin_figure_value *value = kin_figure_value(part, name);
    return value && value->count ? value->numbers[0] : kin_rat_undefined(KIN_INEXACT);
}

size_t kin_figure_count(const struct kin_figure_part *part, const char *name)
{
    const struct kin_figure_value *value = kin_figure_value(part, name);
    return !value ? 0 : value->word_count ? value->word_count : value->count;
}

const char *kin_figure_word(const struct kin_figure_part *part, const char *name)
{
    const struct kin_figure_value *value = kin_figure_value(part, name);
    return value && value->word ? value->word : "";
}

bool kin_figure_is(const struct kin_figure_part *part, const char *name, const char *word)
{
    return strcmp(kin_figure_word(part, name), word) == 0;
}

const struct kin_nodes *kin_figure_text(const struct kin_figure_part *part, const char *name)
{
    const struct kin_figure_value *value = kin_figure_value(part, name);
    return value && value->text.count ? &value->text : NULL;
}

/* ---- Layers -------------------------------------------------------------------------------------------------------
 */

static bool shows(enum kin_layer page, enum kin_layer part)
{
    return page == KIN_LAYER_BOTH || part == KIN_LAYER_BOTH || page == part;
}

static struct kin_figure_part part_shown(kin_arena *arena, const struct kin_figure_part *part, enum kin_layer layer)
{
    struct kin_figure_part copy = *part;
    copy.parts = KIN_NEW_N(arena, struct kin_figure_part *, part->part_count);
    copy.part_count = 0;
    for (size_t i = 0; i < part->part_count; i++) {
        if (shows(layer, part->parts[i]->layer)) {
            struct kin_figure_part *kid = KIN_NEW(arena, struct kin_figure_part);
            *kid = part_shown(arena, part->parts[i], layer);
            copy.parts[copy.part_count++] = kid;
        }
    }
    return copy;
}

struct kin_figure *kin_figure_shown(kin_arena *arena, const struct kin_figure *figure, enum kin_layer layer)
{
    struct kin_figure *copy = KIN_NEW(arena, struct kin_figure);
    *copy = *figure;
    copy->whole = part_shown(arena, &figure->whole, layer);
    return copy;
}
