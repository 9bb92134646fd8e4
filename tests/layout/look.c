#include "look.h"

#include "faults.h"

#include "page/finish.h"
#include "page/page.h"
#include "write/write.h"

#include <stdio.h>
#include <string.h>

struct looking_at {
    struct looked *looked;
    struct kin_layout layout; /* of students' forms */
    const char *where, *folder;
};

static bool was_said(const struct kin_diags *diags, enum kin_diag_id id)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].id == id) {
            return true;
        }
    }
    return false;
}

/* Title and directions that fill a page are refused with the reason, and nothing is printed. */
static bool is_refused(const struct kin_diags *diags)
{
    return was_said(diags, KIN_E645);
}

static void complain(struct looked *looked, const struct kin_diags *diags, const char *where)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity == KIN_ERROR) {
            printf("%s: %s\n", where, diags->items[i].message);
            looked->faults++;
        }
    }
}

static void fault(struct looked *looked, const char *where, const char *what)
{
    printf("%s: %s\n", where, what);
    looked->faults++;
}

/* ---- Files ------------------------------------------------------------------------------------------------------- */

static void write_file(const struct looking_at *at, const struct kin_document *document, const char *name)
{
    struct kin_buf bytes = kin_buf_in(at->layout.arena);
    const char *reason = NULL, *path = kin_format(at->layout.arena, "%s/%s.pdf", at->folder, name);
    FILE *file = kin_writer_named("pdf")->write(&bytes, document, at->layout.type, &reason) ? fopen(path, "wb") : NULL;
    if (!file || fwrite(bytes.data, 1, bytes.length, file) != bytes.length) {
        printf("%s: %s\n", path, reason ? reason : "cannot be written");
    }
    if (file) {
        fclose(file);
    }
}

/* What the faults of a form were before it was looked at: a folder gets the files of those that have some. */
static void keep_faulty(const struct looking_at *at, size_t before, const struct kin_document *document,
                        const char *name)
{
    if (at->folder && at->looked->faults > before) {
        write_file(at, document, name);
    }
}

/* A file that tells its structure can be written, too. */
static void check_tagged(struct looking_at *at, const struct kin_document *document)
{
    struct kin_buf bytes = kin_buf_in(at->layout.arena);
    const char *reason = NULL;
    if (!kin_writer_named("tagged-pdf")->write(&bytes, document, at->layout.type, &reason)) {
        fault(at->looked, at->where, reason);
    }
}

/* ---- Forms ------------------------------------------------------------------------------------------------------- */

/* An item is broken only when it was said that it is taller than a page. */
static bool is_whole(const struct kin_set *set, const struct kin_diags *diags, size_t pieces)
{
    size_t whole = (set->slot_count + (set->reflection.count > 0)) * (set->style->half ? 2 : 1);
    return pieces == whole || (pieces > whole && was_said(diags, KIN_W641));
}

static bool same_pages(const struct kin_paging *a, const struct kin_paging *b, size_t count)
{
    bool same = a->pages == b->pages;
    for (size_t i = 0; i < count; i++) {
        same = same && a->items[i].page == b->items[i].page;
    }
    return same;
}

static struct kin_document *look_at_form(struct looking_at *at, const struct kin_layout *layout, size_t form,
                                         const char *name)
{
    struct kin_document *document = kin_form_pages(layout, &layout->set->forms[form]);
    size_t before = faults_seen.items, faults = at->looked->faults;
    kin_sheets_finish(layout, document);
    at->looked->faults += faults_of(layout, document, name);
    if (!is_whole(layout->set, layout->diags, faults_seen.items - before)) {
        fault(at->looked, name, "an item is broken, or missing");
    }
    if (layout->set->style->duplex && document->count % 2 == 1) {
        fault(at->looked, name, "the last sheet has no back");
    }
    keep_faulty(at, faults, document, name);
    return document;
}

static void look_at_forms(struct looking_at *at, const char *student, struct kin_document **documents)
{
    const struct kin_set *set = at->layout.set;
    struct kin_paging pagings[FORMS];
    for (size_t f = 0; f < FORMS; f++) {
        const char *name = kin_format(at->layout.arena, "%s, form %s", at->where, set->forms[f].letter);
        at->layout.student = f ? student : NULL;
        documents[f] = look_at_form(at, &at->layout, f, name);
        pagings[f] = kin_page_paging(at->layout.type, at->layout.arena, at->layout.diags, set, &set->forms[f]);
        if (f == 0 && set->style->tagged) {
            check_tagged(at, documents[f]);
        }
    }
    if (!was_said(at->layout.diags, KIN_W640) && !was_said(at->layout.diags, KIN_W6032) &&
        !same_pages(&pagings[0], &pagings[1], set->slot_count)) {
        fault(at->looked, at->where, "forms A and B turn their pages differently");
    }
}

/* Teachers' copies stand one behind the other. */
static void look_at_written(struct looking_at *at, struct kin_document *const *students)
{
    const struct kin_layout *layout = &at->layout;
    struct kin_document *teacher = kin_page_teacher(layout->type, layout->arena, layout->diags, layout->set);
    size_t first = 0, before = at->looked->faults;
    for (size_t f = 0; f < FORMS; f++) {
        const char *form = kin_format(layout->arena, "%s, form %s", at->where, layout->set->forms[f].letter);
        at->looked->faults += faults_written(layout, students[f], teacher, first, form);
        first += students[f]->count;
    }
    if (first != teacher->count) {
        fault(at->looked, at->where, "the teacher's copy has not as many pages as the forms");
    }
    keep_faulty(at, before, teacher, kin_format(layout->arena, "%s, teacher's copy", at->where));
}

static void look_at_pages(struct looking_at *at, const struct dress *dress)
{
    struct kin_diags *diags = at->layout.diags;
    struct kin_document *students[FORMS];
    look_at_forms(at, dress->student, students);
    if (dress->teacher) {
        look_at_written(at, students);
    }
    complain(at->looked, diags, at->where);
    at->looked->moved += was_said(diags, KIN_W6032);
    at->looked->papers++;
}

void look_at(struct looked *looked, struct kin_typesetter *type, const struct kin_set *set, const struct dress *dress,
             const char *where, const char *folder)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_set *own = paper_dressed(arena, set, dress);
    type->diags = &diags;
    bool measured = kin_page_measure(type, arena, &diags, own);
    struct looking_at at = {looked, kin_layout_of_forms(type, arena, &diags, own), where, folder};
    if (measured) {
        look_at_pages(&at, dress);
    } else if (is_refused(&diags)) {
        looked->refused++;
    } else {
        complain(looked, &diags, where);
    }
    kin_arena_free(arena);
}
