#include "write/outline.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

enum { MOST_NAME = 60 };

/* Where the walk stands: headings of the first and second rank that later entries belong to. */
struct outline {
    cairo_surface_t *surface;
    kin_arena *arena;
    int page;
    int title, heading;
};

/* "12.": an item's number, which is drawn after its stem. */
static bool is_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits && strcmp(text + digits, ".") == 0;
}

/* A space between runs, but none doubled and none before a point. */
static void name_add(struct kin_buf *name, const char *text)
{
    text += strspn(text, " ");
    bool apart = name->length && name->data[name->length - 1] != ' ' && !strchr(".,;:?!)", *text);
    while (!apart && name->length && name->data[name->length - 1] == ' ' && strchr(".,;:?!)", *text)) {
        name->data[--name->length] = '\0';
    }
    kin_buf_addf(name, "%s%s", apart ? " " : "", text);
}

/* Its labels are no part of a name, and it holds no headings. */
static bool is_figure(const struct kin_op *op)
{
    return op->kind == KIN_OP_TAG && op->role && strcmp(op->role, "Figure") == 0;
}

/* Texts in drawing order; *number is the first item's number among them, which is not one of them. */
static void name_collect(struct kin_buf *name, const char **number, const struct kin_op *op, int depth)
{
    for (; op && depth < KIN_SCENE_DEPTH; op = op->next) {
        if (op->kind == KIN_OP_GLYPHS && op->text && is_number(op->text)) {
            *number = *number ? *number : op->text;
        } else if (op->kind == KIN_OP_GLYPHS && op->text && *op->text && name->length <= MOST_NAME) {
            name_add(name, op->text);
        }
        name_collect(name, number, is_figure(op) ? NULL : op->kids, depth + 1);
    }
}

/* Cut behind a whole word. */
static void name_cut(struct kin_buf *name)
{
    if (name->length <= MOST_NAME) {
        return;
    }
    size_t end = MOST_NAME;
    while (end > MOST_NAME / 2 && name->data[end] != ' ') {
        end--;
    }
    while (end > 0 && ((unsigned char)name->data[end] & 0xC0) == 0x80) {
        end--;
    }
    name->data[end] = '\0';
    name->length = end;
    kin_buf_add(name, " …");
}

static int entry_add(struct outline *outline, const char *name, double x, double y, int parent)
{
    char place[96];
    snprintf(place, sizeof place, "page=%d pos=[%.2f %.2f]", outline->page, x > 0 ? x : 0, y > 0 ? y : 0);
    return cairo_pdf_surface_add_outline(outline->surface, parent, name, place, 0);
}

static void tag_add(struct outline *outline, const struct kin_op *tag, double x, double y)
{
    struct kin_buf name = kin_buf_in(outline->arena);
    const char *number = NULL;
    name_collect(&name, &number, tag->kids, 0);
    name_cut(&name);
    if (name.length && strcmp(tag->role, "H1") == 0) {
        outline->title = outline->heading = entry_add(outline, name.data, x, y, CAIRO_PDF_OUTLINE_ROOT);
    } else if (name.length && strcmp(tag->role, "H2") == 0) {
        outline->heading = entry_add(outline, name.data, x, y, outline->title);
    } else if (number && strcmp(tag->role, "Sect") == 0) { /* the rest of a broken item has none */
        entry_add(outline, kin_format(outline->arena, "%s %s", number, name.length ? name.data : ""), x, y,
                  outline->heading);
    }
}

static bool has_entry(const struct kin_op *op)
{
    return op->kind == KIN_OP_TAG && op->role && op->kids &&
           (strcmp(op->role, "Sect") == 0 || strcmp(op->role, "H1") == 0 || strcmp(op->role, "H2") == 0);
}

static void walk(struct outline *outline, const struct kin_op *op, double x, double y, int depth)
{
    for (; op && depth < KIN_SCENE_DEPTH; op = op->next) {
        double moved = op->kind == KIN_OP_GROUP ? 1 : 0;
        double left = x + moved * op->x, top = y + moved * op->y;
        if (has_entry(op)) {
            tag_add(outline, op, left + op->kids->x, top + op->kids->y);
        }
        walk(outline, is_figure(op) ? NULL : op->kids, left, top, depth + 1);
    }
}

void kin_outline_add(cairo_surface_t *surface, const struct kin_document *document)
{
    kin_arena *arena = kin_arena_new();
    struct outline outline = {.surface = surface, .arena = arena};
    for (size_t i = 0; i < document->count; i++) {
        outline.page = (int)i + 1;
        walk(&outline, document->pages[i]->ops.first, 0, 0, 0);
    }
    kin_arena_free(arena);
}
