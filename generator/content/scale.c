#include "base/csv.h"
#include "content/threshold.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct kin_scale_level usual_levels[] = {
    {4, 90, "Beyond", ""},
    {3, 80, "Met", ""},
    {2, 60, "Nearly", ""},
    {1, 0, "Not yet", ""},
};
static const struct kin_level_scale usual = {usual_levels, sizeof usual_levels / sizeof *usual_levels};

const struct kin_level_scale *kin_scale_usual(void)
{
    return &usual;
}

const struct kin_level_scale *kin_scale_in(kin_arena *arena, const struct kin_level_scale *scale,
                                           const struct kin_furniture *words)
{
    const char *const names[][2] = {{words->scale_beyond, words->scale_beyond_legend},
                                    {words->scale_met, words->scale_met_legend},
                                    {words->scale_nearly, words->scale_nearly_legend},
                                    {words->scale_not_yet, words->scale_not_yet_legend}};
    if (scale != &usual) {
        return scale;
    }
    struct kin_scale_level *levels = kin_copy_bytes(arena, usual_levels, sizeof usual_levels);
    for (size_t i = 0; i < usual.count; i++) {
        levels[i].name = names[i][0];
        levels[i].legend = names[i][1];
    }
    struct kin_level_scale *shown = KIN_NEW(arena, struct kin_level_scale);
    *shown = (struct kin_level_scale){levels, usual.count};
    return shown;
}

const char *kin_scale_legend(kin_arena *arena, const struct kin_level_scale *scale, const struct kin_furniture *words)
{
    struct kin_buf buf = kin_buf_in(arena);
    scale = kin_scale_in(arena, scale, words);
    for (size_t i = 0; i < scale->count; i++) {
        const struct kin_scale_level *level = &scale->levels[i];
        const char *colon = *level->legend ? ": " : i + 1 < scale->count ? "." : "";
        kin_buf_addf(&buf, "%s%d %s (%d%%)%s%s", i ? " " : "", level->level, level->name, level->from_percent, colon,
                     level->legend);
    }
    return kin_format(arena, words->strip_scale, buf.data);
}

const struct kin_scale_level *kin_scale_level(kin_arena *arena, const struct kin_level_scale *scale,
                                              struct kin_rat score)
{
    size_t i = 0;
    struct kin_rat percent = kin_rat_mul(arena, score, kin_rat_int(100));
    while (i + 1 < scale->count && kin_rat_compare(percent, kin_rat_int(scale->levels[i].from_percent)) < 0) {
        i++;
    }
    return &scale->levels[i];
}

/* ---- A scale of one's own -------------------------------------------------------------------------------------- */

enum { LEVEL, FROM, NAME, LEGEND, COLUMNS };
static const char *const column_names[COLUMNS] = {"level", "from", "name", "legend"};

enum { MOST_LEVELS = 10 };

/* A whole number from 0 to 100; -1: none. */
static int number_of(const char *text)
{
    char *end;
    long number = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : -1;
    return number < 0 || number > 100 || end[strspn(end, " %")] ? -1 : (int)number;
}

/* What is wrong with a level, given the one below it; NULL: nothing. */
static const char *fault_of(const struct kin_scale_level *level, const struct kin_scale_level *below)
{
    if (level->level < 1) {
        return "a level is a whole number from 1 to 100";
    }
    if (level->from_percent < 0) {
        return "'from' is a whole percentage from 0 to 100";
    }
    if (!*level->name) {
        return "a level needs a name";
    }
    if (!below) {
        return level->from_percent == 0 ? NULL : "the lowest level begins at 0";
    }
    bool rises = below->level < level->level && below->from_percent < level->from_percent;
    return rises ? NULL : "levels and percentages must rise together, each of them once";
}

static struct kin_scale_level level_of(const struct kin_csv *csv, const struct kin_csv_row *row)
{
    const char *cells[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        cells[i] = kin_csv_cell(row, kin_csv_column(csv, column_names[i]));
    }
    return (struct kin_scale_level){number_of(cells[LEVEL]), number_of(cells[FROM]), cells[NAME], cells[LEGEND]};
}

/* In falling order, whatever the order of the lines. */
static void insert_level(struct kin_scale_level *levels, size_t count, struct kin_scale_level level)
{
    size_t at = count;
    for (; at > 0 && levels[at - 1].level < level.level; at--) {
        levels[at] = levels[at - 1];
    }
    levels[at] = level;
}

static const char *fault_of_all(const struct kin_level_scale *scale)
{
    const char *fault = scale->count < 2 ? "a scale has 2 to 10 levels" : NULL;
    for (size_t i = scale->count; i-- > 0 && !fault;) {
        fault = fault_of(&scale->levels[i], i + 1 < scale->count ? &scale->levels[i + 1] : NULL);
    }
    return fault;
}

const struct kin_level_scale *kin_scale_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source)
{
    struct kin_csv *csv = kin_csv_parse(arena, diags, source);
    if (!csv) {
        return NULL;
    }
    struct kin_level_scale *scale = KIN_NEW(arena, struct kin_level_scale);
    struct kin_scale_level *levels = KIN_NEW_N(arena, struct kin_scale_level, MOST_LEVELS);
    size_t count = csv->row_count <= MOST_LEVELS ? csv->row_count : 0;
    for (; scale->count < count; scale->count++) {
        insert_level(levels, scale->count, level_of(csv, &csv->rows[scale->count]));
    }
    scale->levels = levels;
    const char *fault = fault_of_all(scale);
    if (fault) {
        kin_report(diags, KIN_E7100, (struct kin_span){source, 0, 0}, fault, NULL);
        return NULL;
    }
    return scale;
}
