#include "draw/prove.h"

#include "base/utf8.h"
#include "content/answer.h"

#include <string.h>

static struct kin_letter *letter_of(const struct kin_letters *letters, uint32_t letter)
{
    for (size_t i = 0; i < letters->count; i++) {
        if (letters->items[i].letter == letter) {
            return &letters->items[i];
        }
    }
    return NULL;
}

/* A letter that another source has given already keeps its values: sources are asked by falling rank. */
static void add(kin_arena *arena, struct kin_letters *letters, uint32_t rune, struct kin_value value,
                const struct kin_part_template *part)
{
    struct kin_letter *letter = letter_of(letters, rune);
    if (letter && letter->part != part) {
        return;
    }
    if (!letter) {
        letter = &KIN_PUSH(arena, letters->items, letters->count, letters->room);
        *letter = (struct kin_letter){.letter = rune, .part = part};
    }
    KIN_PUSH(arena, letter->values, letter->count, letter->room) = value;
    letters->rounds = letter->count > letters->rounds ? letter->count : letters->rounds;
}

enum { MOST_SOLUTIONS = 64 }; /* of one question; a longer list is no set of solutions to go through */

static bool is_set_of_values(const struct kin_response_template *response, const struct kin_value *key)
{
    bool set = response->type && strcmp(response->type->name, "set") == 0 && key->kind == KIN_LIST &&
               key->as.list->count > 0 && key->as.list->count <= MOST_SOLUTIONS;
    for (size_t i = 0; set && i < key->as.list->count; i++) {
        set = key->as.list->items[i].kind == KIN_NUMBER || key->as.list->items[i].kind == KIN_SURD;
    }
    return set;
}

static void add_answer(const struct kin_proving *proving, struct kin_letters *letters,
                       const struct kin_part_template *part, const struct kin_response_template *response,
                       const struct kin_judgement *judgement)
{
    kin_arena *arena = proving->walk.frame->arena;
    const struct kin_value *key = &judgement->key;
    if (response->letter && key->kind == KIN_NUMBER) {
        add(arena, letters, response->letter, *key, part);
    } else if (response->letter && is_set_of_values(response, key)) {
        for (size_t i = 0; i < key->as.list->count; i++) {
            add(arena, letters, response->letter, key->as.list->items[i], part);
        }
        struct kin_letter *letter = letter_of(letters, response->letter);
        letter->set = letter->part == part && letter->count == key->as.list->count;
    }
}

static void add_part(const struct kin_proving *proving, struct kin_letters *letters, size_t n)
{
    const struct kin_part_template *part = &proving->template->parts[n];
    const struct kin_judgement *judgements = proving->judgements;
    for (size_t i = 0; i < n; i++) {
        judgements += proving->template->parts[i].response_count;
    }
    for (size_t i = 0; i < part->response_count; i++) {
        add_answer(proving, letters, part, &part->responses[i], &judgements[i]);
        for (size_t j = 0; j < judgements[i].blank_count; j++) {
            const struct kin_judged_blank *blank = &judgements[i].blanks[j];
            add_answer(proving, letters, part, blank->blank, &blank->judgement);
        }
    }
}

/* The part's own, then those before it, the nearest first, then those behind it. */
static void add_parts(const struct kin_proving *proving, struct kin_letters *letters,
                      const struct kin_part_template *own)
{
    size_t n = (size_t)(own - proving->template->parts);
    for (size_t i = n + 1; i > 0; i--) {
        add_part(proving, letters, i - 1);
    }
    for (size_t i = n + 1; i < proving->template->part_count; i++) {
        add_part(proving, letters, i);
    }
}

/* The letter that a name is; 0 for a longer name. */
static uint32_t only_letter(const char *name)
{
    uint32_t rune;
    size_t length = strlen(name), size = length ? kin_utf8_decode(name, length, &rune) : 0;
    return size && size == length ? rune : 0;
}

static void add_fields(const struct kin_proving *proving, struct kin_letters *letters)
{
    const struct kin_frame *frame = proving->walk.frame;
    for (size_t i = 0; i < proving->template->field_count; i++) {
        const struct kin_field *field = &proving->template->fields[i];
        uint32_t letter = only_letter(field->name);
        if (letter && frame->slots[field->slot].kind == KIN_NUMBER) {
            add(frame->arena, letters, letter, frame->slots[field->slot], NULL);
        }
    }
}

struct kin_letters *kin_letters_gather(const struct kin_proving *proving, const struct kin_part_template *part)
{
    struct kin_letters *letters = KIN_NEW(proving->walk.frame->arena, struct kin_letters);
    letters->rounds = 1;
    add_parts(proving, letters, part);
    add_fields(proving, letters);
    return letters;
}

const struct kin_binding *kin_letters_bind(const struct kin_letters *letters, kin_arena *arena, size_t round)
{
    struct kin_binding *bindings = KIN_NEW_N(arena, struct kin_binding, letters->count);
    for (size_t i = 0; i < letters->count; i++) {
        const struct kin_letter *letter = &letters->items[i];
        bindings[i] = (struct kin_binding){letter->letter, letter->values[round % letter->count]};
    }
    return bindings;
}

char *kin_letters_text(const struct kin_letters *letters, kin_arena *arena)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < letters->count; i++) {
        const struct kin_letter *letter = &letters->items[i];
        if (!letter->part) {
            continue;
        }
        kin_buf_add(&buf, buf.length ? ", " : "");
        kin_buf_add_rune(&buf, letter->letter);
        for (size_t v = 0; v < letter->count; v++) {
            kin_buf_addf(&buf, "%s%s", v ? " or " : " = ", kin_value_text(arena, &letter->values[v]));
        }
    }
    return buf.data;
}
