/* Figures of the shipped templates: sweep ITEM-BANKS INSTANCES [TEMPLATE]. Draws so many instances of each template
 * that has figures, and looks at each figure in all states: nothing touches or leaves the figure, its size is the same
 * on all of them. */
#include "touch.h"

#include "draw/draw.h"
#include "draw/survey.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FIGURES = 16 };

struct sweep {
    struct kin_typesetter *type;
    kin_arena *arena; /* of one figure */
    const char *where;
    size_t figures, faults;
};

static bool visit(const struct kin_node *node, void *data)
{
    struct sweep *sweep = data;
    if (node->kind == KIN_NODE_FIGURE) {
        struct kin_mark mark = kin_arena_mark(sweep->arena);
        sweep->faults += touch_figure(sweep->type, sweep->arena, node->figure, sweep->where);
        sweep->figures++;
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
    for (size_t i = 0; i < survey.sample_count && sweep->faults < 20; i++) {
        sweep->where = values_of(arena, survey.samples[i].item);
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
    struct sweep sweep = {.arena = kin_arena_new(), .type = kin_type_open(&diags, &kin_fonts_schola, NULL)};
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
