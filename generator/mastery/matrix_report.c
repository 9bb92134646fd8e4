#include "mastery/matrix.h"

#include "content/furniture.h"

#include <string.h>

struct writing {
    kin_arena *arena;
    const struct kin_furniture *words;
    const struct kin_matrix *matrix;
    struct kin_report *report;
};

static size_t row_total(const struct kin_matrix_row *row)
{
    return row->levels[0].templates + row->levels[1].templates + row->levels[2].templates;
}

static size_t practice_total(const struct kin_matrix_row *row, size_t practice)
{
    return row->levels[0].practices[practice] + row->levels[1].practices[practice] + row->levels[2].practices[practice];
}

static struct kin_report_cell count_cell(kin_arena *arena, size_t count, bool gap)
{
    struct kin_report_cell cell = kin_cell_count(arena, count);
    cell.look = gap && count == 0 ? KIN_CELL_GAP : KIN_CELL_PLAIN;
    cell.text = count == 0 && !gap ? "" : cell.text;
    return cell;
}

/* ---- By standard, for people ------------------------------------------------------------------------------------- */

static void add_columns(const struct writing *writing, struct kin_report_section *section)
{
    kin_arena *arena = writing->arena;
    kin_section_column(arena, section,
                       (struct kin_report_column){KIN_COLUMN_TEXT, .title = writing->words->matrix_standard});
    for (int i = 0; i < KIN_LEVELS; i++) {
        const char *title = kin_format(arena, writing->words->matrix_level, i + 1);
        kin_section_column(arena, section, (struct kin_report_column){KIN_COLUMN_NUMBER, .title = title});
    }
    for (size_t i = 0; i < writing->matrix->practice_count; i++) {
        kin_section_column(arena, section,
                           (struct kin_report_column){KIN_COLUMN_NUMBER, .title = writing->matrix->practices[i]});
    }
}

static void add_row(const struct writing *writing, struct kin_report_section *section, const struct kin_matrix_row *row)
{
    kin_arena *arena = writing->arena;
    struct kin_report_cell *cells = kin_section_row(arena, section);
    const struct kin_standard *standard = row->standard;
    if (row->cluster) {
        section->rows[section->row_count - 1].group =
            kin_format(arena, "%s  %s", standard->code, standard->description);
    }
    cells[0] = kin_cell_text(arena, standard->code);
    cells[0].look = row->cluster ? KIN_CELL_STRONG : KIN_CELL_PLAIN;
    for (size_t i = 0; i < KIN_LEVELS; i++) {
        cells[1 + i] = count_cell(arena, row->levels[i].templates, true);
    }
    for (size_t i = 0; i < writing->matrix->practice_count; i++) {
        cells[1 + KIN_LEVELS + i] = count_cell(arena, practice_total(row, i), row->cluster);
    }
}

static void add_table(const struct writing *writing)
{
    struct kin_report_section *section = kin_report_section(writing->arena, writing->report);
    section->lead = writing->words->matrix_lead;
    section->empty = writing->words->matrix_none;
    add_columns(writing, section);
    for (size_t r = 0; r < writing->matrix->row_count; r++) {
        add_row(writing, section, &writing->matrix->rows[r]);
    }
}

/* ---- By standard and level, for the next audit ------------------------------------------------------------------- */

const char *kin_matrix_ids(kin_arena *arena, const struct kin_matrix_cell *cell)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < cell->id_count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? " " : "", cell->ids[i]);
    }
    return buf.data;
}

static void add_cell_columns(const struct writing *writing, struct kin_report_section *section)
{
    static const char *const names[] = {"standard", "grade", "description", "level", "templates"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        kin_section_column(writing->arena, section, (struct kin_report_column){.name = names[i]});
    }
    for (size_t i = 0; i < writing->matrix->practice_count; i++) {
        kin_section_column(writing->arena, section, (struct kin_report_column){.name = writing->matrix->practices[i]});
    }
    kin_section_column(writing->arena, section, (struct kin_report_column){.name = "gap"});
    kin_section_column(writing->arena, section, (struct kin_report_column){.name = "ids"});
}

static void add_cell_row(const struct writing *writing, struct kin_report_section *section,
                         const struct kin_matrix_row *row, size_t level)
{
    kin_arena *arena = writing->arena;
    const struct kin_matrix_cell *cell = &row->levels[level];
    struct kin_report_cell *cells = kin_section_row(arena, section);
    size_t n = 0;
    cells[n++] = kin_cell_text(arena, row->standard->code);
    cells[n++] = kin_cell_text(arena, row->standard->grade);
    cells[n++] = kin_cell_text(arena, row->standard->description);
    cells[n++] = kin_cell_count(arena, level + 1);
    cells[n++] = kin_cell_count(arena, cell->templates);
    for (size_t i = 0; i < writing->matrix->practice_count; i++) {
        cells[n++] = kin_cell_count(arena, cell->practices[i]);
    }
    cells[n++] = kin_cell_text(arena, cell->templates ? "no" : "yes");
    cells[n++] = kin_cell_text(arena, kin_matrix_ids(arena, cell));
}

static void add_cells(const struct writing *writing)
{
    struct kin_report_section *section = kin_report_section(writing->arena, writing->report);
    section->name = "cells";
    add_cell_columns(writing, section);
    for (size_t r = 0; r < writing->matrix->row_count; r++) {
        for (size_t level = 0; level < KIN_LEVELS; level++) {
            add_cell_row(writing, section, &writing->matrix->rows[r], level);
        }
    }
}

/* ---- Since the last audit ---------------------------------------------------------------------------------------- */

static const struct kin_audit_cell *audited(const struct kin_audit *audit, const char *code, size_t level)
{
    for (size_t i = 0; i < audit->count; i++) {
        if (audit->cells[i].level == (int)level + 1 && strcmp(audit->cells[i].standard, code) == 0) {
            return &audit->cells[i];
        }
    }
    return NULL;
}

/* Is `id` one of the words of `ids`? */
static bool names_id(const char *ids, const char *id, size_t length)
{
    for (const char *at = ids; *at;) {
        size_t own = strcspn(at, " ");
        if (own == length && strncmp(at, id, length) == 0) {
            return true;
        }
        at += own + strspn(at + own, " ");
    }
    return false;
}

/* The words of `ids` that `others` has not. */
static const char *ids_without(kin_arena *arena, const char *ids, const char *others)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (const char *at = ids; *at;) {
        size_t length = strcspn(at, " ");
        if (length && !names_id(others, at, length)) {
            kin_buf_add(&buf, buf.length ? ", " : "");
            kin_buf_add_n(&buf, at, length);
        }
        at += length + strspn(at + length, " ");
    }
    return buf.data;
}

static const char *change_of(const struct writing *writing, const struct kin_audit_cell *before, size_t now)
{
    const struct kin_furniture *words = writing->words;
    if (before->templates == now) {
        return words->matrix_others;
    }
    if (now == 0) {
        return words->matrix_new_gap;
    }
    return before->templates == 0    ? words->matrix_closed_gap
           : now > before->templates ? words->matrix_more
                                     : words->matrix_fewer;
}

static const char *names_text(const struct writing *writing, const char *gone, const char *come)
{
    const char *less = *gone ? kin_format(writing->arena, writing->words->matrix_gone, gone) : "";
    const char *more = *come ? kin_format(writing->arena, writing->words->matrix_new, come) : "";
    return kin_format(writing->arena, "%s%s%s", less, *less && *more ? "; " : "", more);
}

/* A row where something is not as it was; a standard that the audit did not look at is no change. */
static void add_change(const struct writing *writing, struct kin_report_section *section, const struct kin_audit *audit,
                       const struct kin_matrix_row *row, size_t level, struct kin_buf *gaps)
{
    kin_arena *arena = writing->arena;
    const struct kin_audit_cell *before = audited(audit, row->standard->code, level);
    const char *now = kin_matrix_ids(arena, &row->levels[level]);
    if (!before || (before->templates == row->levels[level].templates && strcmp(before->ids, now) == 0)) {
        return;
    }
    struct kin_report_cell *cells = kin_section_row(arena, section);
    const char *gone = ids_without(arena, before->ids, now), *come = ids_without(arena, now, before->ids);
    cells[0] = kin_cell_text(arena, row->standard->code);
    cells[1] = kin_cell_count(arena, level + 1);
    cells[2] = kin_cell_count(arena, before->templates);
    cells[3] = kin_cell_count(arena, row->levels[level].templates);
    cells[4] = kin_cell_text(arena, change_of(writing, before, row->levels[level].templates));
    cells[5] = kin_cell_text(arena, names_text(writing, gone, come));
    if (row->levels[level].templates == 0 && before->templates) {
        cells[4].look = KIN_CELL_GAP;
        kin_buf_addf(gaps, "%s%s L%zu", gaps->length ? ", " : "", row->standard->code, level + 1);
    }
}

static void add_changes(const struct writing *writing, const struct kin_audit *audit)
{
    const struct kin_furniture *words = writing->words;
    const struct kin_report_column columns[] = {
        {KIN_COLUMN_TEXT, "standard", words->matrix_standard, NULL, 0, 0},
        {KIN_COLUMN_NUMBER, "level", words->preview_level, NULL, 0, 0},
        {KIN_COLUMN_NUMBER, "before", words->matrix_before, NULL, 0, 0},
        {KIN_COLUMN_NUMBER, "now", words->matrix_now, NULL, 0, 0},
        {KIN_COLUMN_TEXT, "change", words->matrix_change, NULL, 0, 0},
        {KIN_COLUMN_TEXT, "templates", words->matrix_templates, NULL, 0, 0},
    };
    struct kin_report_section *section = kin_report_section(writing->arena, writing->report);
    struct kin_buf gaps = kin_buf_in(writing->arena);
    section->name = "changes";
    section->heading = words->matrix_changes;
    section->empty = words->matrix_unchanged;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        kin_section_column(writing->arena, section, columns[i]);
    }
    for (size_t r = 0; r < writing->matrix->row_count; r++) {
        for (size_t level = 0; level < KIN_LEVELS; level++) {
            add_change(writing, section, audit, &writing->matrix->rows[r], level, &gaps);
        }
    }
    if (gaps.length) {
        kin_report_find(writing->arena, writing->report, kin_format(writing->arena, words->matrix_new_gaps, gaps.data));
    }
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static void find_gaps(const struct writing *writing)
{
    size_t standards = 0, covered = 0, gaps = 0;
    for (size_t r = 0; r < writing->matrix->row_count; r++) {
        const struct kin_matrix_row *row = &writing->matrix->rows[r];
        standards += !row->cluster;
        covered += !row->cluster && row_total(row) > 0;
        for (size_t level = 0; level < KIN_LEVELS; level++) {
            gaps += !row->cluster && row->levels[level].templates == 0;
        }
    }
    kin_report_find(
        writing->arena, writing->report,
        kin_format(writing->arena, writing->words->matrix_found, covered, standards, gaps, standards * KIN_LEVELS));
}

static void find_practices(const struct writing *writing)
{
    struct kin_buf missing = kin_buf_in(writing->arena);
    for (size_t i = 0; i < writing->matrix->practice_count; i++) {
        size_t total = 0;
        for (size_t r = 0; r < writing->matrix->row_count; r++) {
            total += practice_total(&writing->matrix->rows[r], i);
        }
        if (total == 0) {
            kin_buf_addf(&missing, "%s%s", missing.length ? ", " : "", writing->matrix->practices[i]);
        }
    }
    if (missing.length && writing->matrix->row_count) {
        kin_report_find(writing->arena, writing->report,
                        kin_format(writing->arena, writing->words->matrix_no_practice, missing.data));
    }
}

struct kin_report kin_matrix_report(kin_arena *arena, const struct kin_matrix *matrix, const struct kin_audit *audit,
                                    const char *language)
{
    const struct kin_furniture *words = kin_furniture_of(language);
    struct kin_report report = {.name = "matrix", .language = words->language, .title = words->matrix_title};
    const struct writing writing = {arena, words, matrix, &report};
    kin_report_fact(arena, &report, words->matrix_templates, kin_format(arena, "%zu", matrix->template_count));
    find_gaps(&writing);
    find_practices(&writing);
    if (audit) {
        add_changes(&writing, audit);
    }
    add_table(&writing);
    add_cells(&writing);
    return report;
}
