/* Recording who gets what, before anything is printed: DESIGN section 6. */
#ifndef KIN_LEDGER_RECORD_H
#define KIN_LEDGER_RECORD_H

#include "form/run.h"
#include "ledger/ledger.h"

/* Add to `used` the identities of all questions that a student had. */
void kin_ledger_add_used(struct kin_ledger *ledger, const char *student, struct kin_used *used);

/* The same of those that were given before an issue of that number. */
void kin_ledger_add_used_before(struct kin_ledger *ledger, const char *student, int64_t issue, struct kin_used *used);

/* A name that no set has: `wish`, or `wish` with a number. */
const char *kin_ledger_name(struct kin_ledger *ledger, const char *wish);

/* A set with the papers of its run. */
struct kin_recording {
    const struct kin_set *set;
    const struct kin_run *run;
    const char *purpose;
    int64_t parent; /* set of the ledger that it was drawn to be parallel to; 0: none */
};

/* RIVALLED: somebody else took the name, a code, or gave one of the students one of the questions since the caller
 * looked; nothing was recorded, and drawing again with what is known now will find others. */
enum kin_recorded { KIN_RECORDED, KIN_RIVALLED, KIN_NOT_RECORDED };

/* Within a transaction of the caller or, where there is none, in one of its own. KIN_NOT_RECORDED after reporting. */
enum kin_recorded kin_ledger_record(struct kin_ledger *ledger, const struct kin_recording *recording,
                                    struct kin_ledger_set *set);

/* Give a form of a recorded set to a student, as when it was printed without a class: a paper that comes back says
 * who had it. Nothing happens when it is so already. Within the caller's transaction; false after reporting. */
bool kin_ledger_issue(struct kin_ledger *ledger, const char *student, const char *code, const char *issued_on);

/* The run of a set; NULL after reporting. */
struct kin_run *kin_ledger_run(struct kin_ledger *ledger, const struct kin_ledger_set *set);

/* Its files have been written. */
bool kin_ledger_printed(struct kin_ledger *ledger, const struct kin_ledger_set *set, const char *printed_on);

/* Claim the printing of a set until the ledger is closed or the program ends in whatever way. False when another
 * process that is still running has claimed it, or the set has been printed. */
bool kin_ledger_claim(struct kin_ledger *ledger, const struct kin_ledger_set *set);

/* Sets that were recorded, but whose files may not be there: something stopped the program in between. */
size_t kin_ledger_unprinted(struct kin_ledger *ledger, struct kin_ledger_set **sets);

#endif
