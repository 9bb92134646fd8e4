#include "content/typed.h"
#include "form/mark.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { MOST_TOKENS = 64 };

struct tokens {
    const char *items[MOST_TOKENS];
    size_t count;
};

/* Words between blanks and commas. */
static struct tokens words_of(kin_arena *arena, const char *cell, const char *separators)
{
    struct tokens tokens = {.count = 0};
    for (const char *at = cell + strspn(cell, separators); *at; at += strspn(at, separators)) {
        size_t length = strcspn(at, separators);
        if (tokens.count < MOST_TOKENS) {
            tokens.items[tokens.count++] = kin_typed_clean(arena, kin_copy_n(arena, at, length));
        }
        at += length;
    }
    return tokens;
}

/* Each character for itself. */
static struct tokens characters_of(kin_arena *arena, const char *cell)
{
    struct tokens tokens = {.count = 0};
    for (; *cell; cell++) {
        if (isalnum((unsigned char)*cell) && tokens.count < MOST_TOKENS) {
            tokens.items[tokens.count++] = kin_copy_n(arena, cell, 1);
        }
    }
    return tokens;
}

static void fail(struct kin_response_mark *mark, enum kin_mark_state state, const char *trouble)
{
    mark->state = state;
    mark->trouble = trouble;
}

static void blame(struct kin_response_mark *mark, const char *misconception)
{
    mark->misconception = mark->misconception ? mark->misconception : misconception;
}

/* Index of the option with this letter; SIZE_MAX: none. */
static size_t lettered(const struct kin_response *response, const char *letter)
{
    size_t index = isalpha((unsigned char)letter[0]) ? (size_t)(toupper((unsigned char)letter[0]) - 'A') : SIZE_MAX;
    return !letter[1] && index < response->option_count ? index : SIZE_MAX;
}

/* ---- Choices --------------------------------------------------------------------------------------------------- */

static void mark_choice(kin_arena *arena, const struct kin_response *response, const char *cell,
                        struct kin_response_mark *mark)
{
    struct tokens letters = characters_of(arena, cell);
    size_t index = letters.count == 1 ? lettered(response, letters.items[0]) : SIZE_MAX;
    if (index == SIZE_MAX) {
        fail(mark, KIN_MARK_INVALID, letters.count == 1 ? "there is no such option" : "one option is asked for");
        return;
    }
    const struct kin_option *option = &response->options[index];
    mark->counts = (struct kin_mark_counts){.right = option->right, .wrong = !option->right};
    blame(mark, option->right ? NULL : option->misconception);
}

static void mark_multi_select(kin_arena *arena, const struct kin_response *response, const char *cell,
                              struct kin_response_mark *mark)
{
    struct tokens letters = characters_of(arena, cell);
    bool marked[MOST_TOKENS] = {false};
    for (size_t i = 0; i < letters.count; i++) {
        size_t index = lettered(response, letters.items[i]);
        if (index == SIZE_MAX || index >= MOST_TOKENS) {
            fail(mark, KIN_MARK_INVALID, "there is no such option");
            return;
        }
        marked[index] = true;
    }
    for (size_t i = 0; i < response->option_count && i < MOST_TOKENS; i++) {
        const struct kin_option *option = &response->options[i];
        mark->counts.right += marked[i] && option->right;
        mark->counts.missed += !marked[i] && option->right;
        mark->counts.extra += marked[i] && !option->right;
        blame(mark, marked[i] && !option->right ? option->misconception : NULL);
    }
}

/* ---- Grids and matches ----------------------------------------------------------------------------------------- */

/* A column by its heading, or by the beginning of it that no other has; SIZE_MAX: none. */
static size_t headed(const struct kin_response *response, const char *word)
{
    size_t found = SIZE_MAX, count = 0;
    for (size_t i = 0; i < response->option_count; i++) {
        const char *heading = response->options[i].answer.text;
        if (kin_typed_reads_same(heading, word)) {
            return i;
        }
        if (strncasecmp(heading, word, strlen(word)) == 0) {
            found = i;
            count++;
        }
    }
    return count == 1 ? found : SIZE_MAX;
}

static size_t option_of(const struct kin_response *response, const char *word)
{
    return response->kind == KIN_RESPONSE_MATCH ? lettered(response, word) : headed(response, word);
}

/* "1 C", "iv True" without the label. */
static const char *unlabelled(const struct kin_row *row, const char *word)
{
    size_t length = row->label ? strlen(row->label) : 0;
    bool labelled = length && strncasecmp(word, row->label, length) == 0 && word[length];
    return labelled ? word + length + strspn(word + length, " .:-") : word;
}

/* One answer a row: between commas, between blanks, or letter by letter. */
static bool answers_of_rows(kin_arena *arena, const struct kin_response *response, const char *cell,
                            struct tokens *answers)
{
    *answers = words_of(arena, cell, ",");
    if (answers->count != response->row_count) {
        *answers = words_of(arena, cell, ", ");
    }
    if (answers->count != response->row_count) {
        *answers = characters_of(arena, cell);
    }
    return answers->count == response->row_count;
}

static void mark_row(const struct kin_row *row, size_t option, struct kin_response_mark *mark)
{
    mark->counts.right += option == row->right;
    mark->counts.wrong += option != row->right;
    for (size_t i = 0; option != row->right && i < row->wrong_count; i++) {
        blame(mark, row->wrong[i].option == option ? row->wrong[i].misconception : NULL);
    }
}

static void mark_answers(kin_arena *arena, const struct kin_response *response, const char *cell,
                         struct kin_response_mark *mark)
{
    struct tokens answers;
    if (!answers_of_rows(arena, response, cell, &answers)) {
        fail(mark, KIN_MARK_UNCLEAR, "write one answer for each row, with commas between");
        return;
    }
    for (size_t i = 0; i < response->row_count; i++) {
        const char *word = unlabelled(&response->rows[i], answers.items[i]);
        bool empty = strcmp(word, "-") == 0 || strcmp(word, "?") == 0;
        size_t option = empty ? SIZE_MAX : option_of(response, word);
        if (option == SIZE_MAX && !empty) {
            fail(mark, KIN_MARK_INVALID, "there is no such answer");
            return;
        }
        if (empty) {
            mark->counts.missed++;
        } else {
            mark_row(&response->rows[i], option, mark);
        }
    }
}

/* ---- Orders ---------------------------------------------------------------------------------------------------- */

/* The thing that stands on a place of the right order. */
static size_t ranked(const struct kin_response *response, size_t place)
{
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].rank == (int)place + 1) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool are_all(const struct tokens *tokens, int (*is)(int))
{
    bool all = tokens->count > 0;
    for (size_t i = 0; i < tokens->count; i++) {
        all = all && is((unsigned char)tokens->items[i][0]);
    }
    return all;
}

/* Is the answer on a place the thing that belongs there? */
static bool is_in_place(const struct kin_response *response, const struct tokens *answers, size_t place)
{
    size_t right = ranked(response, place);
    if (right == SIZE_MAX) {
        return false;
    }
    if (!response->lettered) {
        return kin_typed_reads_same(answers->items[place], response->options[right].answer.text);
    }
    if (are_all(answers, isdigit)) { /* the number that stands before the thing */
        return answers->items[right][0] - '0' == (int)place + 1;
    }
    return lettered(response, answers->items[place]) == right;
}

/* "A 3, B 1, C 2" is 3 1 2. */
static struct tokens letters_or_numbers(kin_arena *arena, const char *cell)
{
    struct tokens answers = characters_of(arena, cell), numbers = {.count = 0};
    for (size_t i = 0; i + 1 < answers.count; i += 2) {
        bool pair = isalpha((unsigned char)answers.items[i][0]) && isdigit((unsigned char)answers.items[i + 1][0]) &&
                    toupper((unsigned char)answers.items[i][0]) == 'A' + (int)(i / 2);
        if (!pair) {
            return answers;
        }
        numbers.items[numbers.count++] = answers.items[i + 1];
    }
    return answers.count > 1 && answers.count % 2 == 0 ? numbers : answers;
}

static void mark_order(kin_arena *arena, const struct kin_response *response, const char *cell,
                       struct kin_response_mark *mark)
{
    static const char signs[] = ",<>;";
    struct kin_response clean = *response;
    struct tokens answers =
        response->lettered ? letters_or_numbers(arena, cell) : words_of(arena, kin_typed_clean(arena, cell), signs);
    clean.options = KIN_NEW_N(arena, struct kin_option, response->option_count);
    for (size_t i = 0; i < response->option_count; i++) {
        clean.options[i] = response->options[i];
        clean.options[i].answer.text = kin_typed_clean(arena, response->options[i].answer.text);
    }
    if (answers.count != response->option_count) {
        fail(mark, KIN_MARK_UNCLEAR, "write all of them in order, with commas between");
        return;
    }
    for (size_t i = 0; i < answers.count; i++) {
        bool right = is_in_place(&clean, &answers, i);
        mark->counts.right += right;
        mark->counts.wrong += !right;
    }
}

void kin_mark_rows(kin_arena *arena, const struct kin_response *response, const char *cell,
                   struct kin_response_mark *mark)
{
    switch (response->kind) {
    case KIN_RESPONSE_CHOICE:
        mark_choice(arena, response, cell, mark);
        break;
    case KIN_RESPONSE_MULTI_SELECT:
        mark_multi_select(arena, response, cell, mark);
        break;
    case KIN_RESPONSE_ORDER:
        mark_order(arena, response, cell, mark);
        break;
    default:
        mark_answers(arena, response, cell, mark);
        break;
    }
}
