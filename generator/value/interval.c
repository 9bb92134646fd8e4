/* Unions of pieces of the number line. */
#include "base/limits.h"
#include "value/value.h"

#include <stdlib.h>
#include <string.h>

typedef struct kin_piece_of_line piece;

/* ---- Ends ---- */

/* Where a piece begins: minus infinity first, at one number a closed end before an open one. */
static int compare_lows(const struct kin_end *a, const struct kin_end *b)
{
    if (a->infinite || b->infinite) {
        return b->infinite - a->infinite;
    }
    int order = kin_rat_compare(a->at, b->at);
    return order ? order : b->closed - a->closed;
}

static int compare_highs(const struct kin_end *a, const struct kin_end *b)
{
    if (a->infinite || b->infinite) {
        return a->infinite - b->infinite;
    }
    int order = kin_rat_compare(a->at, b->at);
    return order ? order : a->closed - b->closed;
}

static bool has_numbers(const piece *a)
{
    if (a->low.infinite || a->high.infinite) {
        return true;
    }
    int order = kin_rat_compare(a->low.at, a->high.at);
    return order < 0 || (order == 0 && a->low.closed && a->high.closed);
}

/* Does a piece that begins there go on where one that ends here stops, without a gap? */
static bool reaches(const struct kin_end *high, const struct kin_end *low)
{
    if (high->infinite || low->infinite) {
        return true;
    }
    int order = kin_rat_compare(low->at, high->at);
    return order < 0 || (order == 0 && (low->closed || high->closed));
}

/* ---- Sets ---- */

static int by_low(const void *a, const void *b)
{
    int order = compare_lows(&((const piece *)a)->low, &((const piece *)b)->low);
    return order ? order : compare_highs(&((const piece *)a)->high, &((const piece *)b)->high);
}

static const struct kin_interval *make(kin_arena *arena, const piece *pieces, size_t count)
{
    struct kin_interval *interval = KIN_NEW(arena, struct kin_interval);
    *interval = (struct kin_interval){count, pieces};
    return interval;
}

const struct kin_interval *kin_interval_of(kin_arena *arena, const piece *given, size_t given_count)
{
    if (given_count > KIN_LIMIT_LIST) {
        return NULL;
    }
    piece *pieces = kin_copy_bytes(arena, given, given_count * sizeof *pieces);
    size_t count = 0;
    qsort(pieces, given_count, sizeof *pieces, by_low);
    for (size_t i = 0; i < given_count; i++) {
        if (!has_numbers(&pieces[i])) {
            continue;
        }
        piece *last = count ? &pieces[count - 1] : NULL;
        if (!last || !reaches(&last->high, &pieces[i].low)) {
            pieces[count++] = pieces[i];
        } else if (compare_highs(&pieces[i].high, &last->high) > 0) {
            last->high = pieces[i].high;
        }
    }
    return make(arena, pieces, count);
}

const struct kin_interval *kin_interval_unite(kin_arena *arena, const struct kin_interval *a,
                                              const struct kin_interval *b)
{
    piece *pieces = KIN_NEW_N(arena, piece, a->count + b->count);
    for (size_t i = 0; i < a->count + b->count; i++) {
        pieces[i] = i < a->count ? a->pieces[i] : b->pieces[i - a->count];
    }
    return kin_interval_of(arena, pieces, a->count + b->count);
}

const struct kin_interval *kin_interval_intersect(kin_arena *arena, const struct kin_interval *a,
                                                  const struct kin_interval *b)
{
    piece *pieces = KIN_NEW_N(arena, piece, a->count + b->count);
    size_t count = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        const piece *x = &a->pieces[i], *y = &b->pieces[j];
        piece both = {compare_lows(&x->low, &y->low) > 0 ? x->low : y->low,
                      compare_highs(&x->high, &y->high) < 0 ? x->high : y->high};
        if (has_numbers(&both)) {
            pieces[count++] = both;
        }
        if (compare_highs(&x->high, &y->high) < 0) {
            i++;
        } else {
            j++;
        }
    }
    return kin_interval_of(arena, pieces, count);
}

static struct kin_end opposite(struct kin_end end)
{
    end.closed = !end.closed;
    return end;
}

const struct kin_interval *kin_interval_complement(kin_arena *arena, const struct kin_interval *a)
{
    piece *pieces = KIN_NEW_N(arena, piece, a->count + 1);
    size_t count = 0;
    struct kin_end low = {.infinite = true};
    for (size_t i = 0; i < a->count; i++) {
        if (!a->pieces[i].low.infinite) {
            pieces[count++] = (piece){low, opposite(a->pieces[i].low)};
        }
        if (a->pieces[i].high.infinite) {
            return make(arena, pieces, count);
        }
        low = opposite(a->pieces[i].high);
    }
    pieces[count++] = (piece){low, {.infinite = true}};
    return make(arena, pieces, count);
}

bool kin_interval_has(const struct kin_interval *a, struct kin_rat number)
{
    struct kin_end here = {.at = number, .closed = true};
    bool inside = false;
    for (size_t i = 0; i < a->count && !inside; i++) {
        inside = compare_lows(&a->pieces[i].low, &here) <= 0 && compare_highs(&here, &a->pieces[i].high) <= 0;
    }
    return inside;
}

int kin_interval_compare(const struct kin_interval *a, const struct kin_interval *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        int order = by_low(&a->pieces[i], &b->pieces[i]);
        if (order) {
            return order;
        }
    }
    return (a->count > b->count) - (a->count < b->count);
}

/* ---- Text ---- */

static void write_piece(struct kin_buf *buf, const piece *a)
{
    bool single = !a->low.infinite && !a->high.infinite && kin_rat_equal(a->low.at, a->high.at);
    kin_buf_add_char(buf, a->low.closed ? '[' : '(');
    kin_buf_add(buf, a->low.infinite ? "-oo" : kin_rat_text(buf->arena, a->low.at));
    if (!single) {
        kin_buf_addf(buf, ", %s", a->high.infinite ? "oo" : kin_rat_text(buf->arena, a->high.at));
    }
    kin_buf_add_char(buf, a->high.closed ? ']' : ')');
}

void kin_interval_write(struct kin_buf *buf, const struct kin_interval *a)
{
    for (size_t i = 0; i < a->count; i++) {
        kin_buf_add(buf, i ? " or " : "");
        write_piece(buf, &a->pieces[i]);
    }
    kin_buf_add(buf, a->count ? "" : "{}");
}

static const char *skip_spaces(const char *at)
{
    return at + strspn(at, " ");
}

/* "7/2", or "-oo" and "oo" with -1 and 1 as the number for now; NULL when it is neither. */
static const char *read_end(kin_arena *arena, const char *at, struct kin_end *end)
{
    at = skip_spaces(at);
    size_t length = strcspn(at, ",)] "), top = strcspn(at, "/");
    *end = (struct kin_end){.at = kin_rat_int(0)};
    if ((length == 3 && memcmp(at, "-oo", 3) == 0) || (length == 2 && memcmp(at, "oo", 2) == 0)) {
        end->infinite = true;
        end->at = kin_rat_int(*at == '-' ? -1 : 1);
        return skip_spaces(at + length);
    }
    end->at = kin_rat_parse(arena, at, top < length ? top : length);
    if (top < length) {
        end->at = kin_rat_div(arena, end->at, kin_rat_parse(arena, at + top + 1, length - top - 1));
    }
    return kin_rat_defined(end->at) ? skip_spaces(at + length) : NULL;
}

/* An infinite end is open and lies on its own side. */
static bool settle_infinite(struct kin_end *end, int side)
{
    bool sound = !end->infinite || (!end->closed && kin_rat_sign(end->at) == side);
    end->at = end->infinite ? kin_rat_int(0) : end->at;
    return sound;
}

static const char *read_piece(kin_arena *arena, const char *at, piece *a)
{
    bool low_closed = *at == '[';
    if ((*at != '(' && *at != '[') || !(at = read_end(arena, at + 1, &a->low))) {
        return NULL;
    }
    a->high = a->low;
    if (*at == ',') {
        at = read_end(arena, at + 1, &a->high);
    }
    if (!at || (*at != ')' && *at != ']')) {
        return NULL;
    }
    a->low.closed = low_closed;
    a->high.closed = *at == ']';
    return settle_infinite(&a->low, -1) && settle_infinite(&a->high, 1) ? skip_spaces(at + 1) : NULL;
}

const struct kin_interval *kin_interval_parse(kin_arena *arena, const char *text)
{
    size_t room = 1, count = 0;
    for (const char *at = text; *at; at++) {
        room += *at == 'r';
    }
    piece *pieces = KIN_NEW_N(arena, piece, room);
    const char *at = skip_spaces(text);
    if (strcmp(at, "{}") == 0) {
        return make(arena, NULL, 0);
    }
    while ((at = read_piece(arena, at, &pieces[count++])) && strncmp(at, "or ", 3) == 0) {
        at = skip_spaces(at + 3);
    }
    return at && !*at ? kin_interval_of(arena, pieces, count) : NULL;
}
