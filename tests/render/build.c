#include "build.h"

#include <ctype.h>
#include <string.h>

kin_arena *build_arena;

static formula leaf(enum kin_maths_kind kind, const char *text_of)
{
    return kin_maths_new(build_arena, kind, text_of, NULL, 0);
}

formula number(const char *digits)
{
    return leaf(KIN_MATHS_NUMBER, digits);
}

formula letter(const char *name)
{
    return leaf(KIN_MATHS_LETTER, name);
}

formula word(const char *letters)
{
    return leaf(KIN_MATHS_WORD, letters);
}

formula symbol(const char *mark)
{
    return leaf(KIN_MATHS_SYMBOL, mark);
}

formula operator(const char *mark)
{
    return leaf(KIN_MATHS_OPERATOR, mark);
}

formula sign(const char *mark)
{
    return leaf(KIN_MATHS_SIGN, mark);
}

formula relation(const char *mark)
{
    return leaf(KIN_MATHS_RELATION, mark);
}

formula punct(const char *mark)
{
    return leaf(KIN_MATHS_PUNCT, mark);
}

formula space(const char *name)
{
    return leaf(KIN_MATHS_SPACE, name);
}

formula blank(void)
{
    return leaf(KIN_MATHS_BLANK, "a");
}

static formula with_kids(enum kin_maths_kind kind, const formula *kids, size_t count)
{
    return kin_maths_new(build_arena, kind, NULL, kids, count);
}

formula fraction(formula numerator, formula denominator)
{
    return with_kids(KIN_MATHS_FRACTION, (formula[]){numerator, denominator}, 2);
}

formula mixed(formula whole, formula part)
{
    return with_kids(KIN_MATHS_MIXED, (formula[]){whole, part}, 2);
}

formula scripts(formula base, formula super, formula sub)
{
    return with_kids(KIN_MATHS_SCRIPTS, (formula[]){base, super, sub}, 3);
}

formula power(formula base, formula exponent)
{
    return scripts(base, exponent, NULL);
}

formula index_of(formula base, formula index)
{
    return scripts(base, NULL, index);
}

formula root(formula radicand, formula degree)
{
    return with_kids(KIN_MATHS_ROOT, (formula[]){radicand, degree}, 2);
}

formula fence(const char *open, formula body, const char *close)
{
    return kin_maths_fence(build_arena, open, close, body);
}

formula bar(formula body)
{
    return with_kids(KIN_MATHS_BAR, &body, 1);
}

formula build_grid(const char *brace, const formula *rows, size_t count)
{
    struct kin_maths *grid = KIN_NEW(build_arena, struct kin_maths);
    grid->kind = KIN_MATHS_GRID;
    grid->open = brace;
    grid->close = "";
    grid->count = count;
    grid->kids = kin_copy_bytes(build_arena, rows, count * sizeof *rows);
    return grid;
}

/* ---- Typed formulas ------------------------------------------------------------------------------------- */

enum { TYPED_MAX = 64 };

static formula typed_until(const char **at, char end);

static formula typed_number(const char **at)
{
    size_t length = strspn(*at, "0123456789.");
    formula result = number(kin_copy_n(build_arena, *at, length));
    *at += length;
    return result;
}

static formula typed_sign(char mark, formula before)
{
    bool binary = before && before->kind != KIN_MATHS_OPERATOR && before->kind != KIN_MATHS_RELATION &&
                  before->kind != KIN_MATHS_PUNCT;
    const char *drawn = mark == '-' ? "−" : "+";
    return binary ? operator(drawn) : sign(drawn);
}

static formula typed_mark(char mark, formula before)
{
    char *alone = kin_copy_n(build_arena, &mark, 1);
    if (mark == '+' || mark == '-') {
        return typed_sign(mark, before);
    }
    if (mark == '*') {
        return operator("·");
    }
    if (strchr("=<>:", mark)) {
        return relation(alone);
    }
    return mark == ',' ? punct(alone) : symbol(alone);
}

static formula typed_atom(const char **at, formula before)
{
    char c = **at;
    if (isdigit((unsigned char)c)) {
        return typed_number(at);
    }
    ++*at;
    if (c == '(') {
        return fence("(", typed_until(at, ')'), ")");
    }
    if (c == '[') {
        return fence("[", typed_until(at, ']'), "]");
    }
    if (isalpha((unsigned char)c)) {
        return letter(kin_copy_n(build_arena, &c, 1));
    }
    return typed_mark(c, before);
}

static formula typed_until(const char **at, char end)
{
    formula kids[TYPED_MAX];
    size_t count = 0;
    while (**at && **at != end && count < TYPED_MAX) {
        if (**at == ' ') {
            ++*at;
        } else if (**at == '^') {
            ++*at;
            formula exponent = typed_atom(at, NULL);
            kids[count - 1] = power(kids[count - 1], exponent);
        } else {
            kids[count] = typed_atom(at, count ? kids[count - 1] : NULL);
            count++;
        }
    }
    *at += **at == end && end;
    return with_kids(KIN_MATHS_ROW, kids, count);
}

formula typed(const char *line)
{
    return typed_until(&line, '\0');
}

/* ---- Content -------------------------------------------------------------------------------------------- */

struct kin_nodes flow_of(struct kin_node *const *kids, size_t count)
{
    struct kin_nodes nodes = {0};
    for (size_t i = 0; i < count; i++) {
        kin_nodes_add(build_arena, &nodes, kids[i]);
    }
    return nodes;
}

struct kin_node *node_of(enum kin_node_kind kind, struct kin_node *const *kids, size_t count)
{
    struct kin_node *node = kin_node_new(build_arena, kind);
    node->kids = flow_of(kids, count);
    return node;
}

struct kin_node *text(const char *words)
{
    return kin_node_text(build_arena, words, KIN_UPRIGHT);
}

struct kin_node *bold(const char *words)
{
    return kin_node_text(build_arena, words, KIN_BOLD);
}

struct kin_node *italic(const char *words)
{
    return kin_node_text(build_arena, words, KIN_ITALIC);
}

struct kin_node *maths(formula body)
{
    return kin_node_maths(build_arena, body);
}

struct kin_node *display(formula body)
{
    struct kin_node *node = kin_node_maths(build_arena, body);
    node->display = true;
    return node;
}
