/* Words and texts. */
#include "expr/functions/call.h"

#include "base/limits.h"
#include "value/grammar.h"

#include <string.h>

KIN_DECLARE_FUNCTION(word);
KIN_DECLARE_FUNCTION(plural);
KIN_DECLARE_FUNCTION(count);
KIN_DECLARE_FUNCTION(join_words);
KIN_DECLARE_FUNCTION(text);

static bool call_word(struct kin_call *call, struct kin_value *result)
{
    struct kin_word *word = KIN_NEW(call->arena, struct kin_word);
    word->one = call->arguments[0].as.word->one;
    word->many = call->arguments[1].as.word->one;
    word->gender = call->count > 2 ? *call->arguments[2].as.word->one : 0;
    *result = (struct kin_value){.kind = KIN_WORD, .places = KIN_NO_PLACES, .as.word = word};
    return true;
}

static const struct kin_example word_examples[] = {{"word('mouse', 'mice')", "mouse"}, {NULL, NULL}};
const struct kin_function kin_function_word = {
    "word",       "word, word, word? -> word", "A word with its plural, and its gender 'm' or 'f'.", call_word, false,
    word_examples};

/* The form of a word that goes with a number: "1 ticket", "-1 ticket", "0 tickets", "1.5 tickets", "3/4 mile". */
static bool counted_form(struct kin_call *call, const char *one, const char *many, const char **form)
{
    *form = kin_number_after(call->arena, &call->arguments[0]) == KIN_ONE_OF_IT ? one : many;
    return *form || kin_call_fail(call, KIN_E243, one);
}

static bool call_plural(struct kin_call *call, struct kin_value *result)
{
    const struct kin_word *word = kin_calendar_word(call->language, call->arguments[1].as.word);
    const char *form;
    return counted_form(call, word->one, word->many, &form) && kin_call_give_text(call, form, result);
}

static const struct kin_example plural_examples[] = {{"plural(3, word('ticket', 'tickets'))", "tickets"},
                                                     {"plural(1, word('ticket', 'tickets'))", "ticket"},
                                                     {"plural(2, 'ticket')", "error E243"},
                                                     {NULL, NULL}};
const struct kin_function kin_function_plural = {
    "plural", "number, word -> word", "The form of a word that goes with a number.", call_plural,
    false,    plural_examples};

/* Some nouns are counted by something else: "2 slices of bread". */
static bool call_count(struct kin_call *call, struct kin_value *result)
{
    const struct kin_word *word = kin_calendar_word(call->language, call->arguments[1].as.word);
    bool by_other = word->counted_one != NULL;
    const char *form;
    if (!counted_form(call, by_other ? word->counted_one : word->one, by_other ? word->counted_many : word->many,
                      &form)) {
        return false;
    }
    const char *number = kin_call_text(call, &call->arguments[0]);
    return number && kin_call_give_text(call, kin_format(call->arena, "%s %s", number, form), result);
}

static const struct kin_example count_examples[] = {{"count(1, word('ticket', 'tickets'))", "1 ticket"},
                                                    {"count(3, word('ticket', 'tickets'))", "3 tickets"},
                                                    {"count(2.50, word('mile', 'miles'))", "2.50 miles"},
                                                    {"count(3/4, word('mile', 'miles'))", "3/4 mile"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_count = {
    "count", "number, word -> word", "A number with the form of a word that goes with it.", call_count,
    false,   count_examples};

static bool call_join_words(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list;
    struct kin_buf buf = kin_buf_in(call->arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < list->count; i++) {
        const char *element = kin_call_text(call, &list->items[i]), *joining = call->arguments[1].as.word->one;
        if (!element || buf.length > KIN_LIMIT_TEXT_BYTES) {
            return kin_call_fail(call, KIN_E241, NULL);
        }
        kin_buf_add(&buf, call->language->grammar->separator(call->arena, i, list->count, joining, element));
        kin_buf_add(&buf, element);
    }
    return kin_call_give_text(call, buf.data, result);
}

static const struct kin_example join_words_examples[] = {{"join_words(['red', 'blue'], 'and')", "red and blue"},
                                                         {"join_words([3, 5, 8], 'or')", "3, 5, or 8"},
                                                         {"join_words([], 'and')", ""},
                                                         {NULL, NULL}};
const struct kin_function kin_function_join_words = {"join_words",
                                                     "list of T, word -> word",
                                                     "The elements as a phrase, the last one after the given word.",
                                                     call_join_words,
                                                     false,
                                                     join_words_examples};

static bool call_text(struct kin_call *call, struct kin_value *result)
{
    const char *text = kin_call_text(call, &call->arguments[0]);
    return text && kin_call_give_text(call, text, result);
}

static const struct kin_example text_examples[] = {{"text(7/2)", "7/2"}, {"text($2.50)", "$2.50"}, {NULL, NULL}};
const struct kin_function kin_function_text = {"text",    "any -> word", "A value as a word.",
                                               call_text, false,         text_examples};
