/* Thresholds of mastery as people write them, and the scale of levels that a score is told by. A score is a share of
 * what could be had: an exact number from 0 to 1. */
#ifndef KIN_CONTENT_THRESHOLD_H
#define KIN_CONTENT_THRESHOLD_H

#include "base/diag.h"
#include "content/furniture.h"
#include "number/rat.h"

/* ---- The scale ------------------------------------------------------------------------------------------------- */

/* A level reaches from its own percentage up to that of the level above it. */
struct kin_scale_level {
    int level, from_percent;
    const char *name, *legend; /* "Meets", one sentence */
};

struct kin_level_scale {
    const struct kin_scale_level *levels; /* highest first; the lowest begins at 0% */
    size_t count;
};

/* Four levels: 4 from 90%, 3 from 80%, 2 from 60%, 1 below. */
const struct kin_level_scale *kin_scale_usual(void);

/* A scale as a page shows it: the usual one with the names and legends of the language of the words, any other as it
 * is.
 */
const struct kin_level_scale *kin_scale_in(kin_arena *arena, const struct kin_level_scale *scale,
                                           const struct kin_furniture *words);

/* "Levels: 4 Beyond (90%): Gets it right every time ..." in the language of the words, highest first. */
const char *kin_scale_legend(kin_arena *arena, const struct kin_level_scale *scale, const struct kin_furniture *words);

/* A scale of one's own: CSV with the columns level, from, name, legend; 2 to 10 levels, from rising with level and
 * beginning at 0. NULL after reporting. */
const struct kin_level_scale *kin_scale_read(kin_arena *arena, struct kin_diags *diags,
                                             const struct kin_source *source);

/* The level that a defined score from 0 to 1 reaches. */
const struct kin_scale_level *kin_scale_level(kin_arena *arena, const struct kin_level_scale *scale,
                                              struct kin_rat score);

/* ---- Thresholds ------------------------------------------------------------------------------------------------ */

enum kin_threshold_kind {
    KIN_THRESHOLD_PERCENT, /* of the points */
    KIN_THRESHOLD_COUNT,   /* so many parts of so many wholly right; of another number of parts the same share */
    KIN_THRESHOLD_LEVEL    /* a level of the scale */
};

struct kin_threshold {
    enum kin_threshold_kind kind;
    int percent;   /* 1 to 100 */
    int right, of; /* 1 to `of`, which is at most 100 */
    int level;
};

/* "80", "80%", "4/5", "4 of 5", "level 3". False when it is none of these. */
bool kin_threshold_parse(const char *text, struct kin_threshold *threshold);

/* "80%", "4 of 5", "level 3". */
const char *kin_threshold_text(kin_arena *arena, const struct kin_threshold *threshold,
                               const struct kin_furniture *words);

/* The least score that meets it: 4/5. A level that the scale has not is met by no score: 2. */
struct kin_rat kin_threshold_share(kin_arena *arena, const struct kin_threshold *threshold,
                                   const struct kin_level_scale *scale);

/* A share as a percentage, "80%" or "66.6%": rounded down to a tenth, so that none seems to reach a line that it does
 * not. Undefined: "". */
const char *kin_share_text(kin_arena *arena, struct kin_rat share);

/* Of `parts` equal parts, the fewest that must be right to meet it: ceil(share * parts). */
size_t kin_threshold_parts(kin_arena *arena, struct kin_rat share, size_t parts);

#endif
