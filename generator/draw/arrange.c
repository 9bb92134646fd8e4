#include "draw/arrange.h"

__extension__ typedef unsigned __int128 wide;

static const uint64_t most_lists = (uint64_t)1 << 62;

/* A count that is too large stays too large. */
static uint64_t capped(wide count)
{
    return count > most_lists ? most_lists + 1 : (uint64_t)count;
}

static uint64_t binomial(uint64_t n, uint64_t k)
{
    wide result = 1;
    if (k > n) {
        return 0;
    }
    k = k > n - k ? n - k : k;
    for (uint64_t i = 1; i <= k && result <= most_lists; i++) {
        result = result * (n - k + i) / i;
    }
    return capped(result);
}

/* values^length, or values*(values - 1)*... when none stands twice. */
static uint64_t count_rows(const struct kin_drawn_list *rule, uint64_t values)
{
    wide count = 1;
    for (uint64_t i = 0; i < (uint64_t)rule->length && count <= most_lists; i++) {
        uint64_t left = rule->distinct ? (values > i ? values - i : 0) : values;
        count *= left;
    }
    return capped(count);
}

/* ---- Derangements ---- */

/* Orders of n things of which `barred` must not stand at a place of their own: by inclusion and exclusion, the sum of
 * (-1)^i * C(barred, i) * (n - i)!. */
static uint64_t orders_with_bars(unsigned n, unsigned barred)
{
    uint64_t factorials[KIN_MOST_DERANGED + 1] = {1};
    for (unsigned i = 1; i <= n; i++) {
        factorials[i] = factorials[i - 1] * i;
    }
    wide count = 0; /* passes below 0 in between, as unsigned numbers may; the sum does not */
    for (unsigned i = 0; i <= barred; i++) {
        wide term = (wide)binomial(barred, i) * factorials[n - i];
        count = i % 2 ? count - term : count + term;
    }
    return (uint64_t)count;
}

static unsigned later_bars(const bool *used, unsigned from, unsigned n)
{
    unsigned bars = 0;
    for (unsigned i = from; i < n; i++) {
        bars += !used[i];
    }
    return bars;
}

static void place_deranged(const struct kin_arranging *arranging, uint64_t n, uint64_t *places)
{
    bool used[KIN_MOST_DERANGED] = {false};
    unsigned length = (unsigned)arranging->rule.length;
    for (unsigned i = 0; i < length; i++) {
        for (unsigned v = 0; v < length; v++) {
            if (used[v] || v == i) {
                continue;
            }
            used[v] = true;
            uint64_t ways = orders_with_bars(length - i - 1, later_bars(used, i + 1, length));
            if (n < ways) {
                places[i] = v;
                break;
            }
            used[v] = false;
            n -= ways;
        }
    }
}

/* ---- Totals ----
 *
 * In any order: ways[j][s] lists of j places from 0 to values - 1 with the sum s. In order of size: ways[j][m][s] of
 * them with no place above m. Different places in order of size are such with their ranks 0, 1, 2 ... taken off. */

static size_t row_at(const struct kin_arranging *a, uint64_t j, uint64_t s)
{
    return (size_t)(j * (a->steps + 1) + s);
}

static size_t cell_at(const struct kin_arranging *a, uint64_t j, uint64_t m, uint64_t s)
{
    return (size_t)((j * a->values + m) * (a->steps + 1) + s);
}

static void count_any_order(const struct kin_arranging *a, uint64_t *ways)
{
    ways[0] = 1;
    for (uint64_t j = 1; j <= (uint64_t)a->rule.length; j++) {
        const uint64_t *before = &ways[row_at(a, j - 1, 0)];
        wide sum = 0;       /* of the last `values` numbers of the row before, without those that are too large */
        uint64_t large = 0; /* how many are */
        for (uint64_t s = 0; s <= a->steps; s++) {
            uint64_t in = before[s], out = s >= a->values ? before[s - a->values] : 0;
            sum += in > most_lists ? 0 : in;
            sum -= out > most_lists ? 0 : out;
            large = large + (in > most_lists) - (out > most_lists);
            ways[row_at(a, j, s)] = large ? most_lists + 1 : capped(sum);
        }
    }
}

static void count_by_size(const struct kin_arranging *a, uint64_t *ways)
{
    for (uint64_t j = 0; j <= (uint64_t)a->rule.length; j++) {
        for (uint64_t m = 0; m < a->values; m++) {
            for (uint64_t s = 0; s <= a->steps; s++) {
                wide count = j == 0 ? s == 0 : m ? ways[cell_at(a, j, m - 1, s)] : 0;
                count += j && s >= m ? ways[cell_at(a, j - 1, m, s - m)] : 0;
                ways[cell_at(a, j, m, s)] = capped(count);
            }
        }
    }
}

static void place_any_order(const struct kin_arranging *a, uint64_t n, uint64_t *places)
{
    uint64_t left = a->steps;
    for (uint64_t i = 0, length = (uint64_t)a->rule.length; i < length; i++) {
        uint64_t v = 0;
        for (uint64_t ways; n >= (ways = a->ways[row_at(a, length - i - 1, left - v)]); v++) {
            n -= ways;
        }
        places[i] = v;
        left -= v;
    }
}

/* The largest place first. */
static void place_by_size(const struct kin_arranging *a, uint64_t n, uint64_t *places)
{
    uint64_t left = a->steps, m = a->values - 1;
    for (uint64_t j = (uint64_t)a->rule.length; j > 0; j--) {
        while (m > 0 && n < a->ways[cell_at(a, j, m - 1, left)]) {
            m--;
        }
        n -= m > 0 ? a->ways[cell_at(a, j, m - 1, left)] : 0;
        places[j - 1] = m + (a->rule.distinct ? j - 1 : 0);
        left -= m;
    }
}

/* Takes the ranks off for different places; false when not even the smallest ones fit. */
static bool take_ranks_off(struct kin_arranging *a)
{
    uint64_t k = (uint64_t)a->rule.length, ranks = k * (k - 1) / 2;
    if (a->values < k || a->steps < ranks) {
        return false;
    }
    a->values -= k - 1;
    a->steps -= ranks;
    return true;
}

static bool count_totals(kin_arena *arena, struct kin_arranging *a)
{
    uint64_t k = (uint64_t)a->rule.length;
    if (a->rule.distinct && !take_ranks_off(a)) {
        return true;
    }
    if (a->values == 0 || a->steps > k * (a->values - 1)) {
        return true; /* no list reaches it */
    }
    wide room = (wide)(k + 1) * (a->steps + 1) * (a->rule.sorted ? a->values : 1);
    if (room > KIN_MOST_WAYS) {
        return false;
    }
    uint64_t *ways = KIN_NEW_N(arena, uint64_t, (size_t)room);
    if (a->rule.sorted) {
        count_by_size(a, ways);
    } else {
        count_any_order(a, ways);
    }
    a->ways = ways;
    a->count = ways[a->rule.sorted ? cell_at(a, k, a->values - 1, a->steps) : row_at(a, k, a->steps)];
    return a->count <= most_lists;
}

/* ---- In order of size ----
 *
 * Finding a list asks for many binomial coefficients: ways[j][c] = C(c, j) keeps them, unless there are very many. */

/* Coefficients go up to C(most, length), where `most` counts places with their ranks added. */
static uint64_t places_with_ranks(const struct kin_arranging *a)
{
    return a->rule.distinct || a->values == 0 ? a->values : a->values + (uint64_t)a->rule.length - 1;
}

static void count_sorted(kin_arena *arena, struct kin_arranging *a)
{
    uint64_t length = (uint64_t)a->rule.length, most = places_with_ranks(a);
    a->count = binomial(most, length);
    if (a->count > most_lists || (wide)(length + 1) * (most + 1) > KIN_MOST_COEFFICIENTS) {
        return;
    }
    uint64_t *ways = KIN_NEW_N(arena, uint64_t, (size_t)((length + 1) * (most + 1)));
    for (uint64_t j = 0; j <= length; j++) {
        for (uint64_t c = 0; c <= most; c++) {
            ways[j * (most + 1) + c] = binomial(c, j);
        }
    }
    a->ways = ways;
}

static uint64_t coefficient(const struct kin_arranging *a, uint64_t most, uint64_t c, uint64_t j)
{
    return a->ways ? a->ways[j * (most + 1) + c] : binomial(c, j);
}

/* The largest c with C(c, j) <= n. */
static uint64_t largest_below(const struct kin_arranging *a, uint64_t n, uint64_t j, uint64_t most)
{
    uint64_t low = j - 1, high = most - 1;
    while (low < high) {
        uint64_t middle = low + (high - low + 1) / 2;
        if (coefficient(a, most, middle, j) <= n) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

/* The combinatorial number system (D. E. Knuth, The Art of Computer Programming, vol. 4A, section 7.2.1.3); with
 * repetition, of places with their ranks added. */
static void place_sorted(const struct kin_arranging *a, uint64_t n, uint64_t *places)
{
    uint64_t most = places_with_ranks(a);
    for (uint64_t j = (uint64_t)a->rule.length; j > 0; j--) {
        uint64_t c = largest_below(a, n, j, most);
        n -= coefficient(a, most, c, j);
        places[j - 1] = a->rule.distinct ? c : c - (j - 1);
    }
}

/* ---- All ---- */

bool kin_arranging_new(kin_arena *arena, const struct kin_drawn_list *rule, uint64_t values, uint64_t steps,
                       struct kin_arranging *arranging)
{
    uint64_t length = (uint64_t)rule->length;
    *arranging = (struct kin_arranging){.rule = *rule, .values = values, .steps = steps};
    if (rule->total) {
        return count_totals(arena, arranging);
    }
    if (rule->deranged) {
        bool fits = values == length && length <= KIN_MOST_DERANGED;
        arranging->count = fits ? orders_with_bars((unsigned)length, (unsigned)length) : 0;
    } else if (rule->sorted) {
        count_sorted(arena, arranging);
    } else {
        arranging->count = count_rows(rule, values);
    }
    return arranging->count <= most_lists;
}

/* The value at `place` among those that stand before no longer. */
static uint64_t still_there(const uint64_t *places, size_t count, uint64_t place)
{
    uint64_t sorted[KIN_MOST_ARRANGED];
    for (size_t i = 0; i < count; i++) {
        size_t j = i;
        for (; j > 0 && sorted[j - 1] > places[i]; j--) {
            sorted[j] = sorted[j - 1];
        }
        sorted[j] = places[i];
    }
    for (size_t i = 0; i < count; i++) {
        place += sorted[i] <= place;
    }
    return place;
}

static void place_row(const struct kin_arranging *a, uint64_t n, uint64_t *places)
{
    for (size_t i = 0; i < (size_t)a->rule.length; i++) {
        uint64_t left = a->rule.distinct ? a->values - i : a->values;
        places[i] = a->rule.distinct ? still_there(places, i, n % left) : n % left;
        n /= left;
    }
}

void kin_arranging_places(const struct kin_arranging *arranging, uint64_t n, uint64_t *places)
{
    const struct kin_drawn_list *rule = &arranging->rule;
    if (rule->total) {
        (rule->sorted ? place_by_size : place_any_order)(arranging, n, places);
    } else if (rule->deranged) {
        place_deranged(arranging, n, places);
    } else {
        (rule->sorted ? place_sorted : place_row)(arranging, n, places);
    }
}

bool kin_arrangement_allows(const struct kin_drawn_list *rule, const uint64_t *places)
{
    for (int i = 0; i < rule->length; i++) {
        if (rule->deranged && places[i] == (uint64_t)i) {
            return false;
        }
        for (int j = 0; j < i; j++) {
            if ((rule->distinct && places[i] == places[j]) || (rule->sorted && places[i] < places[j])) {
                return false;
            }
        }
    }
    return true;
}
