#include "bank/svg.h"

#include "bank/xml.h"
#include "base/picture.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32 };

/* What children inherit. Grays 0 to 1; less than 0: not painted. */
struct ink {
    double fill, stroke, width;
    struct kin_svg_matrix matrix;
};

struct svg {
    kin_arena *arena;
    struct kin_svg_pen pen;
    const char *reason; /* NULL: so far everything could be drawn */
};

static bool refuse(struct svg *svg, const char *reason)
{
    svg->reason = svg->reason ? svg->reason : reason;
    return false;
}

/* ---- Attributes ------------------------------------------------------------------------------------------------- */

/* An attribute, or the property of that name in style="...". */
static const char *property(struct svg *svg, const struct kin_xml *xml, const char *name)
{
    const char *style = kin_xml_string(svg->arena, xml, "style");
    size_t length = strlen(name);
    for (const char *at = style; at && *at; at += strcspn(at, ";"), at += *at == ';') {
        at += strspn(at, " \t\r\n");
        if (strncmp(at, name, length) == 0 && at[length + strspn(at + length, " ")] == ':') {
            at = strchr(at, ':') + 1;
            at += strspn(at, " ");
            return kin_copy_n(svg->arena, at, strcspn(at, "; "));
        }
    }
    return kin_xml_string(svg->arena, xml, name);
}

static double number_of(struct svg *svg, const struct kin_xml *xml, const char *name, double otherwise)
{
    const char *text = property(svg, xml, name);
    double number = otherwise;
    if (text && !kin_svg_number(&text, &number)) {
        refuse(svg, "a length in it is no number");
    }
    return number;
}

/* Relative luminance of sRGB, without its curve: enough to tell dark from light. */
static double gray_of(double red, double green, double blue)
{
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

static bool read_hexadecimal(const char *text, double *gray)
{
    size_t length = strspn(text, "0123456789abcdefABCDEF");
    unsigned long number = strtoul(text, NULL, 16);
    if (length == 3) {
        *gray = gray_of((double)(number >> 8) * 17, (double)(number >> 4 & 15) * 17, (double)(number & 15) * 17);
    } else if (length == 6) {
        *gray = gray_of((double)(number >> 16), (double)(number >> 8 & 255), (double)(number & 255));
    }
    return (length == 3 || length == 6) && !text[length];
}

static bool read_colour(const char *text, double *gray)
{
    static const struct {
        const char *name;
        double gray;
    } names[] = {{"none", -1},     {"black", 0},        {"white", 1},      {"gray", 0.5},  {"grey", 0.5},
                 {"red", 0.2126},  {"green", 0.359},    {"blue", 0.0722},  {"navy", 0.04}, {"currentColor", 0},
                 {"maroon", 0.11}, {"transparent", -1}, {"silver", 0.753}, {"gold", 0.82}, {"orange", 0.68}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(text, names[i].name) == 0) {
            *gray = names[i].gray;
            return true;
        }
    }
    double red, green, blue;
    if (text[0] == '#') {
        return read_hexadecimal(text + 1, gray);
    }
    const char *at = strncmp(text, "rgb(", 4) == 0 ? text + 4 : "";
    if (!kin_svg_number(&at, &red) || !kin_svg_number(&at, &green) || !kin_svg_number(&at, &blue)) {
        return false;
    }
    *gray = gray_of(red, green, blue);
    return *at == ')' && *gray >= 0 && *gray <= 1;
}

static bool read_paint(struct svg *svg, const struct kin_xml *xml, const char *name, double *gray)
{
    const char *text = property(svg, xml, name);
    return !text || read_colour(text, gray) || refuse(svg, "a colour in it is not a plain one");
}

static bool inherit(struct svg *svg, const struct kin_xml *xml, struct ink *ink)
{
    const char *transform = kin_xml_string(svg->arena, xml, "transform");
    ink->width = number_of(svg, xml, "stroke-width", ink->width);
    if (transform && !kin_svg_transform(transform, &ink->matrix)) {
        return refuse(svg, "a transform in it is not understood");
    }
    return read_paint(svg, xml, "fill", &ink->fill) && read_paint(svg, xml, "stroke", &ink->stroke);
}

/* ---- Shapes ----------------------------------------------------------------------------------------------------- */

static void draw_path(struct svg *svg, const struct kin_xml *xml)
{
    const char *data = kin_xml_string(svg->arena, xml, "d");
    kin_svg_path(&svg->pen, data ? data : "");
}

static void draw_rect(struct svg *svg, const struct kin_xml *xml)
{
    double x = number_of(svg, xml, "x", 0), y = number_of(svg, xml, "y", 0);
    double width = number_of(svg, xml, "width", 0), height = number_of(svg, xml, "height", 0);
    double rx = number_of(svg, xml, "rx", 0), ry = number_of(svg, xml, "ry", rx);
    rx = fmin(rx > 0 ? rx : ry, width / 2);
    ry = fmin(ry, height / 2);
    const double corners[4][2] = {{x + width, y + ry}, {x + width - rx, y + height}, {x, y + height - ry}, {x + rx, y}};
    const double ends[4][2] = {{x + width - rx, y}, {x + width, y + height - ry}, {x + rx, y + height}, {x, y + ry}};
    kin_svg_move(&svg->pen, x + rx, y);
    for (int i = 0; i < 4; i++) {
        kin_svg_line(&svg->pen, ends[i][0], ends[i][1]);
        if (rx > 0 && ry > 0) {
            kin_svg_arc_to(&svg->pen, &(struct kin_svg_arc){rx, ry, 0, false, true, corners[i][0], corners[i][1]});
        }
    }
    kin_svg_close(&svg->pen);
}

static void draw_round(struct svg *svg, const struct kin_xml *xml)
{
    double r = number_of(svg, xml, "r", 0);
    double cx = number_of(svg, xml, "cx", 0), cy = number_of(svg, xml, "cy", 0);
    double rx = number_of(svg, xml, "rx", r), ry = number_of(svg, xml, "ry", r);
    kin_svg_move(&svg->pen, cx + rx, cy);
    kin_svg_arc_to(&svg->pen, &(struct kin_svg_arc){rx, ry, 0, false, true, cx - rx, cy});
    kin_svg_arc_to(&svg->pen, &(struct kin_svg_arc){rx, ry, 0, false, true, cx + rx, cy});
    kin_svg_close(&svg->pen);
}

static void draw_line(struct svg *svg, const struct kin_xml *xml)
{
    kin_svg_move(&svg->pen, number_of(svg, xml, "x1", 0), number_of(svg, xml, "y1", 0));
    kin_svg_line(&svg->pen, number_of(svg, xml, "x2", 0), number_of(svg, xml, "y2", 0));
}

static void draw_points(struct svg *svg, const struct kin_xml *xml)
{
    const char *at = kin_xml_string(svg->arena, xml, "points");
    double x, y;
    for (bool first = true; at && kin_svg_number(&at, &x) && kin_svg_number(&at, &y); first = false) {
        (first ? kin_svg_move : kin_svg_line)(&svg->pen, x, y);
    }
    if (strcmp(xml->name, "polygon") == 0) {
        kin_svg_close(&svg->pen);
    }
}

static const struct shape {
    const char *name;
    void (*draw)(struct svg *svg, const struct kin_xml *xml);
} shapes[] = {{"path", draw_path}, {"rect", draw_rect},       {"circle", draw_round},  {"ellipse", draw_round},
              {"line", draw_line}, {"polyline", draw_points}, {"polygon", draw_points}};

/* Outlines, then what paints them; N begins the next. */
static void draw_shape(struct svg *svg, const struct shape *shape, const struct kin_xml *xml, const struct ink *ink)
{
    double scale = sqrt(fabs(ink->matrix.a * ink->matrix.d - ink->matrix.b * ink->matrix.c));
    svg->pen.matrix = ink->matrix;
    shape->draw(svg, xml);
    if (ink->fill >= 0) {
        kin_buf_addf(svg->pen.buf, " F %.3f", ink->fill);
    }
    if (ink->stroke >= 0 && ink->width > 0) {
        kin_buf_addf(svg->pen.buf, " S %.3f %.3f", ink->stroke, ink->width * scale);
    }
    kin_buf_add(svg->pen.buf, " N");
    if (svg->pen.bad) {
        refuse(svg, "a path in it is not understood, or it has too many points");
    }
}

static const struct shape *shape_named(const char *name)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (strcmp(shapes[i].name, name) == 0) {
            return &shapes[i];
        }
    }
    return NULL;
}

static bool is_silent(const char *name)
{
    static const char *const names[] = {"title", "desc", "metadata", "defs", "namedview"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void draw_all(struct svg *svg, const struct kin_xml *xml, struct ink ink, int depth)
{
    if (!inherit(svg, xml, &ink) || depth > DEPTH_MAX) {
        refuse(svg, "its groups are nested too deeply");
        return;
    }
    for (const struct kin_xml *kid = kin_xml_first_element(xml); kid && !svg->reason; kid = kin_xml_next_element(kid)) {
        const struct shape *shape = shape_named(kid->name);
        struct ink own = ink;
        if (strcmp(kid->name, "g") == 0) {
            draw_all(svg, kid, ink, depth + 1);
        } else if (shape && inherit(svg, kid, &own)) {
            draw_shape(svg, shape, kid, &own);
        } else if (!is_silent(kid->name)) {
            refuse(svg, kin_format(svg->arena, "<%s> in it cannot be drawn", kid->name));
        }
    }
}

/* ---- The whole -------------------------------------------------------------------------------------------------- */

/* viewBox, else width and height. */
static bool read_size(struct svg *svg, const struct kin_xml *root, double box[4])
{
    const char *at = kin_xml_string(svg->arena, root, "viewBox");
    for (int i = 0; at && i < 4; i++) {
        if (!kin_svg_number(&at, &box[i])) {
            return refuse(svg, "its viewBox does not hold four numbers");
        }
    }
    if (!at) {
        box[0] = box[1] = 0;
        box[2] = number_of(svg, root, "width", 0);
        box[3] = number_of(svg, root, "height", 0);
    }
    return (box[2] > 0 && box[3] > 0) || refuse(svg, "it does not say how large it is");
}

const char *kin_svg_outlines(kin_arena *arena, const char *path, const char *bytes, size_t length, const char **reason)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_source *source = KIN_NEW(arena, struct kin_source);
    *source = (struct kin_source){.path = path, .bytes = bytes, .length = length};
    *reason = "it is neither a PNG picture nor an SVG drawing";
    bool text = kin_utf8_first_bad(bytes, length) == length && !memchr(bytes, '\0', length);
    struct kin_xml *root = text ? kin_xml_parse(arena, &diags, source) : NULL;
    if (!root || strcmp(root->name, "svg") != 0) {
        return NULL;
    }
    struct kin_buf buf = kin_buf_in(arena);
    struct svg svg = {.arena = arena, .pen = {.buf = &buf}};
    double box[4];
    if (read_size(&svg, root, box)) {
        struct ink ink = {.fill = 0, .stroke = -1, .width = 1, .matrix = {1, 0, 0, 1, -box[0], -box[1]}};
        draw_all(&svg, root, ink, 0);
    }
    *reason = svg.reason;
    return svg.reason ? NULL : kin_picture_of_drawing(arena, box[2], box[3], buf.data);
}
