/* Signs that grow: brackets, bars, roots. The MATH table offers larger variants of a glyph and, past those, parts to
 * put one together from. */
#include "type/maths.h"

#include "base/utf8.h"

#include <hb-ot.h>
#include <string.h>

/* Signs around scripts and fractions in one another double their height every few levels: past a page they stop. */
enum { VARIANTS_MAX = 16, PARTS_MAX = 8, REPEATS_MAX = 250 };

static struct maths_box glyph_box(struct maths_layout *layout, struct face_glyph glyph, double size)
{
    struct maths_box box = kin_box_begin(layout);
    const struct glyph_measure *measure = kin_glyph_measure(layout->type, glyph.face, glyph.glyph);
    kin_mark_glyph(layout, glyph, size, 0, 0);
    box.width = measure->advance * size;
    box.ascent = measure->ascent * size;
    box.descent = measure->descent * size;
    box.end = layout->marks.count;
    return box;
}

/* The smallest variant that is tall enough, else the largest one. */
static struct face_glyph variant_find(const struct maths_layout *layout, struct face_glyph base, double height,
                                      double *reached)
{
    if (*reached >= height) {
        return base;
    }
    hb_ot_math_glyph_variant_t variants[VARIANTS_MAX];
    unsigned count = VARIANTS_MAX;
    const struct font *font = &layout->type->fonts[base.face];
    hb_ot_math_get_glyph_variants(font->hb, base.glyph, HB_DIRECTION_BTT, 0, &count, variants);
    for (unsigned i = 0; i < count && *reached < height; i++) {
        base.glyph = variants[i].glyph;
        *reached = variants[i].advance * font->em;
    }
    return base;
}

struct assembly {
    hb_ot_math_glyph_part_t parts[PARTS_MAX];
    unsigned count;
    double fixed, repeated; /* heights of the parts that come once, and of one round of the extenders, in ems */
    unsigned fixed_count, repeated_count;
};

static bool assembly_read(const struct font *font, uint32_t glyph, struct assembly *assembly)
{
    assembly->count = PARTS_MAX;
    hb_ot_math_get_glyph_assembly(font->hb, glyph, HB_DIRECTION_BTT, 0, &assembly->count, assembly->parts, NULL);
    for (unsigned i = 0; i < assembly->count; i++) {
        double height = assembly->parts[i].full_advance * font->em;
        bool extender = assembly->parts[i].flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER;
        *(extender ? &assembly->repeated : &assembly->fixed) += height;
        *(extender ? &assembly->repeated_count : &assembly->fixed_count) += 1;
    }
    return assembly->count > 0 && assembly->repeated > 0;
}

/* Rounds of extenders that reach `height` with the least overlap. */
static unsigned assembly_rounds(const struct assembly *assembly, double overlap, double height)
{
    double gain = assembly->repeated - assembly->repeated_count * overlap;
    double short_of = height - (assembly->fixed - (assembly->fixed_count ? assembly->fixed_count - 1 : 0) * overlap);
    if (short_of <= 0 || gain <= 0) {
        return short_of <= 0 ? 0 : 1;
    }
    double rounds = short_of / gain + 1;
    return rounds < REPEATS_MAX ? (unsigned)rounds : REPEATS_MAX;
}

/* Every joint overlaps alike, by so much that the parts together have the height asked for. */
static double assembly_overlap(const struct assembly *assembly, unsigned rounds, double least, double height)
{
    unsigned joints = assembly->fixed_count + rounds * assembly->repeated_count;
    if (joints < 2) {
        return least;
    }
    double total = assembly->fixed + rounds * assembly->repeated;
    return kin_larger(least, (total - height) / (joints - 1));
}

static struct maths_box assembly_set(struct maths_layout *layout, int face, const struct assembly *assembly,
                                     double height, double size)
{
    const struct font *font = &layout->type->fonts[face];
    const double least = layout->type->maths.connector_overlap;
    unsigned rounds = assembly_rounds(assembly, least, height / size);
    double overlap = assembly_overlap(assembly, rounds, least, height / size) * size, reached = overlap;
    struct maths_box box = kin_box_begin(layout);
    for (unsigned i = 0; i < assembly->count; i++) {
        const hb_ot_math_glyph_part_t *part = &assembly->parts[i];
        unsigned times = part->flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER ? rounds : 1;
        const struct glyph_measure *measure = kin_glyph_measure(layout->type, face, part->glyph);
        for (unsigned n = 0; n < times; n++) {
            reached -= overlap;
            kin_mark_glyph(layout, (struct face_glyph){face, part->glyph}, size, 0, -reached - measure->descent * size);
            reached += part->full_advance * font->em * size;
        }
        box.width = kin_larger(box.width, measure->advance * size);
    }
    box.ascent = reached;
    box.end = layout->marks.count;
    return box;
}

struct maths_box kin_maths_stretched(struct maths_layout *layout, const char *text, double height,
                                     const struct maths_look *look)
{
    struct face_glyph glyph;
    uint32_t rune;
    size_t length = text ? strlen(text) : 0;
    if (!length || !kin_utf8_decode(text, length, &rune) || !kin_maths_glyph(layout->type, rune, 0, &glyph)) {
        return kin_box_begin(layout);
    }
    const struct glyph_measure *measure = kin_glyph_measure(layout->type, glyph.face, glyph.glyph);
    double reached = measure->ascent + measure->descent, wanted = height / look->size;
    struct face_glyph larger = variant_find(layout, glyph, wanted, &reached);
    struct assembly assembly = {.count = 0};
    if (reached < wanted && assembly_read(&layout->type->fonts[glyph.face], glyph.glyph, &assembly)) {
        return assembly_set(layout, glyph.face, &assembly, height, look->size);
    }
    return glyph_box(layout, larger, look->size);
}

/* TeX's rule 19: the sign reaches at least 89.5 % of the way (TeX: 90.1 %; our fractions stand a hair lower), and falls
 * short by half an em at most (LaTeX's \delimitershortfall is 5 pt at 11 pt). */
struct maths_box kin_maths_delimiter(struct maths_layout *layout, const char *text, double ascent, double descent,
                                     const struct maths_look *look)
{
    double axis = layout->type->maths.axis * look->size;
    double reach = 2 * kin_larger(ascent - axis, descent + axis);
    double height = kin_larger(reach * 0.895, reach - 0.456 * look->size);
    struct maths_box box = kin_maths_stretched(layout, text, height, look);
    if (box.begin == box.end) {
        return box;
    }
    double drop = (box.ascent - box.descent) / 2 - axis;
    kin_box_shift(layout, &box, 0, drop);
    box.ascent -= drop;
    box.descent += drop;
    return box;
}

struct bearings {
    double left, right;
};

/* White between a sign's ink and the edges of its box. */
static struct bearings bearings_of(const struct maths_layout *layout, const struct maths_box *box)
{
    struct bearings white = {.left = box->width, .right = box->width};
    for (size_t i = box->begin; i < box->end; i++) {
        const struct mark *mark = &layout->marks.items[i];
        const struct glyph_measure *measure = kin_glyph_measure(layout->type, mark->face, mark->glyph);
        white.left = kin_smaller(white.left, mark->x + measure->left * mark->size);
        white.right = kin_smaller(white.right, box->width - mark->x - measure->right * mark->size);
    }
    return white;
}

/* Fonts set brackets farther from what stands outside than from what they hold (TeX Gyre: 0.16 and 0.08 em), which
 * parts an exponent, a degree sign or the next bracket from them: the outer white is cut to the inner one. */
static void open_trim(struct maths_layout *layout, struct maths_box *box)
{
    struct bearings white = bearings_of(layout, box);
    double spare = kin_larger(0, white.left - white.right);
    kin_box_shift(layout, box, -spare, 0);
    box->width -= spare;
}

static void close_trim(const struct maths_layout *layout, struct maths_box *box)
{
    struct bearings white = bearings_of(layout, box);
    box->width -= kin_larger(0, white.right - white.left);
}

static void side_add(struct maths_layout *layout, struct maths_box *box, const struct maths_box *part)
{
    kin_box_shift(layout, part, box->width, 0);
    kin_box_cover(box, part, 0);
    box->width += part->width;
}

/* The body is set first, since its height decides the sign before it; the marks stand in that order, too. */
struct maths_box kin_maths_fenced(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct maths_look *look)
{
    struct maths_box box = kin_box_begin(layout);
    struct maths_box body = kin_maths_part(layout, maths->count ? maths->kids[0] : NULL, look);
    /* Around one line of characters, as in f(g(x)), brackets stay as they are, whatever hangs below the line. */
    bool line = body.ascent < 0.76 * look->size && body.descent < 0.26 * look->size;
    double ascent = line ? 0 : body.ascent, descent = line ? 0 : body.descent;
    struct maths_box open = kin_maths_delimiter(layout, maths->open, ascent, descent, look);
    struct maths_box close = kin_maths_delimiter(layout, maths->close, ascent, descent, look);
    open_trim(layout, &open);
    close_trim(layout, &close);
    /* Upright bars, unlike brackets, do not bend away from what they hold. */
    bool upright = maths->open && *maths->open == '|';
    double inside = upright ? 0.04 * look->size : 0;
    side_add(layout, &box, &open);
    box.width += inside;
    side_add(layout, &box, &body);
    box.width += inside;
    side_add(layout, &box, &close);
    box.end = layout->marks.count;
    /* Around a body of ordinary height the closing bracket is a character like others: x² and (x)² align. */
    box.plain = box.ascent < 0.8 * look->size && box.descent < 0.35 * look->size;
    return box;
}

/* The index, in the size of scripts of scripts, stands in the notch of the root, its bottom at the font's share of the
 * sign's height. */
static void index_set(struct maths_layout *layout, struct maths_box *box, const struct kin_maths *index,
                      const struct maths_look *look)
{
    const struct maths_constants *font = &layout->type->maths;
    struct maths_look script = kin_look_script(layout, look), part = kin_look_script(layout, &script);
    struct maths_box degree = kin_maths_part(layout, index, &part);
    double bottom = font->degree_raise * (box->ascent + box->descent) - box->descent;
    double lead = kin_larger(0, font->degree_before * look->size + degree.width + font->degree_after * look->size);
    struct maths_box whole = {.begin = box->begin, .end = degree.begin};
    kin_box_shift(layout, &degree, lead - degree.width - font->degree_after * look->size, -bottom - degree.descent);
    kin_box_shift(layout, &whole, lead, 0);
    kin_box_cover(box, &degree, -bottom - degree.descent);
    box->width += lead;
}

/* Rule 11: the sign's spare height goes half above the radicand; its rule is the vinculum. */
struct maths_box kin_maths_root(struct maths_layout *layout, const struct kin_maths *maths,
                                const struct maths_look *look)
{
    const struct maths_constants *font = &layout->type->maths;
    const double size = look->size, line = font->radical_rule * size;
    struct maths_look inner = *look;
    inner.cramped = true;
    struct maths_box box = kin_box_begin(layout);
    struct maths_box body = kin_maths_part(layout, maths->count ? maths->kids[0] : NULL, &inner);
    double height = kin_larger(body.ascent + body.descent, 0.45 * size);
    double gap = font->radical_gap[look->display] * size;
    struct maths_box sign = kin_maths_stretched(layout, "√", height + gap + line, look);
    double spare = sign.ascent + sign.descent - line - height - gap;
    gap += spare > 0 ? spare / 2 : 0;
    double top = height - body.descent + gap + line;
    kin_box_shift(layout, &sign, 0, sign.ascent - top);
    kin_box_shift(layout, &body, sign.width, 0);
    kin_mark_rule(layout, sign.width, -top, body.width + 0.04 * size, line);
    box.width = sign.width + body.width;
    kin_box_cover(&box, &body, 0);
    kin_box_cover(&box, &sign, sign.ascent - top);
    box.ascent += font->radical_extra * size;
    box.end = layout->marks.count;
    if (maths->count > 1 && maths->kids[1]) {
        index_set(layout, &box, maths->kids[1], look);
        box.end = layout->marks.count;
    }
    return box;
}

/* An arrow or arc over a name: the font's own sign, made as wide as the letters as far as its strokes bear it. */
static void mark_over(struct maths_layout *layout, struct maths_box *box, const char *sign,
                      const struct maths_look *look)
{
    const double gap = layout->type->maths.bar_gap * look->size;
    struct face_glyph glyph;
    uint32_t rune = 0;
    kin_utf8_decode(sign, strlen(sign), &rune);
    if (!kin_maths_glyph(layout->type, rune == 0x2312 ? 0x2322 : rune, 0, &glyph)) {
        return;
    }
    const struct glyph_measure *measure = kin_glyph_measure(layout->type, glyph.face, glyph.glyph);
    double ink = measure->right - measure->left, size = ink > 0 ? box->width / ink : 0;
    size = size < 0.6 * look->size ? 0.6 * look->size : size > 1.3 * look->size ? 1.3 * look->size : size;
    double x = (box->width - ink * size) / 2 - measure->left * size;
    kin_mark_glyph(layout, glyph, size, x, -box->ascent - gap - measure->descent * size);
    box->ascent += gap + (measure->ascent + measure->descent) * size;
    box->end = layout->marks.count;
}

/* A bar as wide as the digits or letters under it, a hair shorter on both sides so that neighbouring bars stay apart.
 */
struct maths_box kin_maths_barred(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct maths_look *look)
{
    const struct maths_constants *font = &layout->type->maths;
    const double size = look->size, line = font->bar_rule * size, hair = 0.04 * size;
    struct maths_look inner = *look;
    inner.cramped = true;
    struct maths_box box = kin_maths_part(layout, maths->count ? maths->kids[0] : NULL, &inner);
    box.plain = false;
    if (maths->open && *maths->open) {
        mark_over(layout, &box, maths->open, look);
        return box;
    }
    double top = box.ascent + font->bar_gap * size + line;
    kin_mark_rule(layout, hair, -top, kin_larger(0, box.width - 2 * hair), line);
    box.ascent = top + font->bar_extra * size;
    box.end = layout->marks.count;
    return box;
}
