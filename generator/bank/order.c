/* In which order keys are computed: those that a key, a wrong answer or an option names come before it. */
#include "bank/loader.h"

#include <ctype.h>
#include <string.h>

void kin_add_answer(struct kin_loader *loader, struct kin_response_template *response)
{
    if (!response->key && !response->key_formula) {
        return;
    }
    const char *name = kin_format(loader->arena, "answer.%s", response->id);
    response->answer_slot = kin_scope_add(loader->answers, name, kin_response_key_type(response));
    kin_scope_give_formula(loader->answers, response->answer_slot, response->key_formula);
    kin_scope_give_format(loader->answers, response->answer_slot, response->format);
    KIN_PUSH(loader->arena, loader->answer_slots, loader->answer_count, loader->answer_room) = response->answer_slot;
    if (response->key) {
        KIN_PUSH(loader->arena, loader->answered, loader->answered_count, loader->answered_room) = response;
    }
}

/* ---- What an element names ----------------------------------------------------------------------------------------
 */

struct ordering {
    struct kin_loader *loader;
    const struct kin_asked *asked;
    size_t count;
    enum state { FRESH, OPEN, DONE } * states;
    size_t *order, placed;
    size_t at; /* whose element is searched */
};

static bool is_id(const char *id, const char *name, size_t length)
{
    return strlen(id) == length && memcmp(id, name, length) == 0;
}

/* The response with this id, or with a blank of this id; `count` when there is none. */
static size_t asked_named(const struct ordering *ordering, const char *name, size_t length)
{
    for (size_t i = 0; i < ordering->count; i++) {
        const struct kin_response_template *response = ordering->asked[i].response;
        if (is_id(response->id, name, length)) {
            return i;
        }
        for (size_t j = 0; j < response->blank_count; j++) {
            if (is_id(response->blanks[j].id, name, length)) {
                return i;
            }
        }
    }
    return ordering->count;
}

static void place(struct ordering *ordering, size_t index);

static void need(struct ordering *ordering, const char *name, size_t length, struct kin_span span)
{
    size_t named = asked_named(ordering, name, length), at = ordering->at;
    if (named == ordering->count || named == at) {
        return;
    }
    if (ordering->states[named] == OPEN) {
        kin_report(ordering->loader->diags, KIN_E385, span, kin_copy_n(ordering->loader->arena, name, length), NULL);
        kin_report_mend(ordering->loader->diags, "compute one of the two from the parameters alone");
        kin_mark_broken(ordering->loader, "answer");
        return;
    }
    place(ordering, named);
    ordering->at = at;
}

static void search(struct ordering *ordering, struct kin_text text)
{
    static const char prefix[] = "answer.";
    for (size_t at = 0; at + sizeof prefix <= text.length; at++) {
        if (memcmp(text.chars + at, prefix, sizeof prefix - 1) == 0) {
            size_t begin = at + sizeof prefix - 1, end = begin;
            while (isalnum((unsigned char)text.chars[end]) || text.chars[end] == '_') {
                end++;
            }
            need(ordering, text.chars + begin, end - begin, kin_text_part(&text, at, end));
            at = end - 1;
        }
    }
}

static void search_follow(struct ordering *ordering, const struct kin_xml *xml)
{
    struct kin_text *words;
    size_t count = kin_load_words(ordering->loader, xml, "follow", &words);
    for (size_t i = 0; i < count; i++) {
        need(ordering, words[i].chars, words[i].length, words[i].span);
    }
}

/* What prints beside an answer, or checks it, is made when all answers are there. */
static bool comes_later(const struct kin_xml *xml)
{
    switch (xml->element->id) {
    case KIN_ELEMENT_CHECK:
    case KIN_ELEMENT_BECAUSE:
    case KIN_ELEMENT_LABEL:
    case KIN_ELEMENT_UNIT:
    case KIN_ELEMENT_SAYS:
    case KIN_ELEMENT_CREDIT:
    case KIN_ELEMENT_SAMPLE:
    case KIN_ELEMENT_RUBRIC:
        return true;
    default:
        return false;
    }
}

static void search_element(struct ordering *ordering, const struct kin_xml *xml)
{
    for (size_t i = 0; i < xml->attribute_count; i++) {
        if (strcmp(xml->attributes[i].name, "because") != 0 && strcmp(xml->attributes[i].name, "label") != 0) {
            search(ordering, kin_xml_value_of(ordering->loader->arena, &xml->attributes[i]));
        }
    }
    search_follow(ordering, xml);
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (!kid->name) {
            search(ordering, kin_xml_text(ordering->loader->arena, kid));
        } else if (!comes_later(kid)) {
            search_element(ordering, kid);
        }
    }
}

static void place(struct ordering *ordering, size_t index)
{
    if (ordering->states[index] != FRESH) {
        return;
    }
    ordering->states[index] = OPEN;
    ordering->at = index;
    search_element(ordering, ordering->asked[index].xml);
    ordering->states[index] = DONE;
    ordering->order[ordering->placed++] = index;
}

size_t *kin_order_keys(struct kin_loader *loader, const struct kin_asked *asked, size_t count)
{
    struct ordering ordering = {.loader = loader, .asked = asked, .count = count};
    ordering.states = KIN_NEW_N(loader->arena, enum state, count);
    ordering.order = KIN_NEW_N(loader->arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        place(&ordering, i);
    }
    return ordering.order;
}

/* ---- Follow-through -------------------------------------------------------------------------------------------------
 */

static struct kin_response_template *answered_named(const struct kin_loader *loader, const char *id)
{
    for (size_t i = 0; i < loader->answered_count; i++) {
        if (strcmp(loader->answered[i]->id, id) == 0) {
            return loader->answered[i];
        }
    }
    return NULL;
}

/* Does the key read the answer, perhaps by way of answers between the two? */
static bool builds_on(const struct kin_loader *loader, const struct kin_response_template *response,
                      const struct kin_response_template *earlier)
{
    size_t count = loader->answered_count;
    bool *needed = KIN_NEW_N(loader->arena, bool, count);
    for (size_t i = 0; i < count; i++) {
        needed[i] = kin_expr_uses(response->key, loader->answered[i]->answer_slot);
    }
    for (size_t i = count; i > 0; i--) {
        for (size_t j = 0; needed[i - 1] && j < i - 1; j++) {
            needed[j] = needed[j] || kin_expr_uses(loader->answered[i - 1]->key, loader->answered[j]->answer_slot);
        }
        if (loader->answered[i - 1] == earlier) {
            return needed[i - 1];
        }
    }
    return false;
}

static void add_follow(struct kin_loader *loader, const struct kin_text *word, struct kin_response_template *response,
                       size_t *room)
{
    const struct kin_response_template *earlier = answered_named(loader, word->chars);
    if (earlier && earlier->repeated &&
        kin_scope_find(loader->keys, kin_format(loader->arena, "answer.%s", word->chars), NULL) < 0) {
        earlier = NULL; /* of another round */
    }
    for (size_t i = 0; i < response->follow_count; i++) {
        if (response->follows[i] == earlier) {
            return;
        }
    }
    if (!earlier || earlier == response) {
        kin_report(loader->diags, KIN_E389, word->span, word->chars, NULL);
        kin_report_mend(
            loader->diags,
            "name an earlier response or blank whose key is a value; a blank of a <for> is known inside it only");
    } else if (response->key && !builds_on(loader, response, earlier)) {
        kin_report(loader->diags, KIN_E390, word->span, word->chars, NULL);
        kin_report_mend(loader->diags, "compute the key from answer.%s, or leave follow out", word->chars);
    } else {
        KIN_PUSH(loader->arena, response->follows, response->follow_count, *room) = earlier;
    }
}

void kin_load_follows(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response)
{
    struct kin_text *words;
    size_t count = kin_load_words(loader, xml, "follow", &words), room = 0;
    for (size_t i = 0; i < count && kin_loader_clean(loader); i++) {
        add_follow(loader, &words[i], response, &room);
    }
}
