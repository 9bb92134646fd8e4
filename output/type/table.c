/* Tables: columns as wide as they need, ruled, headings bold. Words stand on the left, amounts of money on the right so
 * that their digits line up, and what else there is in the middle. */
#include "type/flow.h"

#include <ctype.h>
#include <string.h>

static const double rule = 0.6;

/* What a column never falls below, so that there is room to write in an empty cell; in shares of the size. */
static const double column_least = 2.2;

/* An empty cell to write in: as wide as a hand likes it for a number or for words, as wide as it needs, and as high as
 * it needs; in pt. */
static const struct extent number_cell = {.natural = 45, .least = 34}, words_cell = {.natural = 110, .least = 70};
static const double hand_height = 17;

struct cell {
    const struct kin_node *node;
    size_t row, column, span, rows;
    struct kin_text_style style;
    struct kin_box *box;
    double width; /* of the columns it spans, with their padding */
};

enum alignment { CENTRE, LEFT, RIGHT };

struct table {
    struct flow flow;           /* of the cells */
    enum alignment *alignments; /* of the columns */
    kin_arena *work;
    struct cell *cells;
    size_t cell_count, cell_room;
    size_t rows, columns;
    struct extent *extents; /* of the columns, without padding */
    double *widths;         /* of the columns, without padding */
    double *lefts;          /* of the columns, with padding; one more for the right edge */
    double *tops;           /* of the rows; one more for the bottom edge */
    double pad;
    bool to_fill; /* some cells are what the student fills in */
    size_t *tall; /* cells of rows above that reach into the row that is read */
    size_t tall_count, tall_room;
};

/* ---- Reading the nodes ---------------------------------------------------------------------------------- */

enum { SPAN_MAX = 64 };

static size_t span_of(int asked)
{
    return asked < 1 ? 1 : asked > SPAN_MAX ? SPAN_MAX : (size_t)asked;
}

static void cell_add(struct table *table, const struct kin_node *row, const struct kin_node *node, size_t column)
{
    struct cell cell = {.node = node, .row = table->rows, .column = column, .style = *table->flow.style};
    cell.span = span_of(node->size);
    cell.rows = span_of(node->rows);
    cell.style.emphasis = row->header || node->header ? KIN_BOLD : cell.style.emphasis;
    table->columns = column + cell.span > table->columns ? column + cell.span : table->columns;
    KIN_PUSH(table->work, table->cells, table->cell_count, table->cell_room) = cell;
}

/* Tall cells that end above the row leave the list. */
static void tall_end(struct table *table)
{
    size_t kept = 0;
    for (size_t i = 0; i < table->tall_count; i++) {
        const struct cell *cell = &table->cells[table->tall[i]];
        if (cell->row + cell->rows > table->rows) {
            table->tall[kept++] = table->tall[i];
        }
    }
    table->tall_count = kept;
}

/* The first column from `column` on that no tall cell covers; they stand from left to right. */
static size_t column_free(const struct table *table, size_t column)
{
    for (size_t i = 0; i < table->tall_count; i++) {
        const struct cell *cell = &table->cells[table->tall[i]];
        bool covers = column >= cell->column && column < cell->column + cell->span;
        column = covers ? cell->column + cell->span : column;
    }
    return column;
}

/* Those that begin in this row, among those from above. */
static void tall_add(struct table *table, size_t from)
{
    for (size_t i = from; i < table->cell_count; i++) {
        if (table->cells[i].rows > 1) {
            size_t at = table->tall_count;
            KIN_PUSH(table->work, table->tall, table->tall_count, table->tall_room) = i;
            for (; at > 0 && table->cells[table->tall[at - 1]].column > table->cells[i].column; at--) {
                table->tall[at] = table->tall[at - 1];
            }
            table->tall[at] = i;
        }
    }
}

static void row_add(struct table *table, const struct kin_node *row)
{
    size_t column = 0, from = table->cell_count;
    tall_end(table);
    for (size_t i = 0; i < row->kids.count; i++) {
        column = column_free(table, column);
        cell_add(table, row, row->kids.items[i], column);
        column += table->cells[table->cell_count - 1].span;
    }
    tall_add(table, from);
    table->rows++;
}

/* A cell ends with the table. */
static void rows_clip(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        cell->rows = cell->row + cell->rows > table->rows ? table->rows - cell->row : cell->rows;
    }
}

static struct table table_read(const struct flow *flow, kin_arena *work, const struct kin_node *node)
{
    struct table table = {.flow = kin_flow_inner(flow), .work = work, .pad = 0.55 * flow->style->size_pt};
    table.flow.align = FLOW_LEFT;
    for (size_t i = 0; i < node->kids.count; i++) {
        if (node->kids.items[i]->kind == KIN_NODE_ROW) {
            row_add(&table, node->kids.items[i]);
        }
    }
    rows_clip(&table);
    table.extents = KIN_NEW_N(work, struct extent, table.columns);
    table.widths = KIN_NEW_N(work, double, table.columns);
    table.alignments = KIN_NEW_N(work, enum alignment, table.columns);
    table.lefts = KIN_NEW_N(work, double, table.columns + 1);
    table.tops = KIN_NEW_N(work, double, table.rows + 1);
    return table;
}

/* The blank that is all there is in a cell, or NULL. Its cell is what the student fills in: it needs no rule of its
 * own. With the answer it has one, which tells the answer from what was printed before. */
static const struct kin_node *blank_alone(const struct cell *cell)
{
    const struct kin_nodes *kids = &cell->node->kids;
    while (kids->count == 1 && kids->items[0]->kind == KIN_NODE_PARAGRAPH) {
        kids = &kids->items[0]->kids;
    }
    return kids->count == 1 && kids->items[0]->kind == KIN_NODE_BLANK ? kids->items[0] : NULL;
}

/* With an answer that may take more room than there was? */
static bool is_filled(const struct kin_node *blank, const struct kin_text_style *style)
{
    return blank->kids.count && !style->writing;
}

static struct flow cell_flow(const struct table *table, const struct cell *cell)
{
    struct flow flow = table->flow;
    flow.style = &cell->style;
    return flow;
}

/* ---- Widths --------------------------------------------------------------------------------------------- */

/* What a spanning cell needs beyond its columns' widths is shared equally by them. */
static void span_widen(struct table *table, const struct cell *cell, struct extent need)
{
    double between = 2 * table->pad * (double)(cell->span - 1);
    struct extent have = {.natural = between, .least = between};
    for (size_t c = cell->column; c < cell->column + cell->span; c++) {
        have.natural += table->extents[c].natural;
        have.least += table->extents[c].least;
    }
    for (size_t c = cell->column; c < cell->column + cell->span; c++) {
        table->extents[c].natural += kin_larger(0, need.natural - have.natural) / (double)cell->span;
        table->extents[c].least += kin_larger(0, need.least - have.least) / (double)cell->span;
    }
}

/* With the answer in it a cell is as large as the one that the student fills in, if the answer fits. */
static struct extent cell_extent(const struct table *table, const struct cell *cell)
{
    const struct kin_node *blank = blank_alone(cell);
    struct flow flow = cell_flow(table, cell);
    struct extent need = {0};
    if (!blank || is_filled(blank, flow.style)) {
        need = kin_flow_extent(&flow, &cell->node->kids);
    }
    if (blank) {
        const struct extent *empty = blank->size > 0 ? &words_cell : &number_cell;
        need.natural = kin_larger(need.natural, empty->natural);
        need.least = kin_larger(need.least, empty->least);
    }
    return need;
}

/* Single cells first, so that spanning ones only add what is still missing. */
static void extents_measure(struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        double least = column_least * table->flow.style->size_pt;
        table->extents[c] = (struct extent){.natural = least, .least = least};
    }
    for (int spanning = 0; spanning <= 1; spanning++) {
        for (size_t i = 0; i < table->cell_count; i++) {
            const struct cell *cell = &table->cells[i];
            if ((cell->span > 1) == spanning) {
                span_widen(table, cell, cell_extent(table, cell));
            }
        }
    }
}

/* ---- Alignment ------------------------------------------------------------------------------------------ */

/* Three letters in a row make a word; a variable or a unit does not. */
static bool has_word(const char *text)
{
    size_t letters = 0;
    for (; *text && letters < 3; text++) {
        letters = isalpha((unsigned char)*text) ? letters + 1 : 0;
    }
    return letters == 3;
}

/* One cell's say in the alignment of its column: a word decides, money asks, the rest does not mind. */
static enum alignment alignment_with(enum alignment before, const char *text)
{
    if (before == LEFT || has_word(text)) {
        return LEFT;
    }
    return before == RIGHT || strchr(text, '$') ? RIGHT : CENTRE;
}

static void alignments_find(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const struct cell *cell = &table->cells[i];
        const struct kin_node *blank = blank_alone(cell);
        bool empty = blank && !is_filled(blank, &cell->style);
        if (cell->span == 1 && cell->style.emphasis != KIN_BOLD && !empty) {
            enum alignment *column = &table->alignments[cell->column];
            *column = alignment_with(*column, kin_nodes_text(table->work, &cell->node->kids));
        }
    }
}

/* ---- Columns of one width ------------------------------------------------------------------------------- */

struct spread {
    double widest, narrowest, least; /* of the columns but the first, which names the rows */
    bool words;                      /* in one of them */
};

static struct spread spread_of(const struct table *table)
{
    struct spread spread = {.narrowest = 1e9};
    for (size_t c = 1; c < table->columns; c++) {
        spread.widest = kin_larger(spread.widest, table->widths[c]);
        spread.least = kin_larger(spread.least, table->extents[c].least);
        spread.narrowest = table->widths[c] < spread.narrowest ? table->widths[c] : spread.narrowest;
        spread.words = spread.words || table->alignments[c] == LEFT;
    }
    return spread;
}

/* Numbers and empty cells stand in columns of one width, since a wide one would tell where a long number belongs;
 * columns of words do where they are of like width anyway. */
static void columns_even(struct table *table, double available)
{
    if (table->columns < 2) {
        return;
    }
    struct spread spread = spread_of(table);
    double room = (available - table->widths[0]) / (double)(table->columns - 1);
    double even = room < spread.widest ? room : spread.widest;
    if (even < spread.least || (spread.words && (spread.widest > 1.8 * spread.narrowest || even < spread.widest))) {
        return;
    }
    for (size_t c = 1; c < table->columns; c++) {
        table->widths[c] = even;
    }
}

/* Distance of a cell's text from its left edge. */
static double cell_indent(const struct table *table, const struct cell *cell)
{
    double room = cell->width - cell->box->width;
    enum alignment alignment = cell->span == 1 ? table->alignments[cell->column] : CENTRE;
    return alignment == LEFT ? table->pad : alignment == RIGHT ? room - table->pad : room / 2;
}

/* ---- Drawing -------------------------------------------------------------------------------------------- */

static void cell_set(struct table *table, struct cell *cell)
{
    bool centred = cell->span > 1 || table->alignments[cell->column] == CENTRE;
    cell->style.lines = centred ? KIN_CENTRED : KIN_RAGGED_RIGHT;
    struct flow flow = cell_flow(table, cell);
    const struct kin_node *blank = blank_alone(cell);
    cell->width = table->lefts[cell->column + cell->span] - table->lefts[cell->column];
    cell->box = blank && !is_filled(blank, flow.style)
                    ? kin_box_empty(flow.arena)
                    : kin_flow_set(&flow, &cell->node->kids, cell->width - 2 * table->pad + KIN_WIDTH_SLACK);
}

/* Rows of a table to fill in are all as high as handwriting needs, so that none looks squeezed. */
static double height_needed(const struct table *table, const struct cell *cell)
{
    double text = kin_box_height(cell->box), size = cell->style.size_pt;
    bool hand = table->to_fill && cell->style.emphasis != KIN_BOLD;
    double least =
        hand ? kin_larger(hand_height, hand_height / 12 * size) : (KIN_STRUT_ASCENT + KIN_STRUT_DESCENT) * size;
    return kin_larger(text, least) + 1.5 * table->pad;
}

/* Each row ends as low as the cells that end with it need. */
static void rows_set(struct table *table)
{
    double *need = KIN_NEW_N(table->work, double, table->rows);
    for (size_t i = 0; i < table->cell_count; i++) {
        table->to_fill = table->to_fill || blank_alone(&table->cells[i]);
    }
    for (int tall = 0; tall <= 1; tall++) {
        for (size_t i = 0; i < table->cell_count; i++) {
            const struct cell *cell = &table->cells[i];
            double missing = height_needed(table, cell);
            for (size_t row = cell->row; row + 1 < cell->row + cell->rows; row++) {
                missing -= need[row];
            }
            double *last = &need[cell->row + cell->rows - 1];
            *last = (cell->rows > 1) == tall ? kin_larger(*last, missing) : *last;
        }
    }
    for (size_t row = 0; row < table->rows; row++) {
        table->tops[row + 1] = table->tops[row] + need[row];
    }
}

static void cells_set(struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        table->lefts[c + 1] = table->lefts[c] + table->widths[c] + 2 * table->pad;
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        cell_set(table, &table->cells[i]);
    }
    rows_set(table);
}

/* In the middle of its rows; the rules around it as a frame, which neighbours draw over exactly. Returns its baseline.
 */
static double cell_draw(struct kin_ops *row, const struct table *table, const struct cell *cell)
{
    double left = table->lefts[cell->column], top = table->tops[cell->row];
    double height = table->tops[cell->row + cell->rows] - top;
    double baseline = top + (height - kin_box_height(cell->box)) / 2 + cell->box->ascent;
    struct kin_ops ops = kin_ops_in(row->arena);
    kin_frame_rect(&ops, left, top, cell->width, height, (struct kin_ink){.stroke_width = rule});
    kin_box_draw(&ops, cell->box, left + cell_indent(table, cell), baseline);
    struct flow flow = cell_flow(table, cell);
    kin_written_centre(&flow, &ops, blank_alone(cell), &(struct room){left, top, cell->width, height});
    kin_ops_tag(&ops, cell->style.emphasis == KIN_BOLD ? "TH" : "TD", NULL);
    ops.last->columns = (int)cell->span;
    ops.last->rows = (int)cell->rows;
    ops.last->heads_row = cell->node->header;
    kin_ops_join(row, &ops);
    return baseline;
}

/* Drawn down from 0, then moved so that the first row's baseline is the box's. */
static struct kin_box *rows_draw(const struct flow *flow, const struct table *table)
{
    struct kin_box *inner = kin_box_empty(flow->arena), *box = kin_box_empty(flow->arena);
    double first = 0, bottom = table->tops[table->rows];
    for (size_t i = 0; i < table->cell_count;) {
        struct kin_ops row = kin_ops_in(flow->arena);
        for (size_t begin = i; i < table->cell_count && table->cells[i].row == table->cells[begin].row; i++) {
            const struct cell *cell = &table->cells[i];
            double baseline = cell_draw(&row, table, cell);
            first = i ? first : baseline;
            inner->width = kin_larger(inner->width, table->lefts[cell->column] + cell->width);
        }
        kin_ops_tag(&row, "TR", NULL);
        kin_ops_join(&inner->ops, &row);
    }
    kin_ops_tag(&inner->ops, "Table", NULL);
    kin_box_draw(&box->ops, inner, 0, -first);
    box->width = inner->width;
    box->ascent = first + rule / 2;
    box->descent = bottom - first + rule / 2;
    return box;
}

/* ---- Tables --------------------------------------------------------------------------------------------- */

static const struct kin_node *caption_of(const struct kin_node *table)
{
    bool has = table->kids.count && table->kids.items[0]->kind == KIN_NODE_CAPTION;
    return has ? table->kids.items[0] : NULL;
}

/* In the middle of the column, the caption above it. */
static struct kin_box *assemble(const struct flow *flow, const struct kin_node *node, const struct kin_box *body,
                                double width)
{
    struct stack stack = kin_stack_begin(flow, 0.4 * flow->style->size_pt);
    struct kin_node *caption = node->kids.count ? node->kids.items[0] : NULL;
    if (caption_of(node)) {
        struct kin_nodes alone = {.items = &caption, .count = 1};
        struct kin_box *above = kin_flow_set(flow, &alone, width);
        kin_stack_add(&stack, above, kin_larger(0, (width - above->width) / 2));
    }
    if (body->width > 0) {
        kin_stack_add(&stack, body, kin_larger(0, (width - body->width) / 2));
    }
    return stack.box;
}

static double room_for(const struct table *table, double width)
{
    return width - 2 * table->pad * (double)table->columns - rule;
}

/* Is there room for the longest word of each column? */
static bool has_room(const struct table *table, double width)
{
    double least = 0;
    for (size_t c = 0; c < table->columns; c++) {
        least += table->extents[c].least;
    }
    return least <= room_for(table, width);
}

/* A table that is too wide for its column gives up padding first, then some size: words stay whole and inside their
 * cells. */
static struct table table_for(struct flow *flow, kin_arena *work, const struct kin_node *node, double width,
                              struct kin_text_style *smaller)
{
    static const double sizes[] = {1, 1, 0.88, 0.76, 0.64};
    const double tight = 0.25, usual = flow->style->size_pt;
    struct table table = {0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        *smaller = *flow->style;
        smaller->size_pt = usual * sizes[i];
        flow->style = smaller;
        table = table_read(flow, work, node);
        table.pad = i ? tight * smaller->size_pt : table.pad;
        extents_measure(&table);
        if (has_room(&table, width)) {
            break;
        }
    }
    return table;
}

struct kin_box *kin_table_set(const struct flow *flow, const struct kin_node *node, double width)
{
    struct kin_mark mark = kin_arena_mark(flow->type->scratch);
    struct kin_text_style style;
    struct flow inner = *flow;
    struct table table = table_for(&inner, flow->type->scratch, node, width, &style);
    struct kin_box *body = kin_box_empty(flow->arena);
    if (table.cell_count) {
        double available = room_for(&table, width);
        kin_columns_fit(table.extents, table.columns, kin_larger(available, 0), table.widths);
        alignments_find(&table);
        columns_even(&table, available);
        cells_set(&table);
        body = rows_draw(flow, &table);
    }
    kin_arena_rewind(flow->type->scratch, mark);
    return assemble(flow, node, body, width);
}

struct extent kin_table_extent(const struct flow *flow, const struct kin_node *node)
{
    struct kin_mark mark = kin_arena_mark(flow->type->scratch);
    struct table table = table_read(flow, flow->type->scratch, node);
    double edges = 2 * table.pad * (double)table.columns + rule;
    struct extent sum = {.natural = edges, .least = edges};
    extents_measure(&table);
    for (size_t c = 0; c < table.columns; c++) {
        sum.natural += table.extents[c].natural;
        sum.least += table.extents[c].least;
    }
    const struct kin_node *caption = caption_of(node);
    if (caption) {
        struct extent above = kin_flow_extent(&table.flow, &caption->kids);
        sum.natural = kin_larger(sum.natural, above.natural);
        sum.least = kin_larger(sum.least, above.least);
    }
    kin_arena_rewind(flow->type->scratch, mark);
    return sum;
}
