/* Formulas: atoms, rows with their spacing, and the choice of what sets a node. */
#include "type/maths.h"

#include "base/utf8.h"
#include "type/words.h"

#include <string.h>

/* ---- Marks ---------------------------------------------------------------------------------------------- */

struct maths_box kin_box_begin(const struct maths_layout *layout)
{
    return (struct maths_box){.begin = layout->marks.count, .end = layout->marks.count};
}

void kin_box_shift(struct maths_layout *layout, const struct maths_box *box, double dx, double dy)
{
    for (size_t i = box->begin; i < box->end; i++) {
        layout->marks.items[i].x += dx;
        layout->marks.items[i].y += dy;
    }
}

void kin_box_cover(struct maths_box *box, const struct maths_box *part, double dy)
{
    double ascent = part->ascent - dy, descent = part->descent + dy;
    box->ascent = ascent > box->ascent ? ascent : box->ascent;
    box->descent = descent > box->descent ? descent : box->descent;
}

static struct mark *mark_new(struct maths_layout *layout)
{
    struct mark_list *marks = &layout->marks;
    return &KIN_PUSH(layout->arena, marks->items, marks->count, marks->room);
}

void kin_mark_rule(struct maths_layout *layout, double x, double y, double width, double height)
{
    *mark_new(layout) = (struct mark){.face = RULE_MARK, .x = x, .y = y, .width = width, .height = height};
}

void kin_mark_glyph(struct maths_layout *layout, struct face_glyph glyph, double size, double x, double y)
{
    *mark_new(layout) = (struct mark){.face = glyph.face, .glyph = glyph.glyph, .size = size, .x = x, .y = y};
}

/* ---- Looks ---------------------------------------------------------------------------------------------- */

/* Shares of the formula's size: nothing gets so small that a student cannot read it. */
static const double fraction_least = 0.7, script_least = 0.6;

struct maths_look kin_look_fraction(const struct maths_layout *layout, const struct maths_look *look)
{
    struct maths_look part = *look;
    if (!look->display) {
        double least = layout->base_size * (look->script ? script_least : fraction_least);
        part.size = look->size * layout->type->maths.script;
        part.size = part.size > least ? part.size : least;
        part.size = part.size < look->size ? part.size : look->size;
        part.spacing = look->spacing * 0.75;
        part.level = look->level < 2 ? look->level + 1 : 2;
    }
    part.display = false;
    return part;
}

struct maths_look kin_look_script(const struct maths_layout *layout, const struct maths_look *look)
{
    struct maths_look part = *look;
    double least = layout->base_size * script_least;
    part.size = look->size * layout->type->maths.script;
    part.size = part.size > least ? part.size : least;
    part.size = part.size < look->size ? part.size : look->size;
    part.spacing = 0;
    part.display = false;
    part.script = true;
    part.level = look->level < 2 ? look->level + 1 : 2;
    return part;
}

/* ---- Atoms ---------------------------------------------------------------------------------------------- */

/* Letters stand in mathematical italics (Unicode, Mathematical Alphanumeric Symbols); the block leaves a gap for h,
 * which is the Planck constant. Capital Greek stays upright, as in school books. */
static uint32_t italic_rune(uint32_t rune)
{
    if (rune == 'h') {
        return 0x210E;
    }
    if (rune >= 'A' && rune <= 'Z') {
        return 0x1D434 + (rune - 'A');
    }
    if (rune >= 'a' && rune <= 'z') {
        return 0x1D44E + (rune - 'a');
    }
    if (rune >= 0x3B1 && rune <= 0x3C9) {
        return 0x1D6FC + (rune - 0x3B1);
    }
    return rune;
}

static uint32_t upright_rune(uint32_t rune)
{
    return rune == '-' ? 0x2212 : rune;
}

/* A frame the size of a capital in place of a character that no font has. */
static void missing_set(struct maths_layout *layout, struct maths_box *box, double size)
{
    double width = size * 0.5, height = size * 0.7, line = size * 0.05, x = box->width + line;
    kin_mark_rule(layout, x, -height, width, line);
    kin_mark_rule(layout, x, -line, width, line);
    kin_mark_rule(layout, x, -height, line, height);
    kin_mark_rule(layout, x + width - line, -height, line, height);
    kin_box_cover(box, &(struct maths_box){.ascent = height}, 0);
    box->width += width + 2 * line;
}

static void rune_set(struct maths_layout *layout, struct maths_box *box, uint32_t rune, const struct maths_look *look)
{
    struct face_glyph glyph;
    const double size = look->size;
    bool written = look->hand == KIN_HAND_WRITTEN && kin_written_glyph(layout->type, rune, &glyph);
    if (!written && !kin_maths_glyph(layout->type, rune, look->level, &glyph)) {
        missing_set(layout, box, size);
        return;
    }
    const struct glyph_measure *measure = kin_glyph_measure(layout->type, glyph.face, glyph.glyph);
    box->width += box->italic;
    kin_mark_glyph(layout, glyph, size, box->width, 0);
    kin_box_cover(box, &(struct maths_box){.ascent = measure->ascent * size, .descent = measure->descent * size}, 0);
    box->width += measure->advance * size;
    box->italic = measure->italic * size;
}

static struct maths_box runes_set(struct maths_layout *layout, const char *text, uint32_t (*map)(uint32_t rune),
                                  const struct maths_look *look)
{
    struct maths_box box = kin_box_begin(layout);
    box.plain = true;
    size_t left = text ? strlen(text) : 0;
    while (left) {
        uint32_t rune;
        size_t length = kin_utf8_decode(text, left, &rune);
        if (!length) {
            break;
        }
        rune_set(layout, &box, map(rune), look);
        text += length;
        left -= length;
    }
    box.end = layout->marks.count;
    return box;
}

static void segment_set(struct maths_layout *layout, struct maths_box *box, const struct segment *segment, double size)
{
    if (segment->missing) {
        missing_set(layout, box, size);
        return;
    }
    for (size_t i = 0; i < segment->count; i++) {
        const struct kin_glyph *glyph = &segment->glyphs[i];
        const struct glyph_measure *measure = kin_glyph_measure(layout->type, segment->face, glyph->id);
        kin_mark_glyph(layout, (struct face_glyph){segment->face, glyph->id}, size, box->width + glyph->x * size,
                       glyph->y * size);
        kin_box_cover(box, &(struct maths_box){.ascent = measure->ascent * size, .descent = measure->descent * size},
                      0);
    }
    box->width += segment->width * size;
}

/* Words are shaped like prose, upright unless a hand writes them. */
static struct maths_box words_set(struct maths_layout *layout, const char *text, const struct maths_look *look)
{
    struct maths_box box = kin_box_begin(layout);
    box.plain = true;
    if (text && *text) {
        int face = look->hand == KIN_HAND_WRITTEN ? KIN_FACE_BOLD_ITALIC : KIN_FACE_REGULAR;
        const struct word *word = kin_word(layout->type, face, text, strlen(text));
        for (size_t i = 0; i < word->count; i++) {
            segment_set(layout, &box, &word->segments[i], look->size);
        }
    }
    box.end = layout->marks.count;
    return box;
}

static struct maths_box space_set(struct maths_layout *layout, const char *name, double size)
{
    static const struct {
        const char *name;
        double ems;
    } spaces[] = {{"thin", 3.0 / 18}, {"medium", 4.0 / 18}, {"thick", 5.0 / 18}, {"quad", 1}};
    struct maths_box box = kin_box_begin(layout);
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        if (name && !strcmp(name, spaces[i].name)) {
            box.width = spaces[i].ems * size;
        }
    }
    return box;
}

/* ---- Rows ----------------------------------------------------------------------------------------------- */

static enum maths_class class_of(const struct kin_maths *maths)
{
    switch (maths->kind) {
    case KIN_MATHS_OPERATOR:
        return CLASS_OPERATOR;
    case KIN_MATHS_RELATION:
        return CLASS_RELATION;
    case KIN_MATHS_PUNCT:
        return CLASS_PUNCT;
    default:
        return CLASS_ORDINARY;
    }
}

enum maths_class kin_maths_class_left(const struct kin_maths *maths)
{
    for (int depth = 0; maths->kind == KIN_MATHS_ROW && maths->count && depth < KIN_MATHS_DEPTH; depth++) {
        maths = maths->kids[0];
    }
    return class_of(maths);
}

enum maths_class kin_maths_class_right(const struct kin_maths *maths)
{
    for (int depth = 0; maths->kind == KIN_MATHS_ROW && maths->count && depth < KIN_MATHS_DEPTH; depth++) {
        maths = maths->kids[maths->count - 1];
    }
    return class_of(maths);
}

/* In 18ths of an em: TeX's table, but a comma is followed by a little more, as in printed ordered pairs. */
double kin_maths_space(enum maths_class left, enum maths_class right, const struct maths_look *look)
{
    static const double eighteenths[CLASS_COUNT][CLASS_COUNT] = {
        [CLASS_ORDINARY] = {[CLASS_OPERATOR] = 4, [CLASS_RELATION] = 5},
        [CLASS_OPERATOR] = {[CLASS_ORDINARY] = 4, [CLASS_OPERATOR] = 4, [CLASS_RELATION] = 5},
        [CLASS_RELATION] = {[CLASS_ORDINARY] = 5, [CLASS_OPERATOR] = 5},
        [CLASS_PUNCT] = {5, 5, 5, 5},
    };
    double share = left == CLASS_PUNCT ? 1 : look->spacing;
    return eighteenths[left][right] / 18 * look->size * share;
}

/* A minus sign right before a fraction would run into the fraction line, which has the same height. */
static double sign_space(const struct kin_maths *left, const struct kin_maths *right, const struct maths_look *look)
{
    return left->kind == KIN_MATHS_SIGN && right->kind == KIN_MATHS_FRACTION ? 0.08 * look->size : 0;
}

struct row {
    struct maths_layout *layout;
    const struct maths_look *look;
    struct maths_box box;
    const struct kin_maths *before; /* the last kid that counts for spacing */
};

static void row_add(struct row *row, const struct kin_maths *kid)
{
    if (row->before) {
        row->box.width += kin_maths_space(class_of(row->before), class_of(kid), row->look);
        row->box.width += sign_space(row->before, kid, row->look);
    }
    struct maths_box part = kin_maths_set(row->layout, kid, row->look);
    kin_box_shift(row->layout, &part, row->box.width, 0);
    kin_box_cover(&row->box, &part, 0);
    row->box.width += part.width + part.italic;
    row->before = kid->kind == KIN_MATHS_SPACE ? row->before : kid;
}

/* Rows in rows count as one, so that spacing sees the neighbours that a reader sees. */
static void row_fill(struct row *row, const struct kin_maths *maths, int depth)
{
    for (size_t i = 0; i < maths->count && depth < KIN_MATHS_DEPTH; i++) {
        const struct kin_maths *kid = maths->kids[i];
        if (kid && kid->kind == KIN_MATHS_ROW) {
            row_fill(row, kid, depth + 1);
        } else if (kid) {
            row_add(row, kid);
        }
    }
}

static struct maths_box row_set(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look)
{
    struct row row = {.layout = layout, .look = look, .box = kin_box_begin(layout)};
    if (maths->count == 1 && maths->kids[0]) {
        return kin_maths_set(layout, maths->kids[0], look);
    }
    row_fill(&row, maths, 0);
    row.box.end = layout->marks.count;
    return row.box;
}

static struct maths_box atom_set(struct maths_layout *layout, const struct kin_maths *maths,
                                 const struct maths_look *look)
{
    switch (maths->kind) {
    case KIN_MATHS_LETTER:
        return runes_set(layout, maths->text, italic_rune, look);
    case KIN_MATHS_WORD:
        return words_set(layout, maths->text, look);
    case KIN_MATHS_BLANK:
        return kin_maths_blank(layout, maths, look);
    case KIN_MATHS_SPACE:
        return space_set(layout, maths->text, look->size);
    default:
        return runes_set(layout, maths->text, upright_rune, look);
    }
}

static struct maths_box node_set(struct maths_layout *layout, const struct kin_maths *maths,
                                 const struct maths_look *look)
{
    switch (maths->kind) {
    case KIN_MATHS_ROW:
        return row_set(layout, maths, look);
    case KIN_MATHS_FRACTION:
        return kin_maths_layout_fraction(layout, maths, look);
    case KIN_MATHS_MIXED:
        return kin_maths_mixed(layout, maths, look);
    case KIN_MATHS_SCRIPTS:
        return kin_maths_scripts(layout, maths, look);
    case KIN_MATHS_ROOT:
        return kin_maths_root(layout, maths, look);
    case KIN_MATHS_FENCE:
        return kin_maths_fenced(layout, maths, look);
    case KIN_MATHS_BAR:
        return kin_maths_barred(layout, maths, look);
    case KIN_MATHS_GRID:
        return kin_maths_grid(layout, maths, look);
    case KIN_MATHS_TABLEAU:
        return kin_maths_tableau(layout, maths, look);
    case KIN_MATHS_STRUCK:
        return kin_maths_struck(layout, maths, look);
    default:
        return atom_set(layout, maths, look);
    }
}

struct maths_box kin_maths_set(struct maths_layout *layout, const struct kin_maths *maths,
                               const struct maths_look *look)
{
    if (!maths || layout->depth >= KIN_MATHS_DEPTH) {
        return kin_box_begin(layout);
    }
    layout->depth++;
    struct maths_box box = node_set(layout, maths, look);
    layout->depth--;
    return box;
}

struct maths_box kin_maths_part(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look)
{
    struct maths_box box = kin_maths_set(layout, maths, look);
    box.width += box.italic;
    box.italic = 0;
    return box;
}
