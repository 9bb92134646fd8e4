/* The tree diagram: branches with their outcomes, probabilities along them, paths at their ends. */
#include "figure/figure.h"
#include "figure/shapes.h"

static const struct kin_figure_attribute branch_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands at its end"},
    {.name = "probability",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What stands along it, in a child with <m>"},
    {.name = "outcome",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "Of a last branch: what stands behind it in a column of its own"},
    {0},
};
#define BRANCHES(name, inner)                                                                                          \
    static const struct kin_figure_part_kind name[] = {                                                                \
        {"branch", "A branch; in it stand the branches that go on from it", branch_rows, inner}, {0}}
BRANCHES(fourth_parts, NULL);
BRANCHES(third_parts, fourth_parts);
BRANCHES(second_parts, third_parts);

static const struct kin_figure_attribute stage_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What is done: First spin"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"branch", "A branch from the root; the branches that go on from it stand in it, four deep at most", branch_rows,
     second_parts},
    {"stage", "The heading of a column: one each for the stages, and one for the outcomes", stage_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "row",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "19",
     .range = "12 60",
     .doc = "From one end of the tree to the next, in points of 1/72 inch; 30 with fractions along the branches"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "260",
     .range = "100 450",
     .doc = "Width of the figure, in points of 1/72 inch"},
    {0},
};

enum { MOST_STAGES = 4, MOST_BRANCHES = 160, MOST_ENDS = 48 };

static bool is_branch(const struct kin_figure_part *part)
{
    return kin_part_is(part, "branch");
}

/* ---- Measures -----------------------------------------------------------------------------------------------------
 */

struct size {
    size_t branches, ends, depth;
};

/* Of the tree below a part; four calls deep at most, as deep as parts can stand. */
static struct size size_of(const struct kin_figure_part *part)
{
    struct size size = {0};
    for (size_t i = 0; i < part->part_count; i++) {
        if (is_branch(part->parts[i])) {
            struct size inner = size_of(part->parts[i]);
            size.branches += 1 + inner.branches;
            size.ends += inner.ends ? inner.ends : 1;
            size.depth = inner.depth + 1 > size.depth ? inner.depth + 1 : size.depth;
        }
    }
    return size;
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    struct size size = size_of(&figure->whole);
    if (size.ends < 1 || size.ends > MOST_ENDS || size.branches > MOST_BRANCHES) {
        return kin_figure_reject(
            fault, &figure->whole, NULL,
            "the tree has %zu ends and %zu branches, but must have 1 to %d ends, %d branches at most", size.ends,
            size.branches, MOST_ENDS, MOST_BRANCHES);
    }
    size_t stages = figure->whole.part_count;
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        stages -= is_branch(figure->whole.parts[i]);
    }
    return stages <= size.depth + 1 ||
           kin_figure_reject(fault, &figure->whole, NULL, "there are %zu headings for %zu stages and the outcomes",
                             stages, size.depth);
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static void tell_branch(struct kin_telling *telling, const struct kin_figure_part *branch, const char *path)
{
    const struct kin_furniture *words = telling->words;
    struct kin_buf buf = kin_buf_in(telling->arena);
    kin_buf_addf(&buf, words->tell_tree_branch, path);
    if (kin_figure_text(branch, "probability")) {
        kin_buf_add(&buf, ", ");
        kin_buf_addf(&buf, words->tell_tree_probability, kin_tell_text(telling, branch, "probability"));
    }
    if (kin_figure_text(branch, "outcome")) {
        kin_buf_add(&buf, ", ");
        kin_buf_addf(&buf, words->tell_tree_outcome, kin_tell_text(telling, branch, "outcome"));
    }
    kin_tell(telling, "%s.", buf.data);
}

static void tell_below(struct kin_telling *telling, const struct kin_figure_part *part, const char *path)
{
    for (size_t i = 0; i < part->part_count; i++) {
        if (is_branch(part->parts[i])) {
            const char *label = kin_tell_quoted(telling, part->parts[i], "label");
            const char *here = kin_format(telling->arena, "%s%s%s", path, *path ? " – " : "", label);
            tell_branch(telling, part->parts[i], here);
            tell_below(telling, part->parts[i], here);
        }
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    struct kin_buf stages = kin_buf_in(telling->arena);
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        if (!is_branch(figure->whole.parts[i])) {
            kin_buf_addf(&stages, "%s%s", stages.length ? ", " : "",
                         kin_tell_text(telling, figure->whole.parts[i], "label"));
        }
    }
    kin_tell(telling, "%s", telling->words->tell_tree);
    if (stages.length) {
        kin_tell(telling, telling->words->tell_tree_stages, stages.data);
    }
    tell_below(telling, &figure->whole, "");
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct tree {
    struct kin_sketch *sketch;
    double row, top;              /* from end to end; where the first row begins */
    size_t depth, ends;           /* stages; ends so far */
    double wide[MOST_STAGES + 1]; /* of the texts of each stage and of the outcomes, then where they begin; pt */
    double begin[MOST_STAGES + 1];
    const struct kin_nodes *headings[MOST_STAGES + 1];
};

static void widen(struct tree *tree, size_t stage, const struct kin_nodes *text)
{
    if (text) {
        tree->wide[stage] = fmax(tree->wide[stage], kin_sketch_measure(tree->sketch, text).x);
    }
}

/* The widest text of each stage, and rows as high as what stands in them. */
static void measure(struct tree *tree, const struct kin_figure_part *part, size_t stage)
{
    for (size_t i = 0; i < part->part_count; i++) {
        const struct kin_figure_part *branch = part->parts[i];
        const struct kin_nodes *label = kin_figure_text(branch, "label"), *outcome = kin_figure_text(branch, "outcome");
        if (!is_branch(branch)) {
            continue;
        }
        widen(tree, stage, label);
        widen(tree, tree->depth, outcome);
        tree->row = fmax(tree->row, label ? kin_sketch_measure(tree->sketch, label).y + 3 : 0);
        tree->row = fmax(tree->row, outcome ? kin_sketch_measure(tree->sketch, outcome).y + 3 : 0);
        measure(tree, branch, stage + 1);
    }
}

static void take_headings(struct tree *tree, const struct kin_figure_part *whole)
{
    size_t count = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        if (!is_branch(whole->parts[i]) && count <= tree->depth) {
            const struct kin_nodes *text = kin_figure_text(whole->parts[i], "label");
            tree->headings[count] = text;
            widen(tree, count++, text);
            tree->top = text ? fmax(tree->top, kin_sketch_measure(tree->sketch, text).y + 4) : tree->top;
        }
    }
}

static const double root = 3, white = 4, least_gap = 34, shortest = 14; /* pt; shortest: of a branch, across */

static double before_outcomes(const struct tree *tree)
{
    return tree->wide[tree->depth] > 0 ? 10 : 0;
}

/* All but the branches. */
static double width_of_texts(const struct tree *tree)
{
    double width = 2 * root + before_outcomes(tree) + 1;
    for (size_t stage = 0; stage <= tree->depth; stage++) {
        width += tree->wide[stage] + (stage < tree->depth ? 2 * white : 0);
    }
    return width;
}

/* Branches share what the texts leave of the width. */
static void place_stages(struct tree *tree, double width)
{
    double outcomes = before_outcomes(tree);
    double gap = (width - width_of_texts(tree)) / (double)tree->depth, at = 2 * root;
    for (size_t stage = 0; stage < tree->depth; stage++) {
        tree->begin[stage] = at + gap + white;
        at = tree->begin[stage] + tree->wide[stage] + white;
    }
    tree->begin[tree->depth] = at + outcomes - white;
}

static void add_end(struct tree *tree, const struct kin_figure_part *branch, double y)
{
    const struct kin_nodes *outcome = kin_figure_text(branch, "outcome");
    if (outcome) {
        kin_sketch_text(tree->sketch, outcome, (struct kin_xy){tree->begin[tree->depth], y}, 0, 0.5);
    }
}

static double add_branches(struct tree *tree, const struct kin_figure_part *part, size_t stage);

/* A branch without its line; returns the y of its node. */
static double add_node(struct tree *tree, const struct kin_figure_part *branch, size_t stage)
{
    double y = size_of(branch).ends ? add_branches(tree, branch, stage + 1)
                                    : tree->top + ((double)tree->ends++ + 0.5) * tree->row;
    const struct kin_nodes *label = kin_figure_text(branch, "label");
    if (label) {
        kin_sketch_text(tree->sketch, label, (struct kin_xy){tree->begin[stage], y}, 0, 0.5);
    }
    add_end(tree, branch, y);
    return y;
}

/* What stands along a line that falls stands below it, so that the labels of neighbors keep apart. */
static void add_line(const struct tree *tree, const struct kin_figure_part *branch, struct kin_xy from,
                     struct kin_xy to)
{
    const struct kin_nodes *label = kin_figure_text(branch, "probability");
    kin_sketch_line(tree->sketch, from, to, KIN_PEN_NORMAL);
    if (label && to.y > from.y + 1) {
        kin_sketch_label_side(tree->sketch, label, to, from);
    } else if (label) {
        kin_sketch_label_side(tree->sketch, label, from, to);
    }
}

/* Where lines leave a node: the root, or the end of its text. */
static double right_end(const struct tree *tree, const struct kin_figure_part *part, size_t stage)
{
    const struct kin_nodes *label = stage ? kin_figure_text(part, "label") : NULL;
    double begin = stage ? tree->begin[stage - 1] : root;
    return label ? begin + kin_sketch_measure(tree->sketch, label).x + white : begin;
}

/* All branches from one node; returns its y, in the middle of theirs. */
static double add_branches(struct tree *tree, const struct kin_figure_part *part, size_t stage)
{
    double ends[MOST_BRANCHES], middle = 0;
    size_t count = 0;
    for (size_t i = 0; i < part->part_count && count < MOST_BRANCHES; i++) {
        if (is_branch(part->parts[i])) {
            ends[count++] = add_node(tree, part->parts[i], stage);
        }
    }
    middle = count ? (ends[0] + ends[count - 1]) / 2 : tree->top;
    count = 0;
    for (size_t i = 0; i < part->part_count && count < MOST_BRANCHES; i++) {
        if (is_branch(part->parts[i])) {
            struct kin_xy from = {right_end(tree, part, stage), middle},
                          to = {tree->begin[stage] - white, ends[count++]};
            add_line(tree, part->parts[i], from, to);
        }
    }
    return middle;
}

static void add_headings(const struct tree *tree)
{
    for (size_t stage = 0; stage <= tree->depth; stage++) {
        if (tree->headings[stage]) {
            kin_sketch_text(tree->sketch, tree->headings[stage], (struct kin_xy){tree->begin[stage], 0}, 0, 0);
        }
    }
}

static void sketch_tree(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct tree tree = {.sketch = sketch, .row = kin_figure_number(&figure->whole, "row")};
    struct size size = size_of(&figure->whole);
    double width = fmin(kin_figure_number(&figure->whole, "length"), sketch->room);
    tree.depth = size.depth;
    if (tree.depth == 0) { /* a layer without any branch */
        kin_sketch_size(sketch, width, tree.row);
        return;
    }
    double text_room = fmax(20, width / (double)(tree.depth + 1) - least_gap / 2);
    sketch->width = text_room;
    measure(&tree, &figure->whole, 0);
    take_headings(&tree, &figure->whole);
    kin_sketch_size(sketch, width, tree.top + (double)size.ends * tree.row + 1);
    width = fmax(width, width_of_texts(&tree) + shortest * (double)tree.depth); /* words that nobody breaks */
    place_stages(&tree, width);
    sketch->width = text_room; /* texts break as they were measured */
    add_headings(&tree);
    double y = add_branches(&tree, &figure->whole, 0);
    kin_sketch_dot(sketch, (struct kin_xy){root, y}, KIN_DOT_CLOSED);
    sketch->width = width;
}

const struct kin_figure_kind kin_figure_tree_diagram = {
    .whole = {"tree-diagram", "Branches from stage to stage: sample spaces and probabilities", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_tree,
    .examples =
        {"<figure kind=\"tree-diagram\"><stage>Coin</stage><stage>Spinner</stage><stage>Outcome</stage><for each=\"a\" "
         "in=\"['H', 'T']\"><branch label=\"{a}\"><for each=\"b\" in=\"[1, 2, 3]\"><branch label=\"{b}\" "
         "outcome=\"{a}{b}\"/></for></branch></for></figure>",
         "<figure kind=\"tree-diagram\" row=\"30\"><branch label=\"R\"><probability><m>3/5</m></probability><branch "
         "label=\"R\"><probability><m>2/4</m></probability></branch><branch label=\"B\"><probability><m>2/4</m>"
         "</probability></branch></branch><branch label=\"B\"><probability><m>2/5</m></probability><branch label=\"R\">"
         "<probability><m>3/4</m></probability></branch><branch "
         "label=\"B\"><probability><m>1/4</m></probability></branch>"
         "</branch></figure>",
         "<figure kind=\"tree-diagram\" length=\"300\"><stage>Bread</stage><stage>Filling</stage><branch "
         "label=\"wheat\">"
         "<branch label=\"cheese\"/><branch label=\"egg\" layer=\"key\"/></branch><branch label=\"rye\"><branch "
         "label=\"cheese\"/><branch layer=\"student\"/><branch label=\"bean\" layer=\"key\"/></branch></figure>"},
};
