#include "bank/svg.h"

#include <math.h>
#include <string.h>

static struct kin_svg_matrix product(const struct kin_svg_matrix *m, const struct kin_svg_matrix *n)
{
    return (struct kin_svg_matrix){m->a * n->a + m->c * n->b,        m->b * n->a + m->d * n->b,
                                   m->a * n->c + m->c * n->d,        m->b * n->c + m->d * n->d,
                                   m->a * n->e + m->c * n->f + m->e, m->b * n->e + m->d * n->f + m->f};
}

static struct kin_svg_matrix rotation(const double *n, size_t count)
{
    double turn = n[0] * M_PI / 180, c = cos(turn), s = sin(turn), x = count > 2 ? n[1] : 0, y = count > 2 ? n[2] : 0;
    return (struct kin_svg_matrix){c, s, -s, c, x - c * x + s * y, y - s * x - c * y};
}

/* One transform of SVG 1.1, 7.6. */
static bool matrix_of(const char *name, size_t length, const double *n, size_t count, struct kin_svg_matrix *matrix)
{
    if (length == 9 && strncmp(name, "translate", 9) == 0 && count >= 1) {
        *matrix = (struct kin_svg_matrix){1, 0, 0, 1, n[0], count > 1 ? n[1] : 0};
    } else if (length == 5 && strncmp(name, "scale", 5) == 0 && count >= 1) {
        *matrix = (struct kin_svg_matrix){n[0], 0, 0, count > 1 ? n[1] : n[0], 0, 0};
    } else if (length == 6 && strncmp(name, "rotate", 6) == 0 && count >= 1) {
        *matrix = rotation(n, count);
    } else if (length == 6 && strncmp(name, "matrix", 6) == 0 && count == 6) {
        *matrix = (struct kin_svg_matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
    } else {
        return false;
    }
    return true;
}

bool kin_svg_transform(const char *text, struct kin_svg_matrix *matrix)
{
    for (const char *at = text + strspn(text, " \t\r\n,"); *at; at += strspn(at, " \t\r\n,")) {
        size_t length = strcspn(at, " ("), count = 0;
        const char *name = at;
        at += length + strspn(at + length, " ");
        double n[6];
        struct kin_svg_matrix one;
        if (*at++ != '(') {
            return false;
        }
        while (count < 6 && kin_svg_number(&at, &n[count])) {
            count++;
        }
        at += strspn(at, " ");
        if (*at++ != ')' || !matrix_of(name, length, n, count, &one)) {
            return false;
        }
        *matrix = product(matrix, &one);
    }
    return true;
}
