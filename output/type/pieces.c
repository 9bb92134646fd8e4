#include "type/pieces.h"

#include <string.h>

struct pieces kin_pieces_begin(kin_arena *work, double size_pt)
{
    return (struct pieces){.work = work, .size_pt = size_pt};
}

static struct piece *piece_new(struct pieces *pieces, enum piece_kind kind, double width)
{
    struct piece *piece = &KIN_PUSH(pieces->work, pieces->items, pieces->count, pieces->room);
    *piece = (struct piece){.kind = kind, .width = width};
    return piece;
}

static struct piece *last_space(struct pieces *pieces)
{
    struct piece *last = pieces->count ? &pieces->items[pieces->count - 1] : NULL;
    return last && last->kind == PIECE_SPACE ? last : NULL;
}

static void space_add(struct pieces *pieces, struct kin_typesetter *type, int face)
{
    const struct face_glyph space = type->fonts[face].space;
    if (!pieces->count || last_space(pieces) || !type->fonts[face].has_space) {
        return;
    }
    double width = kin_glyph_measure(type, space.face, space.glyph)->advance * pieces->size_pt;
    struct piece *piece = piece_new(pieces, PIECE_SPACE, width);
    piece->face = space.face;
    piece->break_after = !pieces->opens;
    pieces->spaces[space.face] = space.glyph;
}

/* A space before a closing sign, or between a number and its unit, is no place to end a line. */
static void space_settle(struct pieces *pieces, const struct word *word)
{
    struct piece *space = last_space(pieces);
    if (space && (word->closes || (word->unit && pieces->number))) {
        space->break_after = false;
    }
    /* Nor is the end of the word or formula before when nothing stands between. */
    if (!space && pieces->count && word->closes) {
        pieces->items[pieces->count - 1].break_after = false;
    }
}

static void word_add(struct pieces *pieces, const struct word *word)
{
    space_settle(pieces, word);
    for (size_t i = 0; i < word->count; i++) {
        const struct segment *segment = &word->segments[i];
        struct piece *piece = piece_new(pieces, PIECE_TEXT, segment->width * pieces->size_pt);
        piece->segment = segment;
        piece->break_after = segment->break_after || (i + 1 == word->count && word->break_after);
    }
    pieces->opens = word->opens;
    pieces->number = word->number;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void kin_pieces_text(struct pieces *pieces, struct kin_typesetter *type, int face, const char *text)
{
    for (const char *at = text ? text : ""; *at;) {
        const char *begin = at;
        while (is_space(*at)) {
            at++;
        }
        if (at > begin) {
            space_add(pieces, type, face);
        }
        begin = at;
        while (*at && !is_space(*at)) {
            at++;
        }
        if (at > begin) {
            word_add(pieces, kin_word(type, face, begin, (size_t)(at - begin)));
        }
    }
}

void kin_pieces_box(struct pieces *pieces, const struct kin_box *box)
{
    kin_pieces_width(pieces, box->width);
    pieces->items[pieces->count - 1].box = box;
}

void kin_pieces_width(struct pieces *pieces, double width)
{
    piece_new(pieces, PIECE_BOX, width);
    pieces->opens = false;
    pieces->number = true;
}

void kin_pieces_gap(struct pieces *pieces, double width)
{
    piece_new(pieces, PIECE_SPACE, width)->break_after = true;
    pieces->items[pieces->count - 1].face = -1;
}

void kin_pieces_blank(struct pieces *pieces, double width, const struct kin_box *answer)
{
    piece_new(pieces, PIECE_BLANK, width)->box = answer;
    pieces->opens = false;
    pieces->number = true;
}

/* ---- Drawing -------------------------------------------------------------------------------------------- */

/* A run of glyphs under construction: words of one face with their spaces. */
struct run {
    const struct pieces *pieces;
    size_t begin, end;
};

static bool runs_on(const struct piece *first, const struct piece *next)
{
    if (next->kind == PIECE_SPACE) {
        return next->face == first->segment->face;
    }
    return next->kind == PIECE_TEXT && next->segment->face == first->segment->face && !next->segment->missing &&
           !next->segment->one_cluster;
}

static size_t run_end(const struct pieces *pieces, size_t begin, size_t end)
{
    const struct piece *first = &pieces->items[begin];
    size_t at = begin + 1;
    while (at < end && !first->segment->one_cluster && runs_on(first, &pieces->items[at])) {
        at++;
    }
    return at;
}

/* The glyphs of a segment, and its text at `text`; returns the text's end. */
static char *segment_append(struct kin_op *op, char *text, const struct segment *segment, double x)
{
    for (size_t i = 0; i < segment->count; i++) {
        const struct kin_glyph *glyph = &segment->glyphs[i];
        op->glyphs[op->glyph_count++] =
            (struct kin_glyph){.id = glyph->id, .x = x + glyph->x * op->size_pt, .y = glyph->y * op->size_pt};
    }
    memcpy(text, segment->text, segment->length);
    return text + segment->length;
}

/* Room for the glyphs of a run; returns that for its text. */
static char *run_reserve(const struct run *run, struct kin_op *op, kin_arena *arena)
{
    size_t glyphs = 0, bytes = 0;
    for (size_t i = run->begin; i < run->end; i++) {
        const struct segment *segment = run->pieces->items[i].segment;
        glyphs += segment ? segment->count : 1;
        bytes += segment ? segment->length : 1;
    }
    op->glyphs = KIN_NEW_N(arena, struct kin_glyph, glyphs);
    return kin_alloc(arena, bytes + 1);
}

/* Glyphs and text of a run whose face and size are known; returns its width. */
static double run_fill(const struct run *run, struct kin_op *op, kin_arena *arena)
{
    char *text = run_reserve(run, op, arena);
    double x = 0;
    op->text = text;
    for (size_t i = run->begin; i < run->end; i++) {
        const struct piece *piece = &run->pieces->items[i];
        if (piece->segment) {
            text = segment_append(op, text, piece->segment, x);
        } else {
            op->glyphs[op->glyph_count++] = (struct kin_glyph){.id = run->pieces->spaces[op->face], .x = x};
            *text++ = ' ';
        }
        x += piece->width;
    }
    return x;
}

static double run_draw(struct kin_ops *ops, const struct run *run, double x, double y,
                       const struct kin_text_style *style)
{
    const struct segment *first = run->pieces->items[run->begin].segment;
    struct kin_op *op = kin_op_new(ops, KIN_OP_GLYPHS);
    op->x = x;
    op->y = y;
    op->face = first->face;
    op->size_pt = style->size_pt;
    op->ink.gray = style->gray;
    op->one_cluster = first->one_cluster;
    return run_fill(run, op, ops->arena);
}

static void frame_draw(struct kin_ops *ops, double x, double y, const struct kin_text_style *style)
{
    double size = style->size_pt;
    kin_frame_rect(ops, x + 0.05 * size, y - 0.7 * size, 0.5 * size, 0.7 * size,
                   (struct kin_ink){.gray = style->gray, .stroke_width = 0.05 * size});
}

/* An answer stands in the middle of its rule. */
static void blank_draw(struct kin_ops *ops, const struct pieces *pieces, const struct piece *blank, double x, double y)
{
    struct kin_ops part = kin_ops_in(ops->arena);
    kin_rule(&part, x, y, blank->width, 0.6, 0);
    kin_ops_tag(&part, "Blank", pieces->blank);
    kin_ops_join(ops, &part);
    if (blank->box) {
        kin_box_draw(ops, blank->box, x + (blank->width - blank->box->width) / 2, y - 1 - blank->box->descent);
    }
}

void kin_pieces_draw(struct kin_ops *ops, const struct pieces *pieces, size_t begin, size_t end, double x, double y,
                     const struct kin_text_style *style)
{
    for (size_t i = begin; i < end;) {
        const struct piece *piece = &pieces->items[i];
        size_t next = i + 1;
        double width = piece->width;
        if (piece->kind == PIECE_BOX) {
            kin_box_draw(ops, piece->box, x, y);
        } else if (piece->kind == PIECE_BLANK) {
            blank_draw(ops, pieces, piece, x, y + KIN_BLANK_BELOW * style->size_pt);
        } else if (piece->kind == PIECE_TEXT && piece->segment->missing) {
            frame_draw(ops, x, y, style);
        } else if (piece->kind == PIECE_TEXT) {
            next = run_end(pieces, i, end);
            width = run_draw(ops, &(struct run){pieces, i, next}, x, y, style);
        }
        x += width;
        i = next;
    }
}
