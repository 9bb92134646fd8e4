/* The words that forms and keys bring along, by language. */
#ifndef KIN_CONTENT_FURNITURE_H
#define KIN_CONTENT_FURNITURE_H

/* One text a row of furniture.def. */
struct kin_furniture {
    const char *language; /* "en" */
#define KIN_FURNITURE(id, english, spanish) const char *id;
#include "content/furniture.def"
#undef KIN_FURNITURE
};

/* The texts of a language tag such as "es-MX"; English for a language that has none. */
const struct kin_furniture *kin_furniture_of(const char *language);

/* A sentence of furniture.def, given in English, in a language; as it is when no row has it. */
const char *kin_furniture_say(const char *language, const char *english);

#endif
