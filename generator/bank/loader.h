/* What the files that load an item template share. Used by bank/ only. Trees were validated before: loading reads
 * only what the element tables allow. */
#ifndef KIN_BANK_LOADER_H
#define KIN_BANK_LOADER_H

#include "bank/bank.h"
#include "bank/element.h"
#include "content/answer.h"
#include "expr/lex.h"

enum kin_name_kind { KIN_NAME_FIELD, KIN_NAME_PERSON, KIN_NAME_WORD };

/* A name that the template declares somewhere; collected before anything is read, so that a use before the place
 * of declaration, or in the wrong kind of place, can be told from a misspelling. */
struct kin_declared {
    const char *name;
    enum kin_name_kind kind;
    struct kin_span span;
    int slot; /* -1 until it can be used */
};

struct kin_uses {
    const struct kin_expr **exprs;
    size_t expr_count, expr_room;
    const struct kin_formula **formulas;
    size_t formula_count, formula_room;
    const struct kin_phrase **phrases;
    size_t phrase_count, phrase_room;
};

struct kin_loader {
    kin_arena *arena;
    struct kin_diags *diags;
    struct kin_library *library; /* NULL: an assessment template */
    const struct kin_bank *bank;
    struct kin_template *template;
    const struct kin_template *translated; /* whose translation this is; NULL: it is none */
    struct kin_scope *numbers;             /* parameters: what tests, keys and features may read */
    struct kin_scope *answers;             /* and "answer.ID": what checks may read */
    struct kin_scope *content;             /* and people and words: what texts may read */
    struct kin_declared *declared;
    size_t declared_count, declared_room;
    const char **words; /* values of the picks of words, for "put it in quotes" */
    size_t word_count, word_room;
    const char **broken; /* names whose definition was reported: what uses them is not reported, too */
    size_t broken_count, broken_room;
    size_t errors_before;
    struct kin_scope *keys; /* what a key may read at this place: answers, and the names of <for> around a blank */
    struct kin_response_template *completing; /* whose body is being read; NULL: none */
    const char **formula_blanks;              /* ids that formulas of this body name */
    size_t formula_blank_count, formula_blank_room;
    int *answer_slots;
    size_t answer_count, answer_room;
    struct kin_response_template **answered; /* whose answers they are, in the order of evaluation */
    size_t answered_count, answered_room;
    struct kin_uses uses; /* everything read, to find what is never used */
};

/* ---- read.c: expressions, formulas, phrases -------------------------------------------------------------------- */

/* Parse a text in a scope; NULL after reporting. `want` as in kin_expr_parse. */
const struct kin_expr *kin_load_expr(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text,
                                     struct kin_type want);

/* The same for an attribute; NULL also when there is no such attribute. */
const struct kin_expr *kin_load_attribute(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                          const char *name, struct kin_type want);

/* A list written without its brackets: an attribute's value, or the text of an element. */
const struct kin_expr *kin_load_list(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text);

/* Has this template no error so far? Only then are warnings of use. */
bool kin_loader_clean(const struct kin_loader *loader);

/* true or false as an expression. */
const struct kin_expr *kin_load_truth(struct kin_loader *loader, const char *text);

const struct kin_formula *kin_load_formula(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text);
const struct kin_phrase *kin_load_phrase(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text);

/* Do not report uses of a name: its definition was reported. "key" and "answer" stand for all answers. */
void kin_mark_broken(struct kin_loader *loader, const char *name);

/* Report words that a pick is compared with though it never takes them (compared.c). */
void kin_check_compared(const struct kin_loader *loader, const struct kin_text *text, const struct kin_tokens *tokens);

/* Part of a text with its place. */
struct kin_text kin_text_cut(kin_arena *arena, const struct kin_text *text, size_t begin, size_t end);

/* A number of points or minutes: digits with a point, checked by the validator. `otherwise` when not said. */
struct kin_rat kin_load_points(struct kin_loader *loader, const struct kin_xml *xml, const char *name,
                               struct kin_rat otherwise);
int kin_load_integer(struct kin_loader *loader, const struct kin_xml *xml, const char *name, int otherwise);
double kin_load_decimal(struct kin_loader *loader, const struct kin_xml *xml, const char *name);
/* "1.5in" in points of 1/72 in; 0 when not said. */
double kin_load_length(struct kin_loader *loader, const struct kin_xml *xml, const char *name);
bool kin_load_yes(struct kin_loader *loader, const struct kin_xml *xml, const char *name);
bool kin_load_is(struct kin_loader *loader, const struct kin_xml *xml, const char *name, const char *word);

/* Items separated by spaces or commas, each with its place. */
size_t kin_load_words(struct kin_loader *loader, const struct kin_xml *xml, const char *name, struct kin_text **words);

/* Span of an attribute's value, of its name when that says more, or of the element's name. */
struct kin_span kin_value_span(const struct kin_xml *xml, const char *name);

/* ---- alone.c ----------------------------------------------------------------------------------------------------- */

/* The <item-template> with that content behind its title, read and validated; NULL after reporting. */
const struct kin_xml *kin_xml_alone(struct kin_library *library, const char *content, const char *language);

/* ---- content.c -----------------------------------------------------------------------------------------------------
 */

enum kin_shape {
    KIN_SHAPE_FLOW,   /* blocks only */
    KIN_SHAPE_INLINE, /* running text */
    KIN_SHAPE_MIXED   /* either; running text becomes paragraphs */
};

enum kin_reveal { KIN_HIDES_ANSWER, KIN_SHOWS_ANSWER };

struct kin_blocks kin_load_blocks(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                  enum kin_shape shape, enum kin_reveal reveal);

/* An attribute's text as running text. */
struct kin_blocks kin_load_attribute_blocks(struct kin_loader *loader, struct kin_scope *scope,
                                            const struct kin_xml *xml, const char *name);

/* The <else> of an <if>, or NULL. Text, or what may stand within a line? A condition is what its contents are
 * (content_shape.c). */
const struct kin_xml *kin_xml_else(const struct kin_xml *xml);
bool kin_xml_running(const struct kin_xml *xml);

/* How the entries of an element are read: options, wrong answers, steps ... */
struct kin_entry_reader {
    /* Load one; its kind and its index among those of its kind go into `block`. False: it is no entry. */
    bool (*load)(struct kin_loader *loader, const struct kin_xml *xml, void *home, struct kin_block *block);
    void *home;
};

/* The entries of an element, with the conditions and repetitions around them. Meanwhile loader->content is `scope`, and
 * inside a repetition loader->keys and loader->content know its name, too. */
struct kin_blocks kin_load_entries(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                   const struct kin_entry_reader *reader);

/* Does any of them stand in a condition or repetition? */
bool kin_entries_branch(const struct kin_blocks *entries);

/* ---- figure.c ---- */

/* Read a figure into block->figure, its parts into block->kids. False after reporting that no figure can be made of it.
 */
bool kin_load_figure(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                     struct kin_block *block);

/* A mark of a drawing as a part of the figure that it is drawn on; NULL after reporting. */
const struct kin_block *kin_load_mark(struct kin_loader *loader, const struct kin_xml *xml,
                                      const struct kin_figure_kind *figure);

/* The kind of the template's figure of that id; NULL: there is none, and `ids` are those that there are. */
struct kin_tags;
const struct kin_figure_kind *kin_load_drawn_on(struct kin_loader *loader, const struct kin_xml *xml, const char *id,
                                                struct kin_tags *ids);

/* Does anything in it show {answer}? */
bool kin_blocks_answer(const struct kin_blocks *blocks);

/* ---- the parts of a template
 * ------------------------------------------------------------------------------------------ */

void kin_declare(struct kin_loader *loader, const struct kin_xml *xml);              /* declare.c */
void kin_load_parameters(struct kin_loader *loader, const struct kin_xml *template); /* fields.c */
/* Add a field that was read, and its name to the scope; type NOTHING: its definition was reported (fields.c). */
struct kin_fields {
    size_t room;
};
void kin_add_field(struct kin_loader *loader, struct kin_field *field, struct kin_type type, struct kin_fields *fields);
void kin_load_settings(struct kin_loader *loader, const struct kin_xml *xml,
                       struct kin_fields *fields); /* settings.c */
/* Fields policy.NAME of the policies that the template uses (uses.c). */
void kin_load_uses(struct kin_loader *loader, const struct kin_xml *template, struct kin_fields *fields);
void kin_load_domain(struct kin_loader *loader, const struct kin_xml *pick, struct kin_field *field,
                     struct kin_type *type); /* domain.c */
/* The lists that a pick draws of its `values` values (-1: not known here), if any (arrange.c). */
void kin_load_arrangement(struct kin_loader *loader, const struct kin_xml *pick, struct kin_domain *domain,
                          int64_t values, struct kin_type *type);
void kin_load_dressing(struct kin_loader *loader, const struct kin_xml *template); /* dressing.c */
struct kin_context *kin_load_skin(struct kin_loader *loader, const struct kin_xml *template,
                                  const struct kin_xml *skin); /* words of a fixed form; NULL after reporting */
void kin_load_features(struct kin_loader *loader, const struct kin_xml *features); /* features.c */

/* The <case>s of a pick or feature. `known`: all words that it can have; NULL: it can have others, too. */
void kin_load_cases(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_names *known,
                    struct kin_names *cases); /* cases.c */
void kin_load_fixed(struct kin_loader *loader, const struct kin_xml *template);    /* fixed.c */
void kin_load_parts(struct kin_loader *loader, const struct kin_xml *template);    /* part.c */
void kin_load_solution(struct kin_loader *loader, struct kin_part_template *part, const struct kin_xml *solution);

/* Responses: ids, types and keys first, so that every check and solution can name every answer (response.c). */
void kin_load_key(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);
void kin_load_response(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);

/* One option or wrong answer at the end of the response's; what is wrong with all of them together (option.c). */
void kin_load_option(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                     size_t *room);
void kin_load_wrong(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                    size_t *room);
void kin_check_options(struct kin_loader *loader, const struct kin_xml *xml,
                       const struct kin_response_template *response);

/* All that the response holds several times; the credits of blanks, whose content is read by itself (entries.c). */
void kin_load_response_entries(struct kin_loader *loader, const struct kin_xml *xml,
                               struct kin_response_template *response);
void kin_load_credits(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);

/* One line of credit at the end of the response's (credit.c). */
void kin_load_credit(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                     size_t *room);
/* Required form, tolerance and unit of a response (marking.c). */
void kin_load_marking(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);

/* Has it a key that checks and solutions can name: a value, or a formula that stands for one? And of what type. */
bool kin_response_keyed(const struct kin_response_template *response);
struct kin_type kin_response_key_type(const struct kin_response_template *response);

/* Formulas with an id: holds.ID, value.ID and {formula.ID} in loader->answers (stated.c). */
void kin_load_stated(struct kin_loader *loader, const struct kin_xml *template);

bool kin_is_response(const struct kin_xml *xml);
void kin_check_points(struct kin_loader *loader, const struct kin_xml *xml, struct kin_rat points);

/* A response with the element that asks for it. */
struct kin_asked {
    const struct kin_xml *xml;
    struct kin_response_template *response;
};

/* Put responses (in document order) into an order in which no key comes before one that it names; order[i] is the index
 * of the i-th. Reports keys that lead back to themselves. (order.c) */
size_t *kin_order_keys(struct kin_loader *loader, const struct kin_asked *asked, size_t count);

/* Find the responses that follow="..." names, once all keys are there. (order.c) */
void kin_load_follows(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);

/* "answer.ID" for a response with a value as its key. (order.c) */
void kin_add_answer(struct kin_loader *loader, struct kin_response_template *response);

/* Blanks of a response, in three steps: which there are; the keys of those that stand outside of <for>; the content
 * around them with everything else. (blanks.c) */
void kin_find_blanks(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);
void kin_load_blank_keys(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);
void kin_load_body(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);

/* The blank that an element stands for, read in full; NULL after reporting when it stands outside of <blanks>. */
const struct kin_response_template *kin_load_blank(struct kin_loader *loader, const struct kin_xml *xml,
                                                   struct kin_scope *scope);

/* Each {blank ID} of the formula must be a blank of the body that is being read. */
void kin_check_blanks(struct kin_loader *loader, const struct kin_formula *formula);

/* Once for a response while its entries are read. */
struct kin_entry_home {
    struct kin_response_template *response;
    const struct kin_pool_template *pool; /* around what is read now, or NULL */
    size_t rooms[KIN_ENTRY_STEP];         /* by kind of entry */
    struct kin_entry_reader reader;
};

/* Rows of a grid and left items (row.c); what is marked in a drawing (stroke.c). */
void kin_load_row(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                  size_t *room);
void kin_load_stroke(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                     size_t *room);

/* by="..." of <order> or of a wrong order: a number from "it". */
const struct kin_expr *kin_load_rule(struct kin_loader *loader, const struct kin_xml *xml,
                                     const struct kin_response_template *response);

/* What holds other entries: both of a pair; those of a pool. Fills `block` (row.c). */
void kin_load_pair(struct kin_loader *loader, const struct kin_xml *xml, struct kin_entry_home *home,
                   struct kin_block *block);
void kin_load_pool(struct kin_loader *loader, const struct kin_xml *xml, struct kin_entry_home *home,
                   struct kin_block *block);

/* Attributes of <grid>, <match>, <order> and <draw> before their entries are read, and what is wrong with the whole
 * afterwards (rows.c). */
void kin_begin_rows(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);
void kin_check_rows(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response);

/* shuffle, size or as-written as an attribute says. */
enum kin_order kin_load_order(struct kin_loader *loader, const struct kin_xml *xml, const char *name,
                              enum kin_order otherwise);

/* The thinking error, by its id in the register, and in words; NULL or empty when not said (option.c). */
const char *kin_load_misconception(struct kin_loader *loader, const struct kin_xml *xml);
struct kin_blocks kin_load_because(struct kin_loader *loader, const struct kin_xml *xml);

/* Has it any text or content but its reason? By value or as content: exactly one of them, else false after reporting.
 */
bool kin_has_content(const struct kin_xml *xml);
bool kin_has_one_form(struct kin_loader *loader, const struct kin_xml *xml, const char *attribute);

/* A standard in any spelling as the framework prints it; NULL after reporting. */
const char *kin_load_standard(struct kin_loader *loader, struct kin_text spelling);

/* A template; NULL after reporting. */
struct kin_template *kin_load_template(struct kin_library *library, struct kin_bank *bank, const struct kin_xml *xml);

/* Its translation from a copy of its element in that language (translation.c). Returns false after reporting. */
bool kin_load_translation(struct kin_library *library, struct kin_template *template, const struct kin_xml *xml,
                          const char *language);

/* What both have in common; `translated` is NULL for a template. */
struct kin_template *kin_load_texts(struct kin_library *library, const struct kin_bank *bank, const struct kin_xml *xml,
                                    const char *language, const struct kin_template *translated);

/* Warn of parameters, people and words that nothing reads (usage.c). */
void kin_report_unused(struct kin_loader *loader);

/* Warn of holes of a translation that print the value of a pick of words (usage.c). */
void kin_report_untranslated_words(struct kin_loader *loader);

/* The declared name's entry, or NULL. */
struct kin_declared *kin_declared_named(const struct kin_loader *loader, const char *name, size_t length);

/* "item-banks/g7.xml:12" of a place, for notes. */
const char *kin_place_text(kin_arena *arena, struct kin_span span);

/* Registers and standards, by file (register.c, standards.c). Return false after reporting. */
bool kin_load_misconceptions(struct kin_library *library, const struct kin_xml *root);
bool kin_load_people(struct kin_library *library, const struct kin_xml *root);
bool kin_load_framework(struct kin_library *library, const char *path);

/* Weights from a CSV file; they take the place of those of an earlier folder. Returns false after reporting. */
bool kin_load_weights(struct kin_library *library, const char *path);

/* The ids of an attribute of type IDS; none when it is not there. */
const char **kin_load_ids(struct kin_loader *loader, const struct kin_xml *xml, const char *name, size_t *count);

/* A file's name without folder and ending. */
const char *kin_name_of_file(kin_arena *arena, const char *path);

/* ---- faulty.c ---- */

/* Report names and types that are wrong in a template that is left out for its structure, as far as they can be told.
 */
void kin_look_inside(struct kin_library *library, struct kin_bank *bank, const struct kin_xml *xml);

#endif
