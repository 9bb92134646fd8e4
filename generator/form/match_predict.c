#include "form/match_predict.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    WORDS_EACH = 20,     /* words that a weight of words counts once */
    MOST_TIMES = 9,      /* as often as a feature's number counts at most */
    MILLIONTHS = 1000000 /* of a chance */
};

/* ---- What a weight counts ------------------------------------------------------------------------------------ */

/* By the names that the weights know: those of the template's own language. */
static const struct kin_fact *features_of(const struct kin_item *item, size_t *count)
{
    *count = item->own_feature_count ? item->own_feature_count : item->feature_count;
    return item->own_feature_count ? item->own_features : item->features;
}

static const char *fact_of(const struct kin_item *item, const char *name)
{
    size_t count;
    const struct kin_fact *features = features_of(item, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(features[i].name, name) == 0) {
            return features[i].text;
        }
    }
    return "";
}

/* Words, or numbers, of a list that are separated by commas and blanks. */
static int count_words(const char *list, const char *word)
{
    int count = 0;
    for (size_t length; *list; list += length + strspn(list + length, ", ")) {
        length = strcspn(list, ", ");
        count += length == strlen(word) && memcmp(list, word, length) == 0;
    }
    return count;
}

/* "2, 1, 3": the digits of each key, then of the largest value that is printed. */
static int count_digits(const char *list, const char *match)
{
    int key = 0, largest = 0;
    for (char *end; *list; list = end + strspn(end, ", ")) {
        int digits = (int)strtol(list, &end, 10);
        if (end == list) {
            break;
        }
        bool last = !*end;
        key += !last && digits > 1 ? digits - 1 : 0;
        largest = last && digits > 2 ? digits - 2 : 0;
    }
    return strcmp(match, "key") == 0 ? key : largest;
}

static int count_signs(const char *signs, const char *match)
{
    int count = 0;
    for (; *signs && *match; signs++) {
        count += *signs == *match;
    }
    return count;
}

/* How often a feature's value counts: not at all when it is false, as often as a number says, else once. */
static int times_of(const char *text)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (end != text && !*end) {
        return number < 0 ? 0 : number > MOST_TIMES ? MOST_TIMES : (int)number;
    }
    return strcmp(text, "false") != 0 && strcmp(text, "none") != 0;
}

/* Do the words stand in "name value"? */
static bool says(const struct kin_fact *fact, const char *words)
{
    char text[256];
    size_t name = strnlen(fact->name, sizeof text - 1), length = strlen(words);
    memcpy(text, fact->name, name);
    if (name + 1 < sizeof text) {
        text[name++] = ' ';
    }
    size_t rest = strnlen(fact->text, sizeof text - 1 - name);
    memcpy(text + name, fact->text, rest);
    for (size_t i = 0; i + length <= name + rest; i++) {
        if (strncasecmp(text + i, words, length) == 0) {
            return true;
        }
    }
    return false;
}

static int count_features(const struct kin_item *item, const char *words)
{
    int times = 0;
    size_t count;
    const struct kin_fact *features = features_of(item, &count);
    for (size_t i = 0; i < count && *words; i++) {
        times += says(&features[i], words) ? times_of(features[i].text) : 0;
    }
    return times;
}

static int count_reading(const struct kin_item *item, const char *beyond)
{
    size_t words = kin_nodes_words(&item->stem), most = strtoul(beyond, NULL, 10);
    for (size_t i = 0; i < item->part_count; i++) {
        words += kin_nodes_words(&item->parts[i].stem);
    }
    return words > most ? (int)((words - most) / WORDS_EACH) : 0;
}

static int count_response(const struct kin_weight *weight, const struct kin_response *response)
{
    if (weight->kind == KIN_WEIGHT_RESPONSE) {
        return strcmp(kin_response_kind_name(response->kind), weight->match) == 0;
    }
    if (weight->kind == KIN_WEIGHT_OPTION) {
        return response->kind == KIN_RESPONSE_CHOICE && response->option_count > 2 ? (int)response->option_count - 2
                                                                                   : 0;
    }
    return response->type && strcmp(response->type, weight->match) == 0;
}

static int count_responses(const struct kin_weight *weight, const struct kin_item *item)
{
    int count = 0;
    for (size_t i = 0; i < item->part_count; i++) {
        for (size_t j = 0; j < item->parts[i].response_count; j++) {
            count += count_response(weight, &item->parts[i].responses[j]);
        }
    }
    return count;
}

static int count_steps(const struct kin_item *item)
{
    size_t steps = 0;
    for (size_t i = 0; i < item->part_count; i++) {
        steps += item->parts[i].step_count;
    }
    return steps > 1 ? (int)steps - 1 : 0;
}

static int count_of(const struct kin_weight *weight, const struct kin_item *item)
{
    switch (weight->kind) {
    case KIN_WEIGHT_LEVEL:
        return atoi(weight->match) == item->level;
    case KIN_WEIGHT_RESPONSE:
    case KIN_WEIGHT_TYPE:
    case KIN_WEIGHT_OPTION:
        return count_responses(weight, item);
    case KIN_WEIGHT_PART:
        return item->part_count > 1 ? (int)item->part_count - 1 : 0;
    case KIN_WEIGHT_STEP:
        return count_steps(item);
    case KIN_WEIGHT_WORDS:
        return count_reading(item, weight->match);
    case KIN_WEIGHT_DIGITS:
        return count_digits(fact_of(item, "digits"), weight->match);
    case KIN_WEIGHT_ANSWER:
        return count_words(fact_of(item, "kind of answer"), weight->match);
    case KIN_WEIGHT_SIGN:
        return count_signs(fact_of(item, "signs"), weight->match);
    case KIN_WEIGHT_FEATURE:
        return count_features(item, weight->match);
    default:
        return 0;
    }
}

struct kin_prediction kin_item_predict(const struct kin_weights *weights, const struct kin_item *item)
{
    enum { MOST_TIME = 24 * 3600 };
    struct kin_prediction prediction = {0, 0};
    for (size_t i = 0; i < weights->count; i++) {
        int count = count_of(&weights->items[i], item);
        prediction.difficulty_msd += count * weights->items[i].difficulty_msd;
        prediction.seconds += count * weights->items[i].seconds;
    }
    if (item->minutes > 0) {
        prediction.seconds = item->minutes < MOST_TIME / 60 ? (int)(item->minutes * 60 + 0.5) : MOST_TIME;
    }
    prediction.seconds = prediction.seconds < 0 ? 0 : prediction.seconds;
    return prediction;
}

/* ---- Chances --------------------------------------------------------------------------------------------------- */

/* exp(-x / 1000) times 2^30, for 0 <= x < 2^14: the product of exp(-2^k / 1000) over the bits of x. */
static uint64_t decay(unsigned x)
{
    static const uint32_t powers[] = {1072668619, 1071596486, 1069455435, 1065186158, 1056698664,
                                      1039926024, 1007175199, 944735372,  831228610,  643488952,
                                      385640219,  138504783,  17866096,   297276};
    uint64_t product = (uint64_t)1 << 30;
    for (unsigned k = 0; k < sizeof powers / sizeof *powers; k++) {
        product = x >> k & 1 ? (product * powers[k]) >> 30 : product;
    }
    return product;
}

int kin_chance(const struct kin_weights *weights, int difficulty_msd, int ability_msd)
{
    enum { MOST = (1 << 14) - 1 };
    int64_t logit = (int64_t)weights->slope_milli * (ability_msd - (int64_t)difficulty_msd) / 1000;
    int64_t size = logit < 0 ? -logit : logit;
    uint64_t one = (uint64_t)1 << 30, small = decay(size > MOST ? MOST : (unsigned)size);
    uint64_t wrong = (small * MILLIONTHS + (one + small) / 2) / (one + small); /* chance of the unlikelier */
    return (int)(logit < 0 ? wrong : MILLIONTHS - wrong);
}

long long kin_item_expected(kin_arena *arena, const struct kin_weights *weights, const struct kin_item *item,
                            int ability_msd)
{
    enum { MOST_POINTS = 1000 };
    struct kin_rat points = kin_rat_mul(arena, kin_item_points(arena, item), kin_rat_int(1000));
    bool small =
        kin_rat_defined(points) && !points.big && points.num >= 0 && points.num / points.den <= 1000 * MOST_POINTS;
    long long milli = small ? points.num / points.den : 0;
    return milli * kin_chance(weights, kin_item_predict(weights, item).difficulty_msd, ability_msd) / MILLIONTHS;
}
