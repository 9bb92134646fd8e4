/* Blanks in formulas: empty, with the answer on a rule as long as it needs, and with the answer written into the room
 * that a form has. */
#include "type/flow.h"
#include "type/maths.h"

/* A blank with the answer on its rule, as a key shows it. */
static struct maths_box filled_blank(struct maths_layout *layout, const struct kin_maths *answer,
                                     const struct maths_look *look)
{
    struct maths_box box = kin_maths_part(layout, answer, look);
    double side = 0.25 * look->size, below = 0.22 * look->size, line = 0.05 * look->size;
    below = kin_larger(below, box.descent + 0.08 * look->size);
    kin_box_shift(layout, &box, side, 0);
    kin_mark_rule(layout, 0, below, box.width + 2 * side, line);
    box.width += 2 * side;
    box.descent = kin_larger(box.descent, below + line);
    box.end = layout->marks.count;
    return box;
}

/* A rule to write on: three ems, but never less than a hand needs. */
static struct maths_box blank_set(struct maths_layout *layout, const struct maths_look *look)
{
    struct maths_box box = kin_box_begin(layout);
    double width = 3 * look->size > 40 ? 3 * look->size : 40, side = 0.25 * look->size;
    double below = 0.14 * look->size, line = 0.05 * look->size;
    kin_mark_rule(layout, side, below, width, line);
    box.width = width + 2 * side;
    box.ascent = 0.8 * look->size;
    box.descent = below + line;
    box.end = layout->marks.count;
    return box;
}

/* The answer in the hand of who marks, in the middle of the blank's rule; nothing where it found no room. */
static void answer_write(struct maths_layout *layout, struct maths_box *blank, const struct kin_maths *maths,
                         const struct maths_look *look)
{
    const double above = 0.05 * look->size, height = 1.3 * look->size, room = blank->width - 0.5 * look->size;
    struct maths_look written = *look;
    written.hand = KIN_HAND_WRITTEN;
    struct maths_box answer = kin_maths_part(layout, maths->kids[0], &written);
    double factor = kin_written_factor(answer.width, answer.ascent + answer.descent, room, height);
    if (factor < 1) {
        layout->marks.count = answer.begin;
        written.size *= factor;
        answer = factor > 0 ? kin_maths_part(layout, maths->kids[0], &written) : kin_box_begin(layout);
    }
    if (factor == 0) {
        kin_writing_leave(layout->writing, maths->text);
    }
    double rule = blank->descent - 0.05 * look->size;
    kin_box_shift(layout, &answer, (blank->width - answer.width) / 2, rule - above - answer.descent);
    blank->end = layout->marks.count;
}

struct maths_box kin_maths_blank(struct maths_layout *layout, const struct kin_maths *maths,
                                 const struct maths_look *look)
{
    bool answered = maths->count && maths->kids[0];
    if (answered && !layout->writing) {
        return filled_blank(layout, maths->kids[0], look);
    }
    struct maths_box box = blank_set(layout, look);
    if (answered) {
        answer_write(layout, &box, maths, look);
    }
    return box;
}
