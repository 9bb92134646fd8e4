#include "form/mark.h"

#include "content/typed.h"
#include "expr/expr.h"

#include <ctype.h>
#include <string.h>

/* ---- Answers that are in already, for follow-through --------------------------------------------------------------
 */

struct given {
    const struct kin_response *response; /* or blank */
    const char *cell;
};

struct marking {
    kin_arena *arena;
    struct given *givens;
    size_t given_count, given_room;
};

static const struct given *given_of(const struct marking *marking, const char *id)
{
    for (size_t i = 0; i < marking->given_count; i++) {
        if (strcmp(marking->givens[i].response->id, id) == 0) {
            return &marking->givens[i];
        }
    }
    return NULL;
}

/* Is it right after the wrong answer that was given to an earlier response? */
static bool follows(const struct marking *marking, const struct kin_response *response, const char *cell)
{
    for (size_t i = 0; i < response->follow_count; i++) {
        const struct kin_follow *follow = &response->follows[i];
        const struct given *before = given_of(marking, follow->after);
        struct kin_response after = *response;
        after.key = follow->key;
        after.wrong_count = after.accepted_count = 0;
        if (before && follow->key.text && *follow->key.text && *before->cell &&
            kin_typed_is(marking->arena, before->response, follow->given.text, before->cell) &&
            kin_typed_judge(marking->arena, &after, cell).is == KIN_TYPED_RIGHT) {
            return true;
        }
    }
    return false;
}

/* ---- Values -------------------------------------------------------------------------------------------------------
 */

/* Points kept for writing the unit; 0 where there are none. */
static struct kin_rat unit_points(const struct kin_response *response)
{
    for (size_t i = 0; i < response->credit_count; i++) {
        if (response->credits[i].kind == KIN_CREDIT_UNIT) {
            return response->credits[i].points;
        }
    }
    return kin_rat_int(0);
}

/* The key's number without its unit. */
static bool lacks_only_its_unit(const struct marking *marking, const struct kin_response *response, const char *cell)
{
    const char *key = response->key.text;
    size_t number = strcspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    struct kin_response bare = *response;
    bare.key.text = kin_copy_n(marking->arena, key, number);
    return number > 0 && key[number] && kin_typed_judge(marking->arena, &bare, cell).is == KIN_TYPED_RIGHT;
}

static bool is_date_of_a_spreadsheet(const char *cell)
{
    size_t digits = strspn(cell, "0123456789"), letters = 0;
    for (const char *at = cell + digits; *at == '-' || isalpha((unsigned char)*at); at++) {
        letters += isalpha((unsigned char)*at) != 0;
    }
    return digits >= 1 && digits <= 2 && cell[digits] == '-' && letters == 3;
}

static const char *trouble_of(const struct kin_response *response, const char *cell)
{
    if (is_date_of_a_spreadsheet(cell)) {
        return "a spreadsheet has made a date of it: format the cells as text and type it again";
    }
    return response->says.count ? "many answers are right here: a person decides" : "it can't be read as an answer";
}

/* All its points, or those that are left without the unit, or those that a foreseen mistake keeps. */
static void mark_value(const struct marking *marking, const struct kin_response *response, const char *cell,
                       struct kin_response_mark *mark)
{
    struct kin_typed_verdict verdict = kin_typed_judge(marking->arena, response, cell);
    struct kin_rat unit = unit_points(response);
    bool right = verdict.is == KIN_TYPED_RIGHT || follows(marking, response, cell);
    mark->points = right ? response->points : kin_rat_int(0);
    mark->counts = (struct kin_mark_counts){.right = right, .wrong = !right};
    if (right) {
        return;
    }
    if (verdict.wrong) {
        mark->misconception = verdict.wrong->misconception;
        mark->points = kin_rat_defined(verdict.wrong->points) ? verdict.wrong->points : mark->points;
    } else if (kin_rat_sign(unit) > 0 && lacks_only_its_unit(marking, response, cell)) {
        mark->points = kin_rat_sub(marking->arena, response->points, unit);
    } else if (verdict.is == KIN_TYPED_UNCLEAR) {
        mark->state = KIN_MARK_UNCLEAR;
        mark->trouble = trouble_of(response, cell);
    }
}

/* ---- Points by counts
 * ------------------------------------------------------------------------------------------------
 */

static bool rule_holds(kin_arena *arena, const char *rule, const struct kin_mark_counts *counts)
{
    const struct {
        const char *name;
        size_t count;
    } names[] = {
        {"right", counts->right}, {"wrong", counts->wrong}, {"missed", counts->missed}, {"extra", counts->extra}};
    enum { NAMES = sizeof names / sizeof *names };
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_reading reading = {arena, &diags, kin_scope_new(arena, NULL)};
    int slots[NAMES];
    for (size_t i = 0; i < NAMES; i++) {
        slots[i] = kin_scope_add(reading.scope, names[i].name, kin_type_number);
    }
    const struct kin_expr *expr = kin_expr_parse(&reading, kin_text_plain(rule), kin_type_truth);
    struct kin_frame frame = {.arena = arena,
                              .slots = KIN_NEW_N(arena, struct kin_value, kin_scope_slots(reading.scope))};
    for (size_t i = 0; i < NAMES; i++) {
        frame.slots[slots[i]] = kin_value_int((int64_t)names[i].count);
    }
    return expr && kin_expr_holds(expr, &frame);
}

static size_t count_of(const struct kin_mark_counts *counts, enum kin_count_kind kind)
{
    switch (kind) {
    case KIN_COUNT_RIGHT:
        return counts->right;
    case KIN_COUNT_WRONG:
        return counts->wrong;
    case KIN_COUNT_MISSED:
        return counts->missed;
    case KIN_COUNT_EXTRA:
        return counts->extra;
    default:
        return counts->wrong + counts->missed + counts->extra;
    }
}

/* What the first rule that holds says, or what is left after everything that is taken off. False: it has no rules. */
static bool credit_points(kin_arena *arena, const struct kin_response *response, const struct kin_mark_counts *counts,
                          struct kin_rat *points)
{
    struct kin_rat left = response->points;
    bool rules = false, off = false;
    for (size_t i = 0; i < response->credit_count; i++) {
        const struct kin_credit *credit = &response->credits[i];
        if (credit->kind == KIN_CREDIT_RULE && credit->rule && rule_holds(arena, credit->rule, counts)) {
            *points = credit->points;
            return true;
        }
        rules = rules || credit->kind == KIN_CREDIT_RULE;
        if (credit->kind == KIN_CREDIT_OFF) {
            struct kin_rat times = kin_rat_int((int64_t)count_of(counts, credit->each));
            left = kin_rat_sub(arena, left, kin_rat_mul(arena, credit->points, times));
            off = true;
        }
    }
    *points = off && kin_rat_sign(left) > 0 ? left : kin_rat_int(0);
    return rules || off;
}

/* Of a response that asks for several answers. Blanks without rules have earned theirs one by one: mark->points. */
static struct kin_rat points_of(kin_arena *arena, const struct kin_response *response,
                                const struct kin_response_mark *mark)
{
    struct kin_rat points;
    const struct kin_mark_counts *counts = &mark->counts;
    if (counts->wrong + counts->missed + counts->extra == 0) {
        return response->points;
    }
    if (credit_points(arena, response, counts, &points)) {
        return points;
    }
    if (kin_rat_defined(response->each) && kin_rat_sign(response->each) > 0) {
        return kin_rat_mul(arena, response->each, kin_rat_int((int64_t)counts->right));
    }
    bool own = response->kind == KIN_RESPONSE_BLANKS && !response->whole;
    return own ? mark->points : kin_rat_int(0);
}

/* ---- Responses -----------------------------------------------------------------------------------------------------
 */

/* The next of the answers that stand between semicolons. */
static const char *next_cell(kin_arena *arena, const char **at)
{
    size_t length = strcspn(*at, ";");
    const char *cell = kin_typed_clean(arena, kin_copy_n(arena, *at, length));
    *at += length + ((*at)[length] == ';');
    return cell;
}

static void remember(struct marking *marking, const struct kin_response *response, const char *cell)
{
    KIN_PUSH(marking->arena, marking->givens, marking->given_count, marking->given_room) =
        (struct given){response, cell};
}

static void worsen(struct kin_response_mark *mark, const struct kin_response_mark *one)
{
    if (one->state > mark->state) {
        mark->state = one->state;
        mark->trouble = one->trouble;
    }
    mark->misconception = mark->misconception ? mark->misconception : one->misconception;
}

/* "3, 4, 5" as the key has them: without semicolons, where that gives one answer for each blank. */
static const char *separated(kin_arena *arena, const struct kin_response *response, const char *cell)
{
    size_t commas = 0;
    for (const char *at = cell; *at; at++) {
        commas += *at == ',';
    }
    if (strchr(cell, ';') || commas == 0 || commas + 1 != response->blank_count) {
        return cell;
    }
    char *copy = kin_copy(arena, cell);
    for (char *at = copy; *at; at++) {
        *at = *at == ',' ? ';' : *at;
    }
    return copy;
}

static void mark_blanks(struct marking *marking, const struct kin_response *response, const char **at,
                        struct kin_response_mark *mark)
{
    *at = separated(marking->arena, response, *at);
    mark->points = kin_rat_int(0);
    for (size_t i = 0; i < response->blank_count; i++) {
        const char *cell = next_cell(marking->arena, at);
        struct kin_response_mark one = {.state = KIN_MARK_DONE, .points = kin_rat_int(0)};
        if (*cell) {
            mark_value(marking, &response->blanks[i], cell, &one);
            remember(marking, &response->blanks[i], cell);
        }
        mark->counts.right += one.counts.right;
        mark->counts.wrong += one.counts.wrong;
        mark->counts.missed += !*cell;
        mark->points = kin_rat_add(marking->arena, mark->points, one.points);
        worsen(mark, &one);
    }
}

static void mark_response(struct marking *marking, const struct kin_response *response, const char **at,
                          struct kin_response_mark *mark)
{
    *mark = (struct kin_response_mark){.state = KIN_MARK_DONE};
    if (response->kind == KIN_RESPONSE_BLANKS) {
        mark_blanks(marking, response, at, mark);
        mark->points = points_of(marking->arena, response, mark);
        return;
    }
    const char *cell = next_cell(marking->arena, at);
    if (!*cell) {
        mark->counts.missed = 1;
        mark->points = kin_rat_int(0);
    } else if (response->kind == KIN_RESPONSE_VALUE) {
        mark_value(marking, response, cell, mark);
        remember(marking, response, cell);
    } else {
        kin_mark_rows(marking->arena, response, cell, mark);
        mark->points = mark->state == KIN_MARK_DONE ? points_of(marking->arena, response, mark) : kin_rat_int(0);
    }
}

/* ---- Parts ---------------------------------------------------------------------------------------------------------
 */

bool kin_part_is_marked(const struct kin_part *part)
{
    for (size_t i = 0; i < part->response_count; i++) {
        enum kin_response_kind kind = part->responses[i].kind;
        if (kind == KIN_RESPONSE_OPEN || kind == KIN_RESPONSE_DRAW) {
            return false;
        }
    }
    return part->response_count > 0;
}

static bool is_empty(const char *cell)
{
    return cell[strspn(cell, " ;\t\n\r")] == '\0';
}

static void mark_part(struct marking *marking, const struct kin_part *part, const char *cell,
                      struct kin_part_mark *mark)
{
    bool right = true;
    const char *at = cell;
    for (size_t i = 0; i < part->response_count; i++) {
        struct kin_response_mark one;
        mark_response(marking, &part->responses[i], &at, &one);
        if (one.state > mark->state) {
            mark->state = one.state;
            mark->trouble = one.trouble;
        }
        mark->misconception = mark->misconception ? mark->misconception : one.misconception;
        mark->points = kin_rat_add(marking->arena, mark->points, one.points);
        right = right && one.counts.wrong + one.counts.missed + one.counts.extra == 0;
    }
    if (!is_empty(at)) {
        mark->state = KIN_MARK_UNCLEAR;
        mark->trouble = "there are more answers than the part asks for";
    }
    mark->right = right && mark->state == KIN_MARK_DONE;
    if (mark->state == KIN_MARK_INVALID) {
        mark->points = kin_rat_int(0);
    }
}

void kin_mark_item(kin_arena *arena, const struct kin_item *item, const char *const *cells, struct kin_part_mark *marks)
{
    struct marking marking = {.arena = arena};
    for (size_t i = 0; i < item->part_count; i++) {
        const struct kin_part *part = &item->parts[i];
        marks[i] = (struct kin_part_mark){.points = kin_rat_int(0), .most = kin_part_points(arena, part)};
        if (is_empty(cells[i])) {
            continue;
        }
        if (!kin_part_is_marked(part)) {
            marks[i].state = KIN_MARK_UNCLEAR;
            marks[i].trouble = "its points are given by a person";
            continue;
        }
        marks[i].state = KIN_MARK_DONE;
        mark_part(&marking, part, cells[i], &marks[i]);
    }
}

/* ---- The key's own cell --------------------------------------------------------------------------------------------
 */

static void add_cell(struct kin_buf *buf, const char *text)
{
    kin_buf_addf(buf, "%s%s", buf->length ? "; " : "", text ? text : "");
}

static const char *letters_of(kin_arena *arena, const struct kin_response *response)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].right) {
            kin_buf_addf(&buf, "%s%c", buf.length ? " " : "", (char)('A' + i));
        }
    }
    return buf.length ? buf.data : "";
}

const char *kin_part_key_cell(kin_arena *arena, const struct kin_part *part)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < part->response_count; i++) {
        const struct kin_response *response = &part->responses[i];
        bool letters = response->kind == KIN_RESPONSE_CHOICE || response->kind == KIN_RESPONSE_MULTI_SELECT;
        for (size_t j = 0; j < response->blank_count; j++) {
            add_cell(&buf, response->blanks[j].key.text);
        }
        if (response->blank_count == 0) {
            add_cell(&buf, letters ? letters_of(arena, response) : response->key.text);
        }
    }
    return buf.length ? buf.data : "";
}
