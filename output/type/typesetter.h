/* The typesetter from inside: loaded faces, measures of their glyphs, the cache of shaped words. */
#ifndef KIN_TYPE_TYPESETTER_H
#define KIN_TYPE_TYPESETTER_H

#include "type/type.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

/* Measures of one glyph in ems, read from the font once. */
struct glyph_measure {
    bool known;
    double advance;
    double left, right;     /* ink, from the origin */
    double ascent, descent; /* ink; above and below the baseline, negative when it stops short of it */
    double italic;          /* italic correction of the MATH table */
};

/* The files and FreeType's faces: kept apart, since writers may need them longer than the typesetter lives. */
struct kin_font_hold {
    int count; /* of those who keep it */
    FT_Library library;
    void *bytes[KIN_FACE_COUNT];
    FT_Face faces[KIN_FACE_COUNT];
};

/* A glyph of some face: the answer to "what draws this character". */
struct face_glyph {
    int face;
    uint32_t glyph;
};

struct font {
    size_t length; /* of the file; its bytes and FT_Face are in the hold */
    hb_font_t *hb; /* scaled to font units */
    double em;     /* one font unit in ems */
    struct glyph_measure *measures;
    size_t glyph_count;
    struct face_glyph space; /* between its words; of another face where it has none itself */
    bool has_space;
    void *attached;
    void (*release)(void *attached);
};

enum { RUNE_CACHE = 1024 };

/* The maths face's glyph of a character at a level, kept in a direct-mapped cache. */
struct rune_entry {
    uint32_t rune;
    int level;
    struct face_glyph found;
    bool used;
};

/* Constants of the MATH table in ems (OpenType specification, "MathConstants"). */
struct maths_constants {
    double axis, rule;
    double script; /* scale of scripts, 0 to 1 */
    double sup_shift, sup_shift_cramped, sup_bottom_min, sup_drop_max, sup_bottom_max_with_sub;
    double sub_shift, sub_top_max, sub_drop_min, sub_sup_gap, after_script;
    double num_shift[2], den_shift[2], num_gap[2], den_gap[2]; /* of running text, of display style */
    double radical_gap[2], radical_rule, radical_extra, degree_before, degree_after, degree_raise;
    double bar_gap, bar_rule, bar_extra;
    double connector_overlap;
};

static inline double kin_larger(double a, double b)
{
    return a > b ? a : b;
}

static inline double kin_smaller(double a, double b)
{
    return a < b ? a : b;
}

struct word_table;

struct kin_typesetter {
    kin_arena *arena;    /* lives as long as the typesetter */
    kin_arena *scratch;  /* for work within one call; always rewound, so that no box may live in it */
    kin_arena *measured; /* boxes that are only measured; rewound, too */
    struct kin_diags *diags;
    const struct kin_font_files *files;
    const char *const *folders;
    struct kin_typesetter *first, *beside; /* of those with other fonts: the one that frees them, and the next */
    enum kin_letters letters;
    struct kin_font_hold *hold;
    struct font fonts[KIN_FACE_COUNT];
    struct maths_constants maths;
    struct rune_entry runes[RUNE_CACHE];
    struct word_table *words;
    hb_buffer_t *shaping;
    kin_figure_setter *figures; /* NULL: none are drawn */
    const char *language;       /* of their own words */
    uint32_t *missing;          /* characters that were reported */
    size_t missing_count, missing_room;
};

/* Measures of a glyph; the reference stays valid. A glyph number that the face lacks measures nothing. */
const struct glyph_measure *kin_glyph_measure(struct kin_typesetter *type, int face, uint32_t glyph);

/* The glyph for a character, from the face itself, else from the regular, else from the maths face: false when none has
 * it. */
bool kin_glyph_find(const struct kin_typesetter *type, int face, uint32_t rune, struct face_glyph *found);

/* The glyph that draws a character in a formula: from the maths face, else from the regular one. `level`: 0 in text, 1
 * in scripts, 2 in scripts of scripts. False after reporting E611. */
bool kin_maths_glyph(struct kin_typesetter *type, uint32_t rune, int level, struct face_glyph *found);

/* The glyph of a letter or digit in the hand of who marks; false: print the maths face's. */
bool kin_written_glyph(const struct kin_typesetter *type, uint32_t rune, struct face_glyph *found);

/* Report a character that no face has, once a typesetter. */
void kin_missing_report(struct kin_typesetter *type, uint32_t rune);

/* Fill in type->maths from the maths face; false when the face has no MATH table. */
bool kin_maths_constants_read(struct kin_typesetter *type);

#endif
