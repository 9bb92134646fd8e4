#include "mastery/report.h"

#include <string.h>

/* ---- Filling it -------------------------------------------------------------------------------------------------- */

void kin_report_fact(kin_arena *arena, struct kin_report *report, const char *name, const char *text)
{
    if (text && *text) {
        KIN_PUSH(arena, report->facts, report->fact_count, report->fact_room) = (struct kin_fact){name, text};
    }
}

void kin_report_find(kin_arena *arena, struct kin_report *report, const char *sentence)
{
    KIN_PUSH(arena, report->findings, report->finding_count, report->finding_room) = sentence;
}

struct kin_report_section *kin_report_section(kin_arena *arena, struct kin_report *report)
{
    KIN_PUSH(arena, report->sections, report->section_count, report->section_room) = (struct kin_report_section){0};
    return &report->sections[report->section_count - 1];
}

size_t kin_section_column(kin_arena *arena, struct kin_report_section *section, struct kin_report_column column)
{
    KIN_PUSH(arena, section->columns, section->column_count, section->column_room) = column;
    return section->column_count - 1;
}

struct kin_report_cell *kin_section_row(kin_arena *arena, struct kin_report_section *section)
{
    struct kin_report_cell *cells = KIN_NEW_N(arena, struct kin_report_cell, section->column_count);
    KIN_PUSH(arena, section->rows, section->row_count, section->row_room) = (struct kin_report_row){.cells = cells};
    return cells;
}

/* ---- Cells ------------------------------------------------------------------------------------------------------- */

struct kin_report_cell kin_cell_text(kin_arena *arena, const char *text)
{
    return (struct kin_report_cell){.text = text ? kin_copy(arena, text) : NULL};
}

struct kin_report_cell kin_cell_count(kin_arena *arena, size_t count)
{
    return (struct kin_report_cell){.text = kin_format(arena, "%zu", count), .value = kin_rat_int((int64_t)count)};
}

struct kin_report_cell kin_cell_percent(kin_arena *arena, struct kin_rat percent)
{
    if (!kin_rat_defined(percent)) {
        return (struct kin_report_cell){0};
    }
    return (struct kin_report_cell){.text = kin_rat_decimal_text(arena, kin_rat_round(arena, percent, 1, KIN_DOWN), 1),
                                    .value = percent};
}

char *kin_percent_number(kin_arena *arena, struct kin_rat percent)
{
    struct kin_rat rounded = kin_rat_round(arena, percent, 1, KIN_DOWN);
    return kin_rat_decimal_text(arena, rounded, kin_rat_is_integer(rounded) ? 0 : 1);
}

char *kin_percent_text(kin_arena *arena, struct kin_rat percent)
{
    return kin_format(arena, "%s%%", kin_percent_number(arena, percent));
}

struct kin_rat kin_percent_of(kin_arena *arena, struct kin_rat part, struct kin_rat whole)
{
    if (kin_rat_sign(whole) == 0) {
        return (struct kin_rat){0};
    }
    return kin_rat_div(arena, kin_rat_mul(arena, kin_rat_int(100), part), whole);
}

/* ---- As a table ----------------------------------------------------------------------------------------------------
 */

void kin_section_csv(struct kin_buf *buf, const struct kin_report_section *section)
{
    const char **line = KIN_NEW_N(buf->arena, const char *, section->column_count);
    size_t count = 0;
    for (size_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].name) {
            line[count++] = section->columns[i].name;
        }
    }
    kin_csv_begin(buf);
    kin_csv_row(buf, line, count);
    for (size_t r = 0; r < section->row_count; r++) {
        count = 0;
        for (size_t i = 0; i < section->column_count; i++) {
            if (section->columns[i].name) {
                line[count++] = section->rows[r].cells[i].text;
            }
        }
        kin_csv_row(buf, line, count);
    }
}
