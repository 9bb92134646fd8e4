/* What the readers of rosters share. */
#ifndef KIN_LEDGER_ROSTER_PARTS_H
#define KIN_LEDGER_ROSTER_PARTS_H

#include "ledger/roster.h"

struct kin_roster_reader {
    kin_arena *arena;
    struct kin_diags *diags;
    const char *class_id;
    struct kin_roster *roster;
};

/* Add a row after looking at it; "" counts as not said. Reports what is wrong with it. */
void kin_roster_add(struct kin_roster_reader *reader, struct kin_roster_row row);

/* "Okafor, Ada" or "Ada Okafor" -> names; what has a digit or an @ and no blank -> id. */
void kin_roster_name(kin_arena *arena, const char *text, struct kin_roster_row *row);

/* The readers: each adds the rows of its kind of file. */
void kin_roster_read_table(struct kin_roster_reader *reader, const struct kin_csv *csv);
void kin_roster_read_list(struct kin_roster_reader *reader, const struct kin_source *source);
void kin_roster_read_one(struct kin_roster_reader *reader, const char *folder);

#endif
