/* Forms take different contexts, so these have to be equally long: within 10 percent. LANGUAGE rule 15. */
#include "draw/survey.h"

static size_t words_of(const struct kin_item *item)
{
    size_t words = kin_nodes_words(&item->stem);
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        words += kin_nodes_words(&part->stem);
        for (size_t j = 0; j < part->response_count; j++) {
            for (size_t k = 0; k < part->responses[j].option_count; k++) {
                words += kin_nodes_words(&part->responses[j].options[k].answer.content);
            }
        }
    }
    return words;
}

/* 0: the context does not fit these numbers, or the item could not be printed, which is reported elsewhere. */
static size_t words_in(struct kin_surveying *surveying, const struct kin_member *member, kin_arena *arena,
                       const struct kin_context *context, const struct kin_translation *translation)
{
    struct kin_diags quiet = kin_diags_in(arena);
    struct kin_printing printing = {.form = "A", .context = context->id, .translation = translation};
    struct kin_frame frame;
    if (!kin_item_fill(surveying->draw, arena, &quiet, member, &frame) ||
        (context->fits && !kin_expr_holds(context->fits, &frame))) {
        return 0;
    }
    const struct kin_item *item = kin_item_print(surveying->draw, &quiet, &frame, &printing);
    return item ? words_of(item) : 0;
}

struct reading {
    size_t words;
    const char *context;
};

static void warn(struct kin_surveying *surveying, struct kin_span span, struct reading most, struct reading fewest)
{
    kin_report(surveying->diags, KIN_W411, span, most.context, kin_format(surveying->arena, "%zu", most.words),
               fewest.context, kin_format(surveying->arena, "%zu", fewest.words), NULL);
}

/* Within one language: Spanish takes more words for the same thing. */
static void compare_contexts(struct kin_surveying *surveying, const struct kin_member *member, kin_arena *arena,
                             const struct kin_translation *translation)
{
    const struct kin_template *template = surveying->draw->template;
    struct reading most = {0, NULL}, fewest = {SIZE_MAX, NULL};
    for (size_t i = 0; i < template->context_count; i++) {
        const struct kin_context *context = &template->contexts[i];
        size_t words = words_in(surveying, member, arena, context, translation);
        if (words > most.words) {
            most = (struct reading){words, context->id};
        }
        if (words && words < fewest.words) {
            fewest = (struct reading){words, context->id};
        }
    }
    if (most.context && most.words - fewest.words > most.words / 10) {
        warn(surveying, translation ? translation->span : template->span, most, fewest);
    }
}

void kin_checklist_reading(struct kin_surveying *surveying, const struct kin_member *member, kin_arena *arena)
{
    const struct kin_template *template = surveying->draw->template;
    compare_contexts(surveying, member, arena, NULL);
    for (size_t i = 0; i < template->translation_count; i++) {
        compare_contexts(surveying, member, arena, &template->translations[i]);
    }
}
