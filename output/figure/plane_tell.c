/* A plane in words. */
#include "figure/plane.h"

#include <string.h>

static void tell_point(const struct kin_figure_part *point, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const char *at = kin_tell_point(telling, point, "at", 0);
    if (kin_figure_text(point, "label")) {
        kin_tell(telling, words->tell_point_labelled, kin_tell_text(telling, point, "label"), at);
    } else {
        kin_tell(telling, kin_figure_is(point, "end", "open") ? words->tell_point_open : words->tell_point_closed, at);
    }
}

static const char *list_of(const struct kin_figure_part *part, const char *name, struct kin_telling *telling)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    const struct kin_figure_value *names = kin_figure_value(part, "names");
    for (size_t i = 0; i < kin_figure_count(part, name) / 2; i++) {
        const char *before = names && i < names->word_count ? names->words[i] : "";
        kin_buf_addf(&buf, "%s%s%s%s", i ? ", " : "", before, *before ? " " : "",
                     kin_tell_point(telling, part, name, i));
    }
    return buf.data ? buf.data : "";
}

static const char *style_of(const struct kin_figure_part *part, const struct kin_furniture *words)
{
    bool dashed =
        kin_figure_is(part, "style", "dashed") || kin_figure_is(part, "eq", "<") || kin_figure_is(part, "eq", ">");
    return dashed ? words->tell_dashed : words->tell_solid;
}

static const char *number_text(struct kin_telling *telling, double value)
{
    double size = fabs(value) < 5e-4 ? 0 : fabs(value);
    return kin_format(telling->arena, "%s%.4g", value < 0 && size > 0 ? "−" : "", size);
}

static double height_at(const double *abc, double x)
{
    return (abc[2] - abc[0] * x) / abc[1];
}

/* Does another line of the figure pass through this point of one? That is what a question may ask for. */
static bool is_crossing(const struct kin_figure_part *whole, const struct kin_figure_part *line, double x, double y)
{
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *other = whole->parts[i];
        double abc[3];
        bool straight = strcmp(other->name, "line") == 0 || strcmp(other->name, "half-plane") == 0;
        if (other != line && straight && kin_plane_equation(other, abc) &&
            fabs(abc[0] * x + abc[1] * y - abc[2]) < 1e-9) {
            return true;
        }
    }
    return false;
}

/* Two of its points: at x = 0 and 1, or farther right where these are where it meets another; of an upright one where
 * it stands. */
static void tell_line(const struct kin_figure_part *whole, const struct kin_figure_part *line,
                      struct kin_telling *telling)
{
    enum { FARTHEST = 99 };
    double abc[3];
    const struct kin_furniture *words = telling->words;
    const char *points[2] = {"", ""};
    size_t told = 0;
    kin_plane_equation(line, abc);
    if (fabs(abc[1]) < 1e-12) {
        kin_tell(telling, words->tell_upright_line, style_of(line, words), number_text(telling, abc[2] / abc[0]));
        return;
    }
    for (int x = 0; told < 2 && x <= FARTHEST; x++) {
        if (!is_crossing(whole, line, x, height_at(abc, x))) {
            points[told++] = kin_format(telling->arena, "(%d, %s)", x, number_text(telling, height_at(abc, x)));
        }
    }
    kin_tell(telling, words->tell_line, style_of(line, words), points[0], points[1]);
}

static void tell_half_plane(const struct kin_figure_part *whole, const struct kin_figure_part *half,
                            struct kin_telling *telling)
{
    double abc[3];
    const struct kin_furniture *words = telling->words;
    const char *relation = kin_figure_word(half, "eq");
    bool less = strcmp(relation, "<") == 0 || strcmp(relation, "≤") == 0;
    tell_line(whole, half, telling);
    kin_plane_equation(half, abc);
    if (fabs(abc[1]) < 1e-12) {
        bool left = less == (abc[0] > 0);
        kin_tell(telling, "%s", left ? words->tell_shaded_left : words->tell_shaded_right);
    } else {
        bool below = less == (abc[1] > 0);
        kin_tell(telling, "%s", below ? words->tell_shaded_below : words->tell_shaded_above);
    }
}

/* A few of its points, at whole numbers where there are some. */
static void tell_curve(const struct kin_figure_part *curve, struct kin_telling *telling)
{
    enum { MOST = 9 };
    struct kin_buf buf = kin_buf_in(telling->arena);
    size_t samples = kin_figure_count(curve, "y") / 2, whole = 0, told = 0;
    for (size_t i = 0; i < samples; i++) {
        double x = kin_figure_number_at(curve, "y", 2 * i);
        whole += x == floor(x);
    }
    size_t skip = whole > 1 ? (whole + MOST - 1) / MOST : 0, met = 0;
    for (size_t i = 0; i < samples; i++) {
        double x = kin_figure_number_at(curve, "y", 2 * i), y = kin_figure_number_at(curve, "y", 2 * i + 1);
        bool wanted = skip ? x == floor(x) && met++ % skip == 0 : i == 0 || i == samples - 1;
        if (wanted) {
            kin_buf_addf(&buf, "%s(%s, %s)", told++ ? ", " : "", number_text(telling, x), number_text(telling, y));
        }
    }
    kin_tell(telling, telling->words->tell_curve, style_of(curve, telling->words), buf.data ? buf.data : "");
}

static void tell_ends(const struct kin_figure_part *part, const char *from, const char *to, const char *sentence,
                      struct kin_telling *telling)
{
    kin_tell(telling, sentence, kin_tell_point(telling, part, from, 0), kin_tell_point(telling, part, to, 0));
}

static void tell_part(const struct kin_figure_part *whole, const struct kin_figure_part *part,
                      struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    if (strcmp(part->name, "point") == 0) {
        tell_point(part, telling);
    } else if (strcmp(part->name, "points") == 0) {
        kin_tell(telling, words->tell_points, list_of(part, "at", telling));
    } else if (strcmp(part->name, "polygon") == 0) {
        kin_tell(telling, words->tell_polygon, list_of(part, "corners", telling));
    } else if (strcmp(part->name, "segment") == 0) {
        tell_ends(part, "from", "to", words->tell_plain_segment, telling);
    } else if (strcmp(part->name, "arrow") == 0) {
        tell_ends(part, "from", "to", words->tell_jump, telling);
    } else if (strcmp(part->name, "ray") == 0) {
        tell_ends(part, "from", "through", words->tell_ray_through, telling);
    } else if (strcmp(part->name, "line") == 0) {
        tell_line(whole, part, telling);
    } else if (strcmp(part->name, "half-plane") == 0) {
        tell_half_plane(whole, part, telling);
    } else if (strcmp(part->name, "curve") == 0) {
        tell_curve(part, telling);
    } else {
        kin_tell(telling, "%s", words->tell_region);
    }
}

void kin_plane_tell_parts(const struct kin_figure_part *whole, struct kin_telling *telling)
{
    for (size_t i = 0; i < whole->part_count; i++) {
        tell_part(whole, whole->parts[i], telling);
    }
}
