/* Flows from inside: a column of blocks. One file a family of blocks; flow.c knows which sets what. */
#ifndef KIN_TYPE_FLOW_H
#define KIN_TYPE_FLOW_H

#include "type/typesetter.h"

enum { KIN_FLOW_DEPTH = 64 };

/* Where display formulas stand: in the middle of the column, or at its left edge (quoted work, cells of a table). */
enum flow_align { FLOW_CENTRED, FLOW_LEFT };

struct flow {
    struct kin_typesetter *type;
    kin_arena *arena; /* of the result */
    const struct kin_text_style *style;
    enum flow_align align;
    int depth;
};

/* Widths in pt: of everything on one line, and of the widest thing that cannot be broken. */
struct extent {
    double natural, least;
};

/* A text line's reach above and below its baseline, in shares of the size, even when nothing in it is that tall. */
#define KIN_STRUT_ASCENT 0.73
#define KIN_STRUT_DESCENT 0.23

/* Rounding must not break a line that fits exactly. */
#define KIN_WIDTH_SLACK 0.01

struct kin_box *kin_flow_set(const struct flow *flow, const struct kin_nodes *nodes, double width);
struct extent kin_flow_extent(const struct flow *flow, const struct kin_nodes *nodes);

/* The same flow with something changed, one level further in. */
struct flow kin_flow_inner(const struct flow *flow);

/* A paragraph: the inline nodes items[0] to items[count-1]. */
struct kin_box *kin_paragraph_set(const struct flow *flow, struct kin_node *const *items, size_t count, double width);
struct extent kin_paragraph_extent(const struct flow *flow, struct kin_node *const *items, size_t count);

/* Formula pieces one after the other as a paragraph with hanging indent, for a display that is too wide. */
struct kin_box *kin_broken_display(const struct flow *flow, const struct kin_maths *maths, double width);

/* What sets a kind of block, and measures it. */
struct kin_box *kin_table_set(const struct flow *flow, const struct kin_node *table, double width);
struct extent kin_table_extent(const struct flow *flow, const struct kin_node *table);
struct kin_box *kin_receipt_set(const struct flow *flow, const struct kin_node *receipt, double width);
struct extent kin_receipt_extent(const struct flow *flow, const struct kin_node *receipt);
struct kin_box *kin_list_set(const struct flow *flow, const struct kin_node *list, double width);
struct extent kin_list_extent(const struct flow *flow, const struct kin_node *list);
struct kin_box *kin_note_set(const struct flow *flow, const struct kin_node *note, double width);
struct extent kin_note_extent(const struct flow *flow, const struct kin_node *note);
struct kin_box *kin_work_set(const struct flow *flow, const struct kin_node *work, double width);
struct extent kin_work_extent(const struct flow *flow, const struct kin_node *work);
struct kin_box *kin_beside_set(const struct flow *flow, const struct kin_node *beside, double width);
struct extent kin_beside_extent(const struct flow *flow, const struct kin_node *beside);
struct kin_box *kin_lines_set(const struct flow *flow, const struct kin_node *lines, double width);
struct extent kin_lines_extent(const struct flow *flow, const struct kin_node *lines);
struct kin_box *kin_squares_set(const struct flow *flow, const struct kin_node *grid, double width);
struct extent kin_squares_extent(const struct flow *flow, const struct kin_node *grid);
struct kin_box *kin_figure_set(const struct flow *flow, const struct kin_node *figure, double width);
struct extent kin_figure_extent(const struct flow *flow, const struct kin_node *figure);

/* An empty box, and a stack of blocks that grows downwards inside one. */
struct kin_box *kin_box_empty(kin_arena *arena);
struct stack {
    struct kin_box *box;
    double gap; /* between the blocks */
    bool begun;
};
struct stack kin_stack_begin(const struct flow *flow, double gap);
/* Put a block under the others, its left edge at `x`. Returns the y of its baseline. */
double kin_stack_add(struct stack *stack, const struct kin_box *block, double x);

/* The gap between paragraphs of this style, beyond the reach of their lines. */
double kin_flow_gap(const struct flow *flow);

/* Share `available` pt out among columns: natural widths when they fit, else what each cannot do without and a part of
 * the rest. */
void kin_columns_fit(const struct extent *extents, size_t count, double available, double *widths);

/* An answer in the hand of who marks on one line, no larger than its room; NULL where nobody could read it then. The
 * same for the answer of a blank where there is one and the style has answers written in; noted where it has no room.
 */
struct kin_box *kin_written_box(const struct flow *flow, const struct kin_nodes *answer, double width, double height);
struct kin_box *kin_written_answer(const struct flow *flow, const struct kin_node *blank, double width, double height);

/* The same in the middle of a cell; `blank` may be NULL. */
struct room {
    double left, top, width, height;
};
void kin_written_centre(const struct flow *flow, struct kin_ops *ops, const struct kin_node *blank,
                        const struct room *room);

/* Note in `writing` that a blank's answer found no room. */
void kin_writing_leave(struct kin_writing *writing, const char *id);

/* By how much something of that size must be made smaller for its room: at most 1; 0 where nobody could read it. */
double kin_written_factor(double width, double height, double room, double height_room);

/* The face for an emphasis inside a style. */
int kin_face_of(const struct kin_text_style *style, enum kin_emphasis emphasis);

#endif
