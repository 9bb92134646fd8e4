/* White space in prose. Authors break and indent lines as they like, and conditions leave gaps: what prints is one
 * space between words, none at the ends of a line and none before a full stop or comma. */
#include "draw/resolve_content.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool kin_node_blank(const struct kin_node *node)
{
    if (node->kind != KIN_NODE_TEXT) {
        return false;
    }
    const char *text = node->text ? node->text : "";
    while (is_space(*text)) {
        text++;
    }
    return *text == '\0';
}

/* A line being put together. */
struct line {
    kin_arena *arena;
    struct kin_nodes *nodes;
    struct kin_buf run;
    enum kin_emphasis emphasis; /* of the run */
    bool begun;                 /* something stands before */
    bool space;                 /* white space is due before the next thing */
};

static void end_run(struct line *line)
{
    if (line->run.length) {
        kin_nodes_add(line->arena, line->nodes, kin_node_text(line->arena, line->run.data, line->emphasis));
    }
    line->run = kin_buf_in(line->arena);
}

static void put_space(struct line *line)
{
    if (line->space && line->begun) {
        kin_buf_add_char(&line->run, ' ');
    }
    line->space = false;
}

/* A mark that closes what stands before it; not the point of ".5" or "...". */
static bool closes(const char *at)
{
    return strchr(".,;?!", *at) && (at[1] == '\0' || is_space(at[1]));
}

static void put_text(struct line *line, const struct kin_node *node)
{
    const char *text = node->text ? node->text : "";
    if (line->emphasis != node->emphasis) {
        end_run(line);
        line->emphasis = node->emphasis;
    }
    for (; *text; text++) {
        if (is_space(*text)) {
            line->space = true;
            continue;
        }
        if (line->space && closes(text)) {
            line->space = false;
        }
        put_space(line);
        kin_buf_add_char(&line->run, *text);
        line->begun = true;
    }
}

static void put_other(struct line *line, struct kin_node *node)
{
    put_space(line);
    end_run(line);
    kin_nodes_add(line->arena, line->nodes, node);
    line->begun = true;
}

void kin_nodes_tidy(kin_arena *arena, struct kin_node *const *items, size_t count, struct kin_nodes *nodes)
{
    struct line line = {.arena = arena, .nodes = nodes, .run = kin_buf_in(arena)};
    for (size_t i = 0; i < count; i++) {
        if (items[i]->kind == KIN_NODE_TEXT) {
            put_text(&line, items[i]);
        } else {
            put_other(&line, items[i]);
        }
    }
    end_run(&line);
}
