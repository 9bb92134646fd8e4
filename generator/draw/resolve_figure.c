/* Figures of an instance: the values of their attributes, their parts, their description; judged by their kind. */
#include "draw/resolve_content.h"

#include "base/limits.h"
#include "value/grammar.h"

#include <math.h>
#include <string.h>

/* ---- Numbers --------------------------------------------------------------------------------------------- */

/* What has no exact form is drawn to the ninth decimal; the width of a pen is less. */
static struct kin_rat drawn_number(kin_arena *arena, const struct kin_value *value)
{
    if (value->kind == KIN_NUMBER) {
        return value->as.number;
    }
    const struct kin_real *real = kin_value_is_real(value) ? kin_value_as_real(arena, value) : NULL;
    double drawn = real ? kin_real_double(real) : NAN;
    if (!isfinite(drawn) || fabs(drawn) > 1e9) {
        return kin_rat_undefined(KIN_TOO_LARGE);
    }
    return kin_rat_ratio(arena, (int64_t)llround(drawn * 1e9), 1000000000);
}

static size_t numbers_in(const struct kin_value *value)
{
    size_t count = value->kind == KIN_LIST ? 0 : 1;
    for (size_t i = 0; value->kind == KIN_LIST && i < value->as.list->count; i++) {
        count += numbers_in(&value->as.list->items[i]);
    }
    return count;
}

static bool add_numbers(kin_arena *arena, const struct kin_value *value, struct kin_figure_value *result)
{
    if (value->kind != KIN_LIST) {
        struct kin_rat number = drawn_number(arena, value);
        result->numbers[result->count++] = number;
        return kin_rat_defined(number);
    }
    bool all = true;
    for (size_t i = 0; all && i < value->as.list->count; i++) {
        all = add_numbers(arena, &value->as.list->items[i], result);
    }
    return all;
}

/* ---- Types ----------------------------------------------------------------------------------------------- */

struct resolving {
    struct kin_content *content;
    struct kin_frame *frame;
    const struct kin_figure_part *part; /* that the value belongs to */
};

static bool fault(const struct resolving *resolving, const struct kin_figure_value_template *value, const char *message)
{
    return kin_resolve_fault(resolving->frame, KIN_E6001, value->span, message);
}

static bool is_pair(const struct kin_value *value)
{
    return value->kind == KIN_LIST && value->as.list->count == 2;
}

/* Typing knows that a point is a list of numbers, not that there are two of them. */
static bool right_shape(enum kin_figure_type type, const struct kin_value *value)
{
    if (type != KIN_FIGURE_POINTS) {
        return type != KIN_FIGURE_POINT || is_pair(value);
    }
    for (size_t i = 0; i < value->as.list->count; i++) {
        if (!is_pair(&value->as.list->items[i])) {
            return false;
        }
    }
    return true;
}

static bool resolve_numbers(const struct resolving *resolving, const struct kin_figure_value_template *template,
                            const struct kin_value *value, struct kin_figure_value *result)
{
    kin_arena *arena = resolving->frame->arena;
    if (!right_shape(template->row->type, value)) {
        return fault(resolving, template,
                     kin_format(arena, "%s is %s, but a point has two numbers, [x, y]", template->row->name,
                                kin_value_text(arena, value)));
    }
    result->numbers = KIN_NEW_N(arena, struct kin_rat, numbers_in(value));
    return add_numbers(arena, value, result) ||
           fault(resolving, template, kin_format(arena, "%s is too large", template->row->name));
}

/* Numbers as they print, with a minus sign. */
static const char *word_of(const struct kin_frame *frame, const struct kin_value *value)
{
    if (value->kind == KIN_WORD) {
        return kin_calendar_word(kin_frame_language(frame), value->as.word)->one;
    }
    const char *text = kin_value_text(frame->arena, value);
    return *text == '-' ? kin_format(frame->arena, "−%s", text + 1) : text;
}

static void resolve_words(const struct kin_frame *frame, const struct kin_value *value, struct kin_figure_value *result)
{
    size_t count = value->kind == KIN_LIST ? value->as.list->count : 0;
    result->words = KIN_NEW_N(frame->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        result->words[result->word_count++] = word_of(frame, &value->as.list->items[i]);
    }
}

/* ---- Curves: points close enough to one another that no pen shows the difference ------------------------- */

enum { LEAST_SAMPLES = 96, MOST_SAMPLES = 240 };

/* The value of the first attribute that is said among those named in `names`, counted from 0: the `which`-th of every
 * `period`. */
static struct kin_rat end_of(const struct resolving *resolving, const char *names, size_t period, size_t which)
{
    size_t index = 0;
    for (const char *at = names; *at; at += strspn(at, " "), index++) {
        size_t length = strcspn(at, " ");
        const char *name = kin_copy_n(resolving->frame->arena, at, length);
        at += length;
        const struct kin_figure_part *places[] = {resolving->part, resolving->content->figure};
        for (size_t i = 0; index % period == which && i < 2; i++) {
            if (kin_figure_has(places[i], name)) {
                return kin_figure_exact(places[i], name);
            }
        }
    }
    return kin_rat_int(0);
}

/* Corners of broken lines mostly stand at whole numbers and halves: these are always among the samples. */
static int64_t sample_count(struct kin_rat width)
{
    int64_t units;
    if (!kin_rat_to_int(width, &units) || units < 1 || units > LEAST_SAMPLES) {
        return MOST_SAMPLES;
    }
    int64_t each = (LEAST_SAMPLES + units - 1) / units;
    return units * (each + each % 2);
}

/* Where a function has no value, its graph has a gap: a division by zero, an even root of a negative number, a value
 * far beyond every plane. All other faults are the expression's. */
static bool is_hole(const struct kin_fault *fault)
{
    bool root = fault->id == KIN_E231 && fault->detail; /* of a negative number, which is the detail */
    return root || fault->id == KIN_E214 || fault->id == KIN_E230;
}

struct sampling {
    const struct resolving *resolving;
    const struct kin_figure_value_template *template;
    struct kin_figure_value *result;
    uint64_t steps;
};

static bool sample(struct sampling *sampling, struct kin_rat x)
{
    struct kin_frame *frame = sampling->resolving->frame;
    struct kin_value value;
    frame->slots[sampling->template->slot] = kin_value_number(x);
    bool defined = kin_expr_eval(sampling->template->value, frame, &value);
    sampling->steps += frame->steps;
    if (sampling->steps > KIN_LIMIT_EXPR_STEPS) {
        return kin_resolve_fault(frame, KIN_E432, sampling->template->span, NULL);
    }
    if (!defined && !is_hole(&frame->fault)) {
        return kin_resolve_fault(frame, KIN_E7319, sampling->template->span, kin_rat_text(frame->arena, x));
    }
    struct kin_rat y = defined ? drawn_number(frame->arena, &value) : kin_rat_undefined(KIN_INEXACT);
    if (kin_rat_defined(y)) {
        sampling->result->numbers[sampling->result->count++] = x;
        sampling->result->numbers[sampling->result->count++] = y;
    }
    return true;
}

static bool resolve_curve(const struct resolving *resolving, const struct kin_figure_value_template *template,
                          struct kin_figure_value *result)
{
    kin_arena *arena = resolving->frame->arena;
    struct kin_rat from = end_of(resolving, template->row->over, 2, 0),
                   to = end_of(resolving, template->row->over, 2, 1);
    struct sampling sampling = {resolving, template, result, 0};
    struct kin_rat width = kin_rat_sub(arena, to, from);
    if (!kin_rat_defined(width) || kin_rat_sign(width) <= 0) {
        return fault(resolving, template,
                     kin_format(arena, "%s runs from %s to %s", template->row->name, kin_rat_text(arena, from),
                                kin_rat_text(arena, to)));
    }
    int64_t count = sample_count(width);
    result->numbers = KIN_NEW_N(arena, struct kin_rat, 2 * (size_t)count + 2);
    bool fine = true;
    for (int64_t i = 0; fine && i <= count; i++) {
        struct kin_rat along = kin_rat_mul(arena, width, kin_rat_ratio(arena, i, count));
        fine = sample(&sampling, kin_rat_add(arena, from, along));
    }
    return fine;
}

/* ---- Regions: rising pieces in which the test is true ---------------------------------------------------- */

enum { REGION_STEPS = 30, REGION_HALVINGS = 6 };

struct probe {
    const struct resolving *resolving;
    const struct kin_figure_value_template *template;
    struct kin_rat from_x, from_y; /* where the stroke begins */
    struct kin_rat rise;           /* its change of y for one of x */
    uint64_t steps;
};

static struct kin_rat y_at(const struct probe *probe, struct kin_rat x)
{
    kin_arena *arena = probe->resolving->frame->arena;
    struct kin_rat run = kin_rat_sub(arena, x, probe->from_x);
    return kin_rat_add(arena, probe->from_y, kin_rat_mul(arena, probe->rise, run));
}

static bool inside(struct probe *probe, struct kin_rat x)
{
    struct kin_frame *frame = probe->resolving->frame;
    frame->slots[probe->template->slot] = kin_value_number(x);
    frame->slots[probe->template->y_slot] = kin_value_number(y_at(probe, x));
    bool holds = kin_expr_holds(probe->template->value, frame);
    probe->steps += frame->steps;
    return holds;
}

/* Where between two numbers the test changes, to a sixty-fourth of their distance. */
static struct kin_rat change(struct probe *probe, struct kin_rat low, struct kin_rat high, bool at_low)
{
    kin_arena *arena = probe->resolving->frame->arena;
    for (int i = 0; i < REGION_HALVINGS; i++) {
        struct kin_rat middle = kin_rat_mul(arena, kin_rat_add(arena, low, high), kin_rat_ratio(arena, 1, 2));
        bool same = inside(probe, middle) == at_low;
        low = same ? middle : low;
        high = same ? high : middle;
    }
    return low;
}

static void add_place(const struct probe *probe, struct kin_figure_value *result, struct kin_rat x)
{
    result->numbers[result->count++] = x;
    result->numbers[result->count++] = y_at(probe, x);
}

/* The pieces of a stroke in which the test holds. */
static void probe_stroke(struct probe *probe, struct kin_rat step, int64_t steps, struct kin_figure_value *result)
{
    kin_arena *arena = probe->resolving->frame->arena;
    struct kin_rat before = probe->from_x;
    bool was = inside(probe, before);
    if (was) {
        add_place(probe, result, before);
    }
    for (int64_t i = 1; i <= steps; i++) {
        struct kin_rat x = kin_rat_add(arena, probe->from_x, kin_rat_mul(arena, step, kin_rat_int(i)));
        bool is = inside(probe, x);
        if (is != was) {
            add_place(probe, result, change(probe, before, x, was));
        }
        before = x;
        was = is;
    }
    if (was) {
        add_place(probe, result, before);
    }
}

static struct kin_rat part_of(kin_arena *arena, struct kin_rat from, struct kin_rat to, int64_t pieces)
{
    return kin_rat_mul(arena, kin_rat_sub(arena, to, from), kin_rat_ratio(arena, 1, pieces));
}

/* Rising strokes, since a grid is level and upright: the k-th begins at the left edge, the last ones at the bottom
 * edge, and each ends at the edge that it meets first. */
static bool resolve_region(const struct resolving *resolving, const struct kin_figure_value_template *template,
                           struct kin_figure_value *result)
{
    kin_arena *arena = resolving->frame->arena;
    struct kin_rat ends[4];
    for (size_t i = 0; i < 4; i++) {
        ends[i] = end_of(resolving, template->row->over, 4, i);
    }
    struct kin_rat wide = part_of(arena, ends[0], ends[1], REGION_STEPS);
    struct kin_rat high = part_of(arena, ends[2], ends[3], REGION_STEPS);
    struct probe probe = {.resolving = resolving, .template = template, .rise = kin_rat_div(arena, high, wide)};
    result->numbers = KIN_NEW_N(arena, struct kin_rat, (size_t)(2 * REGION_STEPS) * (REGION_STEPS + 2) * 2);
    for (int64_t k = 1 - REGION_STEPS; k < REGION_STEPS; k++) {
        struct kin_rat aside = kin_rat_int(k < 0 ? -k : 0), up = kin_rat_int(k > 0 ? k : 0);
        probe.from_x = kin_rat_add(arena, ends[0], kin_rat_mul(arena, wide, aside));
        probe.from_y = kin_rat_add(arena, ends[2], kin_rat_mul(arena, high, up));
        probe_stroke(&probe, wide, REGION_STEPS - (k < 0 ? -k : k), result);
        if (probe.steps > KIN_LIMIT_EXPR_STEPS) {
            return kin_resolve_fault(resolving->frame, KIN_E432, template->span, NULL);
        }
    }
    return true;
}

/* ---- Equations and inequalities -------------------------------------------------------------------------- */

static bool resolve_relation(const struct resolving *resolving, const struct kin_figure_value_template *template,
                             struct kin_figure_value *result)
{
    kin_arena *arena = resolving->frame->arena;
    const struct kin_maths *maths = kin_formula_resolve(template->formula, resolving->frame);
    if (!maths) {
        return false;
    }
    static const char *const relations[] = {"=", "<", "≤", ">", "≥"};
    const struct kin_poly *poly = kin_formula_difference(template->formula, resolving->frame);
    for (size_t i = 0; i < maths->count && !result->word; i++) {
        for (size_t j = 0; j < 5 && maths->kids[i]->kind == KIN_MATHS_RELATION; j++) {
            if (strcmp(maths->kids[i]->text, relations[j]) == 0) {
                result->word = relations[j];
            }
        }
    }
    return (result->word && kin_figure_linear(poly, result, arena)) ||
           fault(resolving, template,
                 kin_format(arena, "%s is %s, but must be one equation or inequality of x and y in first powers",
                            template->row->name, kin_maths_text(arena, maths)));
}

/* ---- Parts ----------------------------------------------------------------------------------------------- */

static bool resolve_expression(const struct resolving *resolving, const struct kin_figure_value_template *template,
                               struct kin_figure_value *result)
{
    struct kin_value value;
    if (!kin_expr_eval(template->value, resolving->frame, &value)) {
        return false;
    }
    switch (template->row->type) {
    case KIN_FIGURE_CHOICE:
        result->word = word_of(resolving->frame, &value);
        return true;
    case KIN_FIGURE_WORDS:
        resolve_words(resolving->frame, &value, result);
        return true;
    default:
        return resolve_numbers(resolving, template, &value, result);
    }
}

static bool resolve_value(const struct resolving *resolving, const struct kin_figure_value_template *template,
                          struct kin_figure_value *result)
{
    *result = (struct kin_figure_value){.name = template->row->name, .word = template->word, .span = template->span};
    switch (template->row->type) {
    case KIN_FIGURE_TEXT: /* a LABEL block among the kids */
        return true;
    case KIN_FIGURE_RELATION:
        return resolve_relation(resolving, template, result);
    case KIN_FIGURE_CURVE:
        return resolve_curve(resolving, template, result);
    case KIN_FIGURE_REGION:
        return resolve_region(resolving, template, result);
    default:
        return !template->value || resolve_expression(resolving, template, result);
    }
}

/* What is sampled runs over other attributes, so these come first, wherever they stand. */
enum turn { PLAIN, SAMPLED, TURNS };

static enum turn turn_of(enum kin_figure_type type)
{
    return type == KIN_FIGURE_CURVE || type == KIN_FIGURE_REGION ? SAMPLED : PLAIN;
}

static bool resolve_values(const struct resolving *resolving, const struct kin_figure_template *template,
                           struct kin_figure_part *part)
{
    for (size_t i = 0; i < template->value_count; i++) {
        part->values[i].name = template->values[i].row->name;
    }
    part->value_count = template->value_count;
    bool fine = true;
    for (size_t i = 0; fine && i < TURNS * template->value_count; i++) {
        size_t at = i % template->value_count;
        bool due = turn_of(template->values[at].row->type) == (enum turn)(i / template->value_count);
        fine = !due || resolve_value(resolving, &template->values[at], &part->values[at]);
    }
    return fine;
}

static bool resolve_part(struct kin_content *content, const struct kin_block *block, struct kin_figure_part *part)
{
    struct kin_frame *frame = content->walk.frame;
    const struct kin_figure_template *template = block->part;
    struct resolving resolving = {content, frame, part};
    struct kin_figure_part *outer = content->part;
    struct kin_nodes none = {0}, *out = content->out;
    *part = (struct kin_figure_part){.name = template->kind->name, .layer = template->layer, .span = template->span};
    part->values = KIN_NEW_N(frame->arena, struct kin_figure_value, template->value_count);
    content->figure = content->figure ? content->figure : part;
    if (!resolve_values(&resolving, template, part)) {
        return false;
    }
    content->part = part;
    content->part_room = 0;
    content->out = &none;
    bool fine = kin_walk_blocks(&content->walk, &block->kids);
    content->part = outer;
    content->out = out;
    return fine;
}

/* What a label says must not be taken for a part of what is around. */
bool kin_content_label(struct kin_content *content, const struct kin_block *block)
{
    struct kin_nodes *out = content->out;
    bool fine = kin_content_line(content, &block->kids, &content->part->values[block->index].text);
    content->out = out;
    return fine;
}

bool kin_content_part(struct kin_content *content, const struct kin_block *block)
{
    struct kin_figure_part *outer = content->part, *part = KIN_NEW(content->walk.frame->arena, struct kin_figure_part);
    size_t room = content->part_room;
    bool fine = resolve_part(content, block, part);
    content->part_room = room;
    KIN_PUSH(content->walk.frame->arena, outer->parts, outer->part_count, content->part_room) = part;
    return fine;
}

/* ---- Figures --------------------------------------------------------------------------------------------- */

bool kin_figure_judge(struct kin_frame *frame, const struct kin_figure_kind *kind, const struct kin_figure *figure)
{
    struct kin_figure_fault found = {.arena = frame->arena};
    if (kin_figure_sound(kind, figure, &found)) {
        return true;
    }
    const struct kin_figure_value *value = found.attribute ? kin_figure_value(found.part, found.attribute) : NULL;
    return kin_resolve_fault(frame, KIN_E6001, value ? value->span : found.part->span, found.message);
}

void kin_figure_tell(struct kin_frame *frame, const struct kin_figure_kind *kind, struct kin_figure *figure)
{
    struct kin_telling telling = {.arena = frame->arena,
                                  .words = kin_furniture_of(kin_frame_language(frame)->tag),
                                  .buf = kin_buf_in(frame->arena)};
    kind->describe(kin_figure_shown(frame->arena, figure, KIN_LAYER_STUDENT), &telling);
    figure->alternative = telling.buf.data ? telling.buf.data : "";
}

bool kin_content_figure(struct kin_content *content, const struct kin_block *block)
{
    struct kin_frame *frame = content->walk.frame;
    const struct kin_figure_template *template = block->part;
    struct kin_figure *figure = KIN_NEW(frame->arena, struct kin_figure);
    figure->id = template->id;
    figure->unscaled = template->unscaled;
    content->figure = NULL;
    if (!resolve_part(content, block, &figure->whole) || !kin_figure_judge(frame, template->figure, figure)) {
        return false;
    }
    kin_figure_tell(frame, template->figure, figure);
    if (figure->id) {
        struct kin_drawn drawn = {figure, template->figure};
        KIN_PUSH(frame->arena, content->drawn, content->drawn_count, content->drawn_room) = drawn;
    }
    struct kin_node *node = kin_node_new(frame->arena, KIN_NODE_FIGURE);
    node->figure = figure;
    kin_nodes_add(frame->arena, content->out, node);
    return true;
}

bool kin_content_mark(struct kin_content *content, const struct kin_response_template *response,
                      const struct kin_block *part)
{
    struct kin_frame *frame = content->walk.frame;
    const struct kin_drawn *drawn = NULL;
    for (size_t i = 0; i < content->drawn_count && !drawn; i++) {
        bool same = strcmp(content->drawn[i].figure->id, response->drawn_on) == 0;
        drawn = same ? &content->drawn[i] : NULL;
    }
    if (!drawn) {
        return kin_resolve_fault(frame, KIN_E6007, part->span, response->drawn_on);
    }
    content->figure = content->part = &drawn->figure->whole;
    content->part_room = content->part->part_count; /* full: the list is copied before it grows */
    return kin_content_part(content, part) && kin_figure_judge(frame, drawn->kind, drawn->figure);
}
