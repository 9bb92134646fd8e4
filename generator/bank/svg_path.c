#include "bank/svg.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More would be a picture that was traced, not a sign. */
enum { MOST_POINTS = 20000 };

bool kin_svg_number(const char **at, double *number)
{
    while (isspace((unsigned char)**at) || **at == ',') {
        ++*at;
    }
    if (!strchr("+-.0123456789", **at) || !**at) {
        return false;
    }
    char *end;
    *number = strtod(*at, &end);
    bool fine = end != *at && *number > -1e6 && *number < 1e6;
    *at = end;
    return fine;
}

/* ---- The pen ---------------------------------------------------------------------------------------------------- */

static void write_point(struct kin_svg_pen *pen, double x, double y)
{
    const struct kin_svg_matrix *m = &pen->matrix;
    kin_buf_addf(pen->buf, " %.3f %.3f", m->a * x + m->c * y + m->e, m->b * x + m->d * y + m->f);
    pen->bad = pen->bad || ++pen->points > MOST_POINTS;
}

static void stand_at(struct kin_svg_pen *pen, double x, double y)
{
    pen->x = pen->control_x = x;
    pen->y = pen->control_y = y;
}

void kin_svg_move(struct kin_svg_pen *pen, double x, double y)
{
    kin_buf_add(pen->buf, " M");
    write_point(pen, x, y);
    stand_at(pen, x, y);
    pen->start_x = x;
    pen->start_y = y;
}

void kin_svg_line(struct kin_svg_pen *pen, double x, double y)
{
    kin_buf_add(pen->buf, " L");
    write_point(pen, x, y);
    stand_at(pen, x, y);
}

void kin_svg_curve(struct kin_svg_pen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
    kin_buf_add(pen->buf, " C");
    write_point(pen, x1, y1);
    write_point(pen, x2, y2);
    write_point(pen, x, y);
    stand_at(pen, x, y);
    pen->control_x = x2;
    pen->control_y = y2;
}

void kin_svg_close(struct kin_svg_pen *pen)
{
    kin_buf_add(pen->buf, " Z");
    stand_at(pen, pen->start_x, pen->start_y);
}

/* ---- Arcs ------------------------------------------------------------------------------------------------------- */

/* The centre of an arc and its angles. */
struct centre {
    double x, y, rx, ry, cos, sin, from, sweep;
};

static double angle_of(double x, double y)
{
    return atan2(y, x);
}

static struct centre centre_of(const struct kin_svg_pen *pen, const struct kin_svg_arc *arc)
{
    double turn = arc->degrees * M_PI / 180;
    struct centre c = {.rx = fabs(arc->rx), .ry = fabs(arc->ry), .cos = cos(turn), .sin = sin(turn)};
    double dx = (pen->x - arc->x) / 2, dy = (pen->y - arc->y) / 2;
    double x = c.cos * dx + c.sin * dy, y = c.cos * dy - c.sin * dx;
    double grow = x * x / (c.rx * c.rx) + y * y / (c.ry * c.ry);
    if (grow > 1) {
        c.rx *= sqrt(grow);
        c.ry *= sqrt(grow);
    }
    double below = c.rx * c.rx * y * y + c.ry * c.ry * x * x;
    double root = below > 0 ? sqrt(fmax(0, c.rx * c.rx * c.ry * c.ry / below - 1)) : 0;
    root = arc->large == arc->sweep ? -root : root;
    double cx = root * c.rx * y / c.ry, cy = -root * c.ry * x / c.rx;
    c.x = c.cos * cx - c.sin * cy + (pen->x + arc->x) / 2;
    c.y = c.sin * cx + c.cos * cy + (pen->y + arc->y) / 2;
    c.from = angle_of((x - cx) / c.rx, (y - cy) / c.ry);
    c.sweep = angle_of((-x - cx) / c.rx, (-y - cy) / c.ry) - c.from;
    c.sweep += arc->sweep && c.sweep < 0 ? 2 * M_PI : !arc->sweep && c.sweep > 0 ? -2 * M_PI : 0;
    return c;
}

static void place(const struct centre *c, double u, double v, double *x, double *y)
{
    *x = c->x + c->cos * c->rx * u - c->sin * c->ry * v;
    *y = c->y + c->sin * c->rx * u + c->cos * c->ry * v;
}

/* A Bezier piece between two angles. */
static void put_piece(struct kin_svg_pen *pen, const struct centre *c, double from, double to)
{
    double handle = 4.0 / 3 * tan((to - from) / 4), x1, y1, x2, y2, x, y;
    place(c, cos(from) - handle * sin(from), sin(from) + handle * cos(from), &x1, &y1);
    place(c, cos(to) + handle * sin(to), sin(to) - handle * cos(to), &x2, &y2);
    place(c, cos(to), sin(to), &x, &y);
    kin_svg_curve(pen, x1, y1, x2, y2, x, y);
}

void kin_svg_arc_to(struct kin_svg_pen *pen, const struct kin_svg_arc *arc)
{
    if (arc->rx == 0 || arc->ry == 0 || (arc->x == pen->x && arc->y == pen->y)) {
        kin_svg_line(pen, arc->x, arc->y);
        return;
    }
    struct centre c = centre_of(pen, arc);
    int pieces = (int)ceil(fabs(c.sweep) / (M_PI / 2) - 1e-9);
    for (int i = 0; i < pieces; i++) {
        put_piece(pen, &c, c.from + c.sweep * i / pieces, c.from + c.sweep * (i + 1) / pieces);
    }
    stand_at(pen, arc->x, arc->y);
}

/* ---- Path data -------------------------------------------------------------------------------------------------- */

/* One command with its numbers; relative ones were made absolute. */
static void obey(struct kin_svg_pen *pen, char command, char before, const double *n)
{
    bool cubic = strchr("CcSs", before) != NULL, square = strchr("QqTt", before) != NULL;
    double mirror_x = 2 * pen->x - pen->control_x, mirror_y = 2 * pen->y - pen->control_y, x = pen->x, y = pen->y;
    double cx, cy;
    switch (command) {
    case 'M':
        kin_svg_move(pen, n[0], n[1]);
        break;
    case 'L':
        kin_svg_line(pen, n[0], n[1]);
        break;
    case 'C':
        kin_svg_curve(pen, n[0], n[1], n[2], n[3], n[4], n[5]);
        break;
    case 'S':
        kin_svg_curve(pen, cubic ? mirror_x : x, cubic ? mirror_y : y, n[0], n[1], n[2], n[3]);
        break;
    case 'Q':
    case 'T': /* a quadratic curve as a cubic one; its own control point is kept for a T behind it */
        cx = command == 'Q' ? n[0] : square ? mirror_x : x;
        cy = command == 'Q' ? n[1] : square ? mirror_y : y;
        n += command == 'Q' ? 2 : 0;
        kin_svg_curve(pen, x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, n[0] + 2 * (cx - n[0]) / 3,
                      n[1] + 2 * (cy - n[1]) / 3, n[0], n[1]);
        pen->control_x = cx;
        pen->control_y = cy;
        break;
    default:
        kin_svg_arc_to(pen, &(struct kin_svg_arc){n[0], n[1], n[2], n[3] != 0, n[4] != 0, n[5], n[6]});
        break;
    }
}

static size_t numbers_of(char command)
{
    static const char commands[] = "MLHVCSQTA";
    static const size_t counts[] = {2, 2, 1, 1, 6, 4, 4, 2, 7};
    const char *found = strchr(commands, toupper((unsigned char)command));
    return found && *found ? counts[found - commands] : 0;
}

/* Flags of an arc may stand without anything between them: 0 and 1 are single digits there. */
static bool read_number(const char **at, char command, size_t i, double *number)
{
    if (command != 'A' || (i != 3 && i != 4)) {
        return kin_svg_number(at, number);
    }
    while (isspace((unsigned char)**at) || **at == ',') {
        ++*at;
    }
    *number = **at == '1';
    return **at && strchr("01", *(*at)++);
}

static bool read_numbers(const struct kin_svg_pen *pen, const char **at, char written, double *n)
{
    char command = (char)toupper((unsigned char)written);
    size_t count = numbers_of(command);
    bool relative = command != written;
    for (size_t i = 0; i < count; i++) {
        if (!read_number(at, command, i, &n[i])) {
            return false;
        }
        bool is_y = command == 'V' || (command == 'A' ? i == 6 : i % 2 == 1 && command != 'H');
        bool is_length = command == 'A' && i < 5;
        n[i] += relative && !is_length ? (is_y ? pen->y : pen->x) : 0;
    }
    return true;
}

static char widen(struct kin_svg_pen *pen, char command, double *n)
{
    if (command == 'H') {
        n[1] = pen->y;
    } else if (command == 'V') {
        n[1] = n[0];
        n[0] = pen->x;
    }
    return command == 'H' || command == 'V' ? 'L' : command;
}

void kin_svg_path(struct kin_svg_pen *pen, const char *data)
{
    char command = 0, before = ' ';
    for (const char *at = data; !pen->bad;) {
        at += strspn(at, " \t\r\n,");
        if (!*at) {
            return;
        }
        if (isalpha((unsigned char)*at)) {
            command = *at++;
        }
        double n[7];
        if (command == 'Z' || command == 'z') {
            kin_svg_close(pen);
            const char *next = at + strspn(at, " \t\r\n");
            pen->bad = pen->bad || (*next && !isalpha((unsigned char)*next));
        } else if (numbers_of(command) && read_numbers(pen, &at, command, n)) {
            obey(pen, widen(pen, (char)toupper((unsigned char)command), n), before, n);
        } else {
            pen->bad = true;
        }
        before = command;
        command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
    }
}
