/* Printing an instance in another language: the numbers are the template's own, the texts the translation's. */
#include "draw/drawing.h"

#include "draw/resolve_walk.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- Frames ---- */

static void copy_slot(struct kin_frame *to, int to_slot, const struct kin_frame *from, int from_slot)
{
    if (to_slot >= 0 && from_slot >= 0) {
        to->slots[to_slot] = from->slots[from_slot];
    }
}

/* The words of a setting have texts of their own; its numbers come out the same. */
static void translate_settings(const struct kin_template *translation, struct kin_frame *frame)
{
    for (size_t i = 0; i < translation->field_count; i++) {
        const struct kin_field *field = &translation->fields[i];
        struct kin_value value;
        if (field->setting && field->kind == KIN_FIELD_LET && frame->slots[field->slot].kind == KIN_WORD &&
            kin_expr_eval(field->value, frame, &value)) {
            frame->slots[field->slot] = value;
        }
    }
}

/* Slots are given in the order of reading, which texts are part of, so they differ between languages. */
struct kin_frame kin_translation_frame(const struct kin_template *template, const struct kin_frame *frame,
                                       const struct kin_template *translation)
{
    struct kin_frame copy = {.arena = frame->arena, .language = translation->language};
    copy.slots = KIN_NEW_N(frame->arena, struct kin_value, translation->slot_count);
    for (size_t i = 0; i < template->field_count; i++) {
        copy_slot(&copy, translation->fields[i].slot, frame, template->fields[i].slot);
    }
    translate_settings(translation, &copy);
    kin_state_formulas(translation, &copy);
    for (size_t i = 0; i < kin_template_response_count(template); i++) {
        const struct kin_response_template *own = kin_template_response(template, i);
        const struct kin_response_template *translated = kin_template_response(translation, i);
        copy_slot(&copy, translated->answer_slot, frame, own->answer_slot);
        copy_slot(&copy, translated->key_slot, frame, own->key_slot);
    }
    return copy;
}

/* ---- Numbers that print ---- */

/* Numbers in the order of their digits, whatever stands between them: languages order their words differently. */
struct numbers {
    kin_arena *arena;
    const char **items;
    size_t count, room;
};

/* Bytes of a number's next part: a digit, or a sign and a digit; 0: it ends. */
static size_t part_length(const char *at)
{
    static const char *const signs[] = {".", ",", "\u202f"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);
        if (strncmp(at, signs[i], length) == 0 && isdigit((unsigned char)at[length])) {
            return length + 1;
        }
    }
    return isdigit((unsigned char)*at) != 0;
}

static void add_text(struct numbers *numbers, const char *text)
{
    while (*text) {
        struct kin_buf digits = kin_buf_in(numbers->arena);
        for (size_t length; (digits.length || isdigit((unsigned char)*text)) && (length = part_length(text)) > 0;
             text += length) {
            kin_buf_add_char(&digits, text[length - 1]);
        }
        if (digits.length) {
            KIN_PUSH(numbers->arena, numbers->items, numbers->count, numbers->room) = digits.data;
        } else {
            text++;
        }
    }
}

static void add_nodes(struct numbers *numbers, const struct kin_nodes *nodes)
{
    add_text(numbers, kin_nodes_text(numbers->arena, nodes));
}

static void add_response(struct numbers *numbers, const struct kin_response *response)
{
    add_nodes(numbers, &response->label);
    add_nodes(numbers, &response->unit);
    for (size_t i = 0; i < response->option_count; i++) {
        add_nodes(numbers, &response->options[i].answer.content);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct numbers numbers_of(kin_arena *arena, const struct kin_item *item)
{
    struct numbers numbers = {.arena = arena};
    add_nodes(&numbers, &item->stem);
    for (size_t i = 0; i < item->part_count; i++) {
        add_nodes(&numbers, &item->parts[i].stem);
        for (size_t j = 0; j < item->parts[i].response_count; j++) {
            add_response(&numbers, &item->parts[i].responses[j]);
        }
    }
    if (numbers.count) {
        qsort(numbers.items, numbers.count, sizeof *numbers.items, by_text);
    }
    return numbers;
}

static bool same_numbers(const struct numbers *a, const struct numbers *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        same = strcmp(a->items[i], b->items[i]) == 0;
    }
    return same;
}

/* "12, 40": what one has and the other has not; "nothing". */
static const char *only_in(const struct numbers *a, const struct numbers *b)
{
    struct kin_buf list = kin_buf_in(a->arena);
    size_t j = 0;
    for (size_t i = 0; i < a->count; i++) {
        while (j < b->count && strcmp(b->items[j], a->items[i]) < 0) {
            j++;
        }
        if (j < b->count && strcmp(b->items[j], a->items[i]) == 0) {
            j++;
        } else {
            kin_buf_addf(&list, "%s%s", list.length ? ", " : "", a->items[i]);
        }
    }
    return list.length ? list.data : "nothing";
}

bool kin_translation_agrees(const struct kin_draw *draw, struct kin_diags *diags, struct kin_frame *frame,
                            const struct kin_item *own, const struct kin_item *translated,
                            const struct kin_translation *translation)
{
    struct numbers a = numbers_of(frame->arena, own), b = numbers_of(frame->arena, translated);
    if (same_numbers(&a, &b)) {
        return true;
    }
    kin_report(diags, KIN_E3106, draw->template->span, kin_language_name(translation->language), only_in(&b, &a),
               only_in(&a, &b), NULL);
    kin_resolve_note(draw->template, frame, diags);
    return false;
}
