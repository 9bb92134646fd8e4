/* The matrix of an audit by the codes of a state: what the banks have for each. */
#include "mastery/matrix.h"

#include "content/furniture.h"

#include <string.h>
#include <strings.h>

struct crossing {
    kin_arena *arena;
    const struct kin_furniture *words;
    const struct kin_matrix *matrix;
    struct kin_report *report;
};

/* What there is for a code at each level, each template once. */
struct found {
    struct kin_matrix_cell levels[KIN_LEVELS];
};

static const struct kin_matrix_row *row_of(const struct kin_matrix *matrix, const struct kin_standard *standard)
{
    for (size_t r = 0; r < matrix->row_count; r++) {
        if (matrix->rows[r].standard == standard) {
            return &matrix->rows[r];
        }
    }
    return NULL;
}

static void add_ids(kin_arena *arena, struct kin_matrix_cell *cell, const struct kin_matrix_cell *from)
{
    for (size_t i = 0; i < from->id_count; i++) {
        size_t known = 0;
        while (known < cell->id_count && strcmp(cell->ids[known], from->ids[i]) != 0) {
            known++;
        }
        if (known == cell->id_count) {
            KIN_PUSH(arena, cell->ids, cell->id_count, cell->id_room) = from->ids[i];
        }
    }
    cell->templates = cell->id_count;
}

static struct found find(const struct crossing *crossing, const struct kin_crosswalk_row *code)
{
    struct found found = {0};
    for (size_t i = 0; i < code->standard_count; i++) {
        const struct kin_matrix_row *row = row_of(crossing->matrix, code->standards[i]);
        for (size_t level = 0; row && level < KIN_LEVELS; level++) {
            add_ids(crossing->arena, &found.levels[level], &row->levels[level]);
        }
    }
    return found;
}

/* Does it lead to one of the standards that are looked at? */
static bool is_within(const struct kin_crosswalk_row *code, const char *within)
{
    for (size_t i = 0; i < code->standard_count; i++) {
        if (within && strncasecmp(code->standards[i]->code, within, strlen(within)) == 0) {
            return true;
        }
    }
    return !within;
}

static const char *standards_text(kin_arena *arena, const struct kin_crosswalk_row *code)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < code->standard_count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? " " : "", code->standards[i]->code);
    }
    return buf.data;
}

/* ---- For people ---------------------------------------------------------------------------------------------------
 */

static void add_columns(const struct crossing *crossing, struct kin_report_section *section)
{
    kin_arena *arena = crossing->arena;
    const char *const titles[] = {crossing->words->matrix_code, crossing->words->matrix_description,
                                  crossing->words->matrix_standards};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        kin_section_column(arena, section, (struct kin_report_column){KIN_COLUMN_TEXT, .title = titles[i]});
    }
    for (int i = 0; i < KIN_LEVELS; i++) {
        const char *title = kin_format(arena, crossing->words->matrix_level, i + 1);
        kin_section_column(arena, section, (struct kin_report_column){KIN_COLUMN_NUMBER, .title = title});
    }
}

static void add_row(const struct crossing *crossing, struct kin_report_section *section,
                    const struct kin_crosswalk_row *code, const struct found *found)
{
    kin_arena *arena = crossing->arena;
    struct kin_report_cell *cells = kin_section_row(arena, section);
    cells[0] = kin_cell_text(arena, code->code);
    cells[1] = kin_cell_text(arena, code->description);
    cells[2] = kin_cell_text(arena, standards_text(arena, code));
    for (size_t level = 0; level < KIN_LEVELS; level++) {
        cells[3 + level] = kin_cell_count(arena, found->levels[level].templates);
        cells[3 + level].look = found->levels[level].templates ? KIN_CELL_PLAIN : KIN_CELL_GAP;
    }
}

/* ---- For a spreadsheet ------------------------------------------------------------------------------------------- */

static void begin_table(kin_arena *arena, struct kin_report_section *table)
{
    static const char *const names[] = {"code", "description", "standards", "level", "templates", "gap", "ids"};
    table->name = "crosswalk";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        kin_section_column(arena, table, (struct kin_report_column){.name = names[i]});
    }
}

static void add_table_rows(kin_arena *arena, struct kin_report_section *table, const struct kin_crosswalk_row *code,
                           const struct found *found)
{
    for (size_t level = 0; level < KIN_LEVELS; level++) {
        struct kin_report_cell *cells = kin_section_row(arena, table);
        const struct kin_matrix_cell *cell = &found->levels[level];
        cells[0] = kin_cell_text(arena, code->code);
        cells[1] = kin_cell_text(arena, code->description);
        cells[2] = kin_cell_text(arena, standards_text(arena, code));
        cells[3] = kin_cell_count(arena, level + 1);
        cells[4] = kin_cell_count(arena, cell->templates);
        cells[5] = kin_cell_text(arena, cell->templates ? "no" : "yes");
        cells[6] = kin_cell_text(arena, kin_matrix_ids(arena, cell));
    }
}

/* ---- The whole ----------------------------------------------------------------------------------------------------
 */

struct sums {
    size_t codes, covered, gaps;
    struct kin_buf missing; /* codes without any template */
};

static void add_up(struct sums *sums, const struct kin_crosswalk_row *code, const struct found *found)
{
    size_t full = 0;
    for (size_t level = 0; level < KIN_LEVELS; level++) {
        full += found->levels[level].templates > 0;
    }
    sums->codes++;
    sums->covered += full > 0;
    sums->gaps += KIN_LEVELS - full;
    if (!full) {
        kin_buf_addf(&sums->missing, "%s%s", sums->missing.length ? ", " : "", code->code);
    }
}

static void say(const struct crossing *crossing, const struct kin_crosswalk *crosswalk, const struct sums *sums)
{
    kin_arena *arena = crossing->arena;
    const struct kin_furniture *words = crossing->words;
    kin_report_find(arena, crossing->report,
                    kin_format(arena, words->matrix_crossed, crosswalk->id, sums->covered, sums->codes, sums->gaps,
                               sums->codes * KIN_LEVELS));
    if (sums->missing.length) {
        kin_report_find(arena, crossing->report, kin_format(arena, words->matrix_uncrossed, sums->missing.data));
    }
}

void kin_matrix_add_crosswalk(kin_arena *arena, const struct kin_matrix *matrix, const struct kin_crosswalk *crosswalk,
                              const char *within, struct kin_report *report)
{
    const struct crossing crossing = {arena, kin_furniture_of(report->language), matrix, report};
    struct sums sums = {.missing = kin_buf_in(arena)};
    struct kin_report_section page = {.heading = kin_format(arena, crossing.words->matrix_codes, crosswalk->id)};
    struct kin_report_section table = {.name = NULL};
    add_columns(&crossing, &page);
    begin_table(arena, &table);
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct kin_crosswalk_row *code = &crosswalk->rows[i];
        if (is_within(code, within)) {
            struct found found = find(&crossing, code);
            add_row(&crossing, &page, code, &found);
            add_table_rows(arena, &table, code, &found);
            add_up(&sums, code, &found);
        }
    }
    say(&crossing, crosswalk, &sums);
    *kin_report_section(arena, report) = page;
    *kin_report_section(arena, report) = table;
}
