#include "ledger/score_importer.h"

#include "content/typed.h"
#include "form/mark.h"

#include <stdlib.h>
#include <string.h>

/* ---- Which form ---------------------------------------------------------------------------------------------------
 */

/* The form in the student's language, where the set has it: words are marked as they were asked, numbers have its
 * signs. */
static const struct kin_form *form_in_language(struct importer *importer, struct sheet *sheet)
{
    struct kin_ledger_student student;
    bool known = kin_ledger_student_find(importer->ledger, sheet->row->student, &student) && student.language;
    sheet->language = kin_language_of(importer->set->language);
    for (size_t i = 0; known && i < importer->set->edition_count; i++) {
        const struct kin_set *edition = importer->set->editions[i];
        for (size_t j = 0; j < edition->form_count && strcmp(edition->language, student.language) == 0; j++) {
            if (strcmp(edition->forms[j].letter, sheet->form->letter) == 0) {
                sheet->language = kin_language_of(edition->language);
                return &edition->forms[j];
            }
        }
    }
    return sheet->form;
}

/* ---- Which part
 * ------------------------------------------------------------------------------------------------------- */

static bool is_place(const struct kin_score_place *place, const struct kin_slot *slot, const struct kin_part *part,
                     size_t ordinal)
{
    const char suffix[] = {place->part, '\0'};
    if (place->ordinal) {
        return place->ordinal == ordinal;
    }
    if (slot->items > 0) { /* the items of a group have numbers for labels */
        return !place->part && part->label && strtoul(part->label, NULL, 10) == place->item;
    }
    return strtoul(slot->id, NULL, 10) == place->item && strcmp(part->label ? part->label : "", suffix) == 0;
}

/* The answer of a row to a part; NULL where the file says nothing of it. */
static const struct kin_score_answer *answer_to(const struct kin_score_row *row, const struct kin_slot *slot,
                                                const struct kin_part *part, size_t ordinal)
{
    const struct kin_score_answer *found = NULL;
    for (size_t i = 0; i < row->answer_count; i++) {
        if (is_place(row->answers[i].place, slot, part, ordinal)) {
            bool better = !found || (!*found->text && *row->answers[i].text) || row->answers[i].place->is_points;
            found = better && (!found || *row->answers[i].text) ? &row->answers[i] : found;
        }
    }
    return found;
}

static bool is_on_form(const struct importer *importer, const struct kin_score_place *place,
                       const struct kin_form *form)
{
    size_t ordinal = 0;
    for (size_t s = 0; s < form->item_count; s++) {
        for (size_t p = 0; p < form->items[s]->part_count; p++) {
            if (is_place(place, &importer->set->slots[s], &form->items[s]->parts[p], ++ordinal)) {
                return true;
            }
        }
    }
    return false;
}

/* A column that no form of the set has an item for, and that is not empty: nothing of such a file is entered. */
static bool columns_are_known(struct importer *importer, const struct kin_score_file *file)
{
    bool fine = true;
    for (size_t r = 0; r < file->row_count; r++) {
        for (size_t i = 0; i < file->rows[r].answer_count && fine; i++) {
            const struct kin_score_answer *answer = &file->rows[r].answers[i];
            bool known = !*answer->text;
            for (size_t f = 0; f < importer->set->form_count && !known; f++) {
                known = is_on_form(importer, answer->place, &importer->set->forms[f]);
            }
            if (!known) {
                kin_report(importer->diags, KIN_E7106, file->rows[r].span, answer->place->name,
                           importer->result->set.name, NULL);
                fine = false;
            }
        }
    }
    return fine;
}

/* ---- Marking
 * --------------------------------------------------------------------------------------------------------- */

static void enter(struct importer *importer, const struct sheet *sheet, struct kin_score score)
{
    score.student = sheet->row->student;
    score.code = sheet->code;
    score.taken_on = sheet->date;
    score.entered_on = importer->options->today;
    score.source = importer->options->source;
    enum kin_score_change change = kin_ledger_score_put(importer->ledger, &score);
    importer->result->added += change == KIN_SCORE_ADDED;
    importer->result->corrected += change == KIN_SCORE_CORRECTED;
    importer->result->same += change == KIN_SCORE_SAME || change == KIN_SCORE_KEPT;
}

static void warn(struct importer *importer, enum kin_diag_id id, const struct sheet *sheet, const char *name,
                 const char *typed, const char *why)
{
    kin_report(importer->diags, id, sheet->row->span, name, sheet->row->student, typed, why, NULL);
}

/* Is it one that stands for nothing on purpose? */
static bool is_dash(const char *text)
{
    return strcmp(text, "-") == 0 || strcmp(text, "–") == 0;
}

static struct kin_score marked_score(const struct kin_part_mark *mark, const char *typed)
{
    bool blank = mark->state == KIN_MARK_BLANK;
    return (struct kin_score){
        .response = *typed ? typed : NULL,
        .state = blank                             ? KIN_SCORE_BLANK
                 : mark->state == KIN_MARK_INVALID ? KIN_SCORE_INVALID
                                                   : KIN_SCORE_ANSWERED,
        .points = mark->points,
        .misconception = mark->misconception,
    };
}

/* One part that was answered; empty where the file has a column for it. */
static void enter_mark(struct importer *importer, struct sheet *sheet, const char *name, struct kin_score where,
                       const struct kin_part_mark *mark, const char *typed)
{
    struct kin_score score = marked_score(mark, typed);
    if (mark->state == KIN_MARK_UNCLEAR) {
        warn(importer, KIN_W7109, sheet, name, typed, mark->trouble);
        importer->result->unclear++;
        sheet->whole = sheet->sure = false;
        return;
    }
    if (mark->state == KIN_MARK_INVALID) {
        warn(importer, KIN_W7110, sheet, name, typed, mark->trouble);
        importer->result->invalid++;
    }
    score.slot = where.slot;
    score.part = where.part;
    sheet->total = kin_rat_add(importer->arena, sheet->total, score.points);
    sheet->right += mark->right;
    enter(importer, sheet, score);
}

/* Points from 0 to what the part gives; undefined otherwise. */
static struct kin_rat read_points(struct importer *importer, const char *text, struct kin_rat most)
{
    struct kin_rat points = kin_rat_read(importer->arena, text, strlen(text));
    bool fine = kin_rat_defined(points) && kin_rat_sign(points) >= 0 && kin_rat_compare(points, most) <= 0;
    return fine ? points : kin_rat_undefined(KIN_INEXACT);
}

struct part_cells {
    const char *typed[64];
    const struct kin_score_answer *answers[64];
    size_t count;
};

/* What the row says of an item's parts: answers in `typed`, "" for points and for nothing. */
static void gather(struct importer *importer, const struct sheet *sheet, size_t s, size_t *ordinal,
                   struct part_cells *cells)
{
    const struct kin_item *item = sheet->form->items[s];
    enum { MOST = sizeof cells->typed / sizeof *cells->typed };
    cells->count = item->part_count < MOST ? item->part_count : MOST;
    for (size_t p = 0; p < cells->count; p++) {
        const struct kin_score_answer *answer =
            answer_to(sheet->row, &importer->set->slots[s], &item->parts[p], ++*ordinal);
        cells->answers[p] = answer;
        bool typed = answer && !answer->place->is_points && !is_dash(answer->text);
        cells->typed[p] = typed ? answer->text : "";
    }
}

static void enter_points(struct importer *importer, struct sheet *sheet, struct kin_score where, struct kin_rat points)
{
    where.state = KIN_SCORE_POINTS;
    where.points = points;
    sheet->total = kin_rat_add(importer->arena, sheet->total, points);
    enter(importer, sheet, where);
}

static void enter_item(struct importer *importer, struct sheet *sheet, const struct kin_form *form, size_t s,
                       size_t *ordinal)
{
    const struct kin_slot *slot = &importer->set->slots[s];
    const struct kin_item *item = form->items[s];
    struct kin_part_mark *marks = KIN_NEW_N(importer->arena, struct kin_part_mark, item->part_count);
    struct part_cells cells;
    gather(importer, sheet, s, ordinal, &cells);
    if (cells.count < item->part_count) {
        sheet->whole = false;
        return;
    }
    kin_mark_item_in(importer->arena, sheet->language ? sheet->language : kin_language_usual(), item, cells.typed,
                     marks);
    for (size_t p = 0; p < cells.count; p++) {
        const struct kin_score_answer *answer = cells.answers[p];
        struct kin_score where = {.slot = slot->id, .part = item->parts[p].label ? item->parts[p].label : ""};
        bool by_points = answer && answer->place->is_points;
        if (by_points && *answer->text) {
            enter_points(importer, sheet, where, read_points(importer, answer->text, marks[p].most));
        } else if (answer && !by_points && (*answer->text || kin_part_is_marked(&item->parts[p]))) {
            const char *response = is_dash(answer->text) ? answer->text : cells.typed[p];
            enter_mark(importer, sheet, kin_part_name(importer->arena, slot->id, &item->parts[p]), where, &marks[p],
                       response);
        } else {
            sheet->whole = false;
        }
    }
}

/* Before anything of a row is entered, all of its points must be points. */
static bool points_are_sound(struct importer *importer, const struct sheet *sheet)
{
    size_t ordinal = 0;
    for (size_t s = 0; s < sheet->form->item_count; s++) {
        const struct kin_item *item = sheet->form->items[s];
        for (size_t p = 0; p < item->part_count; p++) {
            const struct kin_slot *slot = &importer->set->slots[s];
            const struct kin_score_answer *answer = answer_to(sheet->row, slot, &item->parts[p], ++ordinal);
            struct kin_rat most = kin_part_points(importer->arena, &item->parts[p]);
            bool given = answer && answer->place->is_points && *answer->text;
            if (given && !kin_rat_defined(read_points(importer, answer->text, most))) {
                kin_report(importer->diags, KIN_E7107, sheet->row->span, answer->text,
                           kin_part_name(importer->arena, slot->id, &item->parts[p]),
                           kin_rat_text(importer->arena, most), NULL);
                importer->result->refused++;
                return false;
            }
        }
    }
    return true;
}

/* What the other program came to, where we have marked the same. */
static void compare_with(struct importer *importer, const struct sheet *sheet, const char *theirs, struct kin_rat ours)
{
    struct kin_rat number = kin_rat_read(importer->arena, theirs, strlen(theirs));
    if (*theirs && kin_rat_defined(number) && !kin_rat_equal(number, ours)) {
        kin_report(importer->diags, KIN_W7111, sheet->row->span, sheet->row->student, theirs,
                   kin_rat_text(importer->arena, ours), NULL);
    }
}

static void compare_totals(struct importer *importer, const struct sheet *sheet)
{
    if (sheet->whole) {
        compare_with(importer, sheet, sheet->row->total, sheet->total);
    }
    if (sheet->sure) {
        compare_with(importer, sheet, sheet->row->right, kin_rat_int(sheet->right));
    }
}

/* ---- Points of whole forms
 * ------------------------------------------------------------------------------------------- */

static struct kin_rat all_points(struct importer *importer, const struct kin_form *form, size_t *parts)
{
    struct kin_rat sum = kin_rat_int(0);
    *parts = 0;
    for (size_t s = 0; s < form->item_count; s++) {
        for (size_t p = 0; p < form->items[s]->part_count; p++) {
            struct kin_rat points = kin_part_points(importer->arena, &form->items[s]->parts[p]);
            sum = kin_rat_add(importer->arena, sum, points);
            *parts += kin_rat_sign(points) > 0;
        }
    }
    return sum;
}

/* Answers that stand for the same points say more than a total does. */
static void enter_share(struct importer *importer, struct sheet *sheet, struct kin_score where, struct kin_rat points)
{
    struct kin_score old;
    if (kin_ledger_score_find(importer->ledger, sheet->row->student, sheet->code, where.slot, where.part, &old) &&
        kin_rat_defined(old.points) && kin_rat_equal(old.points, points)) {
        importer->result->same++;
    } else {
        enter_points(importer, sheet, where, points);
    }
}

/* Nothing, everything, or the points of a single part say what each part earned; any other total could be split in
 * many ways, and guesses are no evidence. */
static void enter_whole(struct importer *importer, struct sheet *sheet)
{
    size_t parts;
    struct kin_rat most = all_points(importer, sheet->form, &parts);
    struct kin_rat total = read_points(importer, sheet->row->whole, most);
    bool defined = kin_rat_defined(total), all = defined && kin_rat_equal(total, most);
    if (!defined || (!all && kin_rat_sign(total) > 0 && parts != 1)) {
        kin_report(importer->diags, defined ? KIN_E7115 : KIN_E7119, sheet->row->span, sheet->row->whole,
                   kin_rat_text(importer->arena, most), sheet->row->student, NULL);
        importer->result->refused++;
        return;
    }
    for (size_t s = 0; s < sheet->form->item_count; s++) {
        const struct kin_item *item = sheet->form->items[s];
        for (size_t p = 0; p < item->part_count; p++) {
            const struct kin_part *part = &item->parts[p];
            struct kin_score where = {.slot = importer->set->slots[s].id, .part = part->label ? part->label : ""};
            struct kin_rat points = kin_part_points(importer->arena, part);
            if (kin_rat_sign(points) > 0) {
                enter_share(importer, sheet, where, all ? points : total);
            }
        }
    }
    importer->result->students++;
}

/* The assignment must be this set: another one has other points, mostly. */
static bool whole_is_known(struct importer *importer, const struct kin_score_file *file)
{
    bool fine = true;
    for (size_t f = 0; file->assignment && *file->possible && fine && f < importer->set->form_count; f++) {
        size_t parts;
        struct kin_rat most = all_points(importer, &importer->set->forms[f], &parts);
        struct kin_rat theirs = kin_rat_read(importer->arena, file->possible, strlen(file->possible));
        fine = kin_rat_defined(theirs) && kin_rat_equal(theirs, most);
        if (!fine) {
            kin_report(importer->diags, KIN_E7118, (struct kin_span){0}, file->assignment, file->possible,
                       importer->result->set.name, kin_rat_text(importer->arena, most), NULL);
        }
    }
    return fine;
}

static void import_row(struct importer *importer, const struct kin_score_row *row)
{
    struct sheet sheet = {.row = row, .total = kin_rat_int(0), .sure = true, .whole = true};
    if (!kin_importer_find(importer, &sheet) || !points_are_sound(importer, &sheet)) {
        return;
    }
    if (*row->whole) {
        enter_whole(importer, &sheet);
        return;
    }
    const struct kin_form *form = form_in_language(importer, &sheet);
    size_t ordinal = 0;
    for (size_t s = 0; s < form->item_count; s++) {
        enter_item(importer, &sheet, form, s, &ordinal);
    }
    compare_totals(importer, &sheet);
    importer->result->students++;
}

/* ---- The file
 * -------------------------------------------------------------------------------------------------------- */

static bool find_set(struct importer *importer, const struct kin_score_file *file)
{
    const char *name = importer->options->set;
    for (size_t i = 0; i < file->row_count && !name; i++) {
        const char *code = file->rows[i].code, *form = file->rows[i].form;
        name = *code ? code : strlen(form) > 4 ? form : NULL; /* a code, not a letter */
    }
    if (!name) {
        kin_report(importer->diags, KIN_E7102, (struct kin_span){0}, NULL);
        return false;
    }
    struct kin_score_result *result = importer->result;
    if (!kin_ledger_set_find(importer->ledger, name, &result->set)) {
        return false;
    }
    importer->set = kin_ledger_set_read(importer->ledger, &result->set);
    importer->issue_count = importer->set ? kin_ledger_issues(importer->ledger, &result->set, &importer->issues) : 0;
    return importer->set != NULL;
}

bool kin_scores_import(struct kin_ledger *ledger, struct kin_diags *diags, const struct kin_score_file *file,
                       const struct kin_score_options *options, struct kin_score_result *result)
{
    *result = (struct kin_score_result){0};
    struct importer importer = {
        .ledger = ledger, .diags = diags, .arena = diags->arena, .options = options, .result = result};
    if (!kin_ledger_begin(ledger)) {
        return false;
    }
    bool fine = find_set(&importer, file) && columns_are_known(&importer, file) && whole_is_known(&importer, file);
    for (size_t i = 0; i < file->row_count && fine; i++) {
        import_row(&importer, &file->rows[i]);
    }
    if (!fine || !kin_ledger_is_sound(ledger)) {
        kin_ledger_undo(ledger);
        return false;
    }
    return kin_ledger_commit(ledger);
}
