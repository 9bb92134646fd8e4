/* Glyphs of characters and their measures, each asked from the font once. */
#include "base/utf8.h"
#include "type/typesetter.h"

#include <hb-ot.h>
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

bool kin_maths_glyph(struct kin_typesetter *type, uint32_t rune, struct face_glyph *found)
{
    struct rune_entry *entry = &type->runes[rune % RUNE_CACHE];
    if (!entry->used || entry->rune != rune) {
        if (!kin_glyph_find(type, KIN_FACE_MATHS, rune, &entry->found)) {
            entry->used = false;
            kin_missing_report(type, rune);
            return false;
        }
        entry->rune = rune;
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
