/* Diagnostics: what is wrong with a user's files, collected and never only the first.
 *
 *   fractions.xml:42:17: error E214: division by zero
 *       <let name="q" value="a / b"/>
 *                            ^~~~~
 *     note: seen with a = 3, b = 0
 *     mend: add <where test="b ne 0"/>
 *
 * The library never prints: it adds to a kin_diags, and the caller shows them. */
#ifndef KIN_BASE_DIAG_H
#define KIN_BASE_DIAG_H

#include "base/buf.h"
#include "base/source.h"

enum kin_severity { KIN_NOTE, KIN_WARNING, KIN_ERROR };

/* One per row of diagnostics.def: KIN_E101 and so on. */
enum kin_diag_id {
#define KIN_DIAG(id, severity, text, explanation) KIN_##id,
#include "base/diagnostics.def"
#undef KIN_DIAG
    KIN_DIAG_COUNT
};

struct kin_diag_row {
    const char *name; /* "E214" */
    enum kin_severity severity;
    const char *text;        /* with %1 to %9 for the arguments */
    const char *explanation; /* for `formkin explain` */
};

struct kin_diag {
    enum kin_diag_id id;
    enum kin_severity severity;
    struct kin_span span; /* source may be NULL */
    const char *message;
    const char *note; /* the values that made it fail; may be NULL */
    const char *mend; /* what to do; may be NULL */
};

/* Everything that was reported, in order. Texts live in `arena` (borrowed). */
struct kin_diags {
    kin_arena *arena;
    struct kin_diag *items;
    size_t count, room;
    size_t errors, warnings; /* counted also past KIN_LIMIT_DIAGNOSTICS, where items are no longer kept */
    bool dropped;            /* the last report was not kept, nor will its note and mend be */
};

struct kin_diags kin_diags_in(kin_arena *arena);

/* Add a diagnostic at `span` (zeroed: no place). The arguments are texts that replace %1, %2 ... of the row, and
 * end with NULL; control characters and bidi controls in them are shown escaped. A second report of the
 * same id at the same place is dropped. */
void kin_report(struct kin_diags *diags, enum kin_diag_id id, struct kin_span span, ...) __attribute__((sentinel));

/* Add one that was reported elsewhere, by the same rules. Its texts are borrowed. */
void kin_report_again(struct kin_diags *diags, const struct kin_diag *diag);

/* Add a note, or how to mend it, to the diagnostic that was reported last, unless it was dropped. Printf's rules. */
void kin_report_note(struct kin_diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));
void kin_report_mend(struct kin_diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The row of an id; of a name such as "E214" or "e214" (NULL when there is none). */
const struct kin_diag_row *kin_diag_row(enum kin_diag_id id);
const struct kin_diag_row *kin_diag_row_named(const char *name);

/* Append one diagnostic as shown above, with line ends. */
void kin_diag_write(struct kin_buf *buf, const struct kin_diag *diag);

/* The candidate nearest to `word` by edit distance, for "did you mean"; NULL when none is near. */
const char *kin_nearest(const char *word, const char *const *candidates, size_t count);

#endif
