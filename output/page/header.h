/* Head and foot of student pages, and the room they leave. */
#ifndef KIN_PAGE_HEADER_H
#define KIN_PAGE_HEADER_H

#include "page/layout.h"
#include "page/plan.h"

/* The head of page 1: title, form, Name/Date/Period, QR code, objectives with score boxes, directions. Drawn with its
 * upper left corner at (0, 0); returns the height, the same for every form of a set. */
double kin_header_first(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form);

/* The short head of the pages after it. */
double kin_header_later(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form);

/* The school's sign and name, their upper edge at 0, up to `width`; returns their height with the gap below; 0: the
 * style has none. */
double kin_school_put(const struct kin_layout *layout, struct kin_ops *ops, double width);

/* How objectives are shown: what the student can do, its standard's code alone, or not at all where page 1 has no room.
 */
enum kin_objectives_look { KIN_OBJECTIVES_SENTENCES, KIN_OBJECTIVES_CODES, KIN_OBJECTIVES_LEFT_OUT };
enum kin_objectives_look kin_header_objectives(const struct kin_layout *layout); /* the same for all forms of a set */

/* Objectives with score boxes, their upper edge at y; returns their height. Many of them are codes in any case. */
double kin_objectives_put(const struct kin_layout *layout, struct kin_ops *ops, enum kin_objectives_look look,
                          double y);

/* "Form A · page 1 of 2" and the form's code, on the whole page. */
void kin_footer_put(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form, int page,
                    int pages);

/* A section's heading and calculator rule; `ops` may be NULL to measure. 0 when it has neither. */
double kin_section_put(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_section *section,
                       double x, double y);

/* Height of the text below the heads. */
struct kin_room kin_header_room(const struct kin_layout *layout);

/* "Form A". In the layout's arena. */
char *kin_form_name(const struct kin_layout *layout, const struct kin_form *form);

#endif
