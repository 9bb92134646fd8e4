/* An instance in full: content, responses, solution. */
#include "draw/resolve_item.h"

#include <string.h>

/* ---- Responses by number ------------------------------------------------------------------------------------------
 */

size_t kin_template_response_count(const struct kin_template *template)
{
    size_t count = 0;
    for (size_t i = 0; i < template->part_count; i++) {
        count += template->parts[i].response_count;
    }
    return count;
}

const struct kin_response_template *kin_template_response(const struct kin_template *template, size_t n)
{
    for (size_t i = 0; i < template->part_count; i++) {
        if (n < template->parts[i].response_count) {
            return &template->parts[i].responses[n];
        }
        n -= template->parts[i].response_count;
    }
    return NULL;
}

/* ---- Steps
 * ----------------------------------------------------------------------------------------------------------- */

/* A step is known by its work; one in words alone by its words. */
static const char *print_of(kin_arena *arena, const struct kin_step *step)
{
    return kin_nodes_text(arena, step->work.count ? &step->work : &step->why);
}

static bool resolve_step(struct kin_walk *walk, const struct kin_step_template *template)
{
    struct kin_resolving *resolving = (struct kin_resolving *)walk;
    struct kin_part *part = resolving->part;
    struct kin_step step = {0};
    if (!kin_content_lines(&resolving->content, &template->work, &step.work) ||
        !kin_content_line(&resolving->content, &template->why, &step.why)) {
        return false;
    }
    const char *print = print_of(walk->frame->arena, &step);
    bool repeated = resolving->last_step && strcmp(print, resolving->last_step) == 0;
    if (!repeated && (step.work.count || step.why.count)) {
        KIN_PUSH(walk->frame->arena, part->steps, part->step_count, resolving->step_room) = step;
        resolving->last_step = print;
    }
    return true;
}

static bool resolve_steps(struct kin_resolving *resolving, const struct kin_part_template *template,
                          struct kin_part *part)
{
    resolving->part = part;
    resolving->step_room = 0;
    resolving->last_step = NULL;
    return kin_walk_steps(&resolving->content.walk, template, resolve_step);
}

/* ---- Parts and the item
 * ----------------------------------------------------------------------------------------------- */

static bool resolve_responses(struct kin_resolving *resolving, const struct kin_part_template *template,
                              const struct kin_judgement *judgements, struct kin_part *part)
{
    part->responses = KIN_NEW_N(resolving->content.walk.frame->arena, struct kin_response, template->response_count);
    part->response_count = template->response_count;
    for (size_t i = 0; i < template->response_count; i++) {
        if (!kin_resolve_response(resolving, &template->responses[i], &judgements[i], &part->responses[i])) {
            return false;
        }
    }
    return true;
}

static bool resolve_part(struct kin_resolving *resolving, const struct kin_part_template *template,
                         const struct kin_judgement *judgements, struct kin_part *part)
{
    const struct kin_template *whole = resolving->template;
    *part = (struct kin_part){
        .label = template->id,
        .standard = template->standard ? template->standard : whole->standard,
        .level = template->level ? template->level : whole->level,
        .calculator = template->calculator,
        .practice = template->practice ? template->practice : whole->practice,
        .objective = template->objective,
    };
    return kin_content_flow(&resolving->content, &template->stem, &part->stem) &&
           resolve_responses(resolving, template, judgements, part) && resolve_steps(resolving, template, part);
}

static bool resolve_parts(struct kin_resolving *resolving, const struct kin_judgement *judgements,
                          struct kin_item *item)
{
    const struct kin_template *template = resolving->template;
    item->parts = KIN_NEW_N(resolving->content.walk.frame->arena, struct kin_part, template->part_count);
    item->part_count = template->part_count;
    for (size_t i = 0, first = 0; i < template->part_count; i++) {
        if (!resolve_part(resolving, &template->parts[i], judgements + first, &item->parts[i])) {
            return false;
        }
        first += template->parts[i].response_count;
    }
    return true;
}

static struct kin_item *item_of(const struct kin_resolving *resolving)
{
    const struct kin_template *template = resolving->template;
    struct kin_item *item = KIN_NEW(resolving->content.walk.frame->arena, struct kin_item);
    *item = (struct kin_item){
        .template_id = template->id,
        .bank_id = template->bank->id,
        .title = template->title,
        .version = template->version,
        .standard = template->standard,
        .practice = template->practice,
        .level = template->level,
        .minutes = template->minutes,
        .context = resolving->dressing->context,
    };
    return item;
}

/* ---- Policies that the template settles for itself: the form's head says nothing about them ---- */

static void add_instructions(const struct kin_resolving *resolving, struct kin_item *item)
{
    const struct kin_template *template = resolving->template;
    kin_arena *arena = resolving->content.walk.frame->arena;
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->policy && field->policy_rule) {
            const char *language = kin_frame_language(resolving->content.walk.frame)->tag;
            const char *text = kin_policy_instruction(field->policy_id, field->policy_rule, language);
            struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
            kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, text, KIN_ITALIC));
            kin_nodes_add(arena, &item->stem, paragraph);
        }
    }
}

/* ---- What dressing could not give
 * --------------------------------------------------------------------------------------- */

static bool is_bare(const struct kin_frame *frame, int slot)
{
    return frame->slots[slot].kind == KIN_NOTHING;
}

static bool has_words(const struct kin_template *template, struct kin_frame *frame)
{
    for (size_t i = 0; i < template->word_count; i++) {
        if (is_bare(frame, template->word_slots[i])) {
            return kin_resolve_fault(frame, KIN_E430, template->span, NULL);
        }
    }
    return true;
}

static bool has_people(const struct kin_template *template, struct kin_frame *frame)
{
    for (size_t i = 0; i < template->person_count; i++) {
        if (is_bare(frame, template->people[i].slots[0])) {
            return kin_resolve_fault(frame, KIN_E425, template->span, template->people[i].name);
        }
    }
    return true;
}

struct kin_item *kin_resolve(const struct kin_template *template, struct kin_frame *frame,
                             const struct kin_judgement *judgements, const struct kin_dressing *dressing,
                             struct kin_diags *diags)
{
    struct kin_resolving resolving = {
        .content = {.walk = {.frame = frame}},
        .template = template,
        .dressing = dressing,
        .judgements = judgements,
    };
    if (has_words(template, frame) && has_people(template, frame)) {
        struct kin_item *item = item_of(&resolving);
        if (kin_content_flow(&resolving.content, &template->stem, &item->stem) &&
            resolve_parts(&resolving, judgements, item)) {
            add_instructions(&resolving, item);
            return item;
        }
    }
    kin_resolve_report(template, frame, diags);
    return NULL;
}
