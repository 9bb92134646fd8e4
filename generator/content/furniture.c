#include "content/furniture.h"

#include "value/language.h"

#include <string.h>

static const struct kin_furniture rows[] = {
    {
        .language = "en",
#define KIN_FURNITURE(id, english, spanish) .id = english,
#include "content/furniture.def"
#undef KIN_FURNITURE
    },
    {
        .language = "es",
#define KIN_FURNITURE(id, english, spanish) .id = spanish,
#include "content/furniture.def"
#undef KIN_FURNITURE
    },
};

const struct kin_furniture *kin_furniture_of(const char *language)
{
    for (size_t i = 0; language && i < sizeof rows / sizeof *rows; i++) {
        if (kin_language_match(rows[i].language, language)) {
            return &rows[i];
        }
    }
    return &rows[0];
}

const char *kin_furniture_say(const char *language, const char *english)
{
    const struct kin_furniture *own = kin_furniture_of(language);
#define KIN_FURNITURE(id, text, spanish)                                                                               \
    if (strcmp(text, english) == 0) {                                                                                  \
        return own->id;                                                                                                \
    }
#include "content/furniture.def"
#undef KIN_FURNITURE
    return english;
}
