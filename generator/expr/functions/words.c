/* Words and texts. */
#include "expr/functions/call.h"

#include "base/limits.h"

#include <string.h>

KIN_DECLARE_FUNCTION(word);
KIN_DECLARE_FUNCTION(plural);
KIN_DECLARE_FUNCTION(count);
KIN_DECLARE_FUNCTION(join_words);
KIN_DECLARE_FUNCTION(text);

static bool give_text(struct kin_call *call, const char *text, struct kin_value *result)
{
    if (strlen(text) > KIN_LIMIT_TEXT_BYTES) {
        return kin_call_fail(call, KIN_E241, NULL);
    }
    *result = kin_value_word(call->arena, text, NULL);
    return true;
}

static bool call_word(struct kin_call *call, struct kin_value *result)
{
    *result = kin_value_word(call->arena, call->arguments[0].as.word->one, call->arguments[1].as.word->one);
    return true;
}

static const struct kin_example word_examples[] = {{"word('mouse', 'mice')", "mouse"}, {NULL, NULL}};
const struct kin_function kin_function_word = {"word", "word, word -> word", "A word with its plural.", call_word,
                                               false,  word_examples};

/* The form of a word that goes with a number: "1 ticket", "-1 ticket", "0 tickets", "1.5 tickets". */
static bool counted_form(struct kin_call *call, const char **form)
{
    const struct kin_word *word = call->arguments[1].as.word;
    struct kin_rat size = kin_rat_abs(call->arena, kin_call_number(call, 0));
    *form = kin_rat_equal(size, kin_rat_int(1)) ? word->one : word->many;
    return *form || kin_call_fail(call, KIN_E243, word->one);
}

static bool call_plural(struct kin_call *call, struct kin_value *result)
{
    const char *form;
    return counted_form(call, &form) && give_text(call, form, result);
}

static const struct kin_example plural_examples[] = {{"plural(3, word('ticket', 'tickets'))", "tickets"},
                                                     {"plural(1, word('ticket', 'tickets'))", "ticket"},
                                                     {"plural(2, 'ticket')", "error E243"},
                                                     {NULL, NULL}};
const struct kin_function kin_function_plural = {
    "plural", "number, word -> word", "The form of a word that goes with a number.", call_plural,
    false,    plural_examples};

static bool call_count(struct kin_call *call, struct kin_value *result)
{
    const char *form;
    if (!counted_form(call, &form)) {
        return false;
    }
    const char *number = kin_call_text(call, &call->arguments[0]);
    return number && give_text(call, kin_format(call->arena, "%s %s", number, form), result);
}

static const struct kin_example count_examples[] = {{"count(1, word('ticket', 'tickets'))", "1 ticket"},
                                                    {"count(3, word('ticket', 'tickets'))", "3 tickets"},
                                                    {"count(2.50, word('mile', 'miles'))", "2.50 miles"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_count = {
    "count", "number, word -> word", "A number with the form of a word that goes with it.", call_count,
    false,   count_examples};

/* "a", "a and b", "a, b, and c": the serial comma is US school usage. */
static const char *separator(kin_arena *arena, size_t index, size_t count, const char *joining)
{
    if (index == 0) {
        return "";
    }
    if (index + 1 < count) {
        return ", ";
    }
    return kin_format(arena, count > 2 ? ", %s " : " %s ", joining);
}

static bool call_join_words(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list;
    struct kin_buf buf = kin_buf_in(call->arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < list->count; i++) {
        const char *element = kin_call_text(call, &list->items[i]);
        if (!element || buf.length > KIN_LIMIT_TEXT_BYTES) {
            return kin_call_fail(call, KIN_E241, NULL);
        }
        kin_buf_add(&buf, separator(call->arena, i, list->count, call->arguments[1].as.word->one));
        kin_buf_add(&buf, element);
    }
    return give_text(call, buf.data, result);
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
    return text && give_text(call, text, result);
}

static const struct kin_example text_examples[] = {{"text(7/2)", "7/2"}, {"text($2.50)", "$2.50"}, {NULL, NULL}};
const struct kin_function kin_function_text = {"text",    "any -> word", "A value as a word.",
                                               call_text, false,         text_examples};
