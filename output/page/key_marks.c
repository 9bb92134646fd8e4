#include "page/key.h"

#include "page/pairs.h"
#include "page/response.h"

#include <string.h>

/* Marking hints: what else is right, what wrong answers mean, what earns part of the points. */

static const struct kin_pairs_look marks_look = {KIN_STYLE_KEY_SMALL, KIN_STYLE_KEY_SMALL, 2, 80, 0};

/* A list under its heading; no page ends within it. */
static void add_pairs(struct kin_cell *cell, const char *heading, const struct kin_pairs *pairs)
{
    static const struct kin_nodes nothing;
    if (pairs->count == 0) {
        return;
    }
    kin_cell_line(cell, heading, &nothing, KIN_STYLE_KEY_SMALL, 6);
    size_t first = cell->pile.count;
    kin_pairs_lay(cell->layout, &cell->pile, pairs, &marks_look, 0, cell->width);
    for (size_t i = first; i < cell->pile.count; i++) {
        cell->pile.slabs[i].breakable = false;
    }
}

static void add_accepted(struct kin_cell *cell, const char *label, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_nodes line = {0};
    for (size_t i = 0; i < response->accepted_count; i++) {
        if (i > 0) {
            kin_flow_join_text(arena, &line, cell->layout->words->maths_or, KIN_UPRIGHT);
        }
        kin_flow_join(arena, &line, &response->accepted[i].content);
    }
    if (line.count > 0) {
        kin_cell_line(cell, label, &line, KIN_STYLE_KEY_SMALL, 4);
    }
}

/* ---- Wrong answers
 * ---------------------------------------------------------------------------------------------------- */

/* The author's own sentence, else that of the register. */
static const char *cause_text(const struct kin_set *set, const char *misconception, const char *because)
{
    if (because && *because) {
        return because;
    }
    for (size_t i = 0; misconception && i < set->misconception_count; i++) {
        if (strcmp(set->misconceptions[i].id, misconception) == 0) {
            return set->misconceptions[i].sentence;
        }
    }
    return misconception;
}

static struct kin_nodes cause_flow(const struct kin_cell *cell, const char *misconception, const char *because,
                                   struct kin_rat points)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_nodes flow = {0};
    const char *cause = cause_text(cell->layout->set, misconception, because);
    if (cause) {
        kin_flow_join_text(arena, &flow, cause, KIN_UPRIGHT);
    }
    if (kin_rat_defined(points) && kin_rat_sign(points) > 0) {
        const char *text = kin_format(arena, "(%s)", kin_points_text(arena, cell->layout->words, points));
        kin_flow_join_text(arena, &flow, text, KIN_BOLD);
    }
    return flow;
}

static void add_wrong_answers(struct kin_cell *cell, const struct kin_response *response)
{
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->wrong_count; i++) {
        const struct kin_wrong *wrong = &response->wrong[i];
        struct kin_nodes cause = cause_flow(cell, wrong->misconception, wrong->because, wrong->points);
        kin_pairs_add(cell->layout->arena, &pairs, wrong->answer.content, cause);
    }
    add_pairs(cell, cell->layout->words->if_wrote, &pairs);
}

/* The same slip in several blanks is named once: "(i) 7 (ii) 9  adds instead of multiplying". */
static void add_wrong_in_blank(struct kin_cell *cell, const struct kin_response *response, size_t blank,
                               const struct kin_wrong *wrong, struct kin_pairs *pairs)
{
    kin_arena *arena = cell->layout->arena;
    const char *name = kin_blank_name(arena, response, blank);
    struct kin_nodes cause = cause_flow(cell, wrong->misconception, wrong->because, wrong->points), left = {0};
    const char *text = kin_nodes_text(arena, &cause);
    if (name) {
        left = kin_flow_of_text(arena, name, KIN_UPRIGHT);
    }
    kin_flow_stick(arena, &left, &wrong->answer.content);
    for (size_t i = 0; i < pairs->count; i++) {
        if (strcmp(kin_nodes_text(arena, &pairs->items[i].right), text) == 0) {
            kin_flow_join(arena, &pairs->items[i].left, &left);
            return;
        }
    }
    kin_pairs_add(arena, pairs, left, cause);
}

static void add_wrong_blanks(struct kin_cell *cell, const struct kin_response *response)
{
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->blank_count; i++) {
        for (size_t j = 0; j < response->blanks[i].wrong_count; j++) {
            add_wrong_in_blank(cell, response, i, &response->blanks[i].wrong[j], &pairs);
        }
    }
    add_pairs(cell, cell->layout->words->if_wrote, &pairs);
}

static void add_wrong_options(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->option_count; i++) {
        const struct kin_option *option = &response->options[i];
        if (!option->right && (option->misconception || option->because)) {
            struct kin_nodes cause = cause_flow(cell, option->misconception, option->because, kin_rat_int(0));
            kin_pairs_add(arena, &pairs, kin_flow_of_text(arena, kin_option_letter(arena, i), KIN_UPRIGHT), cause);
        }
    }
    add_pairs(cell, cell->layout->words->wrong_options, &pairs);
}

static void add_wrong_rows(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->row_count; i++) {
        for (size_t j = 0; j < response->rows[i].wrong_count; j++) {
            const struct kin_row_wrong *wrong = &response->rows[i].wrong[j];
            const char *name = kin_row_name(arena, response, i, wrong->option);
            kin_pairs_add(arena, &pairs, kin_flow_of_text(arena, name, KIN_UPRIGHT),
                          cause_flow(cell, wrong->misconception, wrong->because, kin_rat_int(0)));
        }
    }
    add_pairs(cell, cell->layout->words->wrong_options, &pairs);
}

/* Lines of a rubric, each with a box to tick. */
static void add_rubric(struct kin_cell *cell, const char *heading, const struct kin_pairs *pairs)
{
    const double baseline = 6.6;
    struct kin_cell beside = *cell;
    if (pairs->count == 0) {
        return;
    }
    size_t first = cell->pile.count + 1; /* behind the heading */
    beside.width -= kin_tick_box_width();
    add_pairs(&beside, heading, pairs);
    cell->pile = beside.pile;
    for (size_t i = first; i < cell->pile.count; i++) {
        struct kin_slab *slab = &cell->pile.slabs[i];
        struct kin_ops text = slab->ops;
        slab->ops = kin_ops_in(cell->layout->arena);
        kin_place(&slab->ops, &text, kin_tick_box(&slab->ops, 0, baseline), 0);
    }
}

static void add_strokes(struct kin_cell *cell, const struct kin_response *response)
{
    kin_arena *arena = cell->layout->arena;
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->stroke_count; i++) {
        const char *points = kin_points_text(arena, cell->layout->words, response->strokes[i].points);
        kin_pairs_add(arena, &pairs, kin_flow_of_text(arena, points, KIN_UPRIGHT),
                      kin_stroke_text(arena, &response->strokes[i]));
    }
    add_rubric(cell, cell->layout->words->rubric, &pairs);
}

/* ---- Partial credit and rubrics
 * ------------------------------------------------------------------------------------------ */

static struct kin_pairs credit_pairs(const struct kin_layout *layout, const struct kin_response *response)
{
    struct kin_pairs pairs = {0};
    for (size_t i = 0; i < response->credit_count; i++) {
        const char *points = kin_credit_points(layout, &response->credits[i]);
        struct kin_nodes left = kin_flow_of_text(layout->arena, points, KIN_UPRIGHT);
        kin_pairs_add(layout->arena, &pairs, left, kin_credit_words(layout, &response->credits[i]));
    }
    return pairs;
}

static char *credit_text(kin_arena *arena, const struct kin_response *response)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < response->credit_count; i++) {
        kin_buf_addf(&buf, "%s\n", kin_points_number(arena, response->credits[i].points));
        const struct kin_credit *credit = &response->credits[i];
        kin_buf_addf(&buf, "%s %s %s\n", kin_credit_kind_name(credit->kind), kin_count_kind_name(credit->each),
                     credit->rule ? credit->rule : "");
        kin_nodes_write(&buf, &credit->what);
        kin_buf_add(&buf, "\n\n");
    }
    return buf.data ? buf.data : kin_copy(arena, "");
}

static const struct kin_response *response_at(const struct kin_item *item, size_t part, size_t response)
{
    bool there = part < item->part_count && response < item->parts[part].response_count;
    return there ? &item->parts[part].responses[response] : NULL;
}

/* Do all forms of the group say the same? Then it is printed once. */
static bool is_shared(const struct kin_cell *cell, size_t part, size_t response)
{
    kin_arena *arena = cell->layout->arena;
    const char *mine = credit_text(arena, response_at(cell->item, part, response));
    for (size_t i = 0; i < cell->group->count; i++) {
        const struct kin_response *other = response_at(cell->group->forms[i].items[cell->slot], part, response);
        if (!other || strcmp(mine, credit_text(arena, other)) != 0) {
            return false;
        }
    }
    return cell->group->count > 1;
}

static const char *credit_heading(const struct kin_cell *cell, const struct kin_response *response)
{
    const struct kin_furniture *words = cell->layout->words;
    return response->kind == KIN_RESPONSE_OPEN ? words->rubric : words->credit;
}

/* ---- Follow-through --------------------------------------------------------------------------------------------- */

/* Where an answer stands: "(a)" for the only response of a part, "(a) (ii)" for a blank, else its own name. */
static const char *place_of(const struct kin_cell *cell, const char *id)
{
    kin_arena *arena = cell->layout->arena;
    for (size_t i = 0; i < cell->item->part_count; i++) {
        const struct kin_part *part = &cell->item->parts[i];
        const char *label = part->label ? kin_part_label(arena, part) : "";
        for (size_t j = 0; j < part->response_count; j++) {
            const struct kin_response *response = &part->responses[j];
            for (size_t k = 0; k < response->blank_count; k++) {
                if (strcmp(response->blanks[k].id, id) == 0) {
                    const char *name = kin_blank_name(arena, response, k);
                    return kin_format(arena, "%s%s%s", label, *label && name ? " " : "", name ? name : "");
                }
            }
            if (part->response_count == 1 && *label && strcmp(response->id, id) == 0) {
                return label;
            }
        }
    }
    return id;
}

/* "after 9 in (a):" and what is right then; of a blank with its name before. */
static void follow_pairs(const struct kin_cell *cell, const struct kin_response *response, const char *name,
                         struct kin_pairs *pairs)
{
    kin_arena *arena = cell->layout->arena;
    const struct kin_furniture *words = cell->layout->words;
    for (size_t i = 0; i < response->follow_count; i++) {
        const struct kin_follow *follow = &response->follows[i];
        const char *after = name ? kin_format(arena, "%s %s", name, words->after_wrong) : words->after_wrong;
        struct kin_nodes left = kin_flow_of_text(arena, after, KIN_UPRIGHT), right = {0};
        kin_flow_join(arena, &left, &follow->given.content);
        kin_flow_join_text(arena, &left, kin_format(arena, words->wrong_in, place_of(cell, follow->after)),
                           KIN_UPRIGHT);
        if (follow->key.content.count) {
            kin_flow_join(arena, &right, &follow->key.content);
        } else {
            kin_flow_join_text(arena, &right, words->mark_method, KIN_ITALIC);
        }
        kin_pairs_add(arena, pairs, left, right);
    }
}

static void add_follows(struct kin_cell *cell, const struct kin_response *response)
{
    struct kin_pairs pairs = {0};
    follow_pairs(cell, response, NULL, &pairs);
    for (size_t i = 0; i < response->blank_count; i++) {
        follow_pairs(cell, &response->blanks[i], kin_blank_name(cell->layout->arena, response, i), &pairs);
    }
    add_pairs(cell, cell->layout->words->follow_through, &pairs);
}

/* What else is right in each blank, under its name, and what students are known to write instead. */
static void add_blanks(struct kin_cell *cell, const struct kin_response *response)
{
    for (size_t i = 0; i < response->blank_count; i++) {
        const struct kin_response *blank = &response->blanks[i];
        const char *name = kin_blank_name(cell->layout->arena, response, i), *also = cell->layout->words->also_accept;
        if (name && blank->says.count) {
            kin_cell_line(cell, name, &blank->says, KIN_STYLE_KEY_SMALL, 5);
        }
        bool named = name && !blank->says.count;
        add_accepted(cell, named ? kin_format(cell->layout->arena, "%s %s", name, also) : also, blank);
    }
    add_wrong_blanks(cell, response);
    if (response->whole) {
        struct kin_nodes all = kin_flow_of_text(cell->layout->arena, cell->layout->words->all_or_nothing, KIN_ITALIC);
        kin_cell_line(cell, NULL, &all, KIN_STYLE_KEY_SMALL, 5);
    }
}

void kin_cell_marks(struct kin_cell *cell, size_t part, size_t response)
{
    const struct kin_response *which = response_at(cell->item, part, response);
    if (which->says.count > 0) {
        kin_cell_line(cell, cell->layout->words->also_accept, &which->says, KIN_STYLE_KEY_SMALL, 4);
    }
    add_accepted(cell, cell->layout->words->also_accept, which);
    if (which->sample.count > 0) {
        kin_cell_line(cell, cell->layout->words->sample, &which->sample, KIN_STYLE_KEY_SMALL, 6);
    }
    add_wrong_answers(cell, which);
    add_wrong_options(cell, which);
    add_wrong_rows(cell, which);
    add_strokes(cell, which);
    add_blanks(cell, which);
    add_follows(cell, which);
    if (which->credit_count > 0 && !is_shared(cell, part, response)) {
        struct kin_pairs pairs = credit_pairs(cell->layout, which);
        add_rubric(cell, credit_heading(cell, which), &pairs);
    }
}

static void add_shared(struct kin_cell *cell, const struct kin_part *part, const struct kin_response *response)
{
    const char *heading = credit_heading(cell, response);
    if (part->label) {
        heading = kin_format(cell->layout->arena, "%s %s", heading, kin_part_label(cell->layout->arena, part));
    }
    struct kin_pairs pairs = credit_pairs(cell->layout, response);
    add_rubric(cell, heading, &pairs);
}

void kin_rubrics_fill(struct kin_cell *cell)
{
    for (size_t i = 0; i < cell->item->part_count; i++) {
        const struct kin_part *part = &cell->item->parts[i];
        for (size_t j = 0; j < part->response_count; j++) {
            if (part->responses[j].credit_count > 0 && is_shared(cell, i, j)) {
                add_shared(cell, part, &part->responses[j]);
            }
        }
    }
}
