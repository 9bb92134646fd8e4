/* A made-up set for the tests of pages: eight items of all kinds, as many forms as are asked for. Header only, since
 * each file of this folder is a program of its own. */
#ifndef KIN_TESTS_PAGE_SAMPLE_H
#define KIN_TESTS_PAGE_SAMPLE_H

#include "page/page.h"

#include <ctype.h>
#include <string.h>

/* What a sample set is made with; zero is a plain set of two forms. */
struct sample_wish {
    size_t forms;           /* 0: 2 */
    size_t items;           /* 0: all eight */
    const char *paper;      /* NULL: "letter" */
    const char *space;      /* NULL: "normal" */
    int lines;              /* ruled lines of the explanation; 0: 4 */
    size_t without_samples; /* not 0: slots have no samples, as after reading a set file */
};

enum { SAMPLE_SLOTS = 8, SAMPLE_INSTANCES = 26, SAMPLE_SEED = 918273645 };
#define SAMPLE_DIGEST "5f1c09ab77e2d4c3"

/* ---- Content from text --------------------------------------------------------------------------------------------
 */

static inline const struct kin_maths *sample_token(kin_arena *arena, const char *token)
{
    char *slash = strchr(token, '/');
    if (slash && slash[1]) {
        const struct kin_maths *kids[] = {sample_token(arena, kin_copy_n(arena, token, (size_t)(slash - token))),
                                          sample_token(arena, slash + 1)};
        return kin_maths_new(arena, KIN_MATHS_FRACTION, NULL, kids, 2);
    }
    enum kin_maths_kind kind = KIN_MATHS_WORD;
    if (isdigit((unsigned char)*token) || *token == '$') {
        kind = KIN_MATHS_NUMBER;
    } else if (strstr("= < > ≤ ≥", token)) {
        kind = KIN_MATHS_RELATION;
    } else if (strstr("+ − · ×", token)) {
        kind = KIN_MATHS_OPERATOR;
    } else if (strstr("( )", token)) {
        kind = KIN_MATHS_SYMBOL;
    } else if (strcmp(token, "~") == 0) {
        return kin_maths_new(arena, KIN_MATHS_SIGN, "−", NULL, 0);
    } else if (isalpha((unsigned char)*token) && !token[1]) {
        kind = KIN_MATHS_LETTER;
    }
    return kin_maths_new(arena, kind, token, NULL, 0);
}

/* Tokens separated by spaces: "3 x + 5 = 1/2"; "~" is a minus sign before its number. */
static inline const struct kin_maths *sample_maths(kin_arena *arena, const char *text)
{
    const struct kin_maths *kids[64];
    size_t count = 0;
    char *copy = kin_copy(arena, text), *rest = NULL;
    for (char *token = strtok_r(copy, " ", &rest); token && count < 64; token = strtok_r(NULL, " ", &rest)) {
        kids[count++] = sample_token(arena, token);
    }
    return kin_maths_new(arena, KIN_MATHS_ROW, NULL, kids, count);
}

static inline void sample_line(kin_arena *arena, struct kin_nodes *flow, char *line)
{
    if (strncmp(line, "$$", 2) == 0) {
        struct kin_node *node = kin_node_maths(arena, sample_maths(arena, line + 2));
        node->display = true;
        kin_nodes_add(arena, flow, node);
        return;
    }
    struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
    for (bool maths = false; line; maths = !maths) {
        char *end = strchr(line, '`');
        const char *run = end ? kin_copy_n(arena, line, (size_t)(end - line)) : line;
        if (*run) {
            kin_nodes_add(arena, &paragraph->kids,
                          maths ? kin_node_maths(arena, sample_maths(arena, run))
                                : kin_node_text(arena, run, KIN_UPRIGHT));
        }
        line = end ? end + 1 : NULL;
    }
    kin_nodes_add(arena, flow, paragraph);
}

/* Text with formulas between ` marks; a line that begins with $$ is a display formula. */
static inline struct kin_nodes sample_flow(kin_arena *arena, const char *text)
{
    struct kin_nodes flow = {0};
    char *copy = kin_copy(arena, text), *rest = NULL;
    for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        sample_line(arena, &flow, line);
    }
    return flow;
}

static inline struct kin_answer sample_answer(kin_arena *arena, const char *text)
{
    struct kin_nodes content = sample_flow(arena, text);
    return (struct kin_answer){content, kin_nodes_text(arena, &content)};
}

/* ---- Building blocks
 * ----------------------------------------------------------------------------------------------------- */

static inline struct kin_part *sample_part(kin_arena *arena, struct kin_item *item, const char *label, const char *stem)
{
    struct kin_part *parts = KIN_NEW_N(arena, struct kin_part, item->part_count + 1);
    if (item->part_count > 0) {
        memcpy(parts, item->parts, item->part_count * sizeof *parts);
    }
    item->parts = parts;
    struct kin_part *part = &parts[item->part_count++];
    part->label = label;
    part->standard = item->standard;
    part->level = item->level;
    part->stem = sample_flow(arena, stem);
    return part;
}

static inline struct kin_response *sample_response(kin_arena *arena, struct kin_part *part, enum kin_response_kind kind,
                                                   int points)
{
    struct kin_response *responses = KIN_NEW_N(arena, struct kin_response, part->response_count + 1);
    if (part->response_count > 0) {
        memcpy(responses, part->responses, part->response_count * sizeof *responses);
    }
    part->responses = responses;
    struct kin_response *response = &responses[part->response_count++];
    response->kind = kind;
    response->points = kin_rat_int(points);
    return response;
}

static inline struct kin_response *sample_value(kin_arena *arena, struct kin_part *part, const char *type,
                                                const char *label, const char *key, const char *unit)
{
    struct kin_response *response = sample_response(arena, part, KIN_RESPONSE_VALUE, 1);
    response->type = type;
    response->label = sample_flow(arena, label);
    response->unit = sample_flow(arena, unit);
    response->key = sample_answer(arena, key);
    return response;
}

static inline void sample_step(kin_arena *arena, struct kin_part *part, const char *work, const char *why)
{
    struct kin_step *steps = KIN_NEW_N(arena, struct kin_step, part->step_count + 1);
    if (part->step_count > 0) {
        memcpy(steps, part->steps, part->step_count * sizeof *steps);
    }
    part->steps = steps;
    steps[part->step_count++] = (struct kin_step){sample_flow(arena, work), sample_flow(arena, why)};
}

static inline void sample_wrong(kin_arena *arena, struct kin_response *response, const char *answer,
                                const char *misconception, const char *because, int points)
{
    struct kin_wrong *wrong = KIN_NEW_N(arena, struct kin_wrong, response->wrong_count + 1);
    if (response->wrong_count > 0) {
        memcpy(wrong, response->wrong, response->wrong_count * sizeof *wrong);
    }
    response->wrong = wrong;
    wrong[response->wrong_count++] =
        (struct kin_wrong){sample_answer(arena, answer), misconception, because, kin_rat_int(points)};
}

static inline void sample_option(kin_arena *arena, struct kin_response *response, const char *text, bool right,
                                 const char *misconception)
{
    struct kin_option *options = KIN_NEW_N(arena, struct kin_option, response->option_count + 1);
    if (response->option_count > 0) {
        memcpy(options, response->options, response->option_count * sizeof *options);
    }
    response->options = options;
    options[response->option_count++] =
        (struct kin_option){.answer = sample_answer(arena, text), .right = right, .misconception = misconception};
}

static inline void sample_credit(kin_arena *arena, struct kin_response *response, int points, const char *what)
{
    struct kin_credit *credits = KIN_NEW_N(arena, struct kin_credit, response->credit_count + 1);
    if (response->credit_count > 0) {
        memcpy(credits, response->credits, response->credit_count * sizeof *credits);
    }
    response->credits = credits;
    credits[response->credit_count++] =
        (struct kin_credit){.points = kin_rat_int(points), .what = sample_flow(arena, what)};
}

/* ---- The items: n is the number of the instance
 * ---------------------------------------------------------------------------- */

static inline void sample_equation(kin_arena *a, struct kin_item *item, int n)
{
    int p = 3 + n % 5, x = 4 + n, q = 7 + n;
    item->stem = sample_flow(a, kin_format(a, "Solve for `x`.\n$$%d x + %d = %d", p, q, p * x + q));
    struct kin_part *part = sample_part(a, item, NULL, "");
    struct kin_response *value = sample_value(a, part, "integer", "`x =`", kin_format(a, "`%d`", x), "");
    sample_wrong(a, value, kin_format(a, "`%d/%d`", p * x + 2 * q, p), "same-sign-move", NULL, 0);
    sample_wrong(a, value, kin_format(a, "`%d`", p * x), "stopped-early", NULL, 0);
    sample_step(a, part, kin_format(a, "$$%d x = %d − %d", p, p * x + q, q),
                kin_format(a, "Subtract %d from both sides.", q));
    sample_step(a, part, kin_format(a, "$$%d x = %d", p, p * x), "");
    sample_step(a, part, kin_format(a, "$$x = %d", x), kin_format(a, "Divide both sides by %d.", p));
}

static inline void sample_parts(kin_arena *a, struct kin_item *item, int n)
{
    int fee = 15 + n, rate = 6 + n % 4, hours = 3 + n % 6;
    item->stem = sample_flow(a, kin_format(a,
                                           "Maya rents a bicycle. The shop charges a fixed fee of $%d and $%d for each "
                                           "hour. A helmet is free.",
                                           fee, rate));
    struct kin_part *part = sample_part(a, item, "a", "Write an equation for the cost `c`, in dollars, of `h` hours.");
    struct kin_response *value = sample_value(a, part, "equation", "", kin_format(a, "`c = %d h + %d`", rate, fee), "");
    value->accepted = KIN_NEW_N(a, struct kin_answer, 1);
    value->accepted[value->accepted_count++] = sample_answer(a, "any equivalent equation");
    sample_wrong(a, value, kin_format(a, "`c = %d h + %d`", fee, rate), "swapped-rate-start", NULL, 1);
    sample_step(a, part, kin_format(a, "$$c = %d h + %d", rate, fee), "Each hour adds the rate to the fixed fee.");
    part = sample_part(a, item, "b",
                       kin_format(a, "Maya pays $%d in all. How many hours does she ride?", fee + rate * hours));
    value = sample_value(a, part, "integer", "", kin_format(a, "`%d`", hours), "hours");
    value->points = kin_rat_int(2);
    sample_step(a, part, kin_format(a, "$$%d h + %d = %d", rate, fee, fee + rate * hours),
                "Put the amount paid for `c`.");
    sample_step(a, part, kin_format(a, "$$%d h = %d", rate, rate * hours),
                kin_format(a, "Subtract %d from both sides.", fee));
    sample_step(a, part, kin_format(a, "$$h = %d", hours), kin_format(a, "Divide both sides by %d.", rate));
}

static inline void sample_short_choice(kin_arena *a, struct kin_item *item, int n)
{
    int d = 4 + n % 5;
    item->stem = sample_flow(a, kin_format(a, "What is `1/%d + 2/%d`?", d, d));
    struct kin_part *part = sample_part(a, item, NULL, "");
    struct kin_response *choice = sample_response(a, part, KIN_RESPONSE_CHOICE, 1);
    sample_option(a, choice, kin_format(a, "`2/%d`", d), false, "multiplied-instead");
    sample_option(a, choice, kin_format(a, "`3/%d`", d), true, NULL);
    sample_option(a, choice, kin_format(a, "`3/%d`", 2 * d), false, "added-denominators");
    sample_option(a, choice, kin_format(a, "`1/%d`", 3 * d), false, NULL);
    choice->key = sample_answer(a, kin_format(a, "B  `3/%d`", d));
    sample_step(a, part, kin_format(a, "$$1/%d + 2/%d = 3/%d", d, d, d),
                "Add the numerators and keep the denominator.");
}

static inline void sample_long_choice(kin_arena *a, struct kin_item *item, int n)
{
    int percent = 10 + 5 * (n % 5);
    item->stem = sample_flow(a, kin_format(a,
                                           "A jacket costs $%d. It is reduced by %d%%, and then a tax of 8%% is added. "
                                           "Which statement is true?",
                                           40 + 10 * (n % 3), percent));
    struct kin_part *part = sample_part(a, item, NULL, "");
    struct kin_response *choice = sample_response(a, part, KIN_RESPONSE_CHOICE, 1);
    sample_option(a, choice,
                  kin_format(a,
                             "The final price is %d%% lower than the first price, because the two percents can "
                             "be subtracted from each other.",
                             percent - 8),
                  false, "percents-add");
    sample_option(a, choice, kin_format(a, "The final price is `%d/100` of the reduced price.", 108), true, NULL);
    sample_option(a, choice, "The tax is taken from the first price.", false, "wrong-base");
    sample_option(a, choice, "The order of the two changes makes a difference to the final price.", false, NULL);
    choice->key = sample_answer(a, "B");
    sample_step(a, part, "The tax adds 8% of the reduced price to the reduced price.", "");
    sample_step(a, part, "$$100 + 8 = 108", "In percent of the reduced price.");
}

static inline void sample_multi(kin_arena *a, struct kin_item *item, int n)
{
    int p = 2 + n % 4;
    item->stem = sample_flow(a, kin_format(a, "Which expressions are equivalent to `%d ( x + 3 )`?", p));
    struct kin_part *part = sample_part(a, item, NULL, "");
    struct kin_response *choice = sample_response(a, part, KIN_RESPONSE_MULTI_SELECT, 2);
    sample_option(a, choice, kin_format(a, "`%d x + %d`", p, 3 * p), true, NULL);
    sample_option(a, choice, kin_format(a, "`%d x + 3`", p), false, "distributed-once");
    sample_option(a, choice, kin_format(a, "`%d x + x + %d`", p - 1, 3 * p), true, NULL);
    sample_option(a, choice, kin_format(a, "`%d x`", 4 * p), false, "unlike-terms");
    sample_option(a, choice, kin_format(a, "`%d + %d x`", 3 * p, p), true, NULL);
    choice->key = sample_answer(a, "A, C, E");
    sample_credit(a, choice, 1, "one option too many or too few");
    sample_step(a, part, kin_format(a, "$$%d ( x + 3 ) = %d x + %d", p, p, 3 * p), "Distribute.");
}

static inline void sample_open(kin_arena *a, struct kin_item *item, int n, int lines)
{
    int x = 5 + n;
    item->stem = sample_flow(a, kin_format(a,
                                           "Leo solved `2 ( x − 3 ) = %d` and wrote `x = %d`. Leo’s first step was "
                                           "`2 x − 3 = %d`.",
                                           2 * (x - 3), x, 2 * (x - 3)));
    struct kin_part *part = sample_part(a, item, NULL, "Explain Leo’s mistake, and say what he should have written.");
    struct kin_response *open = sample_response(a, part, KIN_RESPONSE_OPEN, 3);
    open->lines = lines;
    open->sample = sample_flow(
        a, kin_format(a, "Leo multiplied only the x by 2. He should have written `2 x − 6 = %d`.", 2 * (x - 3)));
    sample_credit(a, open, 3, "names the mistake and gives the right first step");
    sample_credit(a, open, 2, "names the mistake; the first step is missing or has a slip");
    sample_credit(a, open, 1, "solves the equation without saying what was wrong");
}

static inline void sample_pair(kin_arena *a, struct kin_item *item, int n)
{
    item->stem = sample_flow(a, kin_format(a, "A rectangle is %d cm long and %d cm wide.", 8 + n, 3 + n));
    struct kin_part *part = sample_part(a, item, NULL, "Find its perimeter and its area.");
    sample_value(a, part, "quantity", "perimeter:", kin_format(a, "`%d`", 2 * (11 + 2 * n)), "cm");
    sample_value(a, part, "quantity", "area:", kin_format(a, "`%d`", (8 + n) * (3 + n)), "square cm");
    sample_step(a, part, kin_format(a, "$$2 · %d + 2 · %d = %d", 8 + n, 3 + n, 2 * (11 + 2 * n)),
                "Twice length and width.");
    sample_step(a, part, kin_format(a, "$$%d · %d = %d", 8 + n, 3 + n, (8 + n) * (3 + n)), "Length times width.");
}

static inline void sample_inequality(kin_arena *a, struct kin_item *item, int n)
{
    item->stem = sample_flow(a, kin_format(a, "Solve `x/2 + %d > %d`. Show your work.", 3 + n, 9 + n));
    struct kin_part *part = sample_part(a, item, NULL, "");
    struct kin_response *value = sample_value(a, part, "inequality", "", "`x > 12`", "");
    sample_wrong(a, value, "`x < 12`", NULL,
                 "reversed the sign although both sides were multiplied by a positive number", 0);
    sample_step(a, part, "$$x/2 > 6", kin_format(a, "Subtract %d from both sides.", 3 + n));
    sample_step(a, part, "$$x > 12", "Multiply both sides by 2.");
}

/* ---- The set
 * ---------------------------------------------------------------------------------------------------------------- */

static const struct sample_slot {
    const char *template_id, *title, *standard;
    int level;
    size_t section;
} sample_slots[SAMPLE_SLOTS] = {
    {"two-step-equation", "Solve px + q = r over the integers", "7.EE.B.4a", 1, 0},
    {"fraction-sum", "Add fractions with one denominator", "5.NF.A.1", 1, 0},
    {"equivalent-expressions", "Find equivalent expressions", "7.EE.A.1", 2, 0},
    {"rectangle", "Perimeter and area of a rectangle", "7.G.B.6", 1, 0},
    {"bicycle", "Write and solve an equation for a fee and a rate", "7.EE.B.4a", 3, 1},
    {"jacket", "Discount and tax", "7.RP.A.3", 2, 1},
    {"first-step", "Find the mistake in a first step", "7.EE.B.4a", 2, 1},
    {"inequality", "Solve a two-step inequality", "7.EE.B.4b", 1, 1},
};

static inline struct kin_item *sample_item(kin_arena *arena, size_t slot, int n, int lines)
{
    struct kin_item *item = KIN_NEW(arena, struct kin_item);
    item->template_id = sample_slots[slot].template_id;
    item->title = sample_slots[slot].title;
    item->standard = sample_slots[slot].standard;
    item->level = sample_slots[slot].level;
    switch (slot) {
    case 0:
        sample_equation(arena, item, n);
        break;
    case 1:
        sample_short_choice(arena, item, n);
        break;
    case 2:
        sample_multi(arena, item, n);
        break;
    case 3:
        sample_pair(arena, item, n);
        break;
    case 4:
        sample_parts(arena, item, n);
        break;
    case 5:
        sample_long_choice(arena, item, n);
        break;
    case 6:
        sample_open(arena, item, n, lines);
        break;
    default:
        sample_inequality(arena, item, n);
        break;
    }
    return item;
}

static inline void sample_fill_slot(kin_arena *arena, struct kin_set *set, size_t index, struct sample_wish wish)
{
    static const struct kin_fact features[] = {{"solution", "positive whole number"}, {"steps", "2"}};
    struct kin_slot *slot = &set->slots[index];
    slot->id = kin_format(arena, "%zu", index + 1);
    slot->template_id = sample_slots[index].template_id;
    slot->title = sample_slots[index].title;
    slot->standard = sample_slots[index].standard;
    slot->level = sample_slots[index].level;
    slot->section = sample_slots[index].section;
    slot->features = features;
    slot->feature_count = 2;
    slot->samples = KIN_NEW_N(arena, struct kin_item *, SAMPLE_INSTANCES);
    for (int n = 0; n < SAMPLE_INSTANCES && !wish.without_samples; n++) {
        slot->samples[slot->sample_count++] = sample_item(arena, index, n, wish.lines);
    }
}

static inline void sample_fill_form(kin_arena *arena, struct kin_set *set, size_t index, struct sample_wish wish)
{
    struct kin_form *form = &set->forms[index];
    form->letter = kin_format(arena, "%c", (char)('A' + index % 26));
    form->code = kin_format(arena, "K7QF-2M%c%zu", (char)('A' + index % 26), index % 10);
    form->items = KIN_NEW_N(arena, struct kin_item *, set->slot_count);
    for (size_t slot = 0; slot < set->slot_count; slot++) {
        form->items[slot] = sample_item(arena, slot, (int)(index * 3 % SAMPLE_INSTANCES), wish.lines);
    }
}

/* Lives in `arena`. Not measured. */
static inline struct kin_set *sample_set(kin_arena *arena, struct sample_wish wish)
{
    static struct kin_section sections[] = {{.heading = "Part 1: Skills", .calculator = "no"},
                                            {.heading = "Part 2: Using what you know", .calculator = "yes"}};
    static struct kin_objective objectives[] = {
        {"7.EE.B.4a", "I can write and solve equations of the forms px + q = r and p(x + q) = r.", {7, 1, NULL}, 3},
        {"7.EE.A.1", "I can add, subtract, factor and expand linear expressions.", {2, 1, NULL}, 1},
        {"7.RP.A.3", "I can solve percent problems with several steps, such as tax and discount.", {1, 1, NULL}, 1},
    };
    static struct kin_misconception misconceptions[] = {
        {.id = "same-sign-move", .sentence = "moved a term across the equals sign without changing its sign"},
        {.id = "stopped-early", .sentence = "stopped before dividing by the coefficient"},
        {.id = "swapped-rate-start", .sentence = "swapped the hourly rate and the fixed fee"},
        {.id = "multiplied-instead", .sentence = "multiplied the numerators instead of adding them"},
        {.id = "added-denominators", .sentence = "added the denominators, too"},
        {.id = "percents-add", .sentence = "added or subtracted percents of different amounts"},
        {.id = "wrong-base", .sentence = "took a percent of the wrong amount"},
        {.id = "distributed-once", .sentence = "multiplied only the first term in the brackets"},
        {.id = "unlike-terms", .sentence = "combined a term with x and a number"},
    };
    wish.lines = wish.lines ? wish.lines : 4;
    struct kin_set *set = KIN_NEW(arena, struct kin_set);
    set->title = "Two-Step Equations and Percents";
    set->language = "en";
    set->paper = wish.paper ? wish.paper : "letter";
    set->space = wish.space ? wish.space : "normal";
    set->program = "formkin 0.1.0";
    set->directions =
        sample_flow(arena, "Show your work in the space below each question. Write each answer on its line.");
    set->minutes = 25;
    set->threshold_percent = 80;
    set->objectives_shown = true;
    set->seed = SAMPLE_SEED;
    set->digest = SAMPLE_DIGEST;
    set->label = KIN_SLOT_PARALLEL;
    set->objectives = objectives;
    set->objective_count = 3;
    set->misconceptions = misconceptions;
    set->misconception_count = sizeof misconceptions / sizeof *misconceptions;
    set->sections = sections;
    set->section_count = 2;
    set->slot_count = wish.items ? wish.items : SAMPLE_SLOTS;
    set->slots = KIN_NEW_N(arena, struct kin_slot, set->slot_count);
    set->form_count = wish.forms ? wish.forms : 2;
    set->forms = KIN_NEW_N(arena, struct kin_form, set->form_count);
    for (size_t i = 0; i < set->slot_count; i++) {
        sample_fill_slot(arena, set, i, wish);
    }
    for (size_t i = 0; i < set->form_count; i++) {
        sample_fill_form(arena, set, i, wish);
    }
    return set;
}

/* All text of a document's page (from 0). */
static inline char *sample_page_text(kin_arena *arena, const struct kin_document *document, size_t page)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    kin_scene_text(&buf, document->pages[page]);
    return buf.data;
}

#endif
