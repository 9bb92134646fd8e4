#include "page/header.h"

/* The QR symbol measures 20 mm; its quiet zone of 4 modules (of 25 + 8) reaches into the margin. */
static const double qr_size = 75, qr_quiet = 75 * 4.0 / 33, qr_gap = 14;
static const double name_rise = 27; /* from the line above to the baseline of Name: room to write */
static const double below_header = 15, label_gap = 5;

char *kin_form_name(const struct kin_layout *layout, const struct kin_form *form)
{
    return kin_format(layout->arena, layout->words->form, form->letter);
}

static void report_code(const struct kin_layout *layout, const struct kin_form *form)
{
    kin_report(layout->diags, KIN_E644, (struct kin_span){0}, form->code, form->letter, (char *)NULL);
}

/* An identifier and nothing else: neither a student's data nor the seed. */
static void put_code(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form)
{
    double right = layout->width + qr_quiet;
    const char *text = kin_format(layout->arena, "formkin:%s:%s", form->code, form->letter);
    if (!kin_qr(ops, text, right - qr_size, -qr_quiet, qr_size)) {
        report_code(layout, form);
    }
    double width = kin_words_width(layout, form->code, KIN_STYLE_FOOT);
    double middle = layout->width + qr_quiet - qr_size / 2;
    kin_words_put(layout, ops, form->code, KIN_STYLE_FOOT, middle - width / 2, qr_size - qr_quiet + 5);
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

static void put_fields(const struct kin_layout *layout, struct kin_ops *ops, double width, double baseline)
{
    const struct kin_furniture *words = layout->words;
    const double gap = 10, period_rule = 34, date_rule = 62;
    double period = width - period_rule - label_gap - kin_words_width(layout, words->period, KIN_STYLE_LABEL);
    double date = period - gap - date_rule - label_gap - kin_words_width(layout, words->date, KIN_STYLE_LABEL);
    put_field(layout, ops, words->name, 0, date - gap, baseline);
    put_field(layout, ops, words->date, date, period - gap, baseline);
    put_field(layout, ops, words->period, period, width, baseline);
}

static double put_title(const struct kin_layout *layout, struct kin_ops *ops, double width)
{
    struct kin_ops part = kin_ops_in(layout->arena);
    struct kin_nodes title = kin_flow_of_text(layout->arena, layout->set->title, KIN_BOLD);
    struct kin_box *box = kin_flow_box(layout, &title, KIN_STYLE_TITLE, width);
    double height = kin_box_put(&part, box, 0, 0);
    kin_tag_put(ops, "H1", &part, 0, -3); /* the top of its capitals level with the QR code */
    return height - 3;
}

double kin_header_first(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form)
{
    double width = layout->width - qr_size + qr_quiet - qr_gap;
    double y = put_title(layout, ops, width) + 15;
    kin_words_put(layout, ops, facts_text(layout, form), KIN_STYLE_FACTS, 0, y);
    double code_end = qr_size - qr_quiet + 8;
    y += name_rise;
    y = y < code_end - 6 ? code_end - 6 : y;
    put_fields(layout, ops, width, y);
    put_code(layout, ops, form);
    y = (y < code_end ? code_end : y) + 14;
    if (layout->set->objectives_shown && layout->set->objective_count > 0) {
        y += kin_objectives_put(layout, ops, y) + 10;
    }
    struct kin_box *directions = kin_flow_box(layout, &layout->set->directions, KIN_STYLE_BODY, layout->width);
    if (directions) {
        y += kin_box_put(ops, directions, 0, y) + 6;
    }
    return y + below_header - 6;
}

double kin_header_later(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form)
{
    const double baseline = 12, name_start = 0.52;
    const char *title = kin_format(layout->arena, "%s  ·  %s", layout->set->title, kin_form_name(layout, form));
    struct kin_nodes flow = kin_flow_of_text(layout->arena, title, KIN_UPRIGHT);
    struct kin_box *box = kin_flow_box(layout, &flow, KIN_STYLE_FOOT, layout->width * name_start - 16);
    kin_box_draw(ops, box, 0, baseline);
    put_field(layout, ops, layout->words->name, layout->width * name_start, layout->width, baseline);
    return (box->descent > 6 ? box->descent : 6) + baseline + 20;
}

struct kin_room kin_header_room(const struct kin_layout *layout)
{
    struct kin_ops unused = kin_ops_in(layout->arena);
    struct kin_form form = {.letter = "A", .code = "0000-0000"};
    double body = layout->paper->height - layout->paper->top - layout->paper->bottom;
    double first = kin_header_first(layout, &unused, &form);
    return (struct kin_room){body - first, body - kin_header_later(layout, &unused, &form)};
}
