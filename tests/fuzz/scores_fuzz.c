/* Any table as scores: every cell is judged as an answer of each type, and marked as a part of each kind. */
#include "target.h"

#include "content/typed.h"
#include "form/mark.h"
#include "ledger/score_file.h"

enum { MOST_CELLS = 40 };

static const char *const keys[][2] = {
    {"integer", "−7"},        {"fraction", "7/2"},        {"percent", "15%"},
    {"surd", "2√3"},          {"word", "Tuesday"},        {"equation", "y = 2x + 1"},
    {"expression", "2x + 6"}, {"inequality", "x ≥ 4"},    {"system", "x + y = 5, x − y = 1"},
    {"ratio", "3 : 4"},       {"set", "{−6, 4}"},         {"interval", "[2, 5)"},
    {"clock", "2:05 p.m."},   {"duration", "2 h 15 min"},
};

static void judge(kin_arena *arena, const char *cell)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct kin_response response = {.kind = KIN_RESPONSE_VALUE,
                                        .id = "a",
                                        .type = keys[i][0],
                                        .points = kin_rat_int(1),
                                        .key = {.text = keys[i][1]},
                                        .tolerance = kin_rat_ratio(arena, 1, 10)};
        kin_typed_judge(arena, &response, cell);
    }
}

static void mark(kin_arena *arena, const char *cell)
{
    struct kin_option options[] = {{.answer = {.text = "True"}, .right = true, .rank = 2},
                                   {.answer = {.text = "False"}, .rank = 1}};
    struct kin_row rows[] = {{.label = "i", .right = 0}, {.label = "ii", .right = 1}};
    for (int kind = 0; kind < KIN_RESPONSE_KIND_COUNT; kind++) {
        struct kin_credit credit = {.kind = KIN_CREDIT_RULE, .points = kin_rat_int(1), .rule = "wrong le 1"};
        struct kin_response blank = {
            .kind = KIN_RESPONSE_VALUE, .id = "b", .type = "number", .points = kin_rat_int(1), .key = {.text = "3"}};
        struct kin_response response = {.kind = (enum kin_response_kind)kind,
                                        .id = "a",
                                        .type = "number",
                                        .points = kin_rat_int(2),
                                        .key = {.text = "3"},
                                        .options = options,
                                        .option_count = 2,
                                        .rows = rows,
                                        .row_count = 2,
                                        .credits = &credit,
                                        .credit_count = 1,
                                        .blanks = &blank,
                                        .blank_count = kind == KIN_RESPONSE_BLANKS,
                                        .lettered = true};
        struct kin_part part = {.responses = &response, .response_count = 1};
        struct kin_item item = {.parts = &part, .part_count = 1};
        struct kin_part_mark result;
        kin_mark_item(arena, &item, &cell, &result);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_text text = kin_text_source(arena, "fuzz", kin_copy_n(arena, (const char *)data, size));
    struct kin_score_file *file = kin_score_file_read(arena, &diags, text.span.source, NULL);
    size_t cells = 0;
    for (size_t i = 0; file && i < file->row_count; i++) {
        for (size_t j = 0; j < file->rows[i].answer_count && cells < MOST_CELLS; j++, cells++) {
            judge(arena, file->rows[i].answers[j].text);
            mark(arena, file->rows[i].answers[j].text);
        }
    }
    kin_arena_free(arena);
    return 0;
}
