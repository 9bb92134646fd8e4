/* Figures of the shipped templates: sweep ITEM-BANKS INSTANCES [TEMPLATE]. Draws so many instances of each template
 * that has figures, and looks at each figure in all states: nothing touches or leaves the figure, its size is the same
 * on all of them. */
#include "touch.h"

#include "draw/draw.h"
#include "draw/survey.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SIZES = 4096 };

/* How large the i-th figure of a cell's instances is: forms of a set are of one cell. */
struct size {
    size_t cell, index;
    double width, height;
};

struct sweep {
    struct kin_typesetter *type;
    kin_arena *arena; /* of one figure */
    const char *where;
    size_t cell, index; /* of the instance; how many of its figures were looked at */
    struct size sizes[MOST_SIZES];
    size_t size_count;
    const char *key; /* of the response whose question is looked at */
    size_t figures, faults;
};

/* A legend that a crowded figure needs comes on top of its size. */
static void note_size(struct sweep *sweep, const struct kin_sketch *sketch)
{
    size_t k = 0;
    while (k < sweep->size_count && (sweep->sizes[k].cell != sweep->cell || sweep->sizes[k].index != sweep->index)) {
        k++;
    }
    if (sketch->lettered || k == MOST_SIZES) {
        return;
    }
    if (k == sweep->size_count) {
        sweep->sizes[sweep->size_count++] = (struct size){sweep->cell, sweep->index, sketch->width, sketch->height};
    } else if (fabs(sweep->sizes[k].width - sketch->width) + fabs(sweep->sizes[k].height - sketch->height) > 0.01) {
        printf("%s: figure %zu is %.1f by %.1f pt, but %.1f by %.1f on another form\n", sweep->where, sweep->index + 1,
               sketch->width, sketch->height, sweep->sizes[k].width, sweep->sizes[k].height);
        sweep->faults++;
    }
}

static void look_at_state(struct sweep *sweep, const struct kin_figure *figure, enum kin_layer layer)
{
    static const struct kin_text_style style = {.size_pt = 11, .leading = 1.36};
    const struct kin_sketch *sketch =
        kin_figure_sketch(sweep->type, sweep->arena, figure, layer, &style, KIN_TOUCH_USUAL, "en");
    if (!sketch) {
        printf("%s: a figure cannot be drawn\n", sweep->where);
        sweep->faults++;
        return;
    }
    sweep->faults += touch_faults(sketch, sweep->where);
    if (layer == KIN_LAYER_STUDENT) {
        note_size(sweep, sketch);
    }
}

static bool visit(const struct kin_node *node, void *data)
{
    struct sweep *sweep = data;
    if (node->kind == KIN_NODE_FIGURE) {
        struct kin_mark mark = kin_arena_mark(sweep->arena);
        for (int layer = 0; layer < KIN_LAYER_COUNT; layer++) {
            look_at_state(sweep, node->figure, (enum kin_layer)layer);
        }
        sweep->figures++;
        sweep->index++;
        kin_arena_rewind(sweep->arena, mark);
    }
    return sweep->faults < 20;
}

static void look_at_response(struct sweep *sweep, const struct kin_response *response)
{
    kin_nodes_walk(&response->body, visit, sweep);
    kin_nodes_walk(&response->sample, visit, sweep);
    kin_nodes_walk(&response->key.content, visit, sweep);
    for (size_t i = 0; i < response->option_count; i++) {
        kin_nodes_walk(&response->options[i].answer.content, visit, sweep);
    }
    for (size_t i = 0; i < response->row_count; i++) {
        kin_nodes_walk(&response->rows[i].answer.content, visit, sweep);
    }
}

static void look_at(struct sweep *sweep, const struct kin_item *item)
{
    kin_nodes_walk(&item->stem, visit, sweep);
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        kin_nodes_walk(&part->stem, visit, sweep);
        for (size_t j = 0; j < part->response_count; j++) {
            look_at_response(sweep, &part->responses[j]);
        }
        for (size_t j = 0; j < part->step_count; j++) {
            kin_nodes_walk(&part->steps[j].work, visit, sweep);
            kin_nodes_walk(&part->steps[j].why, visit, sweep);
        }
    }
}

static const char *values_of(kin_arena *arena, const struct kin_item *item)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_addf(&buf, "%s", item->template_id);
    for (size_t i = 0; i < item->value_count; i++) {
        kin_buf_addf(&buf, " %s = %s", item->values[i].name, item->values[i].text);
    }
    return buf.data;
}

static void sweep_template(struct sweep *sweep, const struct kin_template *template, size_t count)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_survey survey;
    struct kin_survey_options options = {.draws = (int)count, .seed = {.number = 7}, .samples = count};
    kin_draw_survey_with(arena, &diags, template, &options, &survey);
    sweep->size_count = 0;
    for (size_t i = 0; i < survey.sample_count && sweep->faults < 20; i++) {
        sweep->where = values_of(arena, survey.samples[i].item);
        sweep->cell = survey.samples[i].cell;
        sweep->index = 0;
        look_at(sweep, survey.samples[i].item);
    }
    sweep->faults += diags.errors;
    kin_arena_free(arena);
}

int main(int count, char **arguments)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_library *library = kin_library_new(arena, &diags);
    static struct sweep sweep;
    sweep = (struct sweep){.arena = kin_arena_new(), .type = kin_type_open(&diags, &kin_fonts_schola, NULL)};
    size_t templates = 0;
    kin_library_take_figures(library, kin_figure_all());
    kin_library_load_data(library, arguments[1]);
    kin_library_load_banks(library, arguments[1]);
    for (size_t b = 0; sweep.type && b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            const struct kin_template *template = library->banks[b]->templates[t];
            bool wanted = count < 4 || strcmp(template->id, arguments[3]) == 0;
            if (template->figures && !template->variant_count && wanted) {
                sweep_template(&sweep, template, (size_t)atoi(arguments[2]));
                templates++;
            }
        }
    }
    printf("%zu templates, %zu figures, %zu faults\n", templates, sweep.figures, sweep.faults);
    bool fine = sweep.type && sweep.faults == 0 && (templates > 0 || count > 3);
    kin_type_free(sweep.type);
    kin_arena_free(sweep.arena);
    kin_arena_free(arena);
    return fine ? 0 : 1;
}
