#include "draw/dress.h"

#include "value/grammar.h"

#include <string.h>
#include <strings.h>

/* ---- Streams ------------------------------------------------------------------------------------------------ */

/* Another try at an item ("I don't like item 3") is another seed, so that every stream of the slot moves. */
static struct kin_seed redrawn_seed(const struct kin_dressing *dressing)
{
    struct kin_seed seed = *dressing->seed;
    if (dressing->redraw) {
        struct kin_stream_name name = {.purpose = "redraw", .occurrence = dressing->redraw};
        struct kin_digest digest = kin_stream_digest(&seed, &name);
        seed.number = kin_digest_number(&digest);
    }
    return seed;
}

struct kin_pcg kin_dress_stream(const struct kin_template *template, const struct kin_dressing *dressing,
                                const char *purpose, const char *form, const char *field)
{
    struct kin_seed seed = redrawn_seed(dressing);
    struct kin_stream_name name = {
        .purpose = purpose,
        .template_id = template->id,
        .occurrence = dressing->occurrence,
        .form = form,
        .field = field,
        .student = dressing->student,
    };
    return kin_stream(&seed, &name);
}

/* ---- People --------------------------------------------------------------------------------------------------- */

static struct kin_value person_value(kin_arena *arena, const struct kin_name *name)
{
    static const char genders[] = {'f', 'm', 0};
    struct kin_word *word = KIN_NEW(arena, struct kin_word);
    *word = (struct kin_word){.one = name->name,
                              .they = name->they,
                              .them = name->them,
                              .their = name->their,
                              .gender = genders[kin_pronoun_row(name->they)]};
    return (struct kin_value){.kind = KIN_WORD, .places = KIN_NO_PLACES, .as.word = word};
}

static void dress_person(const struct kin_person *person, const struct kin_name *name, struct kin_frame *frame)
{
    kin_arena *arena = frame->arena;
    const char *const *pronouns = kin_frame_language(frame)->grammar->pronouns[kin_pronoun_row(name->they)];
    frame->slots[person->slots[0]] = person_value(arena, name);
    for (size_t i = 0; i < 3; i++) {
        const char *pronoun = pronouns[i] ? pronouns[i] : name->name;
        frame->slots[person->slots[1 + i]] = kin_value_word(arena, pronoun, NULL);
        frame->slots[person->slots[4 + i]] = kin_value_word(arena, kin_text_capital(arena, pronoun), NULL);
    }
}

/* A name that no earlier person of the item has: the stream's own choice, or the next free one after it. */
static size_t free_name(const bool *taken, size_t count, size_t wish)
{
    while (taken[wish]) {
        wish = (wish + 1) % count;
    }
    return wish;
}

static void put_everywhere(const struct kin_person *person, struct kin_frame *frame, struct kin_value value)
{
    for (size_t i = 0; i < KIN_PERSON_SLOTS; i++) {
        frame->slots[person->slots[i]] = value;
    }
}

static const struct kin_fixed_person *own_person(const struct kin_fixed *fixed, const struct kin_person *person)
{
    for (size_t i = 0; fixed && i < fixed->person_count; i++) {
        if (fixed->people[i].person == person) {
            return &fixed->people[i];
        }
    }
    return NULL;
}

/* As the department calls her; a name of the register is taken then. */
static struct kin_name own_name(const struct kin_fixed_person *own, const struct kin_library *library, bool *taken)
{
    struct kin_name name = {.name = own->name, .they = own->they};
    for (size_t i = 0; library && i < library->name_count; i++) {
        if (strcmp(library->names[i].name, own->name) == 0) {
            taken[i] = true;
            name.they = own->says ? own->they : library->names[i].they;
        }
    }
    const char *const *pronouns = kin_grammar_english.pronouns[kin_pronoun_row(name.they)];
    name.them = pronouns[1];
    name.their = pronouns[2];
    return name;
}

static void dress_people(const struct kin_template *template, struct kin_frame *frame,
                         const struct kin_dressing *dressing)
{
    const struct kin_library *library = template->bank->library;
    size_t names = library && template->person_count ? library->name_count : 0;
    bool *taken = KIN_NEW_N(frame->arena, bool, names);
    for (size_t i = 0; i < template->person_count; i++) {
        const struct kin_person *person = &template->people[i];
        const struct kin_fixed_person *own = own_person(dressing->fixed, person);
        if (own) {
            const struct kin_name name = own_name(own, library, taken);
            dress_person(person, &name, frame);
            continue;
        }
        if (i >= names) {
            put_everywhere(person, frame, (struct kin_value){.kind = KIN_NOTHING});
            continue;
        }
        struct kin_pcg stream = kin_dress_stream(template, dressing, "dressing", dressing->form, person->name);
        size_t at = free_name(taken, names, (size_t)kin_pcg_below64(&stream, names));
        taken[at] = true;
        dress_person(person, &library->names[at], frame);
    }
}

/* ---- Contexts --------------------------------------------------------------------------------------------------- */

static const struct kin_context *context_named(const struct kin_template *template, const char *id)
{
    for (size_t i = 0; i < template->context_count; i++) {
        if (strcmp(template->contexts[i].id, id) == 0) {
            return &template->contexts[i];
        }
    }
    return NULL;
}

static bool touches(const char *interests, const char *wanted)
{
    size_t length = strlen(wanted);
    for (const char *at = interests; at && *at;) {
        at += strspn(at, " ,");
        size_t word = strcspn(at, " ,");
        if (word == length && strncasecmp(at, wanted, word) == 0) {
            return true;
        }
        at += word;
    }
    return false;
}

/* Those that touch the interest that is asked for, where there are some; all of them otherwise. */
static uint32_t keep_interesting(const struct kin_template *template, const struct kin_dressing *dressing,
                                 uint32_t *order, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; dressing->interest && i < count; i++) {
        if (touches(template->contexts[order[i]].interest, dressing->interest)) {
            uint32_t one = order[i];
            memmove(order + kept + 1, order + kept, (i - kept) * sizeof *order);
            order[kept++] = one;
        }
    }
    return kept ? kept : count;
}

/* Those that fit, in an order that all forms share; form j takes the (j mod n)-th. All contexts are shuffled, not only
 * those that fit, so that a number which rules one out leaves the others' order alone. */
static const struct kin_context *context_in_turn(const struct kin_template *template, struct kin_frame *frame,
                                                 const struct kin_dressing *dressing)
{
    uint32_t count = (uint32_t) template->context_count, fitting = 0;
    uint32_t *order = KIN_NEW_N(frame->arena, uint32_t, count);
    struct kin_pcg stream = kin_dress_stream(template, dressing, "dressing", NULL, NULL);
    kin_pcg_shuffle(&stream, order, count);
    for (uint32_t i = 0; i < count; i++) {
        const struct kin_context *context = &template->contexts[order[i]];
        if (!context->fits || kin_expr_holds(context->fits, frame)) {
            order[fitting++] = order[i];
        }
    }
    fitting = keep_interesting(template, dressing, order, fitting);
    return fitting ? &template->contexts[order[dressing->form_index % fitting]] : NULL;
}

static void put_words(const struct kin_template *template, const struct kin_context *context, struct kin_frame *frame)
{
    for (size_t i = 0; i < template->word_count; i++) {
        frame->slots[template->word_slots[i]] = context->words[i];
    }
}

static void clear_words(const struct kin_template *template, struct kin_frame *frame)
{
    for (size_t i = 0; i < template->word_count; i++) {
        frame->slots[template->word_slots[i]] = (struct kin_value){.kind = KIN_NOTHING};
    }
}

const char *kin_dress(const struct kin_template *template, struct kin_frame *frame, const struct kin_dressing *dressing)
{
    const struct kin_context *context = NULL;
    dress_people(template, frame, dressing);
    if (dressing->fixed && dressing->fixed->skin) {
        context = dressing->fixed->skin;
    } else if (template->context_count) {
        context =
            dressing->context ? context_named(template, dressing->context) : context_in_turn(template, frame, dressing);
    }
    if (!context) {
        clear_words(template, frame);
        return NULL;
    }
    put_words(template, context, frame);
    return context->id;
}

/* ---- Neutral dressing ----------------------------------------------------------------------------------------------
 */

static const struct kin_word somebody = {.one = "N", .they = "they", .them = "them", .their = "their"};

void kin_dress_neutral(const struct kin_template *template, struct kin_frame *frame)
{
    const struct kin_value person = {.kind = KIN_WORD, .places = KIN_NO_PLACES, .as.word = &somebody};
    for (size_t i = 0; i < template->person_count; i++) {
        put_everywhere(&template->people[i], frame, person);
    }
    if (template->context_count) {
        put_words(template, &template->contexts[0], frame);
    }
}
