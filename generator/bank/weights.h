/* Weights that difficulty and time of an item are predicted by: a table of a data folder, weights/NAME.csv. They are
 * starter values from the literature until somebody measures better ones; each row says where it is from. */
#ifndef KIN_BANK_WEIGHTS_H
#define KIN_BANK_WEIGHTS_H

#include "base/arena.h"

#include <stddef.h>

/* What a row counts; generator/bank/weight_kinds.def. */
enum kin_weight_kind {
#define KIN_WEIGHT_KIND(id, name, doc) KIN_WEIGHT_##id,
#include "bank/weight_kinds.def"
#undef KIN_WEIGHT_KIND
    KIN_WEIGHT_KIND_COUNT
};
const char *kin_weight_kind_name(enum kin_weight_kind kind);

struct kin_weight {
    enum kin_weight_kind kind;
    const char *match;  /* which level, response, type, feature ...; "" */
    int difficulty_msd; /* thousandths of a standard deviation of the students' abilities */
    int seconds;
    const char *source;
};

struct kin_weights {
    const char *id;    /* the file's name without ending: "starter" */
    const char *about; /* what is to be known of all of them: "Starter values, not measured" */
    int slope_milli;   /* of the curve from ability to chance, thousandths */
    struct kin_weight *items;
    size_t count, room;
};

#endif
