/* Typesetting: fonts, lines of text, formulas, flows of content. The only folder that includes HarfBuzz, FreeType and
 * libunibreak. */
#ifndef KIN_TYPE_TYPE_H
#define KIN_TYPE_TYPE_H

#include "base/diag.h"
#include "content/figure.h"
#include "scene/scene.h"

/* ---- Fonts ---------------------------------------------------------------------------------------------- */

enum kin_face {
    KIN_FACE_REGULAR,
    KIN_FACE_ITALIC,
    KIN_FACE_BOLD,
    KIN_FACE_BOLD_ITALIC,
    KIN_FACE_MATHS,
    KIN_FACE_COUNT
};

/* Where letters and digits of formulas come from: the maths face, or the text's own faces. */
enum kin_letters { KIN_LETTERS_MATHS, KIN_LETTERS_TEXT };

/* File names (no paths) of a style's faces, looked for in the font folders. A character that a text face lacks is taken
 * from the regular or the maths face. The sets that Formkin knows are the rows of type/fonts.def. */
struct kin_font_files {
    const char *name;     /* "schola", as styles name it */
    const char *packages; /* of Debian, for messages: "fonts-texgyre fonts-texgyre-math"; may be NULL */
    const char *files[KIN_FACE_COUNT];
    enum kin_letters letters; /* of formulas */
};
extern const struct kin_font_files kin_fonts_schola; /* TeX Gyre Schola with Schola Math: the default */

/* A row of fonts.def by name; NULL: none. */
const struct kin_font_files *kin_fonts_named(const char *name);

/* Loaded faces and the cache of shaped words. Not for two threads at a time. Free with kin_type_free. */
struct kin_typesetter;

/* `folders`: NULL-terminated list that is searched first (may be NULL); then the usual places of TeX Gyre on Debian,
 * Fedora, Arch and macOS with TeX. Returns NULL after reporting E610: which file is missing, where it was looked for,
 * and the package that has it; or E612: it is no font that can be used. `diags` is kept for missing characters and must
 * live as long as the typesetter, `files` and `folders`, too. */
struct kin_typesetter *kin_type_open(struct kin_diags *diags, const struct kin_font_files *files,
                                     const char *const *folders);
void kin_type_free(struct kin_typesetter *type);

/* The typesetter of other fonts, opened when they are first asked for and freed with `type`; `type` itself when they
 * are its own, and after reporting that they cannot be opened. */
struct kin_typesetter *kin_type_beside(struct kin_typesetter *type, const struct kin_font_files *files);

/* The bytes of a face's file, and its FT_Face as void * for the writers, owned by the typesetter. */
const void *kin_type_font_bytes(const struct kin_typesetter *type, int face, size_t *length);
void *kin_type_ft_face(const struct kin_typesetter *type, int face);

/* Files and FT_Faces, for a writer whose own font objects may outlive the typesetter (cairo caches them): they stay
 * until everybody who kept them has released them. */
struct kin_font_hold;
struct kin_font_hold *kin_type_keep(struct kin_typesetter *type);
void kin_font_release(struct kin_font_hold *hold);

/* Something that a writer keeps with a face (its own font object), so that it is made once: set it with the function
 * that releases it, which kin_type_free calls before the face goes. NULL when nothing was attached. */
void kin_type_attach(struct kin_typesetter *type, int face, void *thing, void (*release)(void *thing));
void *kin_type_attached(const struct kin_typesetter *type, int face);

/* Where the glyphs of a KIN_OP_GLYPHS leave ink, in pt on the scene's axes, without the groups around it. */
struct kin_area {
    double left, top, right, bottom;
};
struct kin_area kin_glyphs_ink(struct kin_typesetter *type, const struct kin_op *op);

/* ---- Boxes ---------------------------------------------------------------------------------------------- */

/* Something laid out. The origin of its operations is the left end of the (first) baseline. */
struct kin_box {
    double width, ascent, descent; /* pt; ascent above the baseline, descent below, both positive */
    double last, end; /* of text: how far the baseline of its last line is below the first, and where that line ends */
    struct kin_ops ops;
};

/* How letters and digits stand there: printed, or in the hand of who marks, which no copy makes look printed. */
enum kin_hand { KIN_HAND_PRINTED, KIN_HAND_WRITTEN };

/* Answers in the blanks of a form without moving anything: a blank that holds an answer keeps the room that it has
 * without, and the answer stands in it in the marker's hand, smaller where that helps. The ids of blanks whose answers
 * found no room are added to `left`, each once. */
struct kin_writing {
    kin_arena *arena; /* of the list */
    const char **left;
    size_t count, room;
};

/* How the lines of a paragraph stand: at the left edge of the column, or, for a label of several lines, each in the
 * middle of the longest. */
enum kin_lines { KIN_RAGGED_RIGHT, KIN_CENTRED };

struct kin_text_style {
    double size_pt;
    double leading;       /* distance of baselines as a multiple of the size: 1.3 */
    double paragraph_gap; /* pt between paragraphs */
    enum kin_emphasis emphasis;
    double gray;          /* 0 black; of text and formulas */
    enum kin_layer layer; /* which layer of figures shows, KIN_LAYER_BOTH: all */
    enum kin_hand hand;
    struct kin_writing *writing; /* NULL: a blank with an answer is as wide as that needs, as a key shows it */
    enum kin_lines lines;
    double figure_most; /* pt; a figure that is taller is made smaller as a whole. 0: none is */
};

/* What draws figures: the folder that knows their kinds comes later (figure/figure.h). A box at most `width_pt` wide,
 * its origin at its top left corner; of one for KIN_WIDTH_NATURAL only the width is wanted, and it may be empty. Until it
 * is set, figures take no room. */
#define KIN_WIDTH_NATURAL 10000.0
typedef struct kin_box *kin_figure_setter(struct kin_typesetter *type, kin_arena *arena,
                                          const struct kin_figure *figure, const struct kin_text_style *style,
                                          double width_pt, const char *language);
void kin_type_take_figures(struct kin_typesetter *type, kin_figure_setter *setter, const char *language);

/* Has one of the faces each character of a text? Nothing is reported. */
bool kin_type_has(const struct kin_typesetter *type, const char *text);

/* One line of text without breaks; runs of spaces count as one, and straight quotes print as curly ones. A character
 * that the face lacks is reported as E611 (once a character) and drawn as a visible replacement box. */
struct kin_box *kin_box_text(struct kin_typesetter *type, kin_arena *arena, const char *text,
                             const struct kin_text_style *style);

/* The width that kin_box_text gives it. */
double kin_text_width(struct kin_typesetter *type, const char *text, const struct kin_text_style *style);
/* What a line of text takes above and below its baseline together, pt: as high as its figures, as low as its tails. */
double kin_text_height(const struct kin_text_style *style);

/* A formula: in display style (large fractions and operators) or in the style of running text. */
enum kin_maths_style { KIN_INLINE, KIN_DISPLAY };
struct kin_box *kin_box_maths(struct kin_typesetter *type, kin_arena *arena, const struct kin_maths *maths,
                              double size_pt, enum kin_maths_style style);

/* A flow of content set in a column: paragraphs (ragged right, UAX #14 breaks), display formulas, lists, tables, notes,
 * quoted work, ruled lines ... Its ascent is that of the first line. */
struct kin_box *kin_box_flow(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *nodes,
                             const struct kin_text_style *style, double width_pt);

/* An answer in the hand of who marks, on one line, made smaller where its room asks for it; NULL where nobody could
 * read it then. */
struct kin_box *kin_box_written(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *answer,
                                const struct kin_text_style *style, double width_pt, double height_pt);

/* Width that the flow would take if no line were broken; for choosing the columns of choices. Laid out in exactly that
 * width, no line is broken. */
double kin_flow_natural_width(struct kin_typesetter *type, kin_arena *arena, const struct kin_nodes *nodes,
                              const struct kin_text_style *style);

/* Draw a box with the left end of its first baseline at (x, y). */
void kin_box_draw(struct kin_ops *ops, const struct kin_box *box, double x, double y);

static inline double kin_box_height(const struct kin_box *box)
{
    return box->ascent + box->descent;
}

#endif
