/* An example in a gallery: how it is written, and its states beside one another below that. No page breaks it. */
#ifndef KIN_PAGE_EXHIBIT_H
#define KIN_PAGE_EXHIBIT_H

#include "page/sheets.h"

/* As the student gets it and completed for the key; everything at once where the key leaves something out. */
enum { KIN_EXHIBIT_STATES = 3 };

struct kin_exhibit {
    const struct kin_layout *layout;
    const char **lines; /* above its states */
    size_t line_count, line_room;
    struct kin_exhibit_state {
        const char *name;
        struct kin_box box;
        double x;
        size_t row;
    } states[KIN_EXHIBIT_STATES];
    size_t count;
    double heights[KIN_EXHIBIT_STATES]; /* of the rows of states, with the names */
};

/* Add small lines above the states; spaces at the beginning of a line indent it. */
void kin_exhibit_say(struct kin_exhibit *exhibit, const char *text);

/* Add what a layer shows, its origin at the left end of its first line: beside the state before where it fits, else
 * below. At most KIN_EXHIBIT_STATES. */
void kin_exhibit_show(struct kin_exhibit *exhibit, enum kin_layer layer, const struct kin_box *box);

/* Put all of it on one page, where that is large enough. */
void kin_exhibit_put(const struct kin_exhibit *exhibit, struct kin_sheets *sheets);

/* A text of a gallery on its own; `gap` above it, in pt, unless it begins a page. */
void kin_exhibit_text(struct kin_sheets *sheets, const char *text, enum kin_style style, double gap);

#endif
