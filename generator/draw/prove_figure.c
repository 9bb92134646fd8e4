/* Every figure of an instance can be drawn, wherever it stands. */
#include "draw/prove.h"
#include "draw/resolve_content.h"

struct figures {
    struct kin_walk walk; /* first, so that a walk is also its figures */
    struct kin_content content;
    const struct kin_response_template *response;
};

static bool visit(struct kin_walk *walk, const struct kin_block *block)
{
    struct figures *figures = (struct figures *)walk;
    struct kin_nodes nodes = {0};
    if (block->kind != KIN_BLOCK_FIGURE) {
        return kin_walk_blocks(walk, &block->kids);
    }
    figures->content.walk.blocks = 0;
    figures->content.walk.work = 0;
    figures->content.out = &nodes;
    return kin_content_figure(&figures->content, block);
}

static bool visit_entry(struct kin_walk *walk, const struct kin_block *block)
{
    const struct kin_response_template *response = ((struct figures *)walk)->response;
    switch (block->entry) {
    case KIN_ENTRY_OPTION:
        return kin_walk_blocks(walk, &response->options[block->index].content);
    case KIN_ENTRY_WRONG:
        return kin_walk_blocks(walk, &response->wrongs[block->index].content);
    case KIN_ENTRY_ROW:
        return kin_walk_blocks(walk, &response->rows[block->index].content);
    case KIN_ENTRY_STROKE:
        return !response->strokes[block->index].part ||
               kin_content_mark(&((struct figures *)walk)->content, response, response->strokes[block->index].part);
    default:
        return true;
    }
}

static bool visit_response(struct figures *figures, const struct kin_response_template *response)
{
    figures->response = response;
    return kin_walk_blocks(&figures->walk, &response->body) && kin_walk_blocks(&figures->walk, &response->sample) &&
           kin_walk_blocks(&figures->walk, &response->entries);
}

static bool visit_step(struct kin_walk *walk, const struct kin_step_template *step)
{
    return kin_walk_blocks(walk, &step->work) && kin_walk_blocks(walk, &step->why);
}

static bool visit_part(struct figures *figures, const struct kin_part_template *part)
{
    bool fine = kin_walk_blocks(&figures->walk, &part->stem);
    for (size_t i = 0; fine && i < part->response_count; i++) {
        fine = visit_response(figures, &part->responses[i]);
    }
    return fine && kin_walk_steps(&figures->walk, part, visit_step);
}

void kin_prove_figures(struct kin_proving *proving)
{
    const struct kin_template *template = proving->template;
    struct figures figures = {.walk = {.frame = proving->walk.frame, .visit = visit, .entry = visit_entry},
                              .content = {.walk = {.frame = proving->walk.frame, .visit = kin_content_visit}}};
    if (!template->figures) {
        return;
    }
    bool fine = kin_walk_blocks(&figures.walk, &template->stem);
    for (size_t i = 0; fine && i < template->part_count; i++) {
        fine = visit_part(&figures, &template->parts[i]);
    }
    if (!fine) {
        kin_resolve_report(template, proving->walk.frame, proving->diags);
        proving->failed = true;
    }
}
