/* Roles of scenes as structure elements by cairo's tags. cairo gives text to an element only when the element has no
 * others in it, so text beside other elements gets a "Span" or "P". What cairo does not know is never opened: it would
 * spoil the file. */
#include "write/structure.h"

#include <string.h>

enum holds {
    HOLDS_ELEMENTS, /* text in it is put into paragraphs */
    HOLDS_BLOCKS,   /* text, or elements and text in spans */
    HOLDS_TEXT,     /* the same, but no paragraphs */
    HOLDS_A_WHOLE,  /* one thing with an alternative text: tags in it say nothing */
    HOLDS_NOTHING   /* no part of the text */
};

static const struct role {
    const char *name, *element;
    enum holds holds;
} roles[] = {
    {"Artifact", NULL, HOLDS_NOTHING},
    {"Answer", "Div", HOLDS_ELEMENTS},
    {"Blank", "Span", HOLDS_A_WHOLE},
    {"Caption", "Caption", HOLDS_BLOCKS},
    {"Document", "Document", HOLDS_ELEMENTS},
    {"Figure", "Figure", HOLDS_A_WHOLE},
    {"Formula", "Formula", HOLDS_A_WHOLE},
    {"H1", "H1", HOLDS_TEXT},
    {"H2", "H2", HOLDS_TEXT},
    {"L", "L", HOLDS_ELEMENTS},
    {"LBody", "LBody", HOLDS_BLOCKS},
    {"LI", "LI", HOLDS_ELEMENTS},
    {"Lbl", "Lbl", HOLDS_TEXT},
    {"P", "P", HOLDS_TEXT},
    {"Sect", "Sect", HOLDS_ELEMENTS},
    {"Span", "Span", HOLDS_TEXT},
    {"TD", "TD", HOLDS_BLOCKS},
    {"TH", "TH", HOLDS_BLOCKS},
    {"TR", "TR", HOLDS_ELEMENTS},
    {"Table", "Table", HOLDS_ELEMENTS},
};

static const struct role *role_of(const char *name)
{
    static const struct role other = {"", "Div", HOLDS_ELEMENTS};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (strcmp(roles[i].name, name) == 0) {
            return &roles[i];
        }
    }
    return &other;
}

static void element_begin(struct structure *structure, const char *element, const char *alternative,
                          const struct kin_op *tag)
{
    const char *said = alternative && *alternative ? alternative : NULL;
    KIN_PUSH(structure->arena, structure->elements, structure->count, structure->room) =
        (struct structure_element){element, said, tag};
    cairo_tag_begin(structure->cairo, element, NULL);
}

static bool has_tags(const struct kin_op *op, int depth)
{
    for (; op && depth < KIN_SCENE_DEPTH; op = op->next) {
        if (op->kind == KIN_OP_TAG || has_tags(op->kids, depth + 1)) {
            return true;
        }
    }
    return false;
}

/* Where text stands that has no element of its own. */
static const char *run_element(const struct structure *structure)
{
    return role_of(structure->innermost)->holds == HOLDS_ELEMENTS ? "P" : "Span";
}

static void run_end(struct structure *structure)
{
    if (structure->run) {
        cairo_tag_end(structure->cairo, run_element(structure));
        structure->run = false;
    }
}

/* A paragraph in a heading is a part of its line. */
static const char *element_in(const struct structure *structure, const struct role *role)
{
    bool line = role_of(structure->innermost)->holds == HOLDS_TEXT;
    return line && strcmp(role->element, "P") == 0 ? "Span" : role->element;
}

struct structure kin_structure_begin(cairo_t *cairo, kin_arena *arena)
{
    struct structure structure = {.cairo = cairo, .arena = arena, .innermost = "Document"};
    element_begin(&structure, "Document", NULL, NULL);
    return structure;
}

void kin_structure_end(struct structure *structure)
{
    run_end(structure);
    cairo_tag_end(structure->cairo, "Document");
}

struct structure_place kin_structure_open(struct structure *structure, const struct kin_op *tag)
{
    struct structure_place before = {structure->innermost, structure->silent, false};
    const struct role *role = role_of(tag->role ? tag->role : "");
    if (structure->silent) {
        return before;
    }
    run_end(structure);
    before.opened = role->element != NULL;
    if (before.opened) {
        const char *element = element_in(structure, role);
        /* A teacher's name for a place is no text in its stead. */
        element_begin(structure, element, role->holds == HOLDS_A_WHOLE ? tag->alternative : NULL, tag);
        structure->innermost = element;
    }
    structure->silent = role->holds >= HOLDS_A_WHOLE || (role->holds != HOLDS_ELEMENTS && !has_tags(tag->kids, 0));
    return before;
}

void kin_structure_close(struct structure *structure, struct structure_place before)
{
    if (!structure->silent) {
        run_end(structure);
    }
    if (before.opened) {
        cairo_tag_end(structure->cairo, structure->innermost);
    }
    structure->innermost = before.innermost;
    structure->silent = before.silent;
}

void kin_structure_run(struct structure *structure, const struct kin_op *op)
{
    bool text = op && op->kind == KIN_OP_GLYPHS;
    if (structure->silent || structure->run == text) {
        return;
    }
    run_end(structure);
    if (text) {
        element_begin(structure, run_element(structure), NULL, NULL);
        structure->run = true;
    }
}
