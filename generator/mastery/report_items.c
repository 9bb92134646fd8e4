/* Item facility by form: the share of the points that students got. */
#include "mastery/reporting.h"

#include <stdlib.h>
#include <string.h>

/* A gap between forms is looked at from this many students a form on, and flagged above so many points of 100. */
enum { ENOUGH_STUDENTS = 20, GAP_PERCENT = 15, FORMS_SHOWN = 4 };

struct form {
    const char *letter;
    size_t students;
};

struct item {
    const char *name, *standard;
};

struct tally {
    struct kin_rat points, most;
    size_t students, blank;
};

struct items {
    const struct kin_reporting *reporting;
    struct kin_report *report;
    struct kin_report_section *section;
    struct form *forms;
    size_t form_count, form_room, all_forms;
    struct item *items;
    size_t item_count, item_room;
    struct tally *tallies; /* of item i and form f: i * (form_count + 1) + f; the last of an item: all forms */
};

/* ---- Forms ------------------------------------------------------------------------------------------------------- */

static size_t form_index(const struct items *items, const char *letter)
{
    size_t i = 0;
    while (i < items->form_count && strcmp(items->forms[i].letter, letter) != 0) {
        i++;
    }
    return i;
}

static bool begins_form(const struct kin_reporting *reporting, size_t row)
{
    return row == 0 || strcmp(reporting->rows[row].student, reporting->rows[row - 1].student) != 0 ||
           strcmp(reporting->rows[row].code, reporting->rows[row - 1].code) != 0;
}

static int by_students(const void *a, const void *b)
{
    const struct form *x = a, *y = b;
    return x->students != y->students ? (x->students < y->students ? 1 : -1) : strcmp(x->letter, y->letter);
}

static int by_letter(const void *a, const void *b)
{
    const struct form *x = a, *y = b;
    size_t left = strlen(x->letter), right = strlen(y->letter);
    return left != right ? (left < right ? -1 : 1) : strcmp(x->letter, y->letter);
}

/* Those that most students had, in the order of their letters. */
static void find_forms(struct items *items)
{
    const struct kin_reporting *reporting = items->reporting;
    for (size_t i = 0; i < reporting->row_count; i++) {
        size_t form = form_index(items, reporting->rows[i].letter);
        if (form == items->form_count) {
            KIN_PUSH(reporting->arena, items->forms, items->form_count, items->form_room) =
                (struct form){.letter = reporting->rows[i].letter};
        }
        items->forms[form].students += begins_form(reporting, i);
    }
    items->all_forms = items->form_count;
    if (items->form_count) {
        qsort(items->forms, items->form_count, sizeof *items->forms, by_students);
        items->form_count = items->form_count > FORMS_SHOWN ? FORMS_SHOWN : items->form_count;
        qsort(items->forms, items->form_count, sizeof *items->forms, by_letter);
    }
}

/* ---- Items ------------------------------------------------------------------------------------------------------- */

static size_t item_of(struct items *items, const struct kin_evidence *row)
{
    kin_arena *arena = items->reporting->arena;
    const char *name = kin_format(arena, "%s%s", row->slot, row->part);
    for (size_t i = 0; i < items->item_count; i++) {
        if (strcmp(items->items[i].name, name) == 0) {
            return i;
        }
    }
    KIN_PUSH(arena, items->items, items->item_count, items->item_room) = (struct item){name, row->standard};
    return items->item_count - 1;
}

static int place_of(const char *name)
{
    return atoi(name);
}

static int by_place(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    int order = place_of(x->name) - place_of(y->name);
    return order ? order : strcmp(x->name, y->name);
}

static void find_items(struct items *items)
{
    for (size_t i = 0; i < items->reporting->row_count; i++) {
        item_of(items, &items->reporting->rows[i]);
    }
    if (items->item_count) {
        qsort(items->items, items->item_count, sizeof *items->items, by_place);
    }
}

static void add_to(kin_arena *arena, struct tally *tally, const struct kin_evidence *row)
{
    tally->points = tally->students ? kin_rat_add(arena, tally->points, row->points) : row->points;
    tally->most = tally->students ? kin_rat_add(arena, tally->most, row->most) : row->most;
    tally->students++;
    tally->blank += row->state == KIN_SCORE_BLANK;
}

static void count_rows(struct items *items)
{
    size_t columns = items->form_count + 1;
    kin_arena *arena = items->reporting->arena;
    items->tallies = KIN_NEW_N(arena, struct tally, items->item_count * columns);
    for (size_t i = 0; i < items->reporting->row_count; i++) {
        const struct kin_evidence *row = &items->reporting->rows[i];
        struct tally *tallies = &items->tallies[item_of(items, row) * columns];
        size_t form = form_index(items, row->letter);
        add_to(arena, &tallies[items->form_count], row);
        if (form < items->form_count) {
            add_to(arena, &tallies[form], row);
        }
    }
}

static struct kin_rat percent_of(kin_arena *arena, const struct tally *tally)
{
    return tally->students ? kin_percent_of(arena, tally->points, tally->most) : (struct kin_rat){0};
}

/* Between the easiest and the hardest form of those with enough students; undefined with fewer than two of them. */
static struct kin_rat gap_of(kin_arena *arena, const struct items *items, const struct tally *tallies)
{
    struct kin_rat low = {0}, high = {0};
    size_t forms = 0;
    for (size_t f = 0; f < items->form_count; f++) {
        struct kin_rat percent = percent_of(arena, &tallies[f]);
        if (tallies[f].students >= ENOUGH_STUDENTS && kin_rat_defined(percent)) {
            low = forms == 0 || kin_rat_compare(percent, low) < 0 ? percent : low;
            high = forms == 0 || kin_rat_compare(percent, high) > 0 ? percent : high;
            forms++;
        }
    }
    return forms > 1 ? kin_rat_sub(arena, high, low) : (struct kin_rat){0};
}

/* ---- The table --------------------------------------------------------------------------------------------------- */

/* Item and standard, a percentage and a count a form, then all forms: ALL and what follows. */
enum { ITEM, STANDARD, FIRST_FORM };
enum { ALL, CHART, STUDENTS, BLANK, GAP, FLAG, AFTER_FORMS };

static size_t after_forms(const struct items *items, size_t column)
{
    return FIRST_FORM + 2 * items->form_count + column;
}

static void add_form_columns(const struct items *items)
{
    kin_arena *arena = items->reporting->arena;
    const struct kin_furniture *words = items->reporting->words;
    for (size_t f = 0; f < items->form_count; f++) {
        const char *letter = items->forms[f].letter;
        kin_section_column(arena, items->section,
                           (struct kin_report_column){.kind = KIN_COLUMN_NUMBER,
                                                      .name = kin_format(arena, "%s_percent", letter),
                                                      .title = kin_format(arena, words->items_form, letter),
                                                      .mark = letter});
    }
    for (size_t f = 0; f < items->form_count; f++) {
        kin_section_column(
            arena, items->section,
            (struct kin_report_column){.name = kin_format(arena, "%s_students", items->forms[f].letter)});
    }
}

static void add_columns(const struct items *items)
{
    kin_arena *arena = items->reporting->arena;
    const struct kin_furniture *words = items->reporting->words;
    const struct kin_report_column before[] = {
        {.kind = KIN_COLUMN_TEXT, .name = "item", .title = words->report_item},
        {.kind = KIN_COLUMN_TEXT, .name = "standard", .title = words->matrix_standard},
    };
    const struct kin_report_column after[AFTER_FORMS] = {
        [ALL] = {.kind = KIN_COLUMN_NUMBER,
                 .name = "percent",
                 .title = kin_format(arena, words->items_form, words->items_all)},
        [CHART] = {.kind = KIN_COLUMN_STEMS, .title = "", .from = FIRST_FORM, .count = items->form_count},
        [STUDENTS] = {.name = "students"},
        [BLANK] = {.kind = KIN_COLUMN_NUMBER, .name = "blank", .title = words->items_blank},
        [GAP] = {.kind = KIN_COLUMN_NUMBER, .name = "gap", .title = words->items_gap},
        [FLAG] = {.kind = KIN_COLUMN_TEXT, .name = "flag", .title = ""},
    };
    kin_section_columns(arena, items->section, before, 2);
    add_form_columns(items);
    kin_section_columns(arena, items->section, after, AFTER_FORMS);
}

static bool is_flagged(struct kin_rat gap)
{
    return kin_rat_defined(gap) && kin_rat_compare(gap, kin_rat_int(GAP_PERCENT)) > 0;
}

static void add_row(const struct items *items, size_t item)
{
    kin_arena *arena = items->reporting->arena;
    const struct tally *tallies = &items->tallies[item * (items->form_count + 1)], *all = &tallies[items->form_count];
    struct kin_report_cell *cells = kin_section_row(arena, items->section);
    struct kin_rat gap = gap_of(arena, items, tallies);
    cells[ITEM] = kin_cell_text(arena, items->items[item].name);
    cells[STANDARD] = kin_cell_text(arena, items->items[item].standard);
    for (size_t f = 0; f < items->form_count; f++) {
        cells[FIRST_FORM + f] = kin_cell_percent(arena, percent_of(arena, &tallies[f]));
        cells[FIRST_FORM + items->form_count + f] = kin_cell_count(arena, tallies[f].students);
    }
    cells[after_forms(items, ALL)] = kin_cell_percent(arena, percent_of(arena, all));
    cells[after_forms(items, STUDENTS)] = kin_cell_count(arena, all->students);
    cells[after_forms(items, BLANK)] = kin_cell_count(arena, all->blank);
    cells[after_forms(items, GAP)] = kin_cell_percent(arena, gap);
    if (is_flagged(gap)) {
        cells[ITEM].look = KIN_CELL_STRONG;
        cells[after_forms(items, GAP)].look = KIN_CELL_GAP;
        cells[after_forms(items, FLAG)] = kin_cell_text(arena, items->reporting->words->items_check);
    }
}

/* ---- Findings ---------------------------------------------------------------------------------------------------- */

static size_t forms_with_enough(const struct items *items)
{
    size_t count = 0;
    for (size_t f = 0; f < items->form_count; f++) {
        count += items->forms[f].students >= ENOUGH_STUDENTS;
    }
    return count;
}

static size_t find_flags(const struct items *items)
{
    kin_arena *arena = items->reporting->arena;
    size_t flags = 0;
    for (size_t i = 0; i < items->item_count; i++) {
        struct kin_rat gap = gap_of(arena, items, &items->tallies[i * (items->form_count + 1)]);
        if (is_flagged(gap)) {
            flags++;
            kin_report_find(arena, items->report,
                            kin_format(arena, items->reporting->words->items_flag, items->items[i].name,
                                       kin_percent_number(arena, gap), (size_t)ENOUGH_STUDENTS));
        }
    }
    return flags;
}

static void add_findings(const struct items *items)
{
    kin_arena *arena = items->reporting->arena;
    const struct kin_furniture *words = items->reporting->words;
    if (items->all_forms > items->form_count) {
        kin_report_find(arena, items->report,
                        kin_format(arena, words->items_many, items->all_forms, items->form_count));
    }
    if (find_flags(items) == 0 && items->item_count) {
        bool enough = forms_with_enough(items) > 1;
        const char *limit = kin_format(arena, "%d", GAP_PERCENT);
        kin_report_find(arena, items->report,
                        enough ? kin_format(arena, words->items_no_flag, limit, (size_t)ENOUGH_STUDENTS)
                               : kin_format(arena, words->items_too_few, (size_t)ENOUGH_STUDENTS));
    }
}

struct kin_report kin_report_items(const struct kin_reporting *reporting)
{
    const struct kin_record record = kin_reporting_record(reporting);
    struct kin_report report = kin_reporting_begin(reporting, &record, "items", reporting->words->items_title);
    struct items items = {
        .reporting = reporting, .report = &report, .section = kin_report_section(reporting->arena, &report)};
    items.section->name = "items";
    items.section->empty = reporting->words->report_nothing;
    items.section->note = reporting->row_count ? reporting->words->items_note : NULL;
    find_forms(&items);
    find_items(&items);
    count_rows(&items);
    add_columns(&items);
    for (size_t i = 0; i < items.item_count; i++) {
        add_row(&items, i);
    }
    add_findings(&items);
    return report;
}
