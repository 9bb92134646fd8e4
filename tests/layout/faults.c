#include "faults.h"

#include "inked.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What school printers leave white, and what copiers lose. */
static const double edge = 18, lightest_line = 0.6, lightest_area = 0.85;
static const double slack =
    1; /* of ink over the edge of its box: half of a frame's stroke, letters taller than capitals */

struct faults_seen faults_seen;

struct looking {
    const struct kin_layout *layout;
    const struct kin_document *document;
    const struct kin_scene *scene;
    struct inked_page page;
    const char *where;
    size_t number; /* of the page, from 1 */
    size_t faults;
};

static const char *text_of(const struct inked *ink)
{
    return ink->kind == INKED_TEXT    ? ink->op->text
           : ink->kind == INKED_LINE  ? "a line"
           : ink->kind == INKED_SHAPE ? "a shape"
                                      : "a picture";
}

static void say(struct looking *looking, const char *what, const struct inked *a, const struct inked *b)
{
    printf("%s: page %zu: %s", looking->where, looking->number, what);
    const struct inked *both[] = {a, b};
    for (size_t i = 0; i < 2 && both[i]; i++) {
        printf("%s '%s' at (%.1f, %.1f)-(%.1f, %.1f)", i ? " and" : ":", text_of(both[i]), both[i]->box.x1,
               both[i]->box.y1, both[i]->box.x2, both[i]->box.y2);
    }
    printf("\n");
    looking->faults++;
}

/* Upper edge of the page, or of the half of it, that y lies on. */
static double page_top(const struct looking *looking, double y)
{
    double height = looking->layout->paper->height * looking->layout->scale;
    return floor(y / height) * height;
}

/* ---- Paper, columns ---------------------------------------------------------------------------------------------- */

static bool is_within(const struct inked_box *box, const struct inked_box *room, double over)
{
    return box->x1 >= room->x1 - over && box->y1 >= room->y1 - over && box->x2 <= room->x2 + over &&
           box->y2 <= room->y2 + over;
}

/* A disc is drawn as a stroke without length, as wide as it is. */
static bool is_area(const struct inked *ink)
{
    const double widest_pen = 3;
    double width = ink->box.x2 - ink->box.x1, height = ink->box.y2 - ink->box.y1;
    return ink->kind == INKED_SHAPE || (ink->kind == INKED_LINE && fmin(width, height) > widest_pen);
}

static void check_paper(struct looking *looking)
{
    for (size_t i = 0; i < looking->page.count; i++) {
        const struct inked *ink = &looking->page.inks[i];
        bool area = is_area(ink);
        struct inked_box room = {edge, edge, looking->scene->width_pt - edge, looking->scene->height_pt - edge};
        if (!is_within(&ink->box, &room, slack)) {
            say(looking, "beyond what printers print", ink, NULL);
        }
        if (ink->gray > (area ? lightest_area : lightest_line)) {
            say(looking, "too light for a copier", ink, NULL);
        }
    }
}

/* Nothing of an item outside of its column and its page's body. */
static void check_columns(struct looking *looking)
{
    const struct kin_layout *layout = looking->layout;
    const struct kin_paper *paper = layout->paper;
    for (size_t i = 0; i < looking->page.count; i++) {
        const struct inked *ink = &looking->page.inks[i];
        if (ink->item < 0) {
            continue;
        }
        const struct inked_item *item = &looking->page.items[ink->item];
        struct inked_box room = {item->x, item->y, item->x + (layout->column + layout->answers) * layout->scale,
                                 page_top(looking, item->y) + (paper->height - paper->bottom) * layout->scale};
        if (!is_within(&ink->box, &room, slack * layout->scale)) {
            say(looking, "outside of its column", ink, NULL);
        }
    }
}

/* ---- One beside the other ---------------------------------------------------------------------------------------- */

static void check_items(struct looking *looking)
{
    const struct inked_page *page = &looking->page;
    for (size_t i = 0; i < page->item_count; i++) {
        for (size_t k = i + 1; k < page->item_count; k++) {
            if (inked_meet(&page->items[i].box, &page->items[k].box, slack)) {
                printf("%s: page %zu: items %zu and %zu of the page overlap\n", looking->where, looking->number, i + 1,
                       k + 1);
                looking->faults++;
            }
        }
    }
}

/* Heads, feet, headings and lines between columns keep away from items. The head of the answers at the edge stands
 * where only the answers of an item are, and is looked at with the texts. */
static void check_strangers(struct looking *looking)
{
    const double air = 3;
    const struct kin_layout *layout = looking->layout;
    const struct inked_page *page = &looking->page;
    for (size_t i = 0; i < page->count; i++) {
        const struct inked *ink = &page->inks[i];
        bool answers = layout->answers > 0 && ink->box.x1 > (layout->paper->side + layout->column) * layout->scale;
        for (size_t k = 0; ink->item < 0 && !answers && k < page->item_count; k++) {
            struct inked_box near = page->items[k].box;
            near = (struct inked_box){near.x1, near.y1 - air, near.x2, near.y2 + air};
            if (inked_meet(&ink->box, &near, 0)) {
                say(looking, "an item comes too near", ink, NULL);
            }
        }
    }
}

static bool glyphs_meet(struct kin_typesetter *type, const struct inked *a, const struct inked *b)
{
    /* An italic letter leans over what follows; the f at the end of a formula with all of its hook, above a colon. */
    const double leaning = a->formula ? 0.2 : 0.08, touch = fmax(0.4, leaning * a->op->size_pt);
    for (size_t i = 0; i < a->op->glyph_count; i++) {
        struct inked_box one = inked_glyph(type, a, i);
        if (!inked_meet(&one, &b->box, touch)) {
            continue;
        }
        for (size_t k = 0; b->kind == INKED_TEXT && k < b->op->glyph_count; k++) {
            struct inked_box other = inked_glyph(type, b, k);
            if (inked_meet(&one, &other, touch)) {
                return true;
            }
        }
        if (b->kind == INKED_LINE) {
            return true;
        }
    }
    return false;
}

/* Pieces of one formula are meant to be where they are; figures have tests of their own. */
static bool belong_together(const struct inked *a, const struct inked *b)
{
    bool formula = a->kind == INKED_TEXT && b->kind == INKED_TEXT && a->formula && a->formula == b->formula;
    bool bar = a->formula && b->kind == INKED_LINE && a->group == b->group;
    return formula || bar || (a->figure && b->figure);
}

static void check_texts(struct looking *looking)
{
    const double thin = 0.3;
    struct inked_page *page = &looking->page;
    for (size_t i = 0; i < page->count; i++) {
        const struct inked *a = &page->inks[i];
        for (size_t k = 0; a->kind == INKED_TEXT && k < page->count; k++) {
            const struct inked *b = &page->inks[k];
            bool pair = (b->kind == INKED_TEXT && k > i) || b->kind == INKED_LINE;
            struct inked wider = *b;
            double more = b->kind == INKED_LINE ? thin : 0; /* a hair line is thinner than what counts as touching */
            wider.box = (struct inked_box){b->box.x1 - more, b->box.y1 - more, b->box.x2 + more, b->box.y2 + more};
            if (pair && inked_meet(&a->box, &wider.box, 0) && !belong_together(a, b) &&
                glyphs_meet(looking->layout->type, a, &wider)) {
                say(looking, "overlap", a, b);
            }
        }
    }
}

/* ---- Ends ---------------------------------------------------------------------------------------------------------
 */

/* Below a heading, in its column, an item begins; only the closing prompt holds its own heading. */
static void check_headings(struct looking *looking)
{
    const struct inked_page *page = &looking->page;
    for (size_t i = 0; i < page->count; i++) {
        const struct inked *ink = &page->inks[i];
        bool followed = !ink->heading || ink->item >= 0;
        double end = page_top(looking, ink->box.y1) + looking->layout->paper->height * looking->layout->scale;
        for (size_t k = 0; k < page->item_count && !followed; k++) {
            const struct inked_item *item = &page->items[k];
            followed = item->y > ink->box.y1 && item->y < end && fabs(item->x - ink->x) < 1;
        }
        if (!followed) {
            say(looking, "nothing follows the heading", ink, NULL);
        }
    }
}

static bool has_text(const struct looking *looking, const char *text)
{
    struct kin_buf buf = kin_buf_in(looking->layout->arena);
    kin_scene_text(&buf, looking->scene);
    return strstr(buf.data, text) != NULL;
}

/* Its foot has the right number; and no page is empty, but the first where its head fills it, and what is said to be.
 */
static void check_page(struct looking *looking)
{
    const char *foot = kin_format(looking->layout->arena, looking->layout->words->page_of, (int)looking->number,
                                  (int)looking->document->count);
    if (!has_text(looking, foot)) {
        printf("%s: page %zu: no foot says '%s'\n", looking->where, looking->number, foot);
        looking->faults++;
    }
    bool blank = has_text(looking, looking->layout->words->blank_page);
    if (looking->page.item_count == 0 && looking->number > 1 && !blank) {
        printf("%s: page %zu: it is empty\n", looking->where, looking->number);
        looking->faults++;
    }
}

static void count_seen(const struct inked_page *page)
{
    faults_seen.pages++;
    faults_seen.items += page->item_count;
    for (size_t i = 0; i < page->count; i++) {
        faults_seen.texts += page->inks[i].kind == INKED_TEXT;
        faults_seen.lines += page->inks[i].kind == INKED_LINE;
    }
}

size_t faults_of(const struct kin_layout *layout, const struct kin_document *document, const char *where)
{
    size_t faults = 0;
    for (size_t i = 0; i < document->count; i++) {
        struct looking looking = {
            layout, document, document->pages[i], inked_read(layout->arena, layout->type, document->pages[i]), where,
            i + 1,  0};
        check_paper(&looking);
        check_columns(&looking);
        check_items(&looking);
        check_strangers(&looking);
        check_texts(&looking);
        check_headings(&looking);
        check_page(&looking);
        count_seen(&looking.page);
        faults += looking.faults;
    }
    return faults;
}

/* ---- Answers written in -------------------------------------------------------------------------------------------
 */

static bool stands_there(const struct inked_page *page, const struct inked *text)
{
    const double same = 0.05;
    for (size_t i = 0; i < page->count; i++) {
        const struct inked *other = &page->inks[i];
        if (other->kind == INKED_TEXT && fabs(other->x - text->x) < same && fabs(other->y - text->y) < same &&
            strcmp(other->op->text, text->op->text) == 0) {
            return true;
        }
    }
    return false;
}

/* Formulas may have blanks, and figures are completed; all other texts stand where they stood. */
static void check_same_texts(struct looking *student, const struct inked_page *teacher)
{
    for (size_t i = 0; i < student->page.count; i++) {
        const struct inked *ink = &student->page.inks[i];
        if (ink->kind == INKED_TEXT && !ink->formula && !ink->figure && !stands_there(teacher, ink)) {
            say(student, "not on the teacher's copy", ink, NULL);
        }
    }
}

static void check_same_items(struct looking *student, const struct inked_page *teacher)
{
    const struct inked_page *page = &student->page;
    bool same = page->item_count == teacher->item_count;
    for (size_t i = 0; same && i < page->item_count; i++) {
        const struct inked_item *a = &page->items[i], *b = &teacher->items[i];
        same = fabs(a->x - b->x) < 0.05 && fabs(a->y - b->y) < 0.05;
    }
    if (!same) {
        printf("%s: page %zu: its items stand elsewhere on the teacher's copy\n", student->where, student->number);
        student->faults++;
    }
}

size_t faults_written(const struct kin_layout *layout, const struct kin_document *student,
                      const struct kin_document *teacher, size_t first, const char *where)
{
    size_t faults = 0;
    for (size_t i = 0; i < student->count && first + i < teacher->count; i++) {
        struct kin_scene *scene = student->pages[i], *other = teacher->pages[first + i];
        struct looking looking = {layout, student, scene, inked_read(layout->arena, layout->type, scene),
                                  where,  i + 1,   0};
        struct looking written = {layout,
                                  teacher,
                                  other,
                                  inked_read(layout->arena, layout->type, other),
                                  kin_format(layout->arena, "%s, teacher's copy", where),
                                  first + i + 1,
                                  0};
        check_same_items(&looking, &written.page);
        check_same_texts(&looking, &written.page);
        check_texts(&written);
        faults += looking.faults + written.faults;
    }
    return faults;
}
