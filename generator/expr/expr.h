/* The expression language: parsed and typed when a bank is loaded, then evaluated many times. Exact, bounded, without
 * side effects: it can neither loop for ever nor see anything but its frame. Grammar: expr/README.md. */
#ifndef KIN_EXPR_EXPR_H
#define KIN_EXPR_EXPR_H

#include "base/diag.h"
#include "value/language.h"
#include "value/value.h"

/* ---- Names ------------------------------------------------------------------------------------------- */

/* The names that expressions of one template may use. Each has a slot in the frame. Inner scopes (a <for>, a
 * comprehension) see the outer ones; all take slots from the same row, so one frame serves a whole template. */
struct kin_scope;

struct kin_scope *kin_scope_new(kin_arena *arena, struct kin_scope *outer);

/* Add a name. Returns its slot, or -1 when this scope or an outer one has it already. `name` is copied. */
int kin_scope_add(struct kin_scope *scope, const char *name, struct kin_type type);

/* Add a name that hides one of the same name in an outer scope, as the x of an axis does. Returns its slot, or -1 when
 * this scope itself has the name. */
int kin_scope_shadow(struct kin_scope *scope, const char *name, struct kin_type type);

/* Another name in this scope for a slot that is taken already ("answer" for "answer.a"). Returns the slot, or -1 when
 * the name can be seen from here already. */
int kin_scope_alias(struct kin_scope *scope, const char *name, int slot, struct kin_type type);

/* Slot of a name here or further out, and its type (type may be NULL); -1 when unknown. */
int kin_scope_find(const struct kin_scope *scope, const char *name, struct kin_type *type);

/* Give a slot that was added before a type (lets are named first, then typed). */
void kin_scope_set_type(struct kin_scope *scope, int slot, struct kin_type type);

/* A formula (content/formula.h) that the name with this slot stands for: {name} in another formula puts it in as it is
 * written. NULL when the name stands for none. */
struct kin_formula;
void kin_scope_give_formula(struct kin_scope *scope, int slot, const struct kin_formula *formula);
const struct kin_formula *kin_scope_formula(const struct kin_scope *scope, const char *name);

/* The format (content/formats.def) in which the value of this slot prints where {name} says none; NULL: none. It must
 * outlive the scope. */
void kin_scope_give_format(struct kin_scope *scope, int slot, const char *format);
const char *kin_scope_format(const struct kin_scope *scope, const char *name);

/* Number of slots taken by the outermost scope and all scopes inside it. */
size_t kin_scope_slots(const struct kin_scope *scope);

/* All names that can be seen from here, for "did you mean". */
size_t kin_scope_names(const struct kin_scope *scope, kin_arena *arena, const char ***names);

/* The name that was given this slot here or further out; NULL when none can be seen. */
const char *kin_scope_name(const struct kin_scope *scope, int slot);

/* Can authors use it as a name? Letters, digits and _, no digit first, and no word of the language such as "in". */
bool kin_name_usable(const char *name);

/* ---- Reading ----------------------------------------------------------------------------------------- */

/* What a reader of expressions and formulas works with. */
struct kin_reading {
    kin_arena *arena; /* the bank's */
    struct kin_diags *diags;
    struct kin_scope *scope;
};

struct kin_expr;

/* Parse and type a whole text, whose characters must live as long as the expression. `want`: the type that is needed
 * (kind KIN_NOTHING: any). Returns NULL after reporting at the place of the mistake. */
struct kin_expr *kin_expr_parse(const struct kin_reading *reading, struct kin_text text, struct kin_type want);

/* The same for part of a text: from byte `begin` up to byte `end`. */
struct kin_expr *kin_expr_parse_part(const struct kin_reading *reading, const struct kin_text *text, size_t begin,
                                     size_t end, struct kin_type want);

struct kin_type kin_expr_type(const struct kin_expr *expr);
struct kin_span kin_expr_span(const struct kin_expr *expr);

/* Does it read this slot? (Slots bound inside it, by a comprehension, do not count.) */
bool kin_expr_uses(const struct kin_expr *expr, int slot);

/* Its value where it needs no names: true with *value set; false when it uses any name or fails. */
bool kin_expr_constant(const struct kin_expr *expr, kin_arena *arena, struct kin_value *value);

/* Is its value that of a function that rounds: round(...), round_up(...)? */
bool kin_expr_rounds(const struct kin_expr *expr);

/* The words that it can come out as, where they stand in it: 'a' and 'b' of if(n gt 0, 'a', 'b'). False: it can come
 * out as something else, too. */
struct kin_list_of_words {
    const char **items;
    size_t count, room;
};
bool kin_expr_words(const struct kin_expr *expr, kin_arena *arena, struct kin_list_of_words *words);

/* The expression as it was written, without outer white space. */
const char *kin_expr_source(const struct kin_expr *expr);

/* ---- Evaluating -------------------------------------------------------------------------------------- */

/* Why an evaluation failed. */
struct kin_fault {
    enum kin_diag_id id; /* a row of the E2 family whose text takes at most one argument */
    struct kin_span span;
    const char *detail; /* that argument, or NULL */
};

/* Values by slot (as many as kin_scope_slots says once all is parsed), and where intermediate results go. One frame is
 * used for one instance at a time. */
struct kin_frame {
    kin_arena *arena;
    struct kin_value *slots;
    uint32_t steps; /* used so far by this evaluation; reset by kin_expr_eval */
    uint64_t spent; /* by walks over content, for the budget of a draw; whoever reads it sets it back */
    struct kin_fault fault;
    const struct kin_language *language; /* that texts are made in; NULL: English */
};

/* The language of a frame, never NULL. */
static inline const struct kin_language *kin_frame_language(const struct kin_frame *frame)
{
    return frame->language ? frame->language : kin_language_usual();
}

/* Evaluate. Returns false with frame->fault set: division by zero, out of a limit, index outside a list ... */
bool kin_expr_eval(const struct kin_expr *expr, struct kin_frame *frame, struct kin_value *value);

/* A test: true only if it evaluates to true; an undefined value counts as false (LANGUAGE rule 22). */
bool kin_expr_holds(const struct kin_expr *expr, struct kin_frame *frame);

/* Report a fault, with the values of all names that the expression uses as its note. */
void kin_fault_report(struct kin_diags *diags, const struct kin_frame *frame, const struct kin_scope *scope,
                      const struct kin_expr *expr);

/* The type names used below. */
extern const struct kin_type kin_type_any, kin_type_number, kin_type_truth, kin_type_word, kin_type_numbers,
    kin_type_poly;

#endif
