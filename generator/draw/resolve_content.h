/* From blocks of a template to content nodes of an instance. LANGUAGE rules 2 and 3. */
#ifndef KIN_DRAW_RESOLVE_CONTENT_H
#define KIN_DRAW_RESOLVE_CONTENT_H

#include "draw/resolve_walk.h"

/* A figure that can be drawn on. */
struct kin_drawn {
    struct kin_figure *figure;
    const struct kin_figure_kind *kind;
};

/* The state of resolving one instance: one for all of its content, since the limits are those of the instance. Zero but
 * for walk.frame to begin with. */
struct kin_content {
    struct kin_walk walk; /* first, so that a walk is also its content */
    /* What a blank becomes; NULL: nothing stands there. */
    bool (*blank)(struct kin_content *content, const struct kin_block *block);
    struct kin_nodes *out;
    const struct kin_figure_part *figure; /* that is being resolved, as a whole; NULL: none */
    struct kin_figure_part *part;         /* whose parts are being resolved */
    size_t part_room;                     /* of its parts */
    struct kin_drawn *drawn;              /* figures so far that have an id */
    size_t drawn_count, drawn_room;
    size_t nodes, bytes; /* so far; the pieces of a formula count as nodes */
};

/* A flow: paragraphs, tables, display formulas ... Runs that stand outside a paragraph get one. Returns false with
 * walk.frame->fault set, as all of these. */
bool kin_content_flow(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes);

/* A flow of lines, as in worked steps: formulas without text between them get a line each. */
bool kin_content_lines(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes);

/* What usually is one line: a label, an option, a unit. Runs and formulas alone; or a flow, where the author wrote one.
 */
bool kin_content_line(struct kin_content *content, const struct kin_blocks *blocks, struct kin_nodes *nodes);

/* The same in linear text; *text is NULL where nothing prints. */
bool kin_content_text(struct kin_content *content, const struct kin_blocks *blocks, const char **text);

/* What prints of one block goes to content->out: what walk.visit is while content is resolved. */
bool kin_content_visit(struct kin_walk *walk, const struct kin_block *block);

/* ---- Figures (resolve_figure.c) ------------------------------------------------------------------------------------
 */

/* A FIGURE block, judged by its kind and told in words, and a PART or LABEL block of the figure that is being resolved.
 */
bool kin_content_figure(struct kin_content *content, const struct kin_block *block);
bool kin_content_part(struct kin_content *content, const struct kin_block *block);
bool kin_content_label(struct kin_content *content, const struct kin_block *block);

/* Put a mark of a drawing into the figure that it is drawn on, for the key; then judge the figure again. */
bool kin_content_mark(struct kin_content *content, const struct kin_response_template *response,
                      const struct kin_block *part);

/* Can its kind draw it? False with the frame's fault set. Then: give it its alternative text. */
bool kin_figure_judge(struct kin_frame *frame, const struct kin_figure_kind *kind, const struct kin_figure *figure);
void kin_figure_tell(struct kin_frame *frame, const struct kin_figure_kind *kind, struct kin_figure *figure);

/* ---- White space (resolve_space.c) ---------------------------------------------------------------------------------
 */

/* A run of nothing but white space? */
bool kin_node_blank(const struct kin_node *node);

/* Runs and inline formulas as they print: white space collapsed across runs, none at the ends or before a closing mark,
 * neighbours of the same emphasis joined. Appends to `nodes`. */
void kin_nodes_tidy(kin_arena *arena, struct kin_node *const *items, size_t count, struct kin_nodes *nodes);

/* a x + b y (relation) c, from "left side less right side (relation) 0"; false where it is not of first degree. */
bool kin_figure_linear(const struct kin_poly *poly, struct kin_figure_value *result, kin_arena *arena);

#endif
