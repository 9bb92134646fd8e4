/* The values of one pick, counted from 0: an arithmetic sequence or a list, without its exceptions. */
#ifndef KIN_DRAW_DOMAIN_H
#define KIN_DRAW_DOMAIN_H

#include "draw/arrange.h"

/* One pick of a box. A range whose ends depend on other picks is here with its hull; a test keeps it inside. */
struct kin_dim {
    const struct kin_field *field;
    size_t index; /* of the field in its template */
    uint64_t size;
    const struct kin_arranging *arranging; /* of lists: size counts them; NULL: single values */
    const struct kin_value *values;        /* of a list, without its exceptions; NULL for a range */
    struct kin_value first;                /* of a range; look and places are those of all its values */
    struct kin_rat step;
    bool whole;              /* first, step and all between are integers of 64 bits */
    const uint64_t *skipped; /* numbers of the exceptions in a range, rising */
    size_t skipped_count;
};

/* The ends of a range for the values in a frame. */
struct kin_ends {
    struct kin_value low, high;
    struct kin_rat step;
};

/* A value as the pick has it: its look and places; 15 as an amount in percent is 15%. */
struct kin_value kin_pick_value(kin_arena *arena, const struct kin_domain *domain, struct kin_value value);

/* Evaluate the ends. False with frame->fault set when one is undefined, or when the step is not above 0 (E404). */
bool kin_domain_ends(const struct kin_field *field, struct kin_frame *frame, struct kin_ends *ends);

/* Is the value inside its range or list, as they are for the values in the frame, and no exception? */
bool kin_domain_has(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value);
bool kin_domain_in_range(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value);
bool kin_domain_excepts(const struct kin_field *field, struct kin_frame *frame, const struct kin_value *value);

/* The n-th value, n below dim->size. */
struct kin_value kin_dim_value(kin_arena *arena, const struct kin_dim *dim, uint64_t n);

/* Make lists of the values that a dimension has so far. False with frame->fault set (E384). */
bool kin_dim_arrange(struct kin_dim *dim, struct kin_frame *frame);

/* Fill in a dimension from a list (its field's of="...") or from the hull of a range. Exceptions are left out only
 * where they are the same for all values (`except` not NULL). False with frame->fault set. */
bool kin_dim_of_list(struct kin_dim *dim, struct kin_frame *frame, const struct kin_list *except);
bool kin_dim_of_range(struct kin_dim *dim, struct kin_frame *frame, const struct kin_ends *hull,
                      const struct kin_list *except);

#endif
