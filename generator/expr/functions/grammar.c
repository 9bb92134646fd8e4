/* Words in a sentence: articles, and what agrees with a noun or a person. */
#include "expr/functions/call.h"

#include "value/grammar.h"

#include <string.h>

KIN_DECLARE_FUNCTION(the);
KIN_DECLARE_FUNCTION(an);
KIN_DECLARE_FUNCTION(agree);
KIN_DECLARE_FUNCTION(verb);
KIN_DECLARE_FUNCTION(capital);

/* A noun that may have a count before it. */
struct noun {
    const struct kin_word *word;
    enum kin_number number;
};

static struct noun noun_of(const struct kin_call *call)
{
    const struct kin_value *first = &call->arguments[0];
    if (first->kind != KIN_NUMBER) {
        return (struct noun){kin_calendar_word(call->language, first->as.word), KIN_ONE_OF_IT};
    }
    return (struct noun){kin_calendar_word(call->language, call->arguments[1].as.word),
                         kin_number_after(call->arena, first)};
}

/* What an article needs: a gender where the language has them, and a plural for several. */
static bool has_forms(struct kin_call *call, const struct noun *noun)
{
    if (call->language->grammar->gendered && !noun->word->gender) {
        return kin_call_fail(call, KIN_E3108, noun->word->one);
    }
    return kin_word_form(noun->word, noun->number) || kin_call_fail(call, KIN_E243, noun->word->one);
}

static bool call_the(struct kin_call *call, struct kin_value *result)
{
    struct noun noun = noun_of(call);
    return has_forms(call, &noun) &&
           kin_call_give_text(call, call->language->grammar->definite(call->arena, noun.word, noun.number), result);
}

static const struct kin_example the_examples[] = {{"the('ticket')", "the ticket"},
                                                  {"the(3, word('ticket', 'tickets'))", "the tickets"},
                                                  {"the(2, 'ticket')", "error E243"},
                                                  {NULL, NULL}};
const struct kin_function kin_function_the = {"the",
                                              "word -> word | number, word -> word",
                                              "A word with the definite article: the ticket, las camisas.",
                                              call_the,
                                              false,
                                              the_examples};

static bool call_an(struct kin_call *call, struct kin_value *result)
{
    struct noun noun = noun_of(call);
    return has_forms(call, &noun) &&
           kin_call_give_text(call, call->language->grammar->indefinite(call->arena, noun.word, noun.number), result);
}

static const struct kin_example an_examples[] = {{"an('apple')", "an apple"},
                                                 {"an('uniform')", "a uniform"},
                                                 {"an('hour')", "an hour"},
                                                 {"an('8-foot rope')", "an 8-foot rope"},
                                                 {"an(2, word('egg', 'eggs'))", "eggs"},
                                                 {NULL, NULL}};
const struct kin_function kin_function_an = {"an",
                                             "word -> word | number, word -> word",
                                             "A word with the indefinite article: a ticket, an hour, una camisa.",
                                             call_an,
                                             false,
                                             an_examples};

enum { BY_GENDER = 2, BY_GENDER_AND_NUMBER = 4 };

/* Of somebody without a gender, and where nothing has one, the first form. */
static bool call_agree(struct kin_call *call, struct kin_value *result)
{
    struct noun noun = noun_of(call);
    const struct kin_list *forms = call->arguments[call->count - 1].as.list;
    if (forms->count != BY_GENDER && forms->count != BY_GENDER_AND_NUMBER) {
        return kin_call_fail(call, KIN_E3110, NULL);
    }
    size_t at = noun.word->gender == 'f';
    if (forms->count == BY_GENDER_AND_NUMBER && noun.number == KIN_MANY_OF_IT) {
        at += BY_GENDER;
    }
    return kin_call_give_text(call, forms->items[at].as.word->one, result);
}

static const struct kin_example agree_examples[] = {{"agree('mesa', ['roto', 'rota'])", "roto"},
                                                    {"agree(2, 'mesa', ['roto', 'rota', 'rotos', 'rotas'])", "rotos"},
                                                    {"agree('mesa', ['roto'])", "error E3110"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_agree = {
    "agree",
    "word, list of word -> word | number, word, list of word -> word",
    "The form that goes with a noun or person: masculine, feminine, and the same for several.",
    call_agree,
    false,
    agree_examples};

/* She runs, they run: a person who is called they takes the plural of the verb after the pronoun. */
static bool call_verb(struct kin_call *call, struct kin_value *result)
{
    const char *they = call->arguments[0].as.word->they;
    bool several = they && strcmp(they, "they") == 0;
    return kin_call_give_text(call, call->arguments[several ? 2 : 1].as.word->one, result);
}

static const struct kin_example verb_examples[] = {{"verb('Ana', 'runs', 'run')", "runs"}, {NULL, NULL}};
const struct kin_function kin_function_verb = {"verb",
                                               "word, word, word -> word",
                                               "The form of a verb after a person's pronoun: she runs, they run.",
                                               call_verb,
                                               false,
                                               verb_examples};

static bool call_capital(struct kin_call *call, struct kin_value *result)
{
    const struct kin_word *word = kin_calendar_word(call->language, call->arguments[0].as.word);
    return kin_call_give_text(call, kin_text_capital(call->arena, word->one), result);
}

static const struct kin_example capital_examples[] = {
    {"capital(the('ticket'))", "The ticket"}, {"capital('árbol')", "Árbol"}, {NULL, NULL}};
const struct kin_function kin_function_capital = {
    "capital",    "word -> word", "A word with a capital letter, for the beginning of a sentence.",
    call_capital, false,          capital_examples};
