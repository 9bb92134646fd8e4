/* The circle, with radii, diameters, chords, sectors and central angles. Angles in degrees, 0 to the right,
 * counter-clockwise. */
#include "figure/outline.h"

#include <string.h>

#define AT(attribute, text)                                                                                            \
    {                                                                                                                  \
        .name = attribute, .type = KIN_FIGURE_NUMBER, .range = "-360 720", .doc = text                                 \
    }
#define AT_FROM                                                                                                        \
    AT("from", "Where it begins on the circle, in degrees"), AT("to", "Where it ends, counter-clockwise from there")

static const struct kin_figure_attribute radius_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .otherwise = "30", .range = "-360 720", .doc = "To where on the circle"},
    KIN_STROKE_ROW,
    KIN_LABEL_ROW("Its length"),
    {0},
};
static const struct kin_figure_attribute diameter_rows[] = {
    {.name = "at", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .range = "-360 720", .doc = "To where on the circle"},
    KIN_STROKE_ROW,
    KIN_LABEL_ROW("Its length"),
    {0},
};
static const struct kin_figure_attribute chord_rows[] = {
    AT_FROM, KIN_STROKE_ROW, KIN_TICKS_ROW, KIN_LABEL_ROW("Its length"), {0},
};
static const struct kin_figure_attribute sector_rows[] = {
    AT_FROM,
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "light",
     .doc = "What it is filled with"},
    KIN_LABEL_ROW("What stands in it"),
    {0},
};
static const struct kin_figure_attribute central_rows[] = {
    AT_FROM,
    KIN_ARCS_ROW,
    KIN_LABEL_ROW("Its measure"),
    {0},
};
static const struct kin_figure_attribute arc_rows[] = {
    AT_FROM,
    KIN_LABEL_ROW("Its length, outside"),
    {0},
};
static const struct kin_figure_attribute point_rows[] = {
    AT("at", "Where on the circle"),
    KIN_LABEL_ROW("What stands beside it"),
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"radius", "A radius", radius_rows, NULL},
    {"diameter", "A diameter", diameter_rows, NULL},
    {"chord", "A chord", chord_rows, NULL},
    {"sector", "A sector, with its two radii", sector_rows, NULL},
    {"angle", "A central angle; its radii are drawn by radius or sector", central_rows, NULL},
    {"arc", "A heavy arc", arc_rows, NULL},
    {"point", "A point of the circle", point_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "middle",
     .type = KIN_FIGURE_CHOICE,
     .words = "dot none",
     .otherwise = "dot",
     .doc = "Is the center marked?"},
    {.name = "name", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands at the center"},
    KIN_PATTERN_ROW,
    KIN_STROKE_ROW,
    KIN_LABEL_ROW("What stands in it"),
    KIN_BOX_ROWS("120", "110"),
    {0},
};

static const struct kin_xy centre = {0, 0};

/* ---- Judging -------------------------------------------------------------------------------------------------------
 */

static double angle_of(const struct kin_figure_part *part, const char *name)
{
    return kin_radians(kin_figure_number(part, name));
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        const struct kin_figure_part *part = figure->whole.parts[i];
        bool spans = kin_figure_has(part, "from");
        if (spans && kin_sweep(angle_of(part, "from"), angle_of(part, "to")) < 1e-6) {
            return kin_figure_reject(fault, part, "to", "from and to are the same place of the circle");
        }
    }
    return true;
}

/* ---- In words ------------------------------------------------------------------------------------------------------
 */

static const char *name_of(const struct kin_figure_part *part, const struct kin_furniture *words)
{
    const struct {
        const char *part, *word;
    } named[] = {{"radius", words->tell_radius},  {"diameter", words->tell_diameter}, {"chord", words->tell_chord},
                 {"sector", words->tell_sector},  {"angle", words->tell_central},     {"arc", words->tell_arc},
                 {"point", words->tell_on_circle}};
    size_t i = 0;
    while (i + 1 < sizeof named / sizeof *named && strcmp(part->name, named[i].part) != 0) {
        i++;
    }
    return named[i].word;
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *circle = &figure->whole;
    kin_tell(telling, "%s", telling->words->tell_circle);
    if (kin_figure_text(circle, "name")) {
        kin_tell(telling, telling->words->tell_centre, kin_tell_text(telling, circle, "name"));
    }
    if (kin_figure_text(circle, "label")) {
        kin_tell(telling, telling->words->tell_inside, kin_tell_text(telling, circle, "label"));
    }
    for (size_t i = 0; i < circle->part_count; i++) {
        const struct kin_figure_part *part = circle->parts[i];
        const char *label =
            kin_figure_text(part, "label") ? kin_tell_text(telling, part, "label") : telling->words->tell_no_label;
        kin_tell(telling, telling->words->tell_measure, name_of(part, telling->words), label);
    }
}

/* ---- Sketching -----------------------------------------------------------------------------------------------------
 */

static double end_of(const struct kin_figure_part *part)
{
    return angle_of(part, "from") + kin_sweep(angle_of(part, "from"), angle_of(part, "to"));
}

static void lay_fill(struct kin_board *board, const struct kin_figure_part *part)
{
    if (strcmp(part->name, "sector") == 0) {
        kin_board_sector(board, centre, 1, angle_of(part, "from"), end_of(part),
                         kin_pattern_named(kin_figure_word(part, "pattern")));
    }
}

static void lay_radius(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy at = kin_polar(centre, 1, angle_of(part, "at"));
    kin_board_line(board, centre, at, kin_stroke_named(kin_figure_word(part, "style")));
    bool leftwards = at.x < -1e-9;
    kin_board_label_side(board, kin_figure_text(part, "label"), leftwards ? at : centre, leftwards ? centre : at,
                         KIN_SIDE_CLEAR);
}

static void lay_diameter(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy at = kin_polar(centre, 1, angle_of(part, "at")), back = {-at.x, -at.y};
    kin_board_line(board, back, at, kin_stroke_named(kin_figure_word(part, "style")));
    bool leftwards = at.x < -1e-9;
    kin_board_label_side(board, kin_figure_text(part, "label"), leftwards ? at : back, leftwards ? back : at, 4);
}

static void lay_chord(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy from = kin_polar(centre, 1, angle_of(part, "from")), to = kin_polar(centre, 1, angle_of(part, "to"));
    kin_board_line(board, from, to, kin_stroke_named(kin_figure_word(part, "style")));
    if (kin_figure_number(part, "ticks") > 0) {
        kin_board_ticks(board, from, to, (size_t)kin_figure_number(part, "ticks"));
    }
    kin_board_label_side(board, kin_figure_text(part, "label"), from, to, KIN_SIDE_CLEAR);
}

static void lay_sector(struct kin_board *board, const struct kin_figure_part *part)
{
    double from = angle_of(part, "from"), to = end_of(part);
    kin_board_line(board, centre, kin_polar(centre, 1, from), KIN_PEN_NORMAL);
    kin_board_line(board, centre, kin_polar(centre, 1, to), KIN_PEN_NORMAL);
    kin_board_label_inside(board, kin_figure_text(part, "label"), kin_polar(centre, 0.62, (from + to) / 2));
}

static void lay_central(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_board_angle angle = {.corner = centre,
                                    .a = kin_polar(centre, 1, angle_of(part, "from")),
                                    .b = kin_polar(centre, 1, angle_of(part, "to")),
                                    .arcs = (size_t)kin_figure_number(part, "arcs"),
                                    .label = kin_figure_text(part, "label")};
    kin_board_angle(board, &angle);
}

static void lay_arc(struct kin_board *board, const struct kin_figure_part *part)
{
    double from = angle_of(part, "from"), to = end_of(part), middle = (from + to) / 2;
    kin_board_arc(board, centre, 1, from, to, KIN_PEN_HEAVY);
    kin_board_label(board, kin_figure_text(part, "label"), kin_polar(centre, 1, middle), 2, middle);
}

static void lay_point(struct kin_board *board, const struct kin_figure_part *part)
{
    double angle = angle_of(part, "at");
    kin_board_dot(board, kin_polar(centre, 1, angle), KIN_DOT_CLOSED);
    kin_board_label(board, kin_figure_text(part, "label"), kin_polar(centre, 1, angle), KIN_DOT_RADIUS + 1.5, angle);
}

static void lay_part(struct kin_board *board, const struct kin_figure_part *part)
{
    static const struct {
        const char *name;
        void (*lay)(struct kin_board *board, const struct kin_figure_part *part);
    } table[] = {{"radius", lay_radius}, {"diameter", lay_diameter}, {"chord", lay_chord}, {"sector", lay_sector},
                 {"angle", lay_central}, {"arc", lay_arc},           {"point", lay_point}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strcmp(part->name, table[i].name) == 0) {
            table[i].lay(board, part);
        }
    }
}

static void sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *circle = &figure->whole;
    struct kin_board board = {.sketch = sketch};
    kin_board_sector(&board, centre, 1, 0, 2 * M_PI, kin_pattern_named(kin_figure_word(circle, "pattern")));
    for (size_t i = 0; i < circle->part_count; i++) {
        lay_fill(&board, circle->parts[i]);
    }
    kin_board_arc(&board, centre, 1, 0, 2 * M_PI, kin_stroke_named(kin_figure_word(circle, "style")));
    if (kin_figure_is(circle, "middle", "dot")) {
        kin_board_dot(&board, centre, KIN_DOT_CLOSED);
    }
    for (size_t i = 0; i < circle->part_count; i++) {
        lay_part(&board, circle->parts[i]);
    }
    kin_board_label(&board, kin_figure_text(circle, "name"), centre, KIN_DOT_RADIUS + 1.5, -M_PI / 2);
    kin_board_label_inside(&board, kin_figure_text(circle, "label"), centre);
    kin_board_fit(&board, kin_figure_number(circle, "width"), kin_figure_number(circle, "height"));
}

const struct kin_figure_kind kin_figure_circle = {
    .whole = {"circle", "A circle with radii, diameters, chords, sectors and angles", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch,
    .examples =
        {
            "<figure kind=\"circle\"><radius at=\"20\">7 cm</radius></figure>",
            "<figure kind=\"circle\"><name><m>O</m></name><diameter>18 in.</diameter><point at=\"0\">B</point>"
            "<point at=\"180\">A</point><radius at=\"60\" layer=\"key\">9 in.</radius></figure>",
            "<figure kind=\"circle\"><sector from=\"0\" to=\"130\"/><angle from=\"0\" to=\"130\">130°</angle>"
            "<arc from=\"130\" to=\"200\"><m>x</m></arc></figure>",
            "<figure kind=\"circle\" pattern=\"light\" middle=\"none\" label=\"?\"><chord from=\"200\" to=\"300\" "
            "ticks=\"1\">6</chord></figure>",
        },
};
