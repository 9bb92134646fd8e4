#include "page/paper.h"

#include <string.h>

static const struct kin_paper papers[] = {
    {"letter", 612, 792, 58, 52, 68, 40},
    {"a4", 595.28, 841.89, 56, 54, 70, 40},
};

static const struct kin_text_style styles[KIN_STYLE_COUNT] = {
    [KIN_STYLE_TITLE] = {.size_pt = 19, .leading = 1.2, .emphasis = KIN_BOLD, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_FACTS] = {.size_pt = 11, .leading = 1.3, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_LABEL] = {.size_pt = 10, .leading = 1.3, .emphasis = KIN_BOLD, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_HEADING] = {.size_pt = 12.5, .leading = 1.25, .emphasis = KIN_BOLD, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_BODY] = {.size_pt = 11, .leading = 1.36, .paragraph_gap = 6, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_NUMBER] = {.size_pt = 11, .leading = 1.36, .emphasis = KIN_BOLD, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_PROMPT] = {.size_pt = 11, .leading = 1.36, .emphasis = KIN_ITALIC, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_OPTION] = {.size_pt = 8.5, .leading = 1, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_POINTS] = {.size_pt = 9, .leading = 1.2, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_FOOT] = {.size_pt = 9, .leading = 1.2, .layer = KIN_LAYER_STUDENT},
    [KIN_STYLE_KEY_ANSWER] = {.size_pt = 11.5, .leading = 1.25, .paragraph_gap = 3, .layer = KIN_LAYER_KEY},
    [KIN_STYLE_KEY_BODY] = {.size_pt = 9.5, .leading = 1.3, .paragraph_gap = 3, .layer = KIN_LAYER_KEY},
    [KIN_STYLE_KEY_STRONG] =
        {.size_pt = 9.5, .leading = 1.3, .paragraph_gap = 3, .emphasis = KIN_BOLD, .layer = KIN_LAYER_KEY},
    [KIN_STYLE_KEY_SMALL] = {.size_pt = 8.5, .leading = 1.3, .paragraph_gap = 2, .layer = KIN_LAYER_KEY},
    [KIN_STYLE_WRITTEN] = {.size_pt = 10, .leading = 2.2, .layer = KIN_LAYER_KEY, .hand = KIN_HAND_WRITTEN},
    [KIN_STYLE_WRITTEN_CLOSE] =
        {.size_pt = 9, .leading = 1.25, .paragraph_gap = 1, .layer = KIN_LAYER_KEY, .hand = KIN_HAND_WRITTEN},
    [KIN_STYLE_KEY_SMALL_STRONG] =
        {.size_pt = 8.5, .leading = 1.3, .paragraph_gap = 2, .emphasis = KIN_BOLD, .layer = KIN_LAYER_KEY},
};

const struct kin_paper *kin_paper_named(const char *name)
{
    for (size_t i = 0; name && i < sizeof papers / sizeof *papers; i++) {
        if (strcmp(papers[i].name, name) == 0) {
            return &papers[i];
        }
    }
    return &papers[0];
}

const struct kin_text_style *kin_style_usual(enum kin_style style)
{
    return &styles[style];
}
