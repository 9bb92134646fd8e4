/* Short names for building formulas and content in tests. Everything lives in one arena, set before use. */
#ifndef TESTS_RENDER_BUILD_H
#define TESTS_RENDER_BUILD_H

#include "content/node.h"

typedef const struct kin_maths *formula;

extern kin_arena *build_arena;

#define COUNT_OF(...) (sizeof((formula[]){__VA_ARGS__}) / sizeof(formula))
#define ROW(...) kin_maths_new(build_arena, KIN_MATHS_ROW, NULL, (formula[]){__VA_ARGS__}, COUNT_OF(__VA_ARGS__))
#define GRID(brace, ...) build_grid(brace, (formula[]){__VA_ARGS__}, COUNT_OF(__VA_ARGS__))

/* Leaves. */
formula number(const char *text);
formula letter(const char *text);
formula word(const char *text);
formula symbol(const char *text);
formula operator(const char *text);
formula sign(const char *text);
formula relation(const char *text);
formula punct(const char *text);
formula space(const char *name);
formula blank(void);

/* Structures. */
formula fraction(formula numerator, formula denominator);
formula mixed(formula whole, formula part);
formula power(formula base, formula exponent);
formula index_of(formula base, formula index);
formula scripts(formula base, formula super, formula sub);
formula root(formula radicand, formula degree);
formula fence(const char *open, formula body, const char *close);
formula bar(formula body);
formula build_grid(const char *brace, const formula *rows, size_t count);

/* A formula typed in one line, for short ones: letters, digits, + - * = < > , ( ) and spaces (ignored). Brackets become
 * fences. */
formula typed(const char *text);

/* Content. */
#define KIDS(...)                                                                                                      \
    (struct kin_node *[]){__VA_ARGS__}, sizeof((struct kin_node *[]){__VA_ARGS__}) / sizeof(struct kin_node *)
#define P(...) node_of(KIN_NODE_PARAGRAPH, KIDS(__VA_ARGS__))
struct kin_node *node_of(enum kin_node_kind kind, struct kin_node *const *kids, size_t count);
struct kin_node *text(const char *words);
struct kin_node *bold(const char *words);
struct kin_node *italic(const char *words);
struct kin_node *maths(formula body);
struct kin_node *display(formula body);
struct kin_nodes flow_of(struct kin_node *const *kids, size_t count);

#endif
