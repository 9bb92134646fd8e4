#include "page/key.h"

#include <string.h>

/* Features as a teacher reads them: those that the author declared, by name and value, and the case. What else was
 * held equal (signs, digits, steps ...) the label says in general. */

static const char *const automatic_names[] = {
#define KIN_AUTOMATIC(id, name, doc) [KIN_AUTO_##id] = name,
#include "bank/automatic.def"
#undef KIN_AUTOMATIC
};

/* The number of an automatic feature; KIN_AUTOMATIC_COUNT: the author declared it. */
static size_t automatic_number(const char *name)
{
    size_t number = 0;
    while (number < KIN_AUTOMATIC_COUNT && strcmp(automatic_names[number], name) != 0) {
        number++;
    }
    return number;
}

static const char *value_text(const struct kin_furniture *words, const char *text)
{
    if (strcmp(text, "true") == 0) {
        return words->yes;
    }
    return strcmp(text, "false") == 0 ? words->no : text;
}

/* Automatic features but the case mean something to the program only. */
static bool tells_something(const struct kin_fact *feature)
{
    size_t number = automatic_number(feature->name);
    return number == KIN_AUTOMATIC_COUNT || number == KIN_AUTO_MODE;
}

static void add_feature(const struct kin_layout *layout, struct kin_buf *buf, const struct kin_fact *feature)
{
    kin_buf_add(buf, buf->length > 0 ? "; " : "");
    if (automatic_number(feature->name) == KIN_AUTO_MODE) {
        kin_buf_addf(buf, layout->words->automatic_mode, feature->text);
    } else {
        kin_buf_addf(buf, "%s: %s", feature->name, value_text(layout->words, feature->text));
    }
}

char *kin_features_text(const struct kin_layout *layout, const struct kin_slot *slot)
{
    struct kin_buf buf = kin_buf_in(layout->arena);
    kin_buf_add(&buf, "");
    for (size_t i = 0; i < slot->feature_count; i++) {
        if (tells_something(&slot->features[i])) {
            add_feature(layout, &buf, &slot->features[i]);
        }
    }
    return buf.data;
}
