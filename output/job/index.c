#include "job/index.h"

#include "content/furniture.h"

#include <string.h>

/* A line to write on. */
#define SLIP_RULE "____________________________________________"

static const char *code_of(const struct kin_set *set, const char *letter)
{
    for (size_t f = 0; f < set->form_count; f++) {
        if (strcmp(set->forms[f].letter, letter) == 0) {
            return set->forms[f].code;
        }
    }
    return "";
}

enum { STUDENT, NAME, FORM, CODE, OBJECTIVE, GROUP, ALL_COLUMNS, COLUMNS_FOR_NO_GROUP = OBJECTIVE };

static void add_paper(kin_arena *arena, const struct kin_set *set, const struct kin_run *run, size_t paper,
                      struct kin_report_section *section)
{
    const struct kin_paper_of *one = &run->papers[paper];
    struct kin_report_cell *cells = kin_section_row(arena, section);
    cells[STUDENT] = kin_cell_text(arena, one->student);
    cells[NAME] = kin_cell_text(arena, one->listed);
    cells[FORM] = kin_cell_text(arena, one->letter);
    cells[CODE] = kin_cell_text(arena, code_of(set, one->letter));
    if (run->group) {
        cells[OBJECTIVE] = kin_cell_text(arena, run->objective);
        cells[GROUP] = kin_cell_text(arena, run->group);
    }
}

enum kin_status kin_index_files(kin_ctx *ctx, const struct kin_set *set, const struct kin_run *run,
                                struct kin_report_files *files)
{
    kin_arena *arena = ctx->arena;
    const struct kin_furniture *words = kin_furniture_of(set->language);
    struct kin_report report = {.name = kin_format(arena, "%s-index", run->name),
                                .language = set->language,
                                .paper = set->paper,
                                .title = words->key_index,
                                .of = set->title};
    kin_report_fact(arena, &report, words->class_name, run->class_id);
    kin_report_fact(arena, &report, words->date, run->made_on);
    struct kin_report_section *section = kin_report_section(arena, &report);
    section->name = "papers";
    const struct kin_report_column columns[ALL_COLUMNS] = {
        [STUDENT] = {.kind = KIN_COLUMN_TEXT, .name = "student"},
        [NAME] = {.kind = KIN_COLUMN_TEXT, .title = words->name},
        [FORM] = {.kind = KIN_COLUMN_TEXT, .name = "form", .title = words->index_form},
        [CODE] = {.kind = KIN_COLUMN_TEXT, .name = "code", .title = words->index_code},
        [OBJECTIVE] = {.kind = KIN_COLUMN_TEXT, .name = "objective", .title = words->objective},
        [GROUP] = {.kind = KIN_COLUMN_TEXT, .name = "group", .title = words->groups_group},
    };
    for (size_t i = 0; i < (run->group ? ALL_COLUMNS : COLUMNS_FOR_NO_GROUP); i++) {
        kin_section_column(arena, section, columns[i]);
    }
    for (size_t i = 0; i < run->paper_count; i++) {
        add_paper(arena, set, run, i, section);
    }
    return kin_report_files(ctx, &report, NULL, files);
}

enum kin_status kin_slip_files(kin_ctx *ctx, const struct kin_set *set, const struct kin_run *run,
                               struct kin_report_files *files)
{
    kin_arena *arena = ctx->arena;
    const struct kin_furniture *words = kin_furniture_of(set->language);
    const struct kin_paper_of *paper = &run->papers[0];
    struct kin_report report = {.name = kin_format(arena, "%s-slip", run->name),
                                .language = set->language,
                                .paper = set->paper,
                                .title = words->slip_title,
                                .of = set->title};
    kin_report_fact(arena, &report, words->name, paper->listed);
    kin_report_fact(arena, &report, words->date, run->made_on);
    kin_report_fact(arena, &report, words->index_form,
                    kin_format(arena, "%s, %s", paper->letter, code_of(set, paper->letter)));
    kin_report_fact(arena, &report, words->slip_evidence, run->evidence ? run->evidence : SLIP_RULE);
    struct kin_report_section *section = kin_report_section(arena, &report);
    const char *const titles[] = {words->objective, "", words->slip_before, words->slip_now};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        kin_section_column(arena, section, (struct kin_report_column){.kind = KIN_COLUMN_TEXT, .title = titles[i]});
    }
    for (size_t i = 0; i < run->slip_count; i++) {
        struct kin_report_cell *cells = kin_section_row(arena, section);
        cells[0] = kin_cell_text(arena, run->slip[i].standard);
        cells[1] = kin_cell_text(arena, run->slip[i].sentence);
        cells[2] = kin_cell_text(arena, run->slip[i].before);
    }
    return kin_report_files(ctx, &report, NULL, files);
}
