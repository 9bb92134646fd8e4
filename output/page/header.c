#include "page/header.h"

#include <math.h>
#include <string.h>

/* The QR symbol measures 20 mm in every size of print; its quiet zone of 4 modules (of 25 + 8) reaches into the margin.
 */
static const double qr_true_size = 75, qr_gap = 14;
static const double name_rise = 27;   /* from the line above to the baseline of Name: room to write */
static const double below_header = 9; /* not needed where the page ends */
static const double label_gap = 5, fields_gap = 10;

char *kin_form_name(const struct kin_layout *layout, const struct kin_form *form)
{
    return kin_format(layout->arena, layout->words->form, form->letter);
}

static void report_code(const struct kin_layout *layout, const struct kin_form *form)
{
    kin_report(layout->diags, KIN_E644, (struct kin_span){0}, form->code, form->letter, (char *)NULL);
}

static double qr_size(const struct kin_layout *layout)
{
    return kin_true(layout, qr_true_size);
}

static double qr_quiet(const struct kin_layout *layout)
{
    return qr_size(layout) * 4 / 33;
}

/* Where the code below the symbol ends, and what follows may begin. */
static double code_end(const struct kin_layout *layout)
{
    double below = kin_style(layout, KIN_STYLE_FOOT)->size_pt - 9;
    return qr_size(layout) - qr_quiet(layout) + 8 + (below > 0 ? below : 0);
}

/* Room for the code below the symbol, the same for all codes: few are wider, and are made a little smaller. */
static double code_width(const struct kin_layout *layout)
{
    const double letters = 1.14; /* to digits */
    return fmax(letters * kin_words_width(layout, "0000-0000", KIN_STYLE_FOOT), qr_size(layout) - qr_quiet(layout));
}

/* An identifier and nothing else: neither a student's data nor the seed. A head that is only measured has none, since a
 * QR code costs as much as all items of a page. */
static void put_code(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form)
{
    if (!form->code) {
        return;
    }
    double quiet = qr_quiet(layout), size = qr_size(layout), right = layout->width + quiet;
    const char *text = kin_format(layout->arena, "formkin:%s:%s", form->code, form->letter);
    if (!kin_qr(ops, text, right - size, -quiet, size)) {
        report_code(layout, form);
    }
    struct kin_ops code = kin_ops_in(layout->arena);
    double most = code_width(layout), width = kin_words_put(layout, &code, form->code, KIN_STYLE_FOOT, 0, 0);
    if (width > most) {
        code = kin_ops_enlarged(layout->arena, &code, most / width);
        width = most;
    }
    double middle = right - size / 2;
    double x = middle + width / 2 > right ? layout->width - width : middle - width / 2;
    kin_place(ops, &code, x, code_end(layout) - 3);
}

/* "Form A · 12 points · about 10 minutes" */
static char *facts_text(const struct kin_layout *layout, const struct kin_form *form)
{
    const struct kin_furniture *words = layout->words;
    struct kin_buf buf = kin_buf_in(layout->arena);
    kin_buf_add(&buf, kin_form_name(layout, form));
    struct kin_rat points = kin_set_points(layout->arena, layout->set);
    if (kin_rat_sign(points) > 0) {
        kin_buf_addf(&buf, "  ·  %s", kin_points_text(layout->arena, words, points));
    }
    double minutes = layout->set->minutes;
    if (minutes > 0) {
        const char *pattern = minutes == 1 ? words->minute : words->minutes;
        kin_buf_add(&buf, "  ·  ");
        kin_buf_addf(&buf, pattern, kin_format(layout->arena, "%.4g", minutes));
    }
    return buf.data;
}

/* A label with a rule to write on, from x to `right`. */
static void put_field(const struct kin_layout *layout, struct kin_ops *ops, const char *label, double x, double right,
                      double baseline)
{
    double start = x + kin_words_put(layout, ops, label, KIN_STYLE_LABEL, x, baseline) + label_gap;
    kin_answer_rule(ops, start, baseline + 2, right - start);
}

/* A long name in smaller letters, and as much of it as there is room for then. */
static void put_student(const struct kin_layout *layout, struct kin_ops *ops, double x, double right, double baseline)
{
    const char *shown = layout->student;
    char *name = kin_copy(layout->arena, shown);
    size_t length = strlen(name);
    bool fits = kin_words_width(layout, shown, KIN_STYLE_BODY) <= right - x;
    enum kin_style style = fits ? KIN_STYLE_BODY : KIN_STYLE_POINTS;
    while (length && kin_words_width(layout, shown, style) > right - x) {
        do {
            length--;
        } while ((name[length] & 0xC0) == 0x80);
        name[length] = '\0';
        shown = kin_format(layout->arena, "%s…", name);
    }
    if (length) {
        kin_words_put(layout, ops, shown, style, x, baseline);
    }
}

static void put_name(const struct kin_layout *layout, struct kin_ops *ops, double x, double right, double baseline)
{
    const char *label = layout->words->name;
    put_field(layout, ops, label, x, right, baseline);
    if (layout->student) {
        double start = x + kin_words_width(layout, label, KIN_STYLE_LABEL) + 2 * label_gap;
        put_student(layout, ops, start, right, baseline);
    }
}

static const char *class_label(const struct kin_layout *layout)
{
    return layout->look->asks_class ? layout->words->class_name : layout->words->period;
}

/* Date and class between `from` and `width`, as far to the right as their rules need; returns where they begin. */
static double put_short_fields(const struct kin_layout *layout, struct kin_ops *ops, double width, double baseline)
{
    const struct kin_furniture *words = layout->words;
    const char *class = class_label(layout);
    const double gap = fields_gap, class_rule = layout->look->asks_class ? 52 : 34, date_rule = 62;
    double period = width - class_rule - label_gap - kin_words_width(layout, class, KIN_STYLE_LABEL);
    double date = period - gap - date_rule - label_gap - kin_words_width(layout, words->date, KIN_STYLE_LABEL);
    date = date < 0 ? 0 : date;
    if (ops) {
        put_field(layout, ops, words->date, date, period - gap, baseline);
        put_field(layout, ops, class, period, width, baseline);
    }
    return date - gap;
}

/* In one line, or in two where that would leave too little room for the name; returns the last baseline. */
static double put_fields(const struct kin_layout *layout, struct kin_ops *ops, double width, double baseline)
{
    const double least_name = 130;
    double end = put_short_fields(layout, NULL, width, baseline);
    if (end >= least_name) {
        put_name(layout, ops, 0, end, baseline);
        put_short_fields(layout, ops, width, baseline);
        return baseline;
    }
    put_name(layout, ops, 0, width, baseline);
    baseline += name_rise;
    double spare = end + fields_gap; /* left of the date */
    put_short_fields(layout, ops, width - (spare > 0 ? spare : 0), baseline);
    return baseline;
}

/* In smaller letters where it would need more than three lines. */
static struct kin_box *title_box(const struct kin_layout *layout, double width)
{
    const double three_lines = 3.1 * kin_style(layout, KIN_STYLE_TITLE)->size_pt;
    struct kin_nodes title = kin_flow_of_text(layout->arena, layout->set->title, KIN_BOLD);
    struct kin_box *box = kin_flow_box(layout, &title, KIN_STYLE_TITLE, width);
    return box->descent > three_lines ? kin_flow_box(layout, &title, KIN_STYLE_HEADING, width) : box;
}

static double put_title(const struct kin_layout *layout, struct kin_ops *ops, double width)
{
    struct kin_ops part = kin_ops_in(layout->arena);
    struct kin_box *box = title_box(layout, width);
    double height = kin_box_put(&part, box, 0, 0);
    kin_tag_put(ops, "H1", &part, 0, -3); /* the top of its capitals level with the QR code */
    return height - 3;
}

/* On one line where it fits; returns the last baseline. */
static double put_facts(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form, double width,
                        double baseline)
{
    const char *text = facts_text(layout, form);
    const struct kin_box *box = kin_words_box(layout, text, KIN_STYLE_FACTS);
    if (box->width <= width) {
        kin_box_draw(ops, box, 0, baseline);
        return baseline;
    }
    struct kin_nodes flow = kin_flow_of_text(layout->arena, text, KIN_UPRIGHT);
    box = kin_flow_box(layout, &flow, KIN_STYLE_FACTS, width);
    kin_box_draw(ops, box, 0, baseline);
    return baseline + box->descent - 3;
}

/* Title, facts and fields beside the QR code; returns the last baseline. */
static double put_lines(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form, double width,
                        double code_below)
{
    if (layout->look->fields_above) {
        struct kin_ops part = kin_ops_in(layout->arena);
        double y = put_fields(layout, ops, width, name_rise - 12) + 19;
        double title = put_title(layout, &part, width);
        kin_place(ops, &part, 0, y);
        return put_facts(layout, ops, form, width, y + title + 15);
    }
    double y = put_facts(layout, ops, form, width, put_title(layout, ops, width) + 15) + name_rise;
    return put_fields(layout, ops, width, y < code_below - 6 ? code_below - 6 : y);
}

/* Without a school's name the lines are not moved, and need no group. */
static double put_below_school(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form,
                               double width, double code_below)
{
    double school = kin_school_put(layout, ops, width);
    if (school <= 0) {
        return put_lines(layout, ops, form, width, code_below);
    }
    struct kin_ops lines = kin_ops_in(layout->arena);
    double y = school + put_lines(layout, &lines, form, width, code_below - school);
    kin_place(ops, &lines, 0, school);
    return y;
}

/* What the symbol, or the code below it where that is wider, leaves beside it: the same for all codes. */
static double room_beside_code(const struct kin_layout *layout)
{
    return layout->width - code_width(layout) - qr_gap;
}

static double put_head(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form,
                       enum kin_objectives_look look)
{
    double width = room_beside_code(layout), code_below = code_end(layout);
    double y = put_below_school(layout, ops, form, width, code_below);
    put_code(layout, ops, form);
    y = (y < code_below ? code_below : y) + 14;
    if (layout->set->objectives_shown && layout->set->objective_count > 0 && look != KIN_OBJECTIVES_LEFT_OUT) {
        y += kin_objectives_put(layout, ops, look, y) + 10;
    }
    struct kin_box *directions = kin_flow_box(layout, &layout->set->directions, KIN_STYLE_BODY, layout->width);
    if (directions) {
        y += kin_box_put(ops, directions, 0, y) + 6;
    }
    return y + below_header;
}

/* Sentences, unless they leave less than a quarter of the page; then codes, as long as the page holds them. */
enum kin_objectives_look kin_header_objectives(const struct kin_layout *layout)
{
    static const struct kin_form widest = {.letter = "W"};
    const double most = 0.75, body = layout->paper->height - layout->paper->top - layout->paper->bottom;
    struct kin_ops unused = kin_ops_in(layout->arena);
    bool any = layout->set->objectives_shown && layout->set->objective_count > 0;
    if (!any || put_head(layout, &unused, &widest, KIN_OBJECTIVES_SENTENCES) <= most * body) {
        return KIN_OBJECTIVES_SENTENCES;
    }
    bool fits = put_head(layout, &unused, &widest, KIN_OBJECTIVES_CODES) - below_header <= body;
    return fits ? KIN_OBJECTIVES_CODES : KIN_OBJECTIVES_LEFT_OUT;
}

double kin_header_first(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form)
{
    return put_head(layout, ops, form, kin_header_objectives(layout));
}

static struct kin_box *title_with_form(const struct kin_layout *layout, const struct kin_form *form, const char *title,
                                       double width)
{
    struct kin_buf name = kin_buf_in(layout->arena); /* which no line breaks */
    for (const char *at = kin_form_name(layout, form); *at; at++) {
        kin_buf_add_n(&name, *at == ' ' ? "\u00a0" : at, *at == ' ' ? strlen("\u00a0") : 1);
    }
    const char *text = kin_format(layout->arena, "%s  ·  %s", title, name.data);
    struct kin_nodes flow = kin_flow_of_text(layout->arena, text, KIN_UPRIGHT);
    return kin_flow_box(layout, &flow, KIN_STYLE_FOOT, width);
}

/* No two lines hold more bytes than this: what follows need not be tried. Whole words where there are some. */
enum { TITLE_MOST = 300 };

static void cut_title(char *title)
{
    size_t end = strlen(title);
    if (end <= TITLE_MOST) {
        return;
    }
    end = TITLE_MOST;
    while (end && (title[end] & 0xC0) == 0x80) {
        end--;
    }
    title[end] = '\0';
    char *space = strrchr(title, ' ');
    *(space ? space : title + end) = '\0';
}

/* Two lines at most: of a longer title as many words as there is room for. */
static struct kin_box *later_title(const struct kin_layout *layout, const struct kin_form *form, double width)
{
    const double second_line = 1.7 * kin_style(layout, KIN_STYLE_FOOT)->size_pt;
    char *words = kin_copy(layout->arena, layout->set->title);
    cut_title(words);
    struct kin_box *box = title_with_form(layout, form, words, width);
    for (char *space; box->descent > second_line && (space = strrchr(words, ' '));) {
        *space = '\0';
        box = title_with_form(layout, form, kin_format(layout->arena, "%s …", words), width);
    }
    return box;
}

/* All forms have room for the widest letter, so that none breaks its title, and then its pages, in another way. */
double kin_header_later(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form)
{
    static const struct kin_form widest = {.letter = "W"};
    const double baseline = 12, name_start = 0.52, width = layout->width * name_start - 16, least = 6;
    const struct kin_box *box = later_title(layout, form, width);
    kin_box_draw(ops, box, 0, baseline);
    put_name(layout, ops, layout->width * name_start, layout->width, baseline);
    return fmax(fmax(box->descent, later_title(layout, &widest, width)->descent), least) + baseline + 20;
}

struct kin_room kin_header_room(const struct kin_layout *layout)
{
    struct kin_ops unused = kin_ops_in(layout->arena);
    struct kin_form form = {.letter = "A"};
    double body = layout->paper->height - layout->paper->top - layout->paper->bottom;
    double left = body - kin_header_first(layout, &unused, &form);
    double first = left < 0 && left >= -below_header ? 0 : left;
    return (struct kin_room){first, body - kin_header_later(layout, &unused, &form), layout->columns};
}
