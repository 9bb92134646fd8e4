/* Inspecting a set: the properties of properties.def, each judged with a reason that names item, forms and values. A
 * design claim: how hard the forms are, only scores can show. */
#ifndef KIN_FORM_EVIDENCE_INSPECT_H
#define KIN_FORM_EVIDENCE_INSPECT_H

#include "form/evidence/facts.h"
#include "form/evidence/paging.h"
#include "form/set.h"

/* ---- Verdicts ---- */

enum kin_property {
#define KIN_PROPERTY(number, name, scope, function) KIN_PROPERTY_##name,
#include "form/evidence/properties.def"
#undef KIN_PROPERTY
    KIN_PROPERTY_COUNT
};
int kin_property_number(enum kin_property property);
const char *kin_property_name(enum kin_property property);
const char *kin_property_title(const struct kin_furniture *words, enum kin_property property);

enum kin_ruling { KIN_PASSED, KIN_FAILED, KIN_NOT_APPLICABLE, KIN_UNDECIDED, KIN_RULING_COUNT };
const char *kin_verdict_text(const struct kin_furniture *words, enum kin_ruling verdict);

struct kin_finding {
    enum kin_ruling verdict;
    const char *reason; /* one sentence without a full stop, in the set's language */
};

/* What is compared. `library` and `pagings` (one a form) may be NULL: then what needs them can't be decided. All
 * borrowed. */
struct kin_inspecting {
    const struct kin_set *set;
    const struct kin_library *library;
    const struct kin_paging *pagings;
    struct kin_seed secret;          /* of the ledger that the set is from; zero: none, or it is not there */
    const struct kin_barred *barred; /* what the forms avoided, one a form; NULL: nothing */
    enum kin_sharing sharing;
    const struct kin_set *beside; /* of a further try: the set with the forms that it was drawn beside; else NULL */
};

struct kin_inspection {
    kin_arena *arena;
    struct kin_inspecting of;
    const struct kin_furniture *words;
    struct kin_evidence **evidence; /* by form and slot */
    const struct kin_set *again;    /* the set drawn again from the banks; NULL: why_not says why */
    enum kin_ruling not_again;      /* FAILED when an instance could not be proved, else UNDECIDED */
    const char *why_not;
    struct kin_finding findings[KIN_PROPERTY_COUNT];
    size_t counts[KIN_RULING_COUNT];
};

struct kin_inspection kin_inspect(kin_arena *arena, const struct kin_inspecting *of);

/* The same as JSON text: label, findings, and the facts of every item. */
char *kin_inspection_write(const struct kin_inspection *inspection);

/* ---- For the properties ---- */

#define KIN_PROPERTY(number, name, scope, function)                                                                    \
    struct kin_finding function(const struct kin_inspection *inspection);
#include "form/evidence/properties.def"
#undef KIN_PROPERTY

static inline struct kin_finding kin_find(enum kin_ruling verdict, const char *reason)
{
    return (struct kin_finding){verdict, reason};
}

/* Expected time of an item: by the weights of the library, or as its template says; 0: nobody knows. */
size_t kin_inspected_seconds(const struct kin_inspection *inspection, size_t form, size_t slot);

/* Do forms take different templates in this slot, so that only totals are matched? How many slots are like that? */
bool kin_inspected_pool(const struct kin_inspection *inspection, size_t slot);
size_t kin_inspected_pools(const struct kin_inspection *inspection);

/* A pass of the items that all forms share. `format` takes their number; what is matched in total is named after it. */
struct kin_finding kin_pass_items(const struct kin_inspection *inspection, const char *format);

/* Has one of these facts another value on some form? Then *finding is a failure that says where. */
bool kin_differs(const struct kin_inspection *inspection, const enum kin_evidence_kind *kinds, size_t count,
                 struct kin_finding *finding);

/* Have all items of the set an empty text for this fact? */
bool kin_evidence_lacks(const struct kin_inspection *inspection, enum kin_evidence_kind kind);

/* The item of a form; its slot's number; the form's letter. */
const struct kin_item *kin_inspected(const struct kin_inspection *inspection, size_t form, size_t slot);
const char *kin_inspected_slot(const struct kin_inspection *inspection, size_t slot);
const char *kin_inspected_form(const struct kin_inspection *inspection, size_t form);

/* Draw all forms again from the banks: the first `count` forms. NULL with *why_not and *verdict set. */
struct kin_set *kin_draw_again(kin_arena *arena, const struct kin_inspecting *of, size_t count, const char **why_not,
                               enum kin_ruling *verdict);

#endif
