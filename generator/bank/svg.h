/* The part of SVG 1.1 that signs are drawn with: shapes and paths, filled or stroked in one colour, moved and scaled.
 */
#ifndef KIN_BANK_SVG_H
#define KIN_BANK_SVG_H

#include "base/buf.h"

#include <stdbool.h>

/* A drawing as kin_picture_of_drawing writes it, colours as the grays that they are as bright as. NULL with *reason set
 * when the bytes are no drawing, or hold what cannot be drawn. */
const char *kin_svg_outlines(kin_arena *arena, const char *path, const char *bytes, size_t length, const char **reason);

/* ---- Used by the files svg*.c only ------------------------------------------------------------------------------ */

/* x' = a x + c y + e, y' = b x + d y + f. */
struct kin_svg_matrix {
    double a, b, c, d, e, f;
};

/* Outlines under construction; `bad` when a number was not one. */
struct kin_svg_pen {
    struct kin_buf *buf;
    struct kin_svg_matrix matrix;
    double x, y; /* the current point, before the matrix */
    double start_x, start_y;
    double control_x, control_y; /* the last control point, for smooth curves */
    size_t points;
    bool bad;
};

void kin_svg_move(struct kin_svg_pen *pen, double x, double y);
void kin_svg_line(struct kin_svg_pen *pen, double x, double y);
void kin_svg_curve(struct kin_svg_pen *pen, double x1, double y1, double x2, double y2, double x, double y);
void kin_svg_close(struct kin_svg_pen *pen);

/* An elliptical arc to (x, y): SVG 1.1, appendix F.6, in pieces of at most a quarter. */
struct kin_svg_arc {
    double rx, ry, degrees;
    bool large, sweep;
    double x, y;
};
void kin_svg_arc_to(struct kin_svg_pen *pen, const struct kin_svg_arc *arc);

/* The data of a path (SVG 1.1, 8.3.9). */
void kin_svg_path(struct kin_svg_pen *pen, const char *data);

/* The next number of a list that may be separated by commas; false at its end. */
bool kin_svg_number(const char **at, double *number);

/* A list of transforms, put before `matrix`; false when one is not known. */
bool kin_svg_transform(const char *text, struct kin_svg_matrix *matrix);

#endif
