#include "content/typed.h"

#include "content/required.h"

#include <ctype.h>
#include <string.h>

/* What two texts are compared in. All of it is forgotten when a judgement is made. */
struct marker {
    kin_arena *arena;
    const struct kin_response *response;
    const struct kin_answer_type *type; /* NULL: none that is known */
    enum kin_required form;
    struct kin_scope *scope;
    struct kin_frame frame;
};

static struct marker marker_of(kin_arena *arena, const struct kin_response *response)
{
    return (struct marker){
        .arena = arena,
        .response = response,
        .type = response->type ? kin_answer_type_named(response->type) : NULL,
        .form = response->required ? kin_required_named(response->required) : KIN_REQUIRED_ANY,
        .scope = kin_scope_new(arena, NULL),
        .frame = {.arena = arena},
    };
}

/* ---- Formulas ------------------------------------------------------------------------------------------------------
 */

/* What stands below a root sign that has no brackets: digits, or one letter. */
static size_t radicand_length(const char *at)
{
    size_t digits = strspn(at, "0123456789.");
    return digits ? digits : isalpha((unsigned char)*at) ? 1 : 0;
}

/* In the notation of authors: a brace is a sign here, never a hole; √12 is sqrt(12). */
static const char *notation_of(kin_arena *arena, const char *text)
{
    static const char root[] = "√";
    struct kin_buf buf = kin_buf_in(arena);
    while (*text) {
        bool radical = strncmp(text, root, strlen(root)) == 0;
        text += radical ? strlen(root) : 0;
        size_t length = radical ? radicand_length(text) : 1;
        kin_buf_add(&buf, !radical ? "" : length ? "sqrt(" : "sqrt");
        kin_buf_add_n(&buf, text, length);
        kin_buf_add(&buf, radical && length ? ")" : "");
        kin_buf_add(&buf, !radical && *text == '{' ? "{" : !radical && *text == '}' ? "}" : "");
        text += length;
    }
    return buf.length ? buf.data : NULL;
}

/* What is wrong with the formula is nobody's fault. NULL: it is none. */
static const struct kin_formula *parse(struct marker *marker, const char *text)
{
    struct kin_diags diags = kin_diags_in(marker->arena);
    struct kin_reading reading = {marker->arena, &diags, marker->scope};
    const char *notation = notation_of(marker->arena, text);
    return notation ? kin_formula_parse(&reading, kin_text_plain(notation)) : NULL;
}

static bool is_expression(struct marker *marker, const char *text)
{
    const struct kin_formula *formula = parse(marker, text);
    return formula && !kin_formula_relates(formula);
}

/* Is `left` = `right` true? Both stand alone as expressions, so that the sign between them is the only relation. */
static enum kin_likeness compare_equal(struct marker *marker, const char *left, const char *right)
{
    const struct kin_formula *both = is_expression(marker, left) && is_expression(marker, right)
                                         ? parse(marker, kin_format(marker->arena, "%s = %s", left, right))
                                         : NULL;
    switch (both ? kin_formula_verdict(both, &marker->frame, NULL, 0) : KIN_VERDICT_OPEN) {
    case KIN_VERDICT_TRUE:
        return KIN_ALIKE;
    case KIN_VERDICT_FALSE:
        return KIN_UNLIKE;
    default:
        return KIN_UNREADABLE;
    }
}

static enum kin_likeness compare_formulas(struct marker *marker, const char *key, const char *typed)
{
    const struct kin_formula *a = parse(marker, key), *b = parse(marker, typed);
    bool same = false;
    if (!a || !b || !kin_answer_same_formula(marker->type, &marker->frame, a, b, &same)) {
        return KIN_UNREADABLE;
    }
    return same ? KIN_ALIKE : KIN_UNLIKE;
}

/* ---- Numbers -------------------------------------------------------------------------------------------------------
 */

static bool is_near(struct marker *marker, const char *key, const char *typed)
{
    struct kin_value values[2];
    const struct kin_formula *a = parse(marker, key), *b = parse(marker, typed);
    return kin_rat_defined(marker->response->tolerance) && a && b && kin_formula_value(a, &marker->frame, &values[0]) &&
           kin_formula_value(b, &marker->frame, &values[1]) &&
           kin_answer_near(marker->arena, &values[0], &values[1], marker->response->tolerance);
}

static enum kin_likeness compare_plain(struct marker *marker, const char *key, const char *typed)
{
    enum kin_likeness likeness = compare_equal(marker, key, typed);
    return likeness != KIN_ALIKE && is_near(marker, key, typed) ? KIN_ALIKE : likeness;
}

/* The unit at the end in quotes, 5 "cm", as formulas have it; NULL where there is none. */
static const char *quoted_unit(struct marker *marker, const char *text)
{
    size_t number = strcspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (number == 0 || !text[number]) {
        return NULL;
    }
    return kin_format(marker->arena, "%.*s \"%s\"", (int)number, text, text + number);
}

/* The unit that the answer line prints, or "". */
static const char *printed_unit(struct marker *marker)
{
    return kin_typed_clean(marker->arena, kin_nodes_text(marker->arena, &marker->response->unit));
}

/* Without the unit that the answer line prints already. */
static const char *without_unit(struct marker *marker, const char *typed)
{
    const char *unit = printed_unit(marker);
    size_t length = strlen(typed), tail = strlen(unit);
    bool there = tail && tail < length && kin_typed_reads_same(typed + length - tail, unit);
    return there ? kin_typed_clean(marker->arena, kin_copy_n(marker->arena, typed, length - tail)) : typed;
}

/* "24 in" where the line says ft and the key is 2. */
static enum kin_likeness compare_in_units(struct marker *marker, const char *key, const char *typed)
{
    const char *unit = printed_unit(marker), *quantity = quoted_unit(marker, typed);
    const char *whole = quoted_unit(marker, key);
    whole = whole ? whole : *unit ? kin_format(marker->arena, "%s \"%s\"", key, unit) : NULL;
    return quantity && whole ? compare_equal(marker, whole, quantity) : KIN_UNREADABLE;
}

/* 4.5 x 10^4 with the letter for the sign. */
static const char *times_for_x(kin_arena *arena, const char *text)
{
    char *copy = kin_copy(arena, text);
    for (char *at = strstr(copy, " x 10"); at; at = strstr(at + 1, " x 10")) {
        at[1] = '*';
    }
    return copy;
}

static bool is_percent(const struct marker *marker)
{
    return marker->type && marker->type->looks == 1u << KIN_PERCENT;
}

static enum kin_likeness compare_numbers(struct marker *marker, const char *key, const char *typed)
{
    const char *bare = without_unit(marker, times_for_x(marker->arena, kin_typed_bare(typed)));
    enum kin_likeness likeness = compare_plain(marker, key, bare);
    if (likeness != KIN_ALIKE && is_percent(marker) && !strchr(bare, '%')) {
        enum kin_likeness percent = compare_plain(marker, key, kin_format(marker->arena, "%s%%", bare));
        likeness = percent == KIN_ALIKE ? percent : likeness;
    }
    if (likeness == KIN_UNREADABLE) {
        likeness = compare_in_units(marker, key, bare);
    }
    return likeness;
}

/* ---- Lists ---------------------------------------------------------------------------------------------------------
 */

enum { MOST_ELEMENTS = 60 };

struct elements {
    const char *items[MOST_ELEMENTS];
    size_t count;
};

static bool is_of_type(const struct marker *marker, const char *name)
{
    return marker->type && strcmp(marker->type->name, name) == 0;
}

static void split(struct marker *marker, const char *text, struct elements *elements)
{
    const char *separators = !is_of_type(marker, "ratio") ? ",;" : strchr(text, ':') ? ":" : ":/";
    elements->count = kin_typed_split(marker->arena, text, separators, elements->items, MOST_ELEMENTS);
}

static enum kin_likeness compare_elements(struct marker *marker, const char *a, const char *b)
{
    const char *left = kin_typed_bare(a), *right = kin_typed_bare(b);
    return kin_typed_reads_same(left, right) ? KIN_ALIKE : compare_equal(marker, left, right);
}

/* a : b = c : d when ad = bc, for each term with the first one. */
static enum kin_likeness compare_terms(struct marker *marker, const struct elements *a, const struct elements *b,
                                       size_t i)
{
    const char *left = kin_format(marker->arena, "(%s) * (%s)", a->items[0], b->items[i]);
    const char *right = kin_format(marker->arena, "(%s) * (%s)", a->items[i], b->items[0]);
    return compare_equal(marker, left, right);
}

static enum kin_likeness worse(enum kin_likeness a, enum kin_likeness b)
{
    return a > b ? a : b;
}

static enum kin_likeness compare_in_order(struct marker *marker, const struct elements *a, const struct elements *b)
{
    bool readable = b->count == a->count || is_expression(marker, b->items[0]);
    enum kin_likeness all = !readable ? KIN_UNREADABLE : a->count == b->count ? KIN_ALIKE : KIN_UNLIKE;
    bool ratio = is_of_type(marker, "ratio");
    for (size_t i = ratio; i < a->count && i < b->count; i++) {
        all = worse(all, ratio ? compare_terms(marker, a, b, i) : compare_elements(marker, a->items[i], b->items[i]));
    }
    return all;
}

/* Is each element of one among those of the other? */
static enum kin_likeness find_all(struct marker *marker, const struct elements *of, const struct elements *among)
{
    enum kin_likeness all = KIN_ALIKE;
    for (size_t i = 0; i < of->count; i++) {
        enum kin_likeness best = KIN_UNLIKE;
        for (size_t j = 0; j < among->count && best != KIN_ALIKE; j++) {
            enum kin_likeness one = compare_elements(marker, of->items[i], among->items[j]);
            best = one == KIN_ALIKE || best == KIN_UNLIKE ? one : best;
        }
        all = worse(all, best);
    }
    return all;
}

static enum kin_likeness compare_lists(struct marker *marker, const char *key, const char *typed)
{
    struct elements a, b;
    split(marker, key, &a);
    split(marker, kin_typed_bare(typed), &b);
    if (a.count == 0 || b.count == 0) {
        return KIN_UNREADABLE;
    }
    return is_of_type(marker, "set") ? worse(find_all(marker, &a, &b), find_all(marker, &b, &a))
                                     : compare_in_order(marker, &a, &b);
}

/* ---- Others --------------------------------------------------------------------------------------------------------
 */

/* An interval, or the inequality that it is printed as. */
static enum kin_likeness compare_intervals(struct marker *marker, const char *key, const char *typed)
{
    struct kin_solutions left, right;
    enum kin_likeness likeness = compare_equal(marker, key, typed);
    const struct kin_formula *a = parse(marker, key), *b = parse(marker, typed);
    if (likeness == KIN_UNREADABLE && a && b && kin_formula_solutions(a, &marker->frame, &left) &&
        kin_formula_solutions(b, &marker->frame, &right)) {
        return kin_solutions_equal(marker->arena, &left, &right) ? KIN_ALIKE : KIN_UNLIKE;
    }
    return likeness;
}

static enum kin_likeness compare_words(struct marker *marker, const char *key, const char *typed)
{
    struct kin_value a = kin_value_word(marker->arena, key, NULL), b = kin_value_word(marker->arena, typed, NULL);
    return marker->type->same(marker->arena, &a, &b) ? KIN_ALIKE : KIN_UNLIKE;
}

static enum kin_likeness compare_times(struct marker *marker, const char *key, const char *typed)
{
    if (marker->type->looks == 1u << KIN_CLOCK) {
        return kin_typed_clock(key, typed);
    }
    return marker->type->looks == 1u << KIN_DURATION ? kin_typed_duration(marker->arena, key, typed) : KIN_UNREADABLE;
}

/* "No solution" and the like, in the words of any language: they are no numbers, and no numbers are they. */
static bool is_special(struct marker *marker, const char *text, enum kin_special *which)
{
    static const char *const tags[] = {"en", "es"};
    for (int i = 0; i < KIN_SPECIAL_COUNT; i++) {
        *which = (enum kin_special)i;
        bool found = kin_typed_reads_same(text, kin_special_name(*which));
        for (size_t j = 0; j < sizeof tags / sizeof *tags && !found; j++) {
            marker->frame.language = kin_language_of(tags[j]);
            found = kin_typed_reads_same(text, kin_special_text(&marker->frame, *which));
        }
        marker->frame.language = NULL;
        if (found) {
            return true;
        }
    }
    return false;
}

static enum kin_likeness compare_by_type(struct marker *marker, const char *key, const char *typed)
{
    const struct kin_answer_type *type = marker->type;
    if (!type || type->formula) {
        return type ? compare_formulas(marker, key, typed) : compare_plain(marker, key, kin_typed_bare(typed));
    }
    switch (type->type.kind) {
    case KIN_WORD:
        return compare_words(marker, key, typed);
    case KIN_LIST:
        return compare_lists(marker, key, typed);
    case KIN_INTERVAL:
        return compare_intervals(marker, key, typed);
    default:
        break;
    }
    bool time = type->looks & (1u << KIN_CLOCK | 1u << KIN_DURATION | 1u << KIN_DATE);
    return time ? compare_times(marker, key, typed) : compare_numbers(marker, key, typed);
}

static enum kin_likeness compare(struct marker *marker, const char *key, const char *typed)
{
    enum kin_special left, right;
    if (kin_typed_reads_same(key, typed)) {
        return KIN_ALIKE;
    }
    bool words = marker->type && marker->type->type.kind == KIN_WORD;
    bool first = !words && is_special(marker, key, &left), second = !words && is_special(marker, typed, &right);
    if (first || second) {
        return first && second && left == right ? KIN_ALIKE : KIN_UNLIKE;
    }
    return compare_by_type(marker, key, typed);
}

/* ---- Judging -------------------------------------------------------------------------------------------------------
 */

/* Is it written in the form that was asked for? */
static bool is_formed(struct marker *marker, const char *typed)
{
    const char *text = marker->type && !marker->type->formula ? kin_typed_bare(typed) : typed;
    const struct kin_formula *formula = marker->form == KIN_REQUIRED_ANY ? NULL : parse(marker, text);
    const struct kin_maths *maths = formula ? kin_formula_resolve(formula, &marker->frame) : NULL;
    return marker->form == KIN_REQUIRED_ANY || (maths && kin_required_holds(marker->arena, marker->form, maths));
}

static const char *clean(struct marker *marker, const char *text)
{
    return kin_typed_clean(marker->arena, text);
}

/* Declared equivalents; where a form is required only as they are written. */
static bool is_accepted(struct marker *marker, const char *typed)
{
    for (size_t i = 0; i < marker->response->accepted_count; i++) {
        const char *accepted = clean(marker, marker->response->accepted[i].text);
        if (kin_typed_reads_same(accepted, typed) ||
            (marker->form == KIN_REQUIRED_ANY && compare(marker, accepted, typed) == KIN_ALIKE)) {
            return true;
        }
    }
    return false;
}

/* As written first: with a required form 6/8 is a wrong answer of the value of the key. */
static const struct kin_wrong *find_wrong(struct marker *marker, const char *typed, bool exactly)
{
    for (size_t i = 0; i < marker->response->wrong_count; i++) {
        const struct kin_wrong *wrong = &marker->response->wrong[i];
        const char *text = clean(marker, wrong->answer.text);
        if (exactly ? kin_typed_reads_same(text, typed) : compare(marker, text, typed) == KIN_ALIKE) {
            return wrong;
        }
    }
    return NULL;
}

static struct kin_typed_verdict judge(struct marker *marker, const char *typed)
{
    const char *key = clean(marker, marker->response->key.text ? marker->response->key.text : "");
    const struct kin_wrong *wrong = kin_typed_reads_same(key, typed) ? NULL : find_wrong(marker, typed, true);
    if (wrong) {
        return (struct kin_typed_verdict){KIN_TYPED_WRONG, wrong};
    }
    enum kin_likeness likeness = compare(marker, key, typed);
    bool formed = kin_typed_reads_same(key, typed) || likeness != KIN_ALIKE || is_formed(marker, typed);
    if ((likeness == KIN_ALIKE && formed) || is_accepted(marker, typed)) {
        return (struct kin_typed_verdict){KIN_TYPED_RIGHT, NULL};
    }
    wrong = find_wrong(marker, typed, false);
    bool many = marker->response->says.count > 0;
    bool unclear = !wrong && (many || likeness == KIN_UNREADABLE);
    return (struct kin_typed_verdict){unclear ? KIN_TYPED_UNCLEAR : KIN_TYPED_WRONG, wrong};
}

/* Quotes begin words in formulas, and are inches on paper. */
static bool is_markable(const char *typed)
{
    return strlen(typed) <= KIN_TYPED_MOST && !strchr(typed, '"');
}

struct kin_typed_verdict kin_typed_judge(kin_arena *arena, const struct kin_response *response, const char *typed)
{
    struct kin_mark mark = kin_arena_mark(arena);
    struct kin_typed_verdict verdict = {KIN_TYPED_UNCLEAR, NULL};
    if (is_markable(typed)) {
        struct marker marker = marker_of(arena, response);
        verdict = judge(&marker, kin_typed_clean(arena, typed));
    }
    kin_arena_rewind(arena, mark);
    return verdict;
}

bool kin_typed_is(kin_arena *arena, const struct kin_response *response, const char *other, const char *typed)
{
    struct kin_mark mark = kin_arena_mark(arena);
    struct marker marker = marker_of(arena, response);
    bool is = is_markable(typed) && compare(&marker, clean(&marker, other), kin_typed_clean(arena, typed)) == KIN_ALIKE;
    kin_arena_rewind(arena, mark);
    return is;
}
