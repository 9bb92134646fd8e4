/* Rosters: who is in which class, from files of many origins. */
#ifndef KIN_LEDGER_ROSTER_H
#define KIN_LEDGER_ROSTER_H

#include "base/csv.h"

#include <stdbool.h>

struct kin_ledger;

struct kin_roster_row {
    const char *student;                     /* id; NULL: only the name is known */
    const char *family, *given;              /* NULL: not said */
    const char *interest, *style, *language; /* NULL: not said */
    const char *class_id, *class_title;      /* title: NULL: not said */
    struct kin_span span;                    /* of its line */
};

struct kin_roster {
    struct kin_row_list {
        struct kin_roster_row *items;
        size_t count, room;
    } rows;                     /* in the order of the file */
    struct kin_headings unread; /* of columns of a table that mean nothing to us */
};

/* Read a roster: a table with a header (own columns, Canvas), a list of names or numbers, one a line, or a folder of
 * OneRoster files. `class_id` is the class of rows that do not name one, or NULL. Lives in `arena`. NULL after
 * reporting: no roster, a row without class or student, somebody who is in a class twice, a language that is not known.
 */
struct kin_roster *kin_roster_read(kin_arena *arena, struct kin_diags *diags, const char *path, const char *class_id);

/* What a roster changed in the ledger, by class. */
struct kin_roster_change {
    const char *class_id;
    size_t students;                /* in the class now */
    size_t joined, left, rewritten; /* rewritten: a name or the like is different now */
};

/* Bring the ledger to what the roster says: students and classes are added and renamed, and who is no longer in a class
 * that the roster names has left it on `today`; nothing is deleted. Doing it again changes nothing. One transaction.
 * Returns how many classes the roster names; 0 after reporting. */
size_t kin_roster_put(struct kin_ledger *ledger, const struct kin_roster *roster, const char *today,
                      struct kin_roster_change **changes);

#endif
