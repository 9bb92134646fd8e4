/* Outlines in words: a way around the sides, then what else is marked. */
#include "figure/outline.h"

#include <string.h>

static const char *quoted(struct kin_buf *buf)
{
    return buf->data ? buf->data : "";
}

/* What stands at a corner, or its number. */
static const char *corner_name(const struct kin_outline *outline, size_t number, struct kin_telling *telling)
{
    const struct kin_figure_part *owner = outline->owner;
    size_t index = (number - 1) % outline->count;
    const struct kin_figure_value *names = kin_figure_value(owner, "names");
    for (size_t i = 0; i < owner->part_count; i++) {
        bool here = strcmp(owner->parts[i]->name, "corner") == 0 &&
                    (size_t)kin_figure_number(owner->parts[i], "at") == index + 1;
        if (here && kin_figure_text(owner->parts[i], "label")) {
            return kin_tell_text(telling, owner->parts[i], "label");
        }
    }
    return names && index < names->word_count ? names->words[index] : kin_format(telling->arena, "%zu", index + 1);
}

static const char *direction_word(const struct kin_furniture *words, struct kin_xy from, struct kin_xy to)
{
    const char *const names[] = {words->tell_go_right,   words->tell_go_up_right,  words->tell_go_up,
                                 words->tell_go_up_left, words->tell_go_left,      words->tell_go_down_left,
                                 words->tell_go_down,    words->tell_go_down_right};
    double eighth = kin_sweep(0, kin_heading(from, to)) / (M_PI / 4);
    double straight = 2 * round(eighth / 2);
    bool slanting = fabs(eighth - straight) > 0.05;
    int index = slanting ? 2 * (int)floor(eighth / 2) + 1 : (int)straight;
    return names[index % 8];
}

/* "12 cm (ticks: 1, arrows: 2)" */
static const char *side_text(const struct kin_figure_part *part, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    struct kin_buf buf = kin_buf_in(telling->arena);
    size_t ticks = (size_t)kin_figure_number(part, "ticks"), arrows = (size_t)kin_figure_number(part, "arrows");
    kin_buf_add(&buf, kin_tell_text(telling, part, "label"));
    if (ticks) {
        kin_buf_addf(&buf, buf.length ? " (%s: %zu)" : "%s: %zu", words->tell_ticks, ticks);
    }
    if (arrows) {
        kin_buf_addf(&buf, buf.length ? " (%s: %zu)" : "%s: %zu", words->tell_chevrons, arrows);
    }
    return quoted(&buf);
}

static const char *text_of_side(const struct kin_outline *outline, size_t number, struct kin_telling *telling)
{
    for (size_t i = 0; i < outline->owner->part_count; i++) {
        const struct kin_figure_part *part = outline->owner->parts[i];
        if (strcmp(part->name, "side") == 0 && (size_t)kin_figure_number(part, "at") == number) {
            return side_text(part, telling);
        }
    }
    return "";
}

static void tell_way(const struct kin_outline *outline, struct kin_telling *telling)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 1; i <= outline->count; i++) {
        struct kin_xy from = kin_outline_corner(outline, i), to = kin_outline_corner(outline, i + 1);
        const char *text = text_of_side(outline, i, telling);
        kin_buf_addf(&buf, "%s%s%s%s", i > 1 ? "; " : "", direction_word(telling->words, from, to), *text ? ": " : "",
                     text);
    }
    kin_tell(telling, telling->words->tell_around, corner_name(outline, 1, telling), quoted(&buf));
}

static bool has_square(const struct kin_outline *outline, const struct kin_figure_part *part)
{
    size_t number = (size_t)kin_figure_number(part, "at");
    return kin_figure_is(part, "mark", "square") ||
           (kin_figure_is(part, "mark", "auto") && kin_outline_right_at(outline, number));
}

static void tell_angle(const struct kin_outline *outline, const struct kin_figure_part *part,
                       struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const char *name = corner_name(outline, (size_t)kin_figure_number(part, "at"), telling);
    if (kin_figure_text(part, "label")) {
        kin_tell(telling, words->tell_angle_at, name, kin_tell_text(telling, part, "label"));
    } else {
        kin_tell(telling, has_square(outline, part) ? words->tell_right_angle_at : words->tell_marked_angle, name);
    }
}

static void tell_exterior(const struct kin_outline *outline, const struct kin_figure_part *part,
                          struct kin_telling *telling)
{
    kin_tell(telling, telling->words->tell_exterior,
             corner_name(outline, (size_t)kin_figure_number(part, "at"), telling),
             kin_figure_text(part, "label") ? kin_tell_text(telling, part, "label") : telling->words->tell_no_label);
}

static void tell_crossing(const struct kin_outline *outline, const struct kin_figure_part *part, const char *format,
                          const char *to, struct kin_telling *telling)
{
    const char *label =
        kin_figure_text(part, "label") ? kin_tell_text(telling, part, "label") : telling->words->tell_no_label;
    kin_tell(telling, format, corner_name(outline, (size_t)kin_figure_number(part, "from"), telling), to, label);
}

static void tell_part(const struct kin_outline *outline, const struct kin_figure_part *part,
                      struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    if (strcmp(part->name, "angle") == 0) {
        tell_angle(outline, part, telling);
    } else if (strcmp(part->name, "exterior") == 0) {
        tell_exterior(outline, part, telling);
    } else if (strcmp(part->name, "height") == 0) {
        size_t side = (size_t)kin_figure_number(part, "to");
        const char *name = kin_format(telling->arena, "%s–%s", corner_name(outline, side, telling),
                                      corner_name(outline, side + 1, telling));
        tell_crossing(outline, part, words->tell_corner_height, name, telling);
    } else if (strcmp(part->name, "diagonal") == 0) {
        tell_crossing(outline, part, words->tell_corner_line,
                      corner_name(outline, (size_t)kin_figure_number(part, "to"), telling), telling);
    }
}

void kin_outline_tell(const struct kin_outline *outline, struct kin_telling *telling)
{
    const struct kin_figure_part *owner = outline->owner;
    tell_way(outline, telling);
    if (kin_figure_text(owner, "label")) {
        kin_tell(telling, telling->words->tell_inside, kin_tell_text(telling, owner, "label"));
    }
    if (kin_figure_is(owner, "right-angles", "marked")) {
        kin_tell(telling, "%s", telling->words->tell_all_right_angles);
    }
    for (size_t i = 0; i < owner->part_count; i++) {
        tell_part(outline, owner->parts[i], telling);
    }
}

/* ---- Segments and points ------------------------------------------------------------------------------------------
 */

static void tell_segment(const struct kin_figure_part *part, const struct kin_figure_part *figure,
                         struct kin_telling *telling)
{
    const char *text = side_text(part, telling);
    if (kin_has_grid(figure)) {
        kin_tell(telling, telling->words->tell_plain_segment, kin_tell_point(telling, part, "from", 0),
                 kin_tell_point(telling, part, "to", 0));
    }
    if (*text) {
        kin_tell(telling, telling->words->tell_segment_with, text);
    }
}

static void tell_point(const struct kin_figure_part *part, const struct kin_figure_part *figure,
                       struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const char *text = kin_tell_text(telling, part, "label");
    bool by_place = kin_has_grid(figure);
    if (by_place && *text) {
        kin_tell(telling, words->tell_point_labelled, text, kin_tell_point(telling, part, "at", 0));
    } else if (by_place) {
        kin_tell(telling, words->tell_point_closed, kin_tell_point(telling, part, "at", 0));
    } else if (*text) {
        kin_tell(telling, words->tell_point_named, text);
    }
}

void kin_placed_tell(const struct kin_figure_part *owner, struct kin_telling *telling)
{
    for (size_t i = 0; i < owner->part_count; i++) {
        if (strcmp(owner->parts[i]->name, "segment") == 0) {
            tell_segment(owner->parts[i], owner, telling);
        } else if (strcmp(owner->parts[i]->name, "point") == 0) {
            tell_point(owner->parts[i], owner, telling);
        }
    }
}
