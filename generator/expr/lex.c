#include "expr/parse.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

struct lexer {
    const struct kin_reading *reading;
    const struct kin_text *text;
    const char *chars; /* the text's */
    size_t at, end;
    struct kin_tokens *tokens;
};

struct spelling {
    const char *text;
    enum kin_token_kind kind;
};

static const struct spelling keywords[] = {
    {"true", KIN_TOKEN_TRUE}, {"false", KIN_TOKEN_FALSE}, {"if", KIN_TOKEN_IF},   {"for", KIN_TOKEN_FOR},
    {"not", KIN_TOKEN_NOT},   {"in", KIN_TOKEN_IN},       {"and", KIN_TOKEN_AND}, {"or", KIN_TOKEN_OR},
    {"eq", KIN_TOKEN_EQ},     {"ne", KIN_TOKEN_NE},       {"lt", KIN_TOKEN_LT},   {"le", KIN_TOKEN_LE},
    {"gt", KIN_TOKEN_GT},     {"ge", KIN_TOKEN_GE},
};

/* Longer signs before their beginnings. */
static const struct spelling signs[] = {
    {"..", KIN_TOKEN_RANGE},       {"<=", KIN_TOKEN_LE},         {">=", KIN_TOKEN_GE},
    {"!=", KIN_TOKEN_NE},          {"<", KIN_TOKEN_LT},          {">", KIN_TOKEN_GT},
    {"=", KIN_TOKEN_EQ},           {"+", KIN_TOKEN_PLUS},        {"-", KIN_TOKEN_MINUS},
    {"*", KIN_TOKEN_TIMES},        {"/", KIN_TOKEN_OVER},        {"^", KIN_TOKEN_POWER},
    {"(", KIN_TOKEN_OPEN_ROUND},   {")", KIN_TOKEN_CLOSE_ROUND}, {"[", KIN_TOKEN_OPEN_SQUARE},
    {"]", KIN_TOKEN_CLOSE_SQUARE}, {"{", KIN_TOKEN_OPEN_BRACE},  {"}", KIN_TOKEN_CLOSE_BRACE},
    {",", KIN_TOKEN_COMMA},        {":", KIN_TOKEN_COLON},
};

/* What people type from habit or paste from a word processor, and what is meant. */
static const struct {
    const char *text, *meant;
} habits[] = {
    {"==", "eq"},     {"<>", "ne"},
    {"&&", "and"},    {"||", "or"},
    {"**", "^"},      {"...", ".."},
    {"−", "-"},       {"–", "-"},
    {"×", "*"},       {"·", "*"},
    {"÷", "/"},       {"≤", "le"},
    {"≥", "ge"},      {"≠", "ne"},
    {"²", "^2"},      {"³", "^3"},
    {"√", "sqrt(x)"}, {"“", "'"},
    {"”", "'"},       {"‘", "'"},
    {"’", "'"},       {"€", "$"},
    {";", ","},       {"&", "and"},
    {"|", "abs(x)"},  {"%", "mod(a, b), or 15% for a percent"},
};

static struct kin_span part(const struct lexer *lexer, size_t begin, size_t end)
{
    return kin_text_part(lexer->text, begin, end);
}

static void push(struct lexer *lexer, enum kin_token_kind kind, size_t length)
{
    KIN_PUSH(lexer->tokens->work, lexer->tokens->items, lexer->tokens->count, lexer->tokens->room) =
        (struct kin_token){kind, (uint32_t)lexer->at, (uint32_t)(lexer->at + length)};
    lexer->at += length;
}

static bool starts(const struct lexer *lexer, const char *sign)
{
    size_t length = strlen(sign);
    return lexer->end - lexer->at >= length && memcmp(lexer->chars + lexer->at, sign, length) == 0;
}

/* The byte `ahead` places on, 0 past the end. */
static unsigned char peek(const struct lexer *lexer, size_t ahead)
{
    return lexer->at + ahead < lexer->end ? (unsigned char)lexer->chars[lexer->at + ahead] : 0;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool starts_name(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool goes_on(unsigned char c)
{
    return starts_name(c) || is_digit(c);
}

static bool refuse(struct lexer *lexer, size_t length, const char *meant)
{
    struct kin_diags *diags = lexer->reading->diags;
    const char *text = kin_copy_n(lexer->reading->arena, lexer->chars + lexer->at, length);
    kin_report(diags, KIN_E204, part(lexer, lexer->at, lexer->at + length), text, NULL);
    if (meant) {
        kin_report_mend(diags, "write %s", meant);
    }
    return false;
}

/* Digits with at most one point that has digits after it, from `from` bytes on; 0 when there are none. */
static size_t number_length(const struct lexer *lexer, size_t from)
{
    size_t length = from;
    while (is_digit(peek(lexer, length))) {
        length++;
    }
    if (length > from && peek(lexer, length) == '.' && is_digit(peek(lexer, length + 1))) {
        for (length++; is_digit(peek(lexer, length));) {
            length++;
        }
    }
    return length - from;
}

static bool read_number(struct lexer *lexer)
{
    size_t length = number_length(lexer, 0);
    if (peek(lexer, length) == '%') {
        push(lexer, KIN_TOKEN_PERCENT, length + 1);
    } else {
        push(lexer, KIN_TOKEN_NUMBER, length);
    }
    return true;
}

static bool read_money(struct lexer *lexer)
{
    size_t length = number_length(lexer, 1);
    if (length == 0) {
        return refuse(lexer, 1, "an amount as $3.50; for a name, money(x)");
    }
    push(lexer, KIN_TOKEN_MONEY, length + 1);
    return true;
}

static bool read_string(struct lexer *lexer)
{
    const char *start = lexer->chars + lexer->at;
    const char *quote = memchr(start + 1, *start, lexer->end - lexer->at - 1);
    if (!quote) {
        kin_report(lexer->reading->diags, KIN_E205, part(lexer, lexer->at, lexer->end), NULL);
        return false;
    }
    push(lexer, KIN_TOKEN_STRING, (size_t)(quote - start) + 1);
    return true;
}

static size_t plain_name_length(const struct lexer *lexer, size_t from)
{
    size_t length = from;
    while (starts_name(peek(lexer, from)) && goes_on(peek(lexer, length))) {
        length++;
    }
    return length - from;
}

static enum kin_token_kind name_kind(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strlen(keywords[i].text) == length && memcmp(keywords[i].text, name, length) == 0) {
            return keywords[i].kind;
        }
    }
    return KIN_TOKEN_NAME;
}

static bool read_name(struct lexer *lexer)
{
    size_t length = plain_name_length(lexer, 0);
    if (peek(lexer, length) == '.') {
        size_t field = plain_name_length(lexer, length + 1);
        length += field ? field + 1 : 0;
    }
    push(lexer, name_kind(lexer->chars + lexer->at, length), length);
    return true;
}

static bool read_sign(struct lexer *lexer)
{
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++) {
        if (starts(lexer, habits[i].text)) {
            return refuse(lexer, strlen(habits[i].text), habits[i].meant);
        }
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (starts(lexer, signs[i].text)) {
            push(lexer, signs[i].kind, strlen(signs[i].text));
            return true;
        }
    }
    uint32_t rune;
    size_t length = kin_utf8_decode(lexer->chars + lexer->at, lexer->end - lexer->at, &rune);
    bool decimal = peek(lexer, 0) == '.' && is_digit(peek(lexer, 1)) &&
                   (lexer->at == 0 || !goes_on((unsigned char)lexer->chars[lexer->at - 1]));
    bool after_value = lexer->at > 0 && goes_on((unsigned char)lexer->chars[lexer->at - 1]);
    const char *meant = peek(lexer, 0) == '!' ? after_value ? "factorial(n)" : "not"
                        : decimal             ? "a digit before the point: 0.5"
                                              : NULL;
    return refuse(lexer, length ? length : 1, meant);
}

static bool read_token(struct lexer *lexer)
{
    unsigned char c = peek(lexer, 0);
    if (is_digit(c)) {
        return read_number(lexer);
    }
    if (starts_name(c)) {
        return read_name(lexer);
    }
    if (c == '$') {
        return read_money(lexer);
    }
    return c == '\'' || c == '"' ? read_string(lexer) : read_sign(lexer);
}

static void skip_space(struct lexer *lexer)
{
    while (lexer->at < lexer->end && strchr(" \t\r\n", lexer->chars[lexer->at]) && lexer->chars[lexer->at]) {
        lexer->at++;
    }
}

bool kin_lex(const struct kin_reading *reading, const struct kin_text *text, size_t begin, size_t end,
             struct kin_tokens *tokens)
{
    struct lexer lexer = {reading, text, text->chars, begin, end, tokens};
    if (end - begin > KIN_LIMIT_EXPR_BYTES) {
        kin_report(reading->diags, KIN_E202, part(&lexer, begin, begin + 1), NULL);
        return false;
    }
    for (skip_space(&lexer); lexer.at < end; skip_space(&lexer)) {
        if (!read_token(&lexer)) {
            return false;
        }
    }
    push(&lexer, KIN_TOKEN_END, 0);
    return true;
}

bool kin_name_usable(const char *name)
{
    struct kin_text text = kin_text_plain(name);
    struct lexer lexer = {.text = &text, .chars = name, .end = text.length};
    return text.length && !kin_name_is_constant(name) && plain_name_length(&lexer, 0) == text.length &&
           name_kind(name, text.length) == KIN_TOKEN_NAME;
}
