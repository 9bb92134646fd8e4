#include "page/exhibit.h"

#include <math.h>
#include <string.h>

static const double row_gap = 14, column_gap = 12, line_gap = 2, caption_room = 13, indent = 4;

/* ---- Texts ------------------------------------------------------------------------------------------------------ */

static double indent_of(const char *line)
{
    return indent * (double)strspn(line, " ");
}

static struct kin_box *text_box(const struct kin_layout *layout, const char *text, enum kin_style style)
{
    struct kin_nodes flow = kin_flow_of_text(layout->arena, text + strspn(text, " "), KIN_UPRIGHT);
    return kin_flow_box(layout, &flow, style, layout->width - indent_of(text));
}

void kin_exhibit_text(struct kin_sheets *sheets, const char *text, enum kin_style style, double gap)
{
    const struct kin_layout *layout = sheets->layout;
    struct kin_box *box = text_box(layout, text, style);
    if (kin_box_height(box) + gap > kin_sheets_left(sheets)) {
        kin_sheets_next(sheets);
    }
    sheets->y += kin_sheets_fresh(sheets) ? 0 : gap;
    sheets->y += kin_box_put(&sheets->scene->ops, box, layout->paper->side + indent_of(text), sheets->y);
}

void kin_exhibit_say(struct kin_exhibit *exhibit, const char *text)
{
    kin_arena *arena = exhibit->layout->arena;
    while (*text) {
        size_t length = strcspn(text, "\n");
        KIN_PUSH(arena, exhibit->lines, exhibit->line_count, exhibit->line_room) = kin_copy_n(arena, text, length);
        text += length + (text[length] == '\n');
    }
}

/* ---- States ----------------------------------------------------------------------------------------------------- */

void kin_exhibit_show(struct kin_exhibit *exhibit, enum kin_layer layer, const struct kin_box *box)
{
    struct kin_exhibit_state *state = &exhibit->states[exhibit->count];
    *state = (struct kin_exhibit_state){.name = kin_layer_name(layer), .box = *box};
    if (exhibit->count) {
        const struct kin_exhibit_state *before = state - 1;
        double x = before->x + before->box.width + column_gap;
        bool wraps = x + box->width > exhibit->layout->width;
        state->x = wraps ? 0 : x;
        state->row = before->row + wraps;
    }
    double *height = &exhibit->heights[state->row];
    *height = fmax(*height, kin_box_height(box) + caption_room);
    exhibit->count++;
}

static void put_state(const struct kin_exhibit_state *state, struct kin_sheets *sheets)
{
    const struct kin_layout *layout = sheets->layout;
    double left = layout->paper->side + state->x;
    kin_words_put(layout, &sheets->scene->ops, state->name, KIN_STYLE_KEY_SMALL, left, sheets->y + 9);
    kin_box_put(&sheets->scene->ops, &state->box, left, sheets->y + caption_room);
}

static void put_states(const struct kin_exhibit *exhibit, struct kin_sheets *sheets)
{
    size_t next = 0;
    for (size_t row = 0; row < KIN_EXHIBIT_STATES && exhibit->heights[row] > 0; row++) {
        sheets->y += row ? row_gap : 4;
        if (exhibit->heights[row] > kin_sheets_left(sheets)) {
            kin_sheets_next(sheets);
        }
        while (next < exhibit->count && exhibit->states[next].row == row) {
            put_state(&exhibit->states[next++], sheets);
        }
        sheets->y += exhibit->heights[row];
    }
}

/* ---- All of it -------------------------------------------------------------------------------------------------- */

static double height_of(const struct kin_exhibit *exhibit)
{
    double height = 2 * row_gap;
    for (size_t i = 0; i < exhibit->line_count; i++) {
        height += kin_box_height(text_box(exhibit->layout, exhibit->lines[i], KIN_STYLE_KEY_SMALL)) + line_gap;
    }
    for (size_t row = 0; row < KIN_EXHIBIT_STATES; row++) {
        height += exhibit->heights[row] + (row ? row_gap : 0);
    }
    return height;
}

void kin_exhibit_put(const struct kin_exhibit *exhibit, struct kin_sheets *sheets)
{
    if (height_of(exhibit) > kin_sheets_left(sheets)) {
        kin_sheets_next(sheets);
    }
    for (size_t i = 0; i < exhibit->line_count; i++) {
        kin_exhibit_text(sheets, exhibit->lines[i], KIN_STYLE_KEY_SMALL, i ? line_gap : row_gap);
    }
    put_states(exhibit, sheets);
}
