/* Maths in one line of text. Whatever stands above or below a line in print gets brackets here where the line would
 * read otherwise: a fraction's parts, the body of a root, a fraction used as a coefficient. */
#include "content/maths.h"

#include "base/utf8.h"

#include <string.h>

struct writer {
    struct kin_buf *buf;
    bool fresh;   /* at the start, or just after an opening bracket: no space wanted */
    bool spacing; /* a space goes before the next text */
};

static void add(struct writer *out, const char *text)
{
    if (!text || !*text) {
        return;
    }
    if (out->spacing && !out->fresh) {
        kin_buf_add_char(out->buf, ' ');
    }
    kin_buf_add(out->buf, text);
    out->spacing = out->fresh = false;
}

static void add_open(struct writer *out, const char *text)
{
    add(out, text);
    out->fresh = true;
}

static void add_close(struct writer *out, const char *text)
{
    out->spacing = false;
    add(out, text);
}

static void write_maths(struct writer *out, const struct kin_maths *maths);

static void write_bracketed(struct writer *out, const struct kin_maths *maths)
{
    add_open(out, "(");
    write_maths(out, maths);
    add_close(out, ")");
}

/* The only kid of a row is the row as far as a line of text goes. */
static const struct kin_maths *bare(const struct kin_maths *maths)
{
    while (maths && maths->kind == KIN_MATHS_ROW && maths->count == 1) {
        maths = maths->kids[0];
    }
    return maths;
}

static bool is_atom(const struct kin_maths *maths)
{
    maths = bare(maths);
    return maths && ((maths->kind >= KIN_MATHS_NUMBER && maths->kind <= KIN_MATHS_SYMBOL) ||
                     maths->kind == KIN_MATHS_FENCE || maths->kind == KIN_MATHS_BLANK || maths->kind == KIN_MATHS_BAR);
}

/* Does it hang together without brackets before "/"? A product written side by side does: 2x/3. */
static bool is_close_product(const struct kin_maths *maths)
{
    maths = bare(maths);
    if (is_atom(maths) || (maths && (maths->kind == KIN_MATHS_SCRIPTS || maths->kind == KIN_MATHS_ROOT))) {
        return true;
    }
    if (!maths || maths->kind != KIN_MATHS_ROW) {
        return false;
    }
    for (size_t i = 0; i < maths->count; i++) {
        if (!is_close_product(maths->kids[i])) {
            return false;
        }
    }
    return true;
}

static bool is_close_denominator(const struct kin_maths *maths)
{
    maths = bare(maths);
    return is_atom(maths) || (maths && maths->kind == KIN_MATHS_SCRIPTS);
}

static void write_part(struct writer *out, const struct kin_maths *maths, bool plain)
{
    if (plain) {
        write_maths(out, maths);
    } else {
        write_bracketed(out, maths);
    }
}

static void write_fraction(struct writer *out, const struct kin_maths *maths)
{
    write_part(out, maths->kids[0], is_close_product(maths->kids[0]));
    add(out, "/");
    write_part(out, maths->kids[1], is_close_denominator(maths->kids[1]));
}

static void write_script(struct writer *out, const char *mark, const struct kin_maths *script)
{
    const struct kin_maths *inner = bare(script);
    if (inner) {
        add(out, mark);
        write_part(out, inner, is_atom(inner));
    }
}

static void write_scripts(struct writer *out, const struct kin_maths *maths)
{
    write_part(out, maths->kids[0], is_atom(maths->kids[0]));
    write_script(out, "_", maths->count > 2 ? maths->kids[2] : NULL);
    write_script(out, "^", maths->count > 1 ? maths->kids[1] : NULL);
}

static const char *root_sign(const struct kin_maths *index)
{
    if (!index) {
        return "√";
    }
    bool digit = index->kind == KIN_MATHS_NUMBER && index->text;
    if (digit && strcmp(index->text, "3") == 0) {
        return "∛";
    }
    return digit && strcmp(index->text, "4") == 0 ? "∜" : NULL;
}

static void write_root(struct writer *out, const struct kin_maths *maths)
{
    const struct kin_maths *index = bare(maths->count > 1 ? maths->kids[1] : NULL);
    const char *sign = root_sign(index);
    if (sign) {
        add(out, sign);
        write_part(out, maths->kids[0], is_atom(maths->kids[0]));
        return;
    }
    add_open(out, "root(");
    write_maths(out, index);
    add(out, ",");
    out->spacing = true;
    write_maths(out, maths->kids[0]);
    add_close(out, ")");
}

/* Combining arrows and the breve stand behind the last but one letter, and reach over both. */
static uint32_t wide_mark(const char *mark)
{
    return strcmp(mark, "→") == 0 ? 0x20D7 : strcmp(mark, "↔") == 0 ? 0x20E1 : 0x0361;
}

static void write_marked(struct writer *out, const struct kin_maths *maths)
{
    struct kin_buf body = kin_buf_in(out->buf->arena);
    kin_maths_write(&body, maths->kids[0]);
    size_t last = body.length;
    while (last > 0 && ((unsigned char)body.data[--last] & 0xC0) == 0x80) {
    }
    struct kin_buf marked = kin_buf_in(out->buf->arena);
    kin_buf_add_n(&marked, body.data, last);
    kin_buf_add_rune(&marked, wide_mark(maths->open));
    kin_buf_add(&marked, body.data + last);
    add(out, marked.data);
}

/* Repeating digits and segments: a combining overline after each character. */
static void write_bar(struct writer *out, const struct kin_maths *maths)
{
    if (maths->open && *maths->open) {
        write_marked(out, maths);
        return;
    }
    struct kin_buf body = kin_buf_in(out->buf->arena);
    kin_maths_write(&body, maths->kids[0]);
    struct kin_buf barred = kin_buf_in(out->buf->arena);
    for (size_t at = 0; at < body.length;) {
        uint32_t rune;
        size_t size = kin_utf8_decode(body.data + at, body.length - at, &rune);
        size = size ? size : 1;
        kin_buf_add_n(&barred, body.data + at, size);
        kin_buf_add_rune(&barred, 0x0305);
        at += size;
    }
    add(out, barred.data);
}

/* "[1, 2; −3, x]" */
static void write_cells(struct writer *out, const struct kin_maths *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (i) {
            add_close(out, ",");
            out->spacing = true;
        }
        write_maths(out, row->kids[i]);
    }
}

static void write_grid(struct writer *out, const struct kin_maths *maths)
{
    add_open(out, maths->open);
    for (size_t i = 0; i < maths->count; i++) {
        if (i) {
            add_close(out, ";");
            out->spacing = true;
        }
        (maths->text ? write_cells : write_maths)(out, maths->kids[i]);
    }
}

/* Is there something right after it that it would be read together with? */
static bool touches(const struct kin_maths *next)
{
    return next && next->kind != KIN_MATHS_OPERATOR && next->kind != KIN_MATHS_RELATION &&
           next->kind != KIN_MATHS_PUNCT && next->kind != KIN_MATHS_SPACE && next->kind != KIN_MATHS_GRID;
}

/* A symbol such as % or ° belongs to what stands before it and asks for brackets only around a fraction. */
static bool needs_brackets_in_row(const struct kin_maths *kid, const struct kin_maths *before,
                                  const struct kin_maths *next)
{
    kid = bare(kid);
    bool after_factor = before && touches(before) && before->kind != KIN_MATHS_SIGN;
    if (kid->kind == KIN_MATHS_FRACTION || kid->kind == KIN_MATHS_MIXED) {
        bool symbol = next && next->kind == KIN_MATHS_SYMBOL && kid->kind == KIN_MATHS_MIXED;
        return after_factor || (touches(next) && !symbol);
    }
    return false;
}

/* √5x would read as the root of 5x, x^ny as the power ny. */
static bool needs_space_after(const struct kin_maths *kid, const struct kin_maths *next)
{
    kid = bare(kid);
    if (!touches(next) || next->kind == KIN_MATHS_FENCE) {
        return false;
    }
    if (kid->kind == KIN_MATHS_ROOT) {
        return is_atom(kid->kids[0]);
    }
    if (kid->kind != KIN_MATHS_SCRIPTS) {
        return false;
    }
    const struct kin_maths *last = bare(kid->count > 1 && kid->kids[1] ? kid->kids[1] : kid->kids[kid->count - 1]);
    return last && last->kind == KIN_MATHS_LETTER;
}

static void write_row(struct writer *out, const struct kin_maths *maths)
{
    for (size_t i = 0; i < maths->count; i++) {
        const struct kin_maths *before = i ? maths->kids[i - 1] : NULL;
        const struct kin_maths *next = i + 1 < maths->count ? maths->kids[i + 1] : NULL;
        write_part(out, maths->kids[i], !needs_brackets_in_row(maths->kids[i], before, next));
        out->spacing = out->spacing || needs_space_after(maths->kids[i], next);
    }
}

static void write_spaced(struct writer *out, const char *text)
{
    out->spacing = true;
    add(out, text);
    out->spacing = true;
}

static void write_fence(struct writer *out, const struct kin_maths *maths)
{
    add_open(out, maths->open);
    write_maths(out, maths->kids[0]);
    add_close(out, maths->close);
}

static void write_mixed(struct writer *out, const struct kin_maths *maths)
{
    write_maths(out, maths->kids[0]);
    out->spacing = true;
    write_maths(out, maths->kids[1]);
}

static void write_structure(struct writer *out, const struct kin_maths *maths)
{
    switch (maths->kind) {
    case KIN_MATHS_FRACTION:
        write_fraction(out, maths);
        break;
    case KIN_MATHS_MIXED:
        write_mixed(out, maths);
        break;
    case KIN_MATHS_SCRIPTS:
        write_scripts(out, maths);
        break;
    case KIN_MATHS_ROOT:
        write_root(out, maths);
        break;
    case KIN_MATHS_FENCE:
        write_fence(out, maths);
        break;
    case KIN_MATHS_BAR:
        write_bar(out, maths);
        break;
    case KIN_MATHS_GRID:
        write_grid(out, maths);
        break;
    case KIN_MATHS_TABLEAU:
        add(out, maths->text);
        break;
    default:
        write_row(out, maths);
    }
}

static void write_maths(struct writer *out, const struct kin_maths *maths)
{
    if (!maths) {
        return;
    }
    switch (maths->kind) {
    case KIN_MATHS_NUMBER:
    case KIN_MATHS_LETTER:
    case KIN_MATHS_WORD:
    case KIN_MATHS_SYMBOL:
    case KIN_MATHS_SIGN:
        add(out, maths->text);
        break;
    case KIN_MATHS_OPERATOR:
    case KIN_MATHS_RELATION:
        write_spaced(out, maths->text);
        break;
    case KIN_MATHS_PUNCT:
        add_close(out, maths->text);
        out->spacing = true;
        break;
    case KIN_MATHS_BLANK:
        if (maths->count && maths->kids[0]) {
            write_maths(out, maths->kids[0]);
        } else {
            add(out, "____");
        }
        break;
    case KIN_MATHS_SPACE:
        out->spacing = true;
        break;
    default:
        write_structure(out, maths);
    }
}

void kin_maths_write(struct kin_buf *buf, const struct kin_maths *maths)
{
    struct writer out = {.buf = buf, .fresh = true};
    write_maths(&out, maths);
}

char *kin_maths_text(kin_arena *arena, const struct kin_maths *maths)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_maths_write(&buf, maths);
    return buf.data;
}
