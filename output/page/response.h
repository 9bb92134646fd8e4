/* Room to answer, by kind of response: one file and one row of response.c a kind. */
#ifndef KIN_PAGE_RESPONSE_H
#define KIN_PAGE_RESPONSE_H

#include "page/layout.h"
#include "page/pile.h"

/* Where the responses of a part go. */
struct kin_part_frame {
    const struct kin_layout *layout;
    struct kin_pile *pile;
    double x, width; /* of the part's text */
    double right;    /* the right edge of the text on the page */
    int level;
    int columns;        /* of the options that come next */
    const char *number; /* of the item; NULL: it has none */
    const struct kin_part *part;
};

/* Add room for the first of `left` responses, and for those after it that belong on the same line; returns how many. */
size_t kin_response_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);

/* Columns for the options of a response in a text of that width: 4, 2 or 1; 0 when it has none. */
int kin_response_columns(const struct kin_layout *layout, const struct kin_response *response, double width);

/* The kinds' own functions, for the table. */
size_t kin_value_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
size_t kin_choice_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
size_t kin_grid_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
size_t kin_match_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
size_t kin_order_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
size_t kin_body_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
size_t kin_open_lay(struct kin_part_frame *frame, const struct kin_response *responses, size_t left);
int kin_choice_columns(const struct kin_layout *layout, const struct kin_response *response, double width);

/* Work space below what is there already, by the set's policy. */
void kin_response_space(struct kin_part_frame *frame, const struct kin_response *response);

/* On a teacher's form the model answer in that space, as far as it is there in any case. */
void kin_response_sample(struct kin_part_frame *frame, const struct kin_response *response);

/* Where a style has a column for answers: the number and a rule in it, once a part. `height` is that of the slab so
 * far. */
void kin_answer_cell(struct kin_part_frame *frame, struct kin_slab *slab, double baseline);
bool kin_answers_apart(const struct kin_part_frame *frame);

/* ---- Answers on forms for teachers (answer.c). On students' forms these functions draw nothing. ---- */

/* Room for an answer: its left edge at x, its lower one at `bottom`. */
struct kin_nook {
    double x, bottom, width, height;
    bool middle; /* in the middle of the width, else at its left */
};

/* Are answers written in? */
bool kin_is_written(const struct kin_part_frame *frame);

/* The answer in its place in the hand of who marks; false where it has no room there. */
bool kin_answer_write(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *answer,
                      const struct kin_nook *place);

/* A letter or number in the middle of a short rule; a box that is ticked. */
bool kin_letter_write(const struct kin_part_frame *frame, struct kin_ops *ops, const char *letter, double x,
                      double baseline, double width);
void kin_tick_write(const struct kin_part_frame *frame, struct kin_ops *ops, double x, double y, double size);

/* A model answer in free room, in small lines; where it is too long, a note that the key has it. */
void kin_sample_write(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *sample,
                      const struct kin_nook *place);

/* What had no room, in a frame in the margin. */
void kin_answer_beside(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_nodes *answer,
                       double baseline);

/* For marking columns: the row of a response, to stand beside the line with that baseline. Under the tag "Answer" with
 * its width and height; what it holds is drawn down from its upper left corner. */
void kin_answer_row(const struct kin_part_frame *frame, struct kin_ops *ops, const struct kin_response *response,
                    double baseline);
#define KIN_STRIP_ROOM 124.0 /* width of a row */

/* Letter of an option, counted from 0: "A" ... "Z", "AA" ... In `arena`. */
char *kin_option_letter(kin_arena *arena, size_t index);

/* Would this slab fill a page below a heading? Then it is better made of several, which stay together where they can.
 */
bool kin_slab_is_tall(const struct kin_layout *layout, const struct kin_slab *slab);

#endif
