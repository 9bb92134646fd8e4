#include "page/key.h"

#include "form/bars.h"
#include "page/pairs.h"

#include <inttypes.h>

/* What a teacher, or whoever finds this sheet in March, needs to know about the set. */

static void add_fact(const struct kin_layout *layout, struct kin_pairs *facts, const char *label, const char *value)
{
    if (value && *value) {
        kin_pairs_add(layout->arena, facts, kin_flow_of_text(layout->arena, label, KIN_BOLD),
                      kin_flow_of_text(layout->arena, value, KIN_UPRIGHT));
    }
}

/* A line never ends within a code: its hyphen is followed by a word joiner. */
static void add_code(struct kin_buf *buf, const char *code)
{
    for (; *code; code++) {
        kin_buf_add_char(buf, *code);
        kin_buf_add(buf, *code == '-' ? "\u2060" : "");
    }
}

static char *codes_text(const struct kin_layout *layout)
{
    struct kin_buf buf = kin_buf_in(layout->arena);
    for (size_t i = 0; i < layout->set->form_count; i++) {
        const struct kin_form *form = &layout->set->forms[i];
        kin_buf_addf(&buf, "%s%s\u00a0", i ? " · " : "", form->letter);
        add_code(&buf, form->code);
    }
    return buf.data;
}

static char *label_text(const struct kin_layout *layout)
{
    const struct kin_furniture *words = layout->words;
    const char *meaning[] = {[KIN_SLOT_PARALLEL] = words->slot_parallel,
                             [KIN_TOTAL_MATCHED] = words->total_matched,
                             [KIN_RANDOM] = words->random};
    const char *names[] = {[KIN_SLOT_PARALLEL] = words->slot_parallel_name,
                           [KIN_TOTAL_MATCHED] = words->total_matched_name,
                           [KIN_RANDOM] = words->random_name};
    const char *reason = layout->set->label_reason ? layout->set->label_reason : meaning[layout->set->label];
    return kin_format(layout->arena, "%s: %s", names[layout->set->label], reason);
}

/* "80% of an objective's points", then the objectives that have a threshold of their own. */
static const char *mastery_text(const struct kin_layout *layout)
{
    const struct kin_furniture *words = layout->words;
    const struct kin_set *set = layout->set;
    struct kin_threshold threshold = kin_set_threshold(set, NULL);
    struct kin_buf buf = kin_buf_in(layout->arena);
    kin_buf_add(&buf, threshold.kind == KIN_THRESHOLD_PERCENT
                          ? kin_format(layout->arena, words->mastery_rule, threshold.percent)
                          : kin_threshold_text(layout->arena, &threshold, words));
    for (size_t i = 0; i < set->bar_count; i++) {
        threshold = kin_set_threshold(set, set->bars[i].standard);
        kin_buf_addf(&buf, "; %s: %s", set->bars[i].standard, kin_threshold_text(layout->arena, &threshold, words));
    }
    return buf.data;
}

static struct kin_pairs facts_of(const struct kin_layout *layout)
{
    const struct kin_set *set = layout->set;
    const struct kin_furniture *words = layout->words;
    struct kin_pairs facts = {0};
    add_fact(layout, &facts, words->codes, codes_text(layout));
    add_fact(layout, &facts, words->total, kin_points_number(layout->arena, kin_set_points(layout->arena, set)));
    add_fact(layout, &facts, words->mastery, mastery_text(layout));
    add_fact(layout, &facts, words->label, label_text(layout));
    add_fact(layout, &facts, words->seed, kin_format(layout->arena, "%" PRIu64, set->seed));
    add_fact(layout, &facts, words->digest, set->digest);
    add_fact(layout, &facts, words->program, set->program);
    return facts;
}

/* A frame at the right that nobody overlooks at the copier. */
static double put_warning(const struct kin_layout *layout, struct kin_ops *ops)
{
    const double pad = 7, height = 20;
    double width = kin_words_width(layout, layout->words->hand_out, KIN_STYLE_LABEL) + 2 * pad;
    kin_frame_rect(ops, layout->width - width, 0, width, height, (struct kin_ink){.stroke_width = 1.2});
    kin_words_put_right(layout, ops, layout->words->hand_out, KIN_STYLE_LABEL, layout->width - pad, 13.6);
    return width;
}

static double put_title(const struct kin_layout *layout, struct kin_ops *ops, const char *name, double width)
{
    struct kin_ops part = kin_ops_in(layout->arena);
    struct kin_box *box = kin_box_text(layout->type, layout->arena, name, kin_style(layout, KIN_STYLE_TITLE));
    struct kin_nodes title = kin_flow_of_text(layout->arena, layout->set->title, KIN_BOLD);
    double height = kin_box_put(&part, box, 0, 0) + 4;
    height += kin_box_put(&part, kin_flow_box(layout, &title, KIN_STYLE_HEADING, width), 0, height);
    kin_tag_put(ops, "H1", &part, 0, -3);
    return height;
}

void kin_key_head(struct kin_sheets *sheets, const char *what)
{
    static const struct kin_pairs_look look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 2.5, 120, 0};
    const struct kin_layout *layout = sheets->layout;
    struct kin_ops head = kin_ops_in(layout->arena);
    double warning = put_warning(layout, &head);
    double y = put_title(layout, &head, what, layout->width - warning - 14) + 8;
    struct kin_pairs facts = facts_of(layout);
    struct kin_pile pile = {0};
    kin_pairs_lay(layout, &pile, &facts, &look, 0, layout->width);
    y += kin_pile_put(&pile, 0, pile.count, &head, 0, y, 0) + 12;
    kin_place(&sheets->scene->ops, &head, layout->paper->side, sheets->y);
    sheets->y += y;
}
