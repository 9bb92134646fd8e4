/* How a recorded set was drawn, for who draws it again to look whether it comes out the same. */
#ifndef KIN_LEDGER_RECALL_H
#define KIN_LEDGER_RECALL_H

#include "form/evidence/inspect.h"
#include "ledger/ledger.h"

/* The secret, what the students of each form and those near them had had by then, and for a further try the set that it
 * was drawn beside, into *of, whose set it is. Lives in the ledger's arena. False after reporting. */
bool kin_ledger_recall(struct kin_ledger *ledger, const struct kin_ledger_set *set, struct kin_inspecting *of);

#endif
