/* Drawings in words: part after part. */
#include "figure/drawing.h"

static const char *corners_of(struct kin_telling *telling, const struct kin_figure_part *polygon)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; 2 * i + 1 < kin_figure_count(polygon, "corners"); i++) {
        kin_buf_addf(&buf, "%s%s", i ? ", " : "", kin_tell_point(telling, polygon, "corners", i));
    }
    return buf.data;
}

/* " “x”", and "" where it has no label: sentences read on without it. */
static const char *name_of(struct kin_telling *telling, const struct kin_figure_part *part)
{
    return kin_figure_text(part, "label") ? kin_format(telling->arena, " %s", kin_tell_quoted(telling, part, "label"))
                                          : "";
}

static void tell_round(struct kin_telling *telling, const struct kin_figure_part *part)
{
    const struct kin_furniture *words = telling->words;
    const char *name = name_of(telling, part), *radius = kin_tell_number(telling, part, "radius");
    const char *at = kin_tell_point(telling, part, "at", 0);
    if (kin_part_is(part, "circle")) {
        kin_tell(telling, words->tell_drawn_circle, name, radius, at);
    } else {
        kin_tell(telling, words->tell_drawn_arc, name, radius, at, kin_tell_number(telling, part, "from"),
                 kin_tell_number(telling, part, "to"));
    }
}

static void tell_area(struct kin_telling *telling, const struct kin_figure_part *part)
{
    const struct kin_furniture *words = telling->words;
    const char *name = name_of(telling, part);
    if (kin_part_is(part, "polygon")) {
        kin_tell(telling, words->tell_drawn_polygon, name, corners_of(telling, part));
    } else {
        kin_tell(telling, words->tell_drawn_rectangle, name, kin_tell_number(telling, part, "width"),
                 kin_tell_number(telling, part, "height"), kin_tell_point(telling, part, "at", 0));
    }
}

/* What has one place, or two ends. */
static void tell_line(struct kin_telling *telling, const struct kin_figure_part *part)
{
    const struct kin_furniture *words = telling->words;
    const struct {
        const char *kind, *sentence;
    } sentences[] = {{"segment", words->tell_drawn_segment}, {"arrow", words->tell_drawn_arrow},
                     {"brace", words->tell_drawn_brace},     {"point", words->tell_drawn_point},
                     {"angle", words->tell_drawn_angle},     {"text", words->tell_drawn_text}};
    bool long_one = kin_figure_has(part, "to") && !kin_part_is(part, "angle");
    const char *from = kin_tell_point(telling, part, long_one ? "from" : "at", 0);
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (kin_part_is(part, sentences[i].kind)) {
            kin_tell(telling, sentences[i].sentence, name_of(telling, part), from,
                     kin_tell_point(telling, part, "to", 0));
        }
    }
}

void kin_drawing_describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_tell(telling, "%s", telling->words->tell_drawing);
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        const struct kin_figure_part *part = figure->whole.parts[i];
        if (kin_figure_has(part, "radius")) {
            tell_round(telling, part);
        } else if (kin_part_is(part, "polygon") || kin_part_is(part, "rectangle")) {
            tell_area(telling, part);
        } else {
            tell_line(telling, part);
        }
    }
}
