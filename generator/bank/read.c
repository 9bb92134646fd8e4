#include "bank/loader.h"

#include "expr/lex.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static struct kin_reading reading_in(const struct kin_loader *loader, struct kin_scope *scope)
{
    return (struct kin_reading){loader->arena, loader->diags, scope};
}

struct kin_declared *kin_declared_named(const struct kin_loader *loader, const char *name, size_t length)
{
    for (size_t i = 0; i < loader->declared_count; i++) {
        const char *declared = loader->declared[i].name;
        if (strlen(declared) == length && memcmp(declared, name, length) == 0) {
            return &loader->declared[i];
        }
    }
    return NULL;
}

const char *kin_place_text(kin_arena *arena, struct kin_span span)
{
    return span.source ? kin_format(arena, "%s:%u", span.source->path, kin_place_of(span).line) : "another file";
}

void kin_mark_broken(struct kin_loader *loader, const char *name)
{
    KIN_PUSH(loader->arena, loader->broken, loader->broken_count, loader->broken_room) = name;
}

bool kin_loader_clean(const struct kin_loader *loader)
{
    return loader->diags->errors == loader->errors_before;
}

static bool is_broken(const struct kin_loader *loader, const char *name, size_t length)
{
    for (size_t i = 0; i < loader->broken_count; i++) {
        if (strlen(loader->broken[i]) == length && memcmp(loader->broken[i], name, length) == 0) {
            return true;
        }
    }
    return false;
}

enum where_names { NAMES_ANYWHERE, NAMES_IN_BRACES };

/* Does the text use a name whose definition was reported? Letters of a formula outside its holes are no names. */
static bool mentions_broken(const struct kin_loader *loader, const struct kin_text *text, enum where_names where)
{
    int depth = where == NAMES_ANYWHERE;
    for (size_t at = 0; loader->broken_count && at < text->length;) {
        size_t length = 0;
        while (isalnum((unsigned char)text->chars[at + length]) || text->chars[at + length] == '_') {
            length++;
        }
        if (length && depth > 0 && is_broken(loader, text->chars + at, length)) {
            return true;
        }
        depth += text->chars[at] == '{' ? 1 : text->chars[at] == '}' ? -1 : 0;
        at += length ? length : 1;
    }
    return false;
}

/* Does no tag end or begin between the two places? */
static bool in_one_tag(struct kin_span a, struct kin_span b)
{
    uint32_t begin = a.begin < b.begin ? a.begin : b.begin, end = a.begin < b.begin ? b.begin : a.begin;
    return a.source == b.source && !memchr(a.source->bytes + begin, '<', end - begin);
}

static bool report_declared(const struct kin_loader *loader, struct kin_span span, const struct kin_declared *declared)
{
    if (declared->kind == KIN_NAME_FIELD) {
        kin_report(loader->diags, KIN_E306, span, declared->name, NULL);
        if (in_one_tag(declared->span, span)) {
            kin_report_mend(loader->diags, "a value cannot depend on itself: use other names in it");
        } else {
            kin_report_note(loader->diags, "it is declared later, in line %u", kin_place_of(declared->span).line);
            kin_report_mend(loader->diags, "move this behind the declaration of '%s'", declared->name);
        }
        return true;
    }
    const char *what = declared->kind == KIN_NAME_PERSON ? "a person" : "a word of a context";
    kin_report(loader->diags, KIN_E307, span, declared->name, what, NULL);
    kin_report_mend(loader->diags, "use it in texts only; what matters to the numbers is a <pick> with of=\"...\"");
    return true;
}

static bool is_id(const struct kin_response_template *responses, size_t count, const char *name, size_t length)
{
    for (size_t i = 0; i < count; i++) {
        const char *id = responses[i].id;
        if ((id && strlen(id) == length && memcmp(id, name, length) == 0) ||
            is_id(responses[i].blanks, responses[i].blank_count, name, length)) {
            return true;
        }
    }
    return false;
}

/* Is it the id of a response or blank? */
static bool is_answer(const struct kin_loader *loader, const char *name, size_t length)
{
    const struct kin_template *template = loader->template;
    for (size_t i = 0; template && i < template->part_count; i++) {
        if (is_id(template->parts[i].responses, template->parts[i].response_count, name, length)) {
            return true;
        }
    }
    return false;
}

/* A name that the expression parser would only call unknown, though more can be said. */
static bool report_name(const struct kin_loader *loader, const struct kin_text *text, const struct kin_token *token)
{
    const char *name = text->chars + token->begin;
    size_t length = token->end - token->begin;
    size_t stem = strcspn(name, ".") < length ? strcspn(name, ".") : length;
    struct kin_span span = kin_text_part(text, token->begin, token->end);
    const struct kin_declared *declared = kin_declared_named(loader, name, stem);
    if (declared) {
        return report_declared(loader, span, declared);
    }
    for (size_t i = 0; i < loader->word_count; i++) {
        if (strlen(loader->words[i]) == length && memcmp(loader->words[i], name, length) == 0) {
            kin_report(loader->diags, KIN_E354, span, loader->words[i], NULL);
            kin_report_mend(loader->diags, "put it in quotes: '%s'", loader->words[i]);
            return true;
        }
    }
    if ((stem == 3 && memcmp(name, "key", 3) == 0) || (stem == 6 && memcmp(name, "answer", 6) == 0 && stem == length)) {
        kin_report(loader->diags, KIN_E355, span, kin_copy_n(loader->arena, name, length), NULL);
        kin_report_mend(loader->diags,
                        "key stands in <check> of a response with a key; answer in a solution where there "
                        "is one response, else answer.ID");
        return true;
    }
    if (stem == 6 && length > 7 && memcmp(name, "answer", 6) == 0 && is_answer(loader, name + 7, length - 7)) {
        kin_report(loader->diags, KIN_E355, span, kin_copy_n(loader->arena, name, length), NULL);
        kin_report_mend(loader->diags, "an answer is known to keys that come after it, if it is one value");
        return true;
    }
    return false;
}

static bool token_known(const struct kin_loader *loader, const struct kin_reading *reading, const struct kin_text *text,
                        const struct kin_tokens *tokens, size_t index)
{
    const struct kin_token *token = &tokens->items[index];
    if (token->kind != KIN_TOKEN_NAME || token[1].kind == KIN_TOKEN_OPEN_ROUND) {
        return true;
    }
    const char *written = kin_copy_n(tokens->work, text->chars + token->begin, token->end - token->begin);
    return kin_scope_find(reading->scope, written, NULL) >= 0 || !report_name(loader, text, token);
}

static bool names_known(const struct kin_loader *loader, const struct kin_reading *reading, const struct kin_text *text)
{
    struct kin_tokens tokens = {.work = kin_arena_new()};
    bool known = kin_lex(reading, text, 0, text->length, &tokens);
    for (size_t i = 0; known && i + 1 < tokens.count; i++) {
        known = token_known(loader, reading, text, &tokens, i);
    }
    if (known) {
        kin_check_compared(loader, text, &tokens);
    }
    kin_arena_free(tokens.work);
    return known;
}

/* A misspelt declaration makes all uses of the name unknown: the first report says it for all of them. */
static void mark_unknown(struct kin_loader *loader, size_t reports)
{
    for (size_t i = reports; i < loader->diags->count; i++) {
        const struct kin_diag *diag = &loader->diags->items[i];
        const struct kin_span *span = &diag->span;
        if (diag->id == KIN_E210 && span->source) {
            kin_mark_broken(loader, kin_copy_n(loader->arena, (const char *)span->source->bytes + span->begin,
                                               span->end - span->begin));
        }
    }
}

const struct kin_expr *kin_load_expr(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text,
                                     struct kin_type want)
{
    size_t reports = loader->diags->count;
    struct kin_reading reading = reading_in(loader, scope);
    bool readable = !mentions_broken(loader, &text, NAMES_ANYWHERE) && names_known(loader, &reading, &text);
    const struct kin_expr *expr = readable ? kin_expr_parse(&reading, text, want) : NULL;
    if (expr) {
        struct kin_uses *uses = &loader->uses;
        KIN_PUSH(loader->arena, uses->exprs, uses->expr_count, uses->expr_room) = expr;
    }
    mark_unknown(loader, reports);
    return expr;
}

const struct kin_expr *kin_load_attribute(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                                          const char *name, struct kin_type want)
{
    struct kin_text text = kin_xml_value(loader->arena, xml, name);
    return text.chars ? kin_load_expr(loader, scope, text, want) : NULL;
}

/* The brackets take the place of what stands around the text in the file, quotes or tags: all places stay right. */
const struct kin_expr *kin_load_list(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text)
{
    struct kin_text list = {kin_format(loader->arena, "[%s]", text.chars), text.length + 2, text.span};
    list.span.begin--;
    list.span.end++;
    return kin_load_expr(loader, scope, list, kin_type_any);
}

const struct kin_expr *kin_load_truth(struct kin_loader *loader, const char *text)
{
    struct kin_reading reading = reading_in(loader, loader->numbers);
    return kin_expr_parse(&reading, kin_text_plain(text), kin_type_truth);
}

const struct kin_formula *kin_load_formula(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text)
{
    struct kin_reading reading = reading_in(loader, scope);
    size_t reports = loader->diags->count;
    bool readable = !mentions_broken(loader, &text, NAMES_IN_BRACES);
    const struct kin_formula *formula = readable ? kin_formula_parse(&reading, text) : NULL;
    if (formula) {
        struct kin_uses *uses = &loader->uses;
        KIN_PUSH(loader->arena, uses->formulas, uses->formula_count, uses->formula_room) = formula;
        kin_check_blanks(loader, formula);
    }
    mark_unknown(loader, reports);
    return formula;
}

const struct kin_phrase *kin_load_phrase(struct kin_loader *loader, struct kin_scope *scope, struct kin_text text)
{
    struct kin_reading reading = reading_in(loader, scope);
    size_t reports = loader->diags->count;
    bool readable = !mentions_broken(loader, &text, NAMES_IN_BRACES);
    const struct kin_phrase *phrase = readable ? kin_phrase_parse(&reading, text) : NULL;
    if (phrase) {
        struct kin_uses *uses = &loader->uses;
        KIN_PUSH(loader->arena, uses->phrases, uses->phrase_count, uses->phrase_room) = phrase;
    }
    mark_unknown(loader, reports);
    return phrase;
}

struct kin_text kin_text_cut(kin_arena *arena, const struct kin_text *text, size_t begin, size_t end)
{
    return (struct kin_text){kin_copy_n(arena, text->chars + begin, end - begin), end - begin,
                             kin_text_part(text, begin, end)};
}

struct kin_rat kin_load_points(struct kin_loader *loader, const struct kin_xml *xml, const char *name,
                               struct kin_rat otherwise)
{
    const char *text = kin_xml_string(loader->arena, xml, name);
    return text ? kin_rat_parse(loader->arena, text, strlen(text)) : otherwise;
}

int kin_load_integer(struct kin_loader *loader, const struct kin_xml *xml, const char *name, int otherwise)
{
    const char *text = kin_xml_string(loader->arena, xml, name);
    return text ? (int)strtol(text, NULL, 10) : otherwise;
}

double kin_load_decimal(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    return kin_rat_double(kin_load_points(loader, xml, name, kin_rat_int(0)));
}

bool kin_load_is(struct kin_loader *loader, const struct kin_xml *xml, const char *name, const char *word)
{
    const char *text = kin_xml_string(loader->arena, xml, name);
    return text && strcmp(text, word) == 0;
}

bool kin_load_yes(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    return kin_load_is(loader, xml, name, "yes");
}

size_t kin_load_words(struct kin_loader *loader, const struct kin_xml *xml, const char *name, struct kin_text **words)
{
    struct kin_text text = kin_xml_value(loader->arena, xml, name);
    size_t count = 0, room = 0;
    *words = NULL;
    for (size_t at = 0; at < text.length;) {
        size_t length = strcspn(text.chars + at, " ,\t\n");
        if (length) {
            KIN_PUSH(loader->arena, *words, count, room) = kin_text_cut(loader->arena, &text, at, at + length);
        }
        at += length + strspn(text.chars + at + length, " ,\t\n");
    }
    return count;
}

struct kin_span kin_value_span(const struct kin_xml *xml, const char *name)
{
    const struct kin_xml_attribute *attribute = kin_xml_attribute(xml, name);
    return attribute ? attribute->value_span : kin_xml_name_span(xml);
}
