/* A member in full: numbers, judgement, proof, dressing, content, and the facts that evidence needs. */
#include "draw/drawing.h"

#include "draw/resolve_walk.h"

#include <string.h>

static const struct kin_mode *mode_numbered(const struct kin_draw *draw, uint64_t number, size_t *index)
{
    for (*index = 0; *index < draw->modes.count; ++*index) {
        if (draw->modes.items[*index].number == number) {
            return &draw->modes.items[*index];
        }
    }
    return NULL;
}

static bool no_instance(const struct kin_draw *draw, struct kin_diags *diags)
{
    kin_report(diags, KIN_E412, draw->template->span, draw->template->id, NULL);
    return false;
}

static bool judge(struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame)
{
    switch (kin_features_hash(&draw->features, frame, NULL, draw->each, draw->judgements)) {
    case KIN_UNDEFINED:
        kin_resolve_report(draw->template, frame, diags);
        return false;
    case KIN_NOT_USABLE:
        return no_instance(draw, diags);
    default:
        return true;
    }
}

static bool fill_element(struct kin_draw *draw, struct kin_diags *diags, const struct kin_member *member,
                         struct kin_frame *frame)
{
    size_t mode;
    const struct kin_field *let;
    if (!mode_numbered(draw, member->mode, &mode)) {
        return no_instance(draw, diags);
    }
    struct kin_space *space = kin_draw_space(draw, diags, mode);
    if (!space) {
        return false;
    }
    *frame = kin_space_frame(frame->arena, space);
    if (member->element >= space->count || !kin_space_test(space, frame, member->element)) {
        return no_instance(draw, diags);
    }
    space->tried--;
    if (!kin_space_finish(space, frame, &let)) {
        kin_resolve_report(draw->template, frame, diags);
        return false;
    }
    return judge(draw, diags, frame);
}

bool kin_item_fill(struct kin_draw *draw, kin_arena *arena, struct kin_diags *diags, const struct kin_member *member,
                   struct kin_frame *frame)
{
    *frame = (struct kin_frame){.arena = arena, .language = draw->template->language};
    return member->fixed ? kin_fixed_put(draw, diags, member->fixed, frame) : fill_element(draw, diags, member, frame);
}

/* ---- Facts ---- */

static void add_values(const struct kin_template *template, struct kin_frame *frame, struct kin_item *item)
{
    item->values = KIN_NEW_N(frame->arena, struct kin_fact, template->field_count);
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_value *value = &frame->slots[template->fields[i].slot];
        if (value->kind != KIN_NOTHING) {
            item->values[item->value_count++] =
                (struct kin_fact){template->fields[i].name, kin_value_text(frame->arena, value)};
        }
    }
}

size_t kin_item_features(const struct kin_draw *draw, const struct kin_template *texts, struct kin_frame *frame,
                         const struct kin_fact **facts)
{
    size_t declared = draw->template->feature_count;
    struct kin_fact *list = KIN_NEW_N(frame->arena, struct kin_fact, draw->features.count);
    size_t count = 0;
    for (size_t i = 0; i < draw->features.count; i++) {
        const char *text = kin_feature_text(&draw->features, texts, frame, draw->judgements, i);
        if (text) {
            const char *name = i < declared ? texts->features[i].name : kin_feature_name(&draw->features, i);
            list[count++] = (struct kin_fact){name, text};
        }
    }
    *facts = list;
    return count;
}

static void take_features(const struct kin_draw *draw, const struct kin_template *texts, struct kin_frame *frame,
                          struct kin_item *facts)
{
    const struct kin_fact *features;
    facts->feature_count = kin_item_features(draw, texts, frame, &features);
    facts->features = kin_copy_bytes(frame->arena, features, sizeof *features * facts->feature_count);
}

/* All facts are taken before the instance is dressed: they are about its numbers. */
static bool take_facts(struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame, struct kin_item *facts)
{
    facts->identity = kin_identity_text(draw->template, frame);
    if (!facts->identity) {
        kin_resolve_report(draw->template, frame, diags);
        return false;
    }
    add_values(draw->template, frame, facts);
    take_features(draw, draw->template, frame, facts);
    return true;
}

static void give_facts(struct kin_item *item, const struct kin_item *facts)
{
    item->identity = facts->identity;
    item->values = facts->values;
    item->value_count = facts->value_count;
    item->features = facts->features;
    item->feature_count = facts->feature_count;
}

static const struct kin_translation *translation_of(const struct kin_draw *draw)
{
    return draw->options.language ? kin_template_translation(draw->template, draw->options.language) : NULL;
}

static struct kin_dressing dressing_of(const struct kin_draw *draw, const struct kin_printing *printing)
{
    return (struct kin_dressing){.seed = &draw->options.seed,
                                 .occurrence = draw->options.occurrence,
                                 .redraw = draw->options.redraw,
                                 .student = draw->options.student,
                                 .form = printing->form,
                                 .form_index = printing->form_index,
                                 .fixed = printing->fixed,
                                 .interest = draw->options.interest,
                                 .context = printing->context,
                                 .before = draw->options.before,
                                 .before_count = draw->options.before_count};
}

/* Proved, dressed and resolved; the frame is the template's. */
static struct kin_item *print(struct kin_draw *draw, struct kin_diags *diags, const struct kin_template *template,
                              struct kin_frame *frame, const struct kin_printing *printing)
{
    struct kin_dressing dressing = dressing_of(draw, printing);
    if (!kin_prove(template, frame, draw->judgements, diags)) {
        return NULL;
    }
    const char *context = kin_dress(template, frame, &dressing);
    struct kin_item *item = kin_resolve(template, frame, draw->judgements, &dressing, diags);
    if (item) {
        item->context = context;
    }
    return item;
}

struct kin_item *kin_item_translate(struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame,
                                    const struct kin_printing *printing, const struct kin_item *own)
{
    const struct kin_template *template = printing->translation->template;
    struct kin_frame translated = kin_translation_frame(draw->template, frame, template);
    if (draw->options.language) {
        translated.language = kin_language_of(draw->options.language);
    }
    struct kin_printing same = *printing;
    if (same.fixed) {
        same.fixed = &template->fixed[same.fixed - draw->template->fixed];
    }
    struct kin_item *item = print(draw, diags, template, &translated, &same);
    if (!item || !kin_translation_agrees(draw, diags, frame, own, item, printing->translation)) {
        return NULL;
    }
    give_facts(item, own);
    item->own_features = item->features;
    item->own_feature_count = item->feature_count;
    take_features(draw, template, frame, item);
    return item;
}

struct kin_item *kin_item_print(struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame,
                                const struct kin_printing *printing)
{
    struct kin_item facts = {0};
    if (!take_facts(draw, diags, frame, &facts)) {
        return NULL;
    }
    struct kin_item *item = print(draw, diags, draw->template, frame, printing);
    if (item) {
        give_facts(item, &facts);
    }
    return item && printing->translation ? kin_item_translate(draw, diags, frame, printing, item) : item;
}

struct kin_item *kin_draw_item(struct kin_draw *draw, kin_arena *arena, struct kin_diags *diags,
                               const struct kin_member *member, const char *form, size_t form_index)
{
    struct kin_frame frame;
    struct kin_printing printing = {.form = form,
                                    .form_index = form_index,
                                    .fixed = member->fixed,
                                    .context = member->fixed ? member->fixed->context : NULL,
                                    .translation = translation_of(draw)};
    return kin_item_fill(draw, arena, diags, member, &frame) ? kin_item_print(draw, diags, &frame, &printing) : NULL;
}

size_t kin_draw_features(struct kin_draw *draw, kin_arena *arena, const struct kin_fact **features)
{
    struct kin_diags quiet = kin_diags_in(arena);
    struct kin_member member = {.fixed = draw->first_fixed};
    struct kin_frame frame;
    *features = NULL;
    if ((!member.fixed && !kin_draw_member(draw, 0, &member)) || !kin_item_fill(draw, arena, &quiet, &member, &frame)) {
        return 0;
    }
    const struct kin_translation *translation = translation_of(draw);
    return kin_item_features(draw, translation ? translation->template : draw->template, &frame, features);
}
