/* Property 11: the letter of the right choice tells nothing. Shuffled choices have it in all places equally often, over
 * the forms of an item and over all; those ordered by a rule are only counted. */
#include "form/evidence/inspect.h"
#include "form/evidence/question.h"

#include <string.h>

enum { MOST_PLACES = 26 };

/* Right choices by place, among choices with so many options. */
struct places {
    size_t options, count, by_place[MOST_PLACES];
};

static size_t place_of_key(const struct kin_response *response)
{
    size_t place = 0;
    while (place < response->option_count && !response->options[place].right) {
        place++;
    }
    return place;
}

static bool is_choice(const struct kin_response *response)
{
    return response->kind == KIN_RESPONSE_CHOICE && place_of_key(response) < response->option_count &&
           response->option_count <= MOST_PLACES;
}

/* The choices of an item in order; the n-th of all responses is looked at on every form. */
struct choices {
    const struct kin_response *items[64];
    size_t count;
};

static void add_choice(const struct kin_response *response, void *data)
{
    struct choices *choices = data;
    if (is_choice(response) && choices->count < sizeof choices->items / sizeof *choices->items) {
        choices->items[choices->count++] = response;
    }
}

static struct choices choices_of(const struct kin_inspection *inspection, size_t form, size_t slot)
{
    struct choices choices = {.count = 0};
    kin_item_responses(kin_inspected(inspection, form, slot), add_choice, &choices);
    return choices;
}

static size_t fullest(const struct places *places)
{
    size_t at = 0;
    for (size_t i = 1; i < places->options; i++) {
        at = places->by_place[i] > places->by_place[at] ? i : at;
    }
    return at;
}

static void note(struct places *places, const struct kin_response *response)
{
    places->options = response->option_count;
    places->by_place[place_of_key(response)]++;
    places->count++;
}

/* One place may be out of bounds for keys, that of an option pinned last. */
static size_t most_of(size_t count, size_t options)
{
    size_t open = options > 2 ? options - 1 : options;
    return (count + open - 1) / open;
}

static const char letter_format[] = "%c";

static const char *letter(const struct kin_inspection *inspection, size_t place)
{
    return kin_format(inspection->arena, letter_format, (char)('A' + place));
}

struct tally {
    struct places shuffled[MOST_PLACES + 1], ordered; /* shuffled ones by number of options */
    const char *failure;
};

/* One choice on all forms. */
static void tally_choice(const struct kin_inspection *inspection, size_t slot, size_t n, struct tally *tally)
{
    struct places own = {0};
    size_t forms = inspection->of.set->form_count;
    for (size_t f = 0; f < forms; f++) {
        struct choices choices = choices_of(inspection, f, slot);
        if (n >= choices.count) {
            continue;
        }
        const struct kin_response *response = choices.items[n];
        if (response->shuffled) {
            note(&own, response);
            note(&tally->shuffled[response->option_count], response);
        } else {
            size_t options = tally->ordered.options;
            note(&tally->ordered, response);
            tally->ordered.options = options > response->option_count ? options : response->option_count;
        }
    }
    size_t place = own.count ? fullest(&own) : 0;
    if (own.count && own.by_place[place] > most_of(own.count, own.options) && !tally->failure) {
        tally->failure =
            kin_format(inspection->arena, inspection->words->reason_stays, kin_inspected_slot(inspection, slot),
                       letter(inspection, place), own.by_place[place], own.count);
    }
}

/* Over all items and forms, with half as many again as an even share allowed for what does not divide. */
static void judge_all(const struct kin_inspection *inspection, struct tally *tally)
{
    for (size_t n = 2; n <= MOST_PLACES && !tally->failure; n++) {
        const struct places *places = &tally->shuffled[n];
        size_t place = places->count ? fullest(places) : 0;
        if (places->count && 2 * n * places->by_place[place] > 3 * places->count + 2 * n) {
            tally->failure = kin_format(inspection->arena, inspection->words->reason_unbalanced, places->count, n,
                                        places->by_place[place], letter(inspection, place));
        }
    }
}

/* ---- Odd ones out by length -------------------------------------------------------------------------------------- */

static size_t runes(const char *text)
{
    size_t count = 0;
    for (; *text; text++) {
        count += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return count;
}

/* Twice as long as the longest of the others, and by more than a word or two. */
static bool is_odd(const struct kin_response *response)
{
    enum { FEW = 12 };
    size_t right = 0, longest = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        size_t length = runes(response->options[i].answer.text);
        if (response->options[i].right) {
            right = length;
        } else {
            longest = length > longest ? length : longest;
        }
    }
    return right > 2 * longest && right > longest + FEW;
}

static void look_for_odd(const struct kin_inspection *inspection, size_t slot, struct tally *tally)
{
    for (size_t f = 0; f < inspection->of.set->form_count && !tally->failure; f++) {
        struct choices choices = choices_of(inspection, f, slot);
        for (size_t n = 0; n < choices.count && !tally->failure; n++) {
            if (is_odd(choices.items[n])) {
                tally->failure = kin_format(inspection->arena, inspection->words->reason_odd_length,
                                            kin_inspected_slot(inspection, slot), kin_inspected_form(inspection, f));
            }
        }
    }
}

/* ---- The property ------------------------------------------------------------------------------------------------ */

/* "A 6, B 7, C 6, D 7" */
static void add_places(struct kin_buf *buf, const struct places *places)
{
    for (size_t i = 0; i < places->options; i++) {
        kin_buf_addf(buf, "%s%c %zu", i ? ", " : "", (char)('A' + i), places->by_place[i]);
    }
}

static const char *report(const struct kin_inspection *inspection, const struct tally *tally)
{
    struct kin_buf buf = kin_buf_in(inspection->arena), all = kin_buf_in(inspection->arena);
    for (size_t n = 2; n <= MOST_PLACES; n++) {
        if (tally->shuffled[n].count) {
            kin_buf_add(&buf, buf.length ? " / " : "");
            add_places(&buf, &tally->shuffled[n]);
        }
    }
    if (buf.length) {
        kin_buf_addf(&all, inspection->words->reason_balanced, buf.data);
    }
    if (tally->ordered.count) {
        struct kin_buf ordered = kin_buf_in(inspection->arena);
        add_places(&ordered, &tally->ordered);
        kin_buf_add(&all, all.length ? "; " : "");
        kin_buf_addf(&all, inspection->words->reason_ordered, ordered.data);
    }
    return all.length ? all.data : NULL;
}

struct kin_finding kin_property_places(const struct kin_inspection *inspection)
{
    struct tally *tally = KIN_NEW(inspection->arena, struct tally);
    for (size_t s = 0; s < inspection->of.set->slot_count; s++) {
        size_t count = choices_of(inspection, 0, s).count;
        for (size_t n = 0; n < count; n++) {
            tally_choice(inspection, s, n, tally);
        }
        look_for_odd(inspection, s, tally);
    }
    judge_all(inspection, tally);
    const char *said = report(inspection, tally);
    if (tally->failure || !said) {
        return tally->failure ? kin_find(KIN_FAILED, tally->failure)
                              : kin_find(KIN_NOT_APPLICABLE, inspection->words->reason_no_choices);
    }
    return kin_find(KIN_PASSED, said);
}
