/* Glyphs of characters and their measures, each asked from the font once. */
#include "base/utf8.h"
#include "type/typesetter.h"

#include <hb-ot.h>
#include <math.h>
#include <stdio.h>

static void measure_read(const struct font *font, uint32_t glyph, struct glyph_measure *measure)
{
    hb_glyph_extents_t extents = {0};
    hb_font_get_glyph_extents(font->hb, glyph, &extents);
    *measure = (struct glyph_measure){
        .known = true,
        .advance = hb_font_get_glyph_h_advance(font->hb, glyph) * font->em,
        .left = extents.x_bearing * font->em,
        .right = (extents.x_bearing + extents.width) * font->em,
        .ascent = extents.y_bearing * font->em,
        .descent = -(extents.y_bearing + extents.height) * font->em,
        .italic = hb_ot_math_get_glyph_italics_correction(font->hb, glyph) * font->em,
    };
}

const struct glyph_measure *kin_glyph_measure(struct kin_typesetter *type, int face, uint32_t glyph)
{
    static const struct glyph_measure none;
    struct font *font = &type->fonts[face];
    if (glyph >= font->glyph_count) {
        return &none;
    }
    struct glyph_measure *measure = &font->measures[glyph];
    if (!measure->known) {
        measure_read(font, glyph, measure);
    }
    return measure;
}

struct kin_area kin_glyphs_ink(struct kin_typesetter *type, const struct kin_op *op)
{
    struct kin_area ink = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < op->glyph_count; i++) {
        const struct kin_glyph *glyph = &op->glyphs[i];
        const struct glyph_measure *measure = kin_glyph_measure(type, op->face, glyph->id);
        double x = op->x + glyph->x, y = op->y + glyph->y, size = op->size_pt;
        ink.left = kin_smaller(ink.left, x + measure->left * size);
        ink.right = kin_larger(ink.right, x + measure->right * size);
        ink.top = kin_smaller(ink.top, y - measure->ascent * size);
        ink.bottom = kin_larger(ink.bottom, y + measure->descent * size);
    }
    return ink;
}

static bool face_has(const struct kin_typesetter *type, int face, uint32_t rune, struct face_glyph *found)
{
    found->face = face;
    return hb_font_get_nominal_glyph(type->fonts[face].hb, rune, &found->glyph) && found->glyph;
}

bool kin_glyph_find(const struct kin_typesetter *type, int face, uint32_t rune, struct face_glyph *found)
{
    return face_has(type, face, rune, found) || face_has(type, KIN_FACE_REGULAR, rune, found) ||
           face_has(type, KIN_FACE_MATHS, rune, found);
}

/* The text's letter for a letter of formulas: mathematical italics (Unicode block 1D400-1D7FF, with h at 210E) in the
 * italic face, ASCII letters and digits in the regular one. 0: the rune is neither. */
static uint32_t text_letter(uint32_t rune, int *face)
{
    *face = KIN_FACE_ITALIC;
    if (rune == 0x210E) {
        return 'h';
    }
    if (rune >= 0x1D434 && rune < 0x1D434 + 26) {
        return 'A' + (rune - 0x1D434);
    }
    if (rune >= 0x1D44E && rune < 0x1D44E + 26) {
        return 'a' + (rune - 0x1D44E);
    }
    *face = KIN_FACE_REGULAR;
    bool plain = (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') || (rune >= 'a' && rune <= 'z');
    return plain || rune == '$' || rune == '%' ? rune : 0;
}

static bool maths_find(const struct kin_typesetter *type, uint32_t rune, struct face_glyph *found)
{
    int face;
    uint32_t letter = type->letters == KIN_LETTERS_TEXT ? text_letter(rune, &face) : 0;
    return (letter && face_has(type, face, letter, found)) || kin_glyph_find(type, KIN_FACE_MATHS, rune, found);
}

bool kin_written_glyph(const struct kin_typesetter *type, uint32_t rune, struct face_glyph *found)
{
    int face;
    bool point = rune == '.' || rune == ',' || rune == ':';
    uint32_t letter = point ? rune : text_letter(rune, &face);
    return letter && face_has(type, KIN_FACE_BOLD_ITALIC, letter, found);
}

/* The font's own drawing of a glyph for scripts, a little wider and stronger: the OpenType feature 'ssty' of maths
 * faces, first alternate for scripts, second one for scripts of scripts. */
static uint32_t script_form(const struct font *font, uint32_t glyph, int level)
{
    static const hb_tag_t scripts[] = {HB_TAG('m', 'a', 't', 'h'), HB_TAG_NONE},
                          features[] = {HB_TAG('s', 's', 't', 'y'), HB_TAG_NONE};
    hb_face_t *face = hb_font_get_face(font->hb);
    hb_set_t *lookups = hb_set_create();
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, scripts, NULL, features, lookups);
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID, form = glyph;
    while (form == glyph && hb_set_next(lookups, &lookup)) {
        unsigned count = 1;
        hb_ot_layout_lookup_get_glyph_alternates(face, lookup, glyph, (unsigned)level - 1, &count, &form);
    }
    hb_set_destroy(lookups);
    return form;
}

bool kin_maths_glyph(struct kin_typesetter *type, uint32_t rune, int level, struct face_glyph *found)
{
    struct rune_entry *entry = &type->runes[(rune + (unsigned)level * 307) % RUNE_CACHE];
    if (!entry->used || entry->rune != rune || entry->level != level) {
        if (!maths_find(type, rune, &entry->found)) {
            entry->used = false;
            kin_missing_report(type, rune);
            return false;
        }
        if (level > 0 && entry->found.face == KIN_FACE_MATHS) {
            entry->found.glyph = script_form(&type->fonts[KIN_FACE_MATHS], entry->found.glyph, level);
        }
        entry->rune = rune;
        entry->level = level;
        entry->used = true;
    }
    *found = entry->found;
    return true;
}

void kin_missing_report(struct kin_typesetter *type, uint32_t rune)
{
    enum { REPORTED_MAX = 1000 };
    for (size_t i = 0; i < type->missing_count; i++) {
        if (type->missing[i] == rune) {
            return;
        }
    }
    if (type->missing_count == REPORTED_MAX) {
        return;
    }
    KIN_PUSH(type->arena, type->missing, type->missing_count, type->missing_room) = rune;
    char character[KIN_UTF8_MAX + 1] = {0}, code[16];
    kin_utf8_encode(rune, character);
    snprintf(code, sizeof code, "U+%04X", (unsigned)rune);
    kin_report(type->diags, KIN_E611, (struct kin_span){0}, character, code, NULL);
}
