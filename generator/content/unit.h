/* Units of measure: the rows of units.def. */
#ifndef KIN_CONTENT_UNIT_H
#define KIN_CONTENT_UNIT_H

#include "number/rat.h"

/* What a unit measures; areas, volumes and speeds are powers and quotients. */
enum kin_measure { KIN_MEASURE_LENGTH, KIN_MEASURE_MASS, KIN_MEASURE_TIME, KIN_MEASURES };

struct kin_unit {
    const char *one, *many, *sign; /* "foot", "feet", "ft"; sign may be NULL */
    enum kin_measure measure;
    int power;        /* of the measure: 3 for a litre */
    const char *size; /* in metres, grams, seconds to that power: "0.3048" */
};

/* The unit of a word, in any of its spellings; NULL when it is none. */
const struct kin_unit *kin_unit_named(const char *word, size_t length);

/* How large it is, in metres, grams or seconds to its power. */
struct kin_rat kin_unit_size(kin_arena *arena, const struct kin_unit *unit);

#endif
