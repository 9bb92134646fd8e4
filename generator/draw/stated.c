/* What the formulas with an id state or are worth for the numbers in a frame. */
#include "draw/resolve.h"

#include "content/answer.h"

static void put(struct kin_frame *frame, int slot, struct kin_value value)
{
    if (slot >= 0) {
        frame->slots[slot] = value;
    }
}

static struct kin_value truth_of(const struct kin_formula *formula, struct kin_frame *frame)
{
    enum kin_verdict verdict = kin_formula_verdict(formula, frame, NULL, 0);
    bool told = verdict == KIN_VERDICT_TRUE || verdict == KIN_VERDICT_FALSE;
    return told ? kin_value_truth(verdict == KIN_VERDICT_TRUE) : (struct kin_value){.kind = KIN_NOTHING};
}

static struct kin_value value_of(const struct kin_formula *formula, struct kin_frame *frame)
{
    struct kin_value value;
    bool told = kin_formula_value(formula, frame, &value) && kin_value_writable(&value);
    return told ? value : (struct kin_value){.kind = KIN_NOTHING};
}

/* What has no value leaves its name without one: an expression that reads it says so. */
void kin_state_formulas(const struct kin_template *template, struct kin_frame *frame)
{
    struct kin_fault fault = frame->fault;
    for (size_t i = 0; i < template->stated_count; i++) {
        const struct kin_stated *stated = &template->stated[i];
        if (stated->holds_slot >= 0) {
            put(frame, stated->holds_slot, truth_of(stated->formula, frame));
        } else {
            put(frame, stated->value_slot, value_of(stated->formula, frame));
        }
    }
    frame->fault = fault;
}
