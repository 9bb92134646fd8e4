#include "page/header.h"

#include "form/bars.h"

/* One row a standard: what the student can do, and a box for the score, so that no total hides a gap. */

static const double score_column = 118, pad_x = 8, pad_y = 4, head_height = 17, narrow_line = 24;

static const char *threshold_text(const struct kin_layout *layout, const char *standard)
{
    const struct kin_threshold threshold = kin_set_threshold(layout->set, standard);
    return kin_threshold_text(layout->arena, &threshold, layout->words);
}

/* The threshold stands at the head, or in each row where objectives have their own. */
static char *score_head(const struct kin_layout *layout)
{
    const struct kin_furniture *words = layout->words;
    if (layout->set->bar_count) {
        return kin_format(layout->arena, "%s / %s", words->mastery, words->score);
    }
    return kin_format(layout->arena, "%s (%s: %s)", words->score, words->mastery, threshold_text(layout, NULL));
}

/* "7.EE.B.4a", with its threshold where there is no column for it. */
static const char *code_text(const struct kin_layout *layout, const char *standard)
{
    return layout->set->bar_count ? kin_format(layout->arena, "%s (%s)", standard, threshold_text(layout, standard))
                                  : standard;
}

/* Width of the longest code. */
static double code_column(const struct kin_layout *layout)
{
    double widest = 0;
    for (size_t i = 0; i < layout->set->objective_count; i++) {
        double width = kin_words_width(layout, layout->set->objectives[i].standard, KIN_STYLE_KEY_SMALL);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static struct kin_box *objective_box(const struct kin_layout *layout, const struct kin_objective *objective,
                                     double width)
{
    bool named = objective->i_can && *objective->i_can;
    const char *text = named ? objective->i_can : objective->standard;
    struct kin_nodes flow = kin_flow_of_text(layout->arena, text, KIN_UPRIGHT);
    return kin_flow_box(layout, &flow, KIN_STYLE_KEY_BODY, width);
}

/* "____ / 4" */
static void put_score(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_objective *objective,
                      double baseline)
{
    double right = layout->width - pad_x - 14;
    const char *most = kin_format(layout->arena, "/ %s", kin_points_number(layout->arena, objective->points));
    double width = kin_words_put_right(layout, ops, most, KIN_STYLE_FACTS, right, baseline);
    kin_answer_rule(ops, right - width - 40, baseline + 2, 35);
}

static double put_row(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_objective *objective,
                      double y)
{
    const double least = 24;
    struct kin_box *box =
        objective_box(layout, objective, layout->width - score_column - code_column(layout) - 3 * pad_x);
    double height = kin_box_height(box) + 2 * pad_y;
    height = height < least ? least : height;
    double top = y + (height - kin_box_height(box)) / 2;
    kin_box_put(ops, box, pad_x, top);
    kin_words_put_right(layout, ops, objective->standard, KIN_STYLE_KEY_SMALL, layout->width - score_column - pad_x,
                        y + height / 2 + 3);
    put_score(layout, ops, objective, y + height / 2 + 4);
    if (layout->set->bar_count) {
        kin_words_put(layout, ops, threshold_text(layout, objective->standard), KIN_STYLE_KEY_SMALL,
                      layout->width - score_column + pad_x, y + height / 2 + 3);
    }
    return height;
}

/* Where a row has no room for all three: what is to be shown, below it the code and the score. */
static bool is_narrow(const struct kin_layout *layout)
{
    const double least_text = 150;
    return layout->width - score_column - code_column(layout) - 3 * pad_x < least_text;
}

static double put_narrow_rows(const struct kin_layout *layout, struct kin_ops *ops, double y)
{
    struct kin_ink frame = {.gray = KIN_GRAY_FRAME, .stroke_width = 0.6};
    double height = head_height;
    kin_words_put_right(layout, ops, score_head(layout), KIN_STYLE_KEY_SMALL_STRONG, layout->width - pad_x - 14,
                        y + 12);
    for (size_t i = 0; i < layout->set->objective_count; i++) {
        const struct kin_objective *objective = &layout->set->objectives[i];
        kin_line(ops, 0, y + height, layout->width, y + height, frame);
        struct kin_box *box = objective_box(layout, objective, layout->width - 2 * pad_x);
        height += pad_y + kin_box_put(ops, box, pad_x, y + height + pad_y) + narrow_line;
        kin_words_put(layout, ops, code_text(layout, objective->standard), KIN_STYLE_KEY_SMALL, pad_x, y + height - 7);
        put_score(layout, ops, objective, y + height - 6);
    }
    kin_frame_rect(ops, 0, y, layout->width, height, frame);
    return height;
}

static double put_rows(const struct kin_layout *layout, struct kin_ops *ops, double y)
{
    struct kin_ink frame = {.gray = KIN_GRAY_FRAME, .stroke_width = 0.6};
    double split = layout->width - score_column, height = head_height;
    kin_words_put(layout, ops, layout->words->objective, KIN_STYLE_KEY_SMALL_STRONG, pad_x, y + 12);
    kin_words_put(layout, ops, score_head(layout), KIN_STYLE_KEY_SMALL_STRONG, split + pad_x, y + 12);
    for (size_t i = 0; i < layout->set->objective_count; i++) {
        kin_line(ops, 0, y + height, layout->width, y + height, frame);
        height += put_row(layout, ops, &layout->set->objectives[i], y + height);
    }
    kin_line(ops, split, y, split, y + height, frame);
    kin_frame_rect(ops, 0, y, layout->width, height, frame);
    return height;
}

/* ---- Many objectives: codes and boxes only --------------------------------------------------------------------- */

enum { COMPACT_COLUMNS = 3 };
static const double compact_row = 21, compact_rule = 30;

static const char *most_text(const struct kin_layout *layout, const struct kin_objective *objective)
{
    return kin_format(layout->arena, "/ %s", kin_points_number(layout->arena, objective->points));
}

static void put_cell(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_objective *objective,
                     double x, double right, double baseline)
{
    kin_words_put(layout, ops, code_text(layout, objective->standard), KIN_STYLE_KEY_SMALL, x, baseline);
    const char *most = most_text(layout, objective);
    double width = kin_words_put_right(layout, ops, most, KIN_STYLE_KEY_BODY, right, baseline);
    kin_answer_rule(ops, right - width - 4 - compact_rule, baseline + 2, compact_rule);
}

/* Three, or fewer where codes and scores are wide. */
static size_t compact_columns(const struct kin_layout *layout)
{
    double widest = 0;
    for (size_t i = 0; i < layout->set->objective_count; i++) {
        const struct kin_objective *objective = &layout->set->objectives[i];
        double width = kin_words_width(layout, code_text(layout, objective->standard), KIN_STYLE_KEY_SMALL) +
                       kin_words_width(layout, most_text(layout, objective), KIN_STYLE_KEY_BODY);
        widest = width > widest ? width : widest;
    }
    double cell = widest + 4 + compact_rule + 4 + 3 * pad_x;
    size_t columns = (size_t)(layout->width / cell);
    return columns > COMPACT_COLUMNS ? COMPACT_COLUMNS : columns > 0 ? columns : 1;
}

/* In columns, read downwards. */
static double put_compact(const struct kin_layout *layout, struct kin_ops *ops, double y)
{
    size_t count = layout->set->objective_count, columns = compact_columns(layout);
    size_t rows = (count + columns - 1) / columns;
    double column = layout->width / (double)columns, height = head_height + (double)rows * compact_row;
    kin_words_put(layout, ops, score_head(layout), KIN_STYLE_KEY_SMALL_STRONG, pad_x, y + 12);
    for (size_t i = 0; i < count; i++) {
        double x = (double)(i / rows) * column, baseline = y + head_height + (double)(i % rows) * compact_row + 12;
        put_cell(layout, ops, &layout->set->objectives[i], x + pad_x, x + column - 2 * pad_x, baseline);
    }
    kin_frame_rect(ops, 0, y, layout->width, height, (struct kin_ink){.gray = KIN_GRAY_FRAME, .stroke_width = 0.6});
    return height;
}

/* What a score is told by, with its meaning. */
static double put_levels(const struct kin_layout *layout, struct kin_ops *ops, double y)
{
    const double gap = 4;
    if (!layout->set->levels_shown) {
        return 0;
    }
    const struct kin_level_scale *scale = layout->set->scale ? layout->set->scale : kin_scale_usual();
    struct kin_nodes flow =
        kin_flow_of_text(layout->arena, kin_scale_legend(layout->arena, scale, layout->words), KIN_UPRIGHT);
    return gap + kin_box_put(ops, kin_flow_box(layout, &flow, KIN_STYLE_KEY_SMALL, layout->width), 0, y + gap);
}

static double put_boxes(const struct kin_layout *layout, struct kin_ops *ops, enum kin_objectives_look look, double y)
{
    enum { MOST_ROWS = 9 };
    if (look == KIN_OBJECTIVES_CODES || layout->set->objective_count > MOST_ROWS) {
        return put_compact(layout, ops, y);
    }
    return is_narrow(layout) ? put_narrow_rows(layout, ops, y) : put_rows(layout, ops, y);
}

double kin_objectives_put(const struct kin_layout *layout, struct kin_ops *ops, enum kin_objectives_look look, double y)
{
    double height = put_boxes(layout, ops, look, y);
    return height + put_levels(layout, ops, y + height);
}
