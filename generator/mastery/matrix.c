#include "mastery/matrix.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- Practices --------------------------------------------------------------------------------------------------- */

static size_t practice_index(const struct kin_matrix *matrix, const char *name, size_t length)
{
    size_t i = 0;
    while (i < matrix->practice_count &&
           (strlen(matrix->practices[i]) != length || strncasecmp(matrix->practices[i], name, length) != 0)) {
        i++;
    }
    return i;
}

static const char *const separators = " ,;";

static void add_practices(kin_arena *arena, struct kin_matrix *matrix, const char *names)
{
    for (const char *at = names; at && *at;) {
        size_t length = strcspn(at, separators);
        if (length && matrix->practice_count < KIN_MOST_PRACTICES &&
            practice_index(matrix, at, length) == matrix->practice_count) {
            KIN_PUSH(arena, matrix->practices, matrix->practice_count, matrix->practice_room) =
                kin_copy_n(arena, at, length);
        }
        at += length + strspn(at + length, separators);
    }
}

/* ---- Rows -------------------------------------------------------------------------------------------------------- */

static bool is_wanted(const struct kin_standard *standard, const char *within)
{
    return *standard->description && (!within || strncasecmp(standard->code, within, strlen(within)) == 0);
}

static bool has_parts(const struct kin_framework *framework, const struct kin_standard *standard)
{
    for (size_t i = 0; i < framework->count; i++) {
        if (framework->standards[i].parent == standard) {
            return true;
        }
    }
    return false;
}

static void add_row(kin_arena *arena, struct kin_matrix *matrix, const struct kin_framework *framework,
                    const struct kin_standard *standard)
{
    struct kin_matrix_row row = {.standard = standard, .cluster = !standard->parent && has_parts(framework, standard)};
    for (size_t i = 0; i < KIN_LEVELS; i++) {
        row.levels[i].practices = KIN_NEW_N(arena, size_t, matrix->practice_count);
    }
    KIN_PUSH(arena, matrix->rows, matrix->row_count, matrix->row_room) = row;
}

static bool is_used(const struct kin_library *library, const struct kin_framework *framework)
{
    for (size_t b = 0; b < library->bank_count; b++) {
        if (library->banks[b]->framework == framework) {
            return true;
        }
    }
    return library->bank_count == 0;
}

static void add_rows(kin_arena *arena, struct kin_matrix *matrix, const struct kin_library *library, const char *within)
{
    for (size_t f = 0; f < library->framework_count; f++) {
        const struct kin_framework *framework = library->frameworks[f];
        for (size_t i = 0; i < framework->count && is_used(library, framework); i++) {
            if (is_wanted(&framework->standards[i], within)) {
                add_row(arena, matrix, framework, &framework->standards[i]);
            }
        }
    }
}

/* ---- Counting ---------------------------------------------------------------------------------------------------- */

/* One thing that a template asks. */
struct asked {
    const struct kin_standard *standard;
    int level;
    const char *practice;
};

static struct asked part_asks(const struct kin_template *template, const struct kin_part_template *part)
{
    const char *code = part->standard ? part->standard : template->standard;
    const struct kin_framework *framework = template->bank->framework;
    return (struct asked){framework ? kin_standard_find(framework, code) : NULL,
                          part->level ? part->level : template->level,
                          part->practice ? part->practice : template->practice};
}

static bool has_id(const struct kin_matrix_cell *cell, const char *id)
{
    return cell->id_count && strcmp(cell->ids[cell->id_count - 1], id) == 0;
}

/* A template counts once in a cell, and once in each of its practices there: `seen` has a bit a practice. */
_Static_assert(KIN_MOST_PRACTICES <= 64, "a bit for each");
static void count_part(kin_arena *arena, const struct kin_matrix *matrix, struct kin_matrix_cell *cell, const char *id,
                       const char *practices, uint64_t *seen)
{
    if (!has_id(cell, id)) {
        cell->templates++;
        KIN_PUSH(arena, cell->ids, cell->id_count, cell->id_room) = id;
    }
    for (const char *at = practices; at && *at;) {
        size_t length = strcspn(at, separators), index = practice_index(matrix, at, length);
        if (index < matrix->practice_count && !(*seen >> (index)&1)) {
            cell->practices[index]++;
            *seen |= UINT64_C(1) << (index);
        }
        at += length + strspn(at + length, separators);
    }
}

static void count_in_row(kin_arena *arena, const struct kin_matrix *matrix, struct kin_matrix_row *row,
                         const struct kin_template *template, const struct asked *asked)
{
    uint64_t seen[KIN_LEVELS] = {0};
    for (size_t p = 0; p < template->part_count; p++) {
        if (asked[p].standard && kin_standard_within(asked[p].standard, row->standard)) {
            size_t level = (size_t)asked[p].level - 1;
            count_part(arena, matrix, &row->levels[level], template->id, asked[p].practice, &seen[level]);
        }
    }
}

static void count_template(kin_arena *arena, struct kin_matrix *matrix, const struct kin_template *template)
{
    struct asked *asked = KIN_NEW_N(arena, struct asked, template->part_count);
    for (size_t p = 0; p < template->part_count; p++) {
        asked[p] = part_asks(template, &template->parts[p]);
    }
    for (size_t r = 0; r < matrix->row_count; r++) {
        count_in_row(arena, matrix, &matrix->rows[r], template, asked);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_ids(struct kin_matrix_row *row)
{
    for (size_t i = 0; i < KIN_LEVELS; i++) {
        if (row->levels[i].id_count) {
            qsort(row->levels[i].ids, row->levels[i].id_count, sizeof *row->levels[i].ids, by_text);
        }
    }
}

/* Those that can be drawn: a template with variants is its variants. */
static const struct kin_template **templates_of(kin_arena *arena, const struct kin_library *library, size_t *count)
{
    const struct kin_template **templates = NULL;
    size_t room = 0;
    *count = 0;
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            if (!library->banks[b]->templates[t]->variant_count) {
                KIN_PUSH(arena, templates, *count, room) = library->banks[b]->templates[t];
            }
        }
    }
    return templates;
}

struct kin_matrix kin_matrix_of(kin_arena *arena, const struct kin_library *library, const char *within)
{
    struct kin_matrix matrix = {0};
    const struct kin_template **templates = templates_of(arena, library, &matrix.template_count);
    add_practices(arena, &matrix, "MP1 MP2 MP3 MP4 MP5 MP6 MP7 MP8");
    for (size_t t = 0; t < matrix.template_count; t++) {
        for (size_t p = 0; p < templates[t]->part_count; p++) {
            add_practices(arena, &matrix, part_asks(templates[t], &templates[t]->parts[p]).practice);
        }
    }
    add_rows(arena, &matrix, library, within);
    for (size_t t = 0; t < matrix.template_count; t++) {
        count_template(arena, &matrix, templates[t]);
    }
    for (size_t r = 0; r < matrix.row_count; r++) {
        sort_ids(&matrix.rows[r]);
    }
    return matrix;
}
