/* Mutations for set files: libFuzzer's own break the JSON nearly always; these change the tree, so that reading gets to
 * the content and paper to its layout. */
#include "target.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

/* A place in the tree: an element of a list, or a member of an object. */
struct place {
    json_t *parent;
    const char *key; /* NULL: in a list */
    size_t index;
};

enum { MOST_PLACES = 20000, MOST_COPIES = 40 };

struct mutation {
    struct place places[MOST_PLACES];
    size_t count;
    uint32_t state;
};

/* xorshift32 (G. Marsaglia, 2003). */
static uint32_t below(struct mutation *mutation, size_t end)
{
    mutation->state ^= mutation->state << 13;
    mutation->state ^= mutation->state >> 17;
    mutation->state ^= mutation->state << 5;
    return (uint32_t)(mutation->state % end);
}

static void collect(struct mutation *mutation, json_t *json)
{
    const char *key;
    json_t *kid;
    size_t index;
    json_object_foreach(json, key, kid)
    {
        if (mutation->count < MOST_PLACES) {
            mutation->places[mutation->count++] = (struct place){json, key, 0};
            collect(mutation, kid);
        }
    }
    json_array_foreach(json, index, kid)
    {
        if (mutation->count < MOST_PLACES) {
            mutation->places[mutation->count++] = (struct place){json, NULL, index};
            collect(mutation, kid);
        }
    }
}

static json_t *value_at(const struct place *place)
{
    return place->key ? json_object_get(place->parent, place->key) : json_array_get(place->parent, place->index);
}

static void put(const struct place *place, json_t *value)
{
    if (place->key) {
        json_object_set_new(place->parent, place->key, value);
    } else {
        json_array_set_new(place->parent, place->index, value);
    }
}

static const struct place *any_place(struct mutation *mutation)
{
    return &mutation->places[below(mutation, mutation->count)];
}

/* Another place whose value is of the same type where one is met soon, so that names go to names. */
static const struct place *like(struct mutation *mutation, const json_t *value)
{
    const struct place *found = any_place(mutation);
    for (int i = 0; i < 20 && json_typeof(value_at(found)) != json_typeof(value); i++) {
        found = any_place(mutation);
    }
    return found;
}

static void change_number(struct mutation *mutation, const struct place *place)
{
    static const json_int_t numbers[] = {-1, 0,   1,   2,   3,   7,         12,        13,
                                         50, 100, 101, 240, 300, INT32_MAX, INT64_MAX, INT64_MIN};
    put(place, below(mutation, 6) ? json_integer(numbers[below(mutation, sizeof numbers / sizeof *numbers)])
                                  : json_real(1e300 / (below(mutation, 1000) + 1)));
}

static void change_text(struct mutation *mutation, const struct place *place, const char *text)
{
    static const char *const words[] = {
        "paragraph", "text",         "maths",    "list",     "item",     "table",        "row",
        "cell",      "caption",      "figure",   "stimulus", "note",     "work",         "beside",
        "lines",     "grid",         "blank",    "bold",     "italic",   "number",       "letter",
        "word",      "symbol",       "operator", "sign",     "relation", "punct",        "fraction",
        "mixed",     "scripts",      "root",     "fence",    "bar",      "space",        "value",
        "choice",    "multi-select", "open",     "equation", "",         "a4",           "tight",
        "1/0",       "3/2",          "{",        "quad",     "A",        "\xE2\x88\x92", "\xF0\x9F\x98\x80",
        "0"};
    uint8_t bytes[256] = {0};
    size_t length = strnlen(text, sizeof bytes / 2);
    memcpy(bytes, text, length);
    length = LLVMFuzzerMutate(bytes, length, sizeof bytes - 1);
    json_t *changed = below(mutation, 4) ? NULL : json_stringn((const char *)bytes, length);
    put(place, changed ? changed : json_string(words[below(mutation, sizeof words / sizeof *words)]));
}

static void change_list(struct mutation *mutation, json_t *list)
{
    size_t count = json_array_size(list);
    if (count && below(mutation, 2)) {
        json_array_remove(list, below(mutation, count));
        return;
    }
    /* A copy first: what is copied may hold the list that grows. */
    json_t *element =
        json_deep_copy(count ? json_array_get(list, below(mutation, count)) : value_at(any_place(mutation)));
    for (size_t copies = 1 + below(mutation, below(mutation, 4) ? 2 : MOST_COPIES); copies > 0; copies--) {
        json_array_append_new(list, json_deep_copy(element));
    }
    json_decref(element);
}

static void change(struct mutation *mutation)
{
    const struct place *place = any_place(mutation);
    json_t *value = value_at(place);
    if (below(mutation, 4) == 0) {
        put(place, json_deep_copy(value_at(like(mutation, value))));
    } else if (json_is_number(value)) {
        change_number(mutation, place);
    } else if (json_is_string(value)) {
        change_text(mutation, place, json_string_value(value));
    } else if (json_is_array(value)) {
        change_list(mutation, value);
    } else if (place->key && below(mutation, 4) == 0) {
        json_object_del(place->parent, place->key);
    } else {
        put(place, json_is_boolean(value) ? json_boolean(!json_is_true(value))
                                          : json_deep_copy(value_at(like(mutation, value))));
    }
}

static size_t changed_tree(struct mutation *mutation, json_t *whole, uint8_t *data, size_t most)
{
    for (unsigned rounds = 1 + below(mutation, 3); rounds > 0; rounds--) {
        mutation->count = 0;
        collect(mutation, whole);
        if (mutation->count) {
            change(mutation);
        }
    }
    return json_dumpb(whole, (char *)data, most, JSON_COMPACT);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    static struct mutation mutation;
    mutation.state = seed * 2654435761u | 1;
    json_t *whole = below(&mutation, 10) ? json_loadb((const char *)data, size, 0, NULL) : NULL;
    size_t length = whole ? changed_tree(&mutation, whole, data, most) : 0;
    json_decref(whole);
    if (length > most || length == 0) { /* it does not fit */
        return LLVMFuzzerMutate(data, size, most);
    }
    return length;
}
