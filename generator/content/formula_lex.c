/* Words and signs of formulas. */
#include "base/limits.h"
#include "base/utf8.h"
#include "content/atom.h"
#include "content/formula_tree.h"

#include <string.h>

struct lexer {
    const struct kin_reading *reading;
    const struct kin_text *text;
    size_t at;
    size_t brackets; /* open ones */
    bool spaced;
    struct kin_mark_tokens *tokens;
    struct kin_holes *holes;
};

struct spelling {
    const char *written;
    uint8_t kind, join;
    const char *printed;
    uint32_t letter;
};

/* Names are known whole words; every other run of letters is a product of letters. */
static const struct spelling names[] = {
    {"sqrt", KIN_MARK_FUNCTION, 0, "sqrt", 0},
    {"root", KIN_MARK_FUNCTION, 0, "root", 0},
    {"abs", KIN_MARK_FUNCTION, 0, "abs", 0},
    {"bar", KIN_MARK_FUNCTION, 0, "bar", 0},
    {"cases", KIN_MARK_FUNCTION, 0, "cases", 0},
    {"ray", KIN_MARK_FUNCTION, 0, "ray", 0},
    {"line", KIN_MARK_FUNCTION, 0, "line", 0},
    {"arc", KIN_MARK_FUNCTION, 0, "arc", 0},
    {"matrix", KIN_MARK_FUNCTION, 0, "matrix", 0},
    {"column", KIN_MARK_FUNCTION, 0, "column", 0},
    {"columnsteps", KIN_MARK_FUNCTION, 0, "columnsteps", 0},
    {"division", KIN_MARK_FUNCTION, 0, "division", 0},
    {"divisionsteps", KIN_MARK_FUNCTION, 0, "divisionsteps", 0},
    {"synthetic", KIN_MARK_FUNCTION, 0, "synthetic", 0},
    {"syntheticsteps", KIN_MARK_FUNCTION, 0, "syntheticsteps", 0},
    {"times", KIN_MARK_TIMES, KIN_JOIN_TIMES, "×", 0},
    {"cdot", KIN_MARK_TIMES, KIN_JOIN_DOT, "·", 0},
    {"div", KIN_MARK_TIMES, KIN_JOIN_DIVIDE, "÷", 0},
    {"pm", KIN_MARK_SIGN, KIN_JOIN_PLUS_MINUS, "±", 0},
    {"deg", KIN_MARK_SUFFIX, 0, "°", 0},
    {"le", KIN_MARK_RELATION, KIN_JOIN_LE, "≤", 0},
    {"ge", KIN_MARK_RELATION, KIN_JOIN_GE, "≥", 0},
    {"lt", KIN_MARK_RELATION, KIN_JOIN_LT, "<", 0},
    {"gt", KIN_MARK_RELATION, KIN_JOIN_GT, ">", 0},
    {"ne", KIN_MARK_RELATION, KIN_JOIN_NE, "≠", 0},
    {"approx", KIN_MARK_RELATION, KIN_JOIN_ABOUT, "≈", 0},
    {"in", KIN_MARK_RELATION, KIN_JOIN_IN, "∈", 0},
    {"notin", KIN_MARK_RELATION, KIN_JOIN_NOT_IN, "∉", 0},
    {"cong", KIN_MARK_RELATION, KIN_JOIN_CONGRUENT, "≅", 0},
    {"sim", KIN_MARK_RELATION, KIN_JOIN_SIMILAR, "∼", 0},
    {"perp", KIN_MARK_RELATION, KIN_JOIN_PERPENDICULAR, "⊥", 0},
    {"parallel", KIN_MARK_RELATION, KIN_JOIN_PARALLEL, "∥", 0},
    {"union", KIN_MARK_TIMES, KIN_JOIN_UNION, "∪", 0},
    {"intersection", KIN_MARK_TIMES, KIN_JOIN_INTERSECTION, "∩", 0},
    {"compose", KIN_MARK_TIMES, KIN_JOIN_COMPOSE, "∘", 0},
    {"if", KIN_MARK_COMMA, KIN_JOIN_IF, "if", 0},
    {"otherwise", KIN_MARK_COMMA, KIN_JOIN_OTHERWISE, "otherwise", 0},
    {"and", KIN_MARK_COMMA, KIN_JOIN_AND, "and", 0},
    {"or", KIN_MARK_COMMA, KIN_JOIN_OR, "or", 0},
    {"pi", KIN_MARK_LETTER, 0, "π", KIN_PI},
    {"infinity", KIN_MARK_SYMBOL, 0, "∞", 0},
    {"emptyset", KIN_MARK_SYMBOL, 0, "∅", 0},
    {"reals", KIN_MARK_SYMBOL, 0, "ℝ", 0},
    {"angle", KIN_MARK_SYMBOL, 0, "∠", 0},
    {"triangle", KIN_MARK_SYMBOL, 0, "△", 0},
    {"alpha", KIN_MARK_LETTER, 0, "α", 0x03B1},
    {"beta", KIN_MARK_LETTER, 0, "β", 0x03B2},
    {"theta", KIN_MARK_LETTER, 0, "θ", 0x03B8},
    {"mu", KIN_MARK_LETTER, 0, "μ", 0x03BC},
    {"sigma", KIN_MARK_LETTER, 0, "σ", 0x03C3},
    {"Delta", KIN_MARK_LETTER, 0, "Δ", 0x0394},
    {"sin", KIN_MARK_WORD, 0, "sin", 0},
    {"cos", KIN_MARK_WORD, 0, "cos", 0},
    {"tan", KIN_MARK_WORD, 0, "tan", 0},
    {"log", KIN_MARK_WORD, 0, "log", 0},
};

/* Longer signs before their beginnings. */
static const struct spelling signs[] = {
    {"...", KIN_MARK_SYMBOL, 0, "…", 0},
    {"…", KIN_MARK_SYMBOL, 0, "…", 0},
    {"->", KIN_MARK_RELATION, KIN_JOIN_ARROW, "→", 0},
    {"→", KIN_MARK_RELATION, KIN_JOIN_ARROW, "→", 0},
    {"!=", KIN_MARK_RELATION, KIN_JOIN_NE, "≠", 0},
    {"≠", KIN_MARK_RELATION, KIN_JOIN_NE, "≠", 0},
    {"<=", KIN_MARK_RELATION, KIN_JOIN_LE, "≤", 0},
    {"≤", KIN_MARK_RELATION, KIN_JOIN_LE, "≤", 0},
    {">=", KIN_MARK_RELATION, KIN_JOIN_GE, "≥", 0},
    {"≥", KIN_MARK_RELATION, KIN_JOIN_GE, "≥", 0},
    {"~~", KIN_MARK_RELATION, KIN_JOIN_ABOUT, "≈", 0},
    {"≈", KIN_MARK_RELATION, KIN_JOIN_ABOUT, "≈", 0},
    {"<", KIN_MARK_RELATION, KIN_JOIN_LT, "<", 0},
    {">", KIN_MARK_RELATION, KIN_JOIN_GT, ">", 0},
    {"=", KIN_MARK_RELATION, KIN_JOIN_EQ, "=", 0},
    {"±", KIN_MARK_SIGN, KIN_JOIN_PLUS_MINUS, "±", 0},
    {"+", KIN_MARK_SIGN, KIN_JOIN_PLUS, "+", 0},
    {"-", KIN_MARK_SIGN, KIN_JOIN_MINUS, "−", 0},
    {"−", KIN_MARK_SIGN, KIN_JOIN_MINUS, "−", 0},
    {"*", KIN_MARK_TIMES, KIN_JOIN_STAR, "*", 0},
    {"·", KIN_MARK_TIMES, KIN_JOIN_DOT, "·", 0},
    {"×", KIN_MARK_TIMES, KIN_JOIN_TIMES, "×", 0},
    {"÷", KIN_MARK_TIMES, KIN_JOIN_DIVIDE, "÷", 0},
    {"/", KIN_MARK_SLASH, 0, "/", 0},
    {"^", KIN_MARK_POWER, 0, "^", 0},
    {"_", KIN_MARK_SUBSCRIPT, 0, "_", 0},
    {":", KIN_MARK_COLON, 0, ":", 0},
    {",", KIN_MARK_COMMA, KIN_JOIN_COMMA, ",", 0},
    {"(", KIN_MARK_OPEN, 0, "(", 0},
    {"[", KIN_MARK_OPEN, 0, "[", 0},
    {")", KIN_MARK_CLOSE, 0, ")", 0},
    {"]", KIN_MARK_CLOSE, 0, "]", 0},
    {"|", KIN_MARK_SIZE, 0, "|", 0},
    {"%", KIN_MARK_SUFFIX, 0, "%", 0},
    {"°", KIN_MARK_SUFFIX, 0, "°", 0},
    {"'", KIN_MARK_SUFFIX, 0, "′", 0},
    {"′", KIN_MARK_SUFFIX, 0, "′", 0},
    {"$", KIN_MARK_DOLLAR, 0, "$", 0},
    {"√", KIN_MARK_FUNCTION, 0, "sqrt", 0},
    {"∞", KIN_MARK_SYMBOL, 0, "∞", 0},
    {"∅", KIN_MARK_SYMBOL, 0, "∅", 0},
    {"ℝ", KIN_MARK_SYMBOL, 0, "ℝ", 0},
    {"∠", KIN_MARK_SYMBOL, 0, "∠", 0},
    {"△", KIN_MARK_SYMBOL, 0, "△", 0},
    {"∈", KIN_MARK_RELATION, KIN_JOIN_IN, "∈", 0},
    {"∪", KIN_MARK_TIMES, KIN_JOIN_UNION, "∪", 0},
    {"?", KIN_MARK_SYMBOL, 0, "?", 0},
};

uint8_t kin_join_named(const char *sign)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        bool joins = names[i].kind == KIN_MARK_TIMES || names[i].kind == KIN_MARK_RELATION ||
                     (names[i].kind == KIN_MARK_COMMA && names[i].join <= KIN_JOIN_OR);
        if (joins && strcmp(names[i].written, sign) == 0) {
            return names[i].join;
        }
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        bool joins = signs[i].kind == KIN_MARK_TIMES || signs[i].kind == KIN_MARK_RELATION ||
                     signs[i].kind == KIN_MARK_COMMA || signs[i].join == KIN_JOIN_PLUS;
        if (joins && strcmp(signs[i].written, sign) == 0) {
            return signs[i].join;
        }
    }
    return 0;
}

enum { NAME_COUNT = sizeof names / sizeof *names, SIGN_COUNT = sizeof signs / sizeof *signs, LONGEST_PRODUCT = 3 };

/* The byte `ahead` places on, 0 past the end. */
static unsigned char peek(const struct lexer *lexer, size_t ahead)
{
    return lexer->at + ahead < lexer->text->length ? (unsigned char)lexer->text->chars[lexer->at + ahead] : 0;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool starts(const struct lexer *lexer, const char *sign)
{
    size_t length = strlen(sign);
    return lexer->text->length - lexer->at >= length && memcmp(lexer->text->chars + lexer->at, sign, length) == 0;
}

static char *part(const struct lexer *lexer, size_t length)
{
    return kin_copy_n(lexer->reading->arena, lexer->text->chars + lexer->at, length);
}

static bool refuse(const struct lexer *lexer, enum kin_diag_id id, size_t length, const char *mend)
{
    kin_report(lexer->reading->diags, id, kin_text_part(lexer->text, lexer->at, lexer->at + length),
               part(lexer, length), NULL);
    if (mend) {
        kin_report_mend(lexer->reading->diags, "%s", mend);
    }
    return false;
}

static struct kin_mark_token *push(struct lexer *lexer, enum kin_mark_kind kind, const char *text, size_t length)
{
    struct kin_mark_tokens *tokens = lexer->tokens;
    struct kin_mark_token *token = &KIN_PUSH(tokens->work, tokens->items, tokens->count, tokens->room);
    *token = (struct kin_mark_token){.kind = (uint8_t)kind,
                                     .spaced = lexer->spaced,
                                     .text = text,
                                     .begin = (uint32_t)lexer->at,
                                     .end = (uint32_t)(lexer->at + length)};
    lexer->at += length;
    lexer->spaced = false;
    return token;
}

static void push_spelling(struct lexer *lexer, const struct spelling *spelling, size_t length)
{
    struct kin_mark_token *token = push(lexer, spelling->kind, spelling->printed, length);
    token->join = spelling->join;
    token->letter = spelling->letter;
    lexer->brackets += spelling->kind == KIN_MARK_OPEN;
    lexer->brackets -= spelling->kind == KIN_MARK_CLOSE && lexer->brackets > 0;
}

/* Three digits after a comma, and no fourth. */
static bool group_follows(const struct lexer *lexer, size_t at)
{
    return peek(lexer, at) == ',' && is_digit(peek(lexer, at + 1)) && is_digit(peek(lexer, at + 2)) &&
           is_digit(peek(lexer, at + 3)) && !is_digit(peek(lexer, at + 4));
}

static size_t count_digits(const struct lexer *lexer, size_t from)
{
    size_t at = from;
    while (is_digit(peek(lexer, at))) {
        at++;
    }
    return at - from;
}

static char *without_commas(const struct lexer *lexer, size_t length)
{
    char *digits = part(lexer, length), *to = digits;
    for (const char *from = digits; *from; from++) {
        if (*from != ',') {
            *to++ = *from;
        }
    }
    *to = '\0';
    return digits;
}

/* 0.bar(3): a point with nothing but repeating digits behind it. */
static bool bar_follows(const struct lexer *lexer, size_t at)
{
    static const char bar[] = ".bar(";
    return lexer->text->length - lexer->at >= at + sizeof bar - 1 &&
           memcmp(lexer->text->chars + lexer->at + at, bar, sizeof bar - 1) == 0;
}

static bool read_number(struct lexer *lexer)
{
    size_t length = count_digits(lexer, 0);
    bool grouped = length <= 3 && group_follows(lexer, length);
    if (grouped && lexer->brackets) {
        return refuse(lexer, KIN_E266, length + 4,
                      "write one number without the comma, or a space after the comma of a list");
    }
    while (grouped && group_follows(lexer, length)) {
        length += 4;
    }
    if (peek(lexer, length) == '.' && is_digit(peek(lexer, length + 1))) {
        length += 1 + count_digits(lexer, length + 1);
    } else if (bar_follows(lexer, length)) {
        length++;
    }
    push(lexer, KIN_MARK_NUMBER, without_commas(lexer, length), length);
    return true;
}

static void push_letters(struct lexer *lexer, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        uint32_t letter = peek(lexer, 0);
        push(lexer, KIN_MARK_LETTER, part(lexer, 1), 1)->letter = letter;
    }
}

static bool refuse_name(struct lexer *lexer, size_t length)
{
    const char *known[NAME_COUNT];
    for (size_t i = 0; i < NAME_COUNT; i++) {
        known[i] = names[i].written;
    }
    const char *name = part(lexer, length), *near = kin_nearest(name, known, NAME_COUNT);
    refuse(lexer, KIN_E267, length, NULL);
    if (near) {
        kin_report_mend(lexer->reading->diags, "did you mean %s? A word is written \"%s\", a value {%s}", near, name,
                        name);
    } else {
        kin_report_mend(lexer->reading->diags, "write \"%s\" for a word, {%s} for a value, or spaces between letters",
                        name, name);
    }
    return false;
}

static bool read_letters(struct lexer *lexer)
{
    size_t length = 0;
    while (is_letter(peek(lexer, length))) {
        length++;
    }
    for (size_t i = 0; i < NAME_COUNT; i++) {
        if (strlen(names[i].written) == length && starts(lexer, names[i].written)) {
            push_spelling(lexer, &names[i], length);
            return true;
        }
    }
    if (length > LONGEST_PRODUCT || (length == LONGEST_PRODUCT && peek(lexer, length) == '(')) {
        return refuse_name(lexer, length);
    }
    push_letters(lexer, length);
    return true;
}

static bool read_word(struct lexer *lexer)
{
    const char *start = lexer->text->chars + lexer->at;
    const char *close = memchr(start + 1, '"', lexer->text->length - lexer->at - 1);
    if (!close) {
        return refuse(lexer, KIN_E274, 1, "close the words with a second \"");
    }
    size_t length = (size_t)(close - start);
    push(lexer, KIN_MARK_WORD, kin_copy_n(lexer->reading->arena, start + 1, length - 1), length + 1);
    return true;
}

/* "{blank id}": where the blank of that name stands. Bytes of it, 0 when this is a hole for a value. */
static size_t blank_length(const struct lexer *lexer, size_t *id, size_t *id_length)
{
    static const char word[] = "blank";
    size_t at = 1;
    while (peek(lexer, at) == ' ') {
        at++;
    }
    for (size_t i = 0; word[i]; i++, at++) {
        if (peek(lexer, at) != (unsigned char)word[i]) {
            return 0;
        }
    }
    for (*id = at; peek(lexer, *id) == ' '; ++*id) {
    }
    size_t end = *id;
    while (is_letter(peek(lexer, end)) || is_digit(peek(lexer, end)) || peek(lexer, end) == '_') {
        end++;
    }
    *id_length = end - *id;
    while (peek(lexer, end) == ' ') {
        end++;
    }
    return *id > at && *id_length && peek(lexer, end) == '}' ? end + 1 : 0;
}

static bool read_hole(struct lexer *lexer)
{
    size_t id, id_length, blank = blank_length(lexer, &id, &id_length);
    if (blank) {
        push(lexer, KIN_MARK_BLANK, kin_copy_n(lexer->reading->arena, lexer->text->chars + lexer->at + id, id_length),
             blank);
        return true;
    }
    if (peek(lexer, 1) == '{') {
        push(lexer, KIN_MARK_OPEN, "{", 2);
        lexer->brackets++;
        return true;
    }
    size_t end = lexer->at;
    struct kin_hole hole;
    if (!kin_hole_parse(lexer->reading, lexer->text, lexer->at, &end, &hole)) {
        return false;
    }
    push(lexer, KIN_MARK_HOLE, part(lexer, end - lexer->at), end - lexer->at)->index = lexer->holes->count;
    KIN_PUSH(lexer->reading->arena, lexer->holes->items, lexer->holes->count, lexer->holes->room) = hole;
    return true;
}

static bool read_close_brace(struct lexer *lexer)
{
    if (peek(lexer, 1) != '}') {
        return refuse(lexer, KIN_E272, 1, "write }} for a brace that is printed");
    }
    push(lexer, KIN_MARK_CLOSE, "}", 2);
    lexer->brackets -= lexer->brackets > 0;
    return true;
}

static bool is_greek(uint32_t rune)
{
    return rune >= 0x0391 && rune <= 0x03C9;
}

static const char *mend_sign(const struct lexer *lexer)
{
    unsigned char c = peek(lexer, 0);
    if (c == '.') {
        return is_digit(peek(lexer, 1)) ? "write a digit before the point: 0.5"
                                        : "put the full stop behind the formula";
    }
    return c == ';'    ? "write a comma, or formulas of their own"
           : c == '&'  ? "write and, or, or a comma"
           : c == '\\' ? "names have no backslash: a/b is a fraction, sqrt(x) a root, x * y a product"
                       : "words go in double quotes: 5 \"cm\"";
}

static bool read_sign(struct lexer *lexer)
{
    for (size_t i = 0; i < SIGN_COUNT; i++) {
        if (starts(lexer, signs[i].written)) {
            push_spelling(lexer, &signs[i], strlen(signs[i].written));
            return true;
        }
    }
    uint32_t rune = 0;
    size_t length = kin_utf8_decode(lexer->text->chars + lexer->at, lexer->text->length - lexer->at, &rune);
    if (length && is_greek(rune)) {
        push(lexer, KIN_MARK_LETTER, part(lexer, length), length)->letter = rune;
        return true;
    }
    return refuse(lexer, KIN_E263, length ? length : 1, mend_sign(lexer));
}

static bool read_token(struct lexer *lexer)
{
    unsigned char c = peek(lexer, 0);
    if (is_digit(c)) {
        return read_number(lexer);
    }
    if (is_letter(c)) {
        return read_letters(lexer);
    }
    if (c == '"') {
        return read_word(lexer);
    }
    return c == '{' ? read_hole(lexer) : c == '}' ? read_close_brace(lexer) : read_sign(lexer);
}

static void skip_space(struct lexer *lexer)
{
    while (peek(lexer, 0) && strchr(" \t\r\n", peek(lexer, 0))) {
        lexer->at++;
        lexer->spaced = true;
    }
}

bool kin_formula_lex(const struct kin_reading *reading, const struct kin_text *text, struct kin_mark_tokens *tokens,
                     struct kin_holes *holes)
{
    struct lexer lexer = {.reading = reading, .text = text, .tokens = tokens, .holes = holes};
    if (text->length > KIN_LIMIT_EXPR_BYTES) {
        kin_report(reading->diags, KIN_E261, kin_text_part(text, 0, 1), NULL);
        kin_report_mend(reading->diags, "split it into several formulas");
        return false;
    }
    for (skip_space(&lexer); lexer.at < text->length; skip_space(&lexer)) {
        if (!read_token(&lexer)) {
            return false;
        }
    }
    push(&lexer, KIN_MARK_END, "the end", 0);
    return true;
}
