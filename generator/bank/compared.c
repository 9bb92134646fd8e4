/* A pick of words compared with a word that is none of its values: the test could never hold. */
#include "bank/loader.h"

#include <string.h>

static const struct kin_field *pick_of_words(const struct kin_loader *loader, const struct kin_text *text,
                                             const struct kin_token *token)
{
    const struct kin_template *template = loader->template;
    size_t length = token->end - token->begin;
    for (size_t i = 0; template && token->kind == KIN_TOKEN_NAME && i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->kind == KIN_FIELD_MODE && strlen(field->name) == length &&
            memcmp(field->name, text->chars + token->begin, length) == 0) {
            return field;
        }
    }
    return NULL;
}

/* The words that the pick takes; 0 when they cannot be told. */
static size_t words_of(kin_arena *arena, const struct kin_field *pick, const char ***words)
{
    struct kin_value list;
    if (!pick->domain.list || !kin_expr_constant(pick->domain.list, arena, &list) || list.kind != KIN_LIST) {
        return 0;
    }
    *words = KIN_NEW_N(arena, const char *, list.as.list->count);
    for (size_t i = 0; i < list.as.list->count; i++) {
        const struct kin_value *item = &list.as.list->items[i];
        if (item->kind != KIN_WORD) {
            return 0;
        }
        (*words)[i] = item->as.word->one;
    }
    return list.as.list->count;
}

static bool among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

static void report(const struct kin_loader *loader, const struct kin_text *text, const struct kin_token *token,
                   const struct kin_field *pick)
{
    const char **words = NULL;
    size_t count = words_of(loader->arena, pick, &words);
    const char *word = kin_copy_n(loader->arena, text->chars + token->begin + 1, token->end - token->begin - 2);
    if (!count || among(word, words, count)) {
        return;
    }
    struct kin_buf all = kin_buf_in(loader->arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&all, "%s'%s'", i ? ", " : "", words[i]);
    }
    kin_report(loader->diags, KIN_E296, kin_text_part(text, token->begin, token->end), pick->name, word, NULL);
    kin_report_note(loader->diags, "its values: %s", all.data);
    const char *nearest = kin_nearest(word, words, count);
    kin_report_nearest(loader->diags, nearest, "write one of its values, or add this one to the pick");
}

static bool compares(enum kin_token_kind kind)
{
    return kind == KIN_TOKEN_EQ || kind == KIN_TOKEN_NE;
}

/* kind in {'a', 'b'}: every word in the braces. */
static void check_set(const struct kin_loader *loader, const struct kin_text *text, const struct kin_token *token,
                      const struct kin_field *pick)
{
    for (; token->kind == KIN_TOKEN_STRING || token->kind == KIN_TOKEN_COMMA; token++) {
        if (token->kind == KIN_TOKEN_STRING) {
            report(loader, text, token, pick);
        }
    }
}

void kin_check_compared(const struct kin_loader *loader, const struct kin_text *text, const struct kin_tokens *tokens)
{
    for (size_t i = 0; i + 2 < tokens->count; i++) {
        const struct kin_token *token = &tokens->items[i];
        const struct kin_field *pick = pick_of_words(loader, text, &token[0]);
        if (pick && compares(token[1].kind) && token[2].kind == KIN_TOKEN_STRING) {
            report(loader, text, &token[2], pick);
        } else if (pick && token[1].kind == KIN_TOKEN_IN && token[2].kind == KIN_TOKEN_OPEN_BRACE) {
            check_set(loader, text, &token[3], pick);
        }
        pick = pick_of_words(loader, text, &token[2]);
        if (pick && compares(token[1].kind) && token[0].kind == KIN_TOKEN_STRING) {
            report(loader, text, &token[0], pick);
        }
    }
}
