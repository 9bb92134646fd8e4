/* Who a row of scores is about: the student, the form that the student had, the day. */
#include "ledger/record.h"
#include "ledger/score_importer.h"
#include "value/calendar.h"

#include <string.h>
#include <strings.h>

void kin_importer_refuse(struct importer *importer, enum kin_diag_id id, const struct kin_score_row *row, const char *a,
                         const char *b)
{
    kin_report(importer->diags, id, row->span, a, b, NULL);
    importer->result->refused++;
}

static const struct kin_form *form_named(const struct importer *importer, const char *name)
{
    for (size_t i = 0; i < importer->set->form_count; i++) {
        const struct kin_form *form = &importer->set->forms[i];
        if (strcasecmp(form->letter, name) == 0 || strcasecmp(form->code, name) == 0) {
            return form;
        }
    }
    return NULL;
}

/* The form that the student was given: of that code, or of any (code NULL) as long as it is one. NULL with *count set.
 */
static const struct kin_ledger_issue *issue_of(const struct importer *importer, const char *student, const char *code,
                                               size_t *count)
{
    const struct kin_ledger_issue *found = NULL;
    *count = 0;
    for (size_t i = 0; i < importer->issue_count; i++) {
        const struct kin_ledger_issue *issue = &importer->issues[i];
        if (strcmp(issue->student, student) == 0 && (!code || strcmp(issue->code, code) == 0)) {
            found = issue;
            ++*count;
        }
    }
    return *count == 1 ? found : NULL;
}

static bool had_none(const struct importer *importer, const char *student)
{
    size_t count;
    issue_of(importer, student, NULL, &count);
    return count == 0;
}

/* The form that a row is about; NULL after refusing the row, or when it names none. */
static const struct kin_form *form_of_row(struct importer *importer, const struct kin_score_row *row)
{
    const char *const names[] = {row->code, row->form};
    const struct kin_form *found[] = {NULL, NULL};
    for (size_t i = 0; i < 2; i++) {
        found[i] = *names[i] ? form_named(importer, names[i]) : NULL;
        if (*names[i] && !found[i]) {
            kin_importer_refuse(importer, KIN_E7104, row, importer->result->set.name, names[i]);
            return NULL;
        }
    }
    if (found[0] && found[1] && found[0] != found[1]) {
        kin_report(importer->diags, KIN_E7262, row->span, row->form, row->code, found[0]->letter, NULL);
        importer->result->refused++;
        return NULL;
    }
    return found[0] ? found[0] : found[1];
}

/* A paper that was handed out without a list says by itself who had it. */
static bool find_form(struct importer *importer, struct sheet *sheet)
{
    const struct kin_score_row *row = sheet->row;
    const struct kin_form *named = form_of_row(importer, row);
    size_t count;
    if (!named && (*row->code || *row->form)) {
        return false;
    }
    const struct kin_ledger_issue *issue = issue_of(importer, row->student, named ? named->code : NULL, &count);
    if (!issue && named && had_none(importer, row->student)) {
        sheet->code = named->code;
        sheet->form = named;
        return kin_ledger_issue(importer->ledger, row->student, named->code, importer->options->today);
    }
    if (!issue) {
        const char *what = named        ? kin_format(importer->arena, "form %s of the set", named->letter)
                           : count == 0 ? "any form of the set"
                                        : "one form of the set, but several, and the row does not say which";
        kin_importer_refuse(importer, KIN_E7105, row, row->student, what);
        return false;
    }
    sheet->code = issue->code;
    sheet->form = form_named(importer, issue->code);
    return sheet->form != NULL;
}

static bool find_student(struct importer *importer, const struct kin_score_row *row)
{
    struct kin_ledger_student student;
    if (!*row->student || !kin_ledger_student_find(importer->ledger, row->student, &student)) {
        kin_importer_refuse(importer, KIN_E7103, row, row->student, NULL);
        return false;
    }
    return true;
}

/* A day, perhaps with a time behind it. */
static bool find_date(struct importer *importer, struct sheet *sheet)
{
    enum { DAY = 10 };
    const char *date = sheet->row->date;
    if (!*date) {
        return true;
    }
    sheet->date = kin_copy_n(importer->arena, date, strlen(date) < DAY ? strlen(date) : DAY);
    if (!kin_date_read(sheet->date)) {
        kin_importer_refuse(importer, KIN_E7108, sheet->row, date, NULL);
        kin_report_mend(importer->diags,
                        "write year, month and day: %s; spreadsheets change dates in cells that are no text",
                        importer->options->today);
        return false;
    }
    if (strcmp(sheet->date, importer->options->today) > 0) {
        kin_importer_refuse(importer, KIN_E7264, sheet->row, sheet->date, importer->options->today);
        return false;
    }
    return true;
}

static bool stands_alone(struct importer *importer, const struct kin_score_row *row)
{
    if (row->stray) {
        kin_importer_refuse(importer, KIN_E7261, row, row->stray, NULL);
    } else if (row->rival) {
        const char *line = kin_format(importer->arena, "%u", kin_place_of(row->rival->span).line);
        kin_importer_refuse(importer, KIN_E7263, row, row->student, line);
    }
    return !row->stray && !row->rival;
}

bool kin_importer_find(struct importer *importer, struct sheet *sheet)
{
    return stands_alone(importer, sheet->row) && find_student(importer, sheet->row) && find_form(importer, sheet) &&
           find_date(importer, sheet);
}
