/* Marking held to the shipped templates: mark ITEM-BANKS INSTANCES [TEMPLATE]. Of each template so many instances are
 * drawn; whoever copies the key has all points, also written otherwise, and a foreseen wrong answer is wrong, even
 * where nobody has foreseen it. */
#include "form/mark.h"
#include "content/typed.h"
#include "draw/draw.h"
#include "figure/figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sweep {
    kin_arena *arena; /* of one template */
    const char *template_id;
    size_t parts, wrongs, otherwise, faults;
};

static void complain(struct sweep *sweep, const char *what, const char *cell, const char *trouble)
{
    enum { SHOWN = 60 };
    if (sweep->faults++ < SHOWN) {
        printf("%s: %s: '%s'%s%s\n", sweep->template_id, what, cell, trouble ? ": " : "", trouble ? trouble : "");
    }
}

/* All parts answered by the key. */
static void copy_the_key(struct sweep *sweep, const struct kin_item *item)
{
    const char *cells[64] = {0};
    struct kin_part_mark marks[64];
    size_t count = item->part_count < 64 ? item->part_count : 64;
    for (size_t i = 0; i < count; i++) {
        const struct kin_part *part = &item->parts[i];
        cells[i] = kin_part_is_marked(part) ? kin_part_key_cell(sweep->arena, part) : "";
    }
    kin_mark_item(sweep->arena, item, cells, marks);
    for (size_t i = 0; i < count; i++) {
        bool wanted = kin_part_is_marked(&item->parts[i]);
        sweep->parts += wanted;
        if (wanted && (!marks[i].right || kin_rat_compare(marks[i].points, marks[i].most) != 0)) {
            complain(sweep, "the key is not right", cells[i], marks[i].trouble);
        }
    }
}

/* The key written otherwise: sides swapped, 0 added, brackets around it. NULL where that is no such answer. */
static const char *otherwise(kin_arena *arena, const struct kin_response *response)
{
    const char *key = response->key.text, *sign = strstr(key, " = ");
    const struct kin_answer_type *type = kin_answer_type_named(response->type);
    bool number = type && !type->formula && (type->type.kind == KIN_NUMBER || type->type.kind == KIN_SURD);
    bool time = type && type->looks & (1u << KIN_CLOCK | 1u << KIN_DURATION | 1u << KIN_DATE);
    bool plain = strcspn(key, "abcdfghijklmnopqrstuvwxyz") == strlen(key);
    if (response->required || !type) {
        return NULL;
    }
    if (strcmp(type->name, "equation") == 0 && sign) {
        return kin_format(arena, "%s = %.*s", sign + 3, (int)(sign - key), key);
    }
    bool expression = strcmp(type->name, "expression") == 0;
    return expression || (number && !time && plain) ? kin_format(arena, "0 + (%s)", key) : NULL;
}

/* What the declared wrong answers and equivalents say is known without them. */
static void judge_bare(struct sweep *sweep, const struct kin_response *response)
{
    struct kin_response bare = *response;
    bare.wrong_count = bare.accepted_count = 0;
    for (size_t i = 0; i < response->wrong_count; i++) {
        const char *text = response->wrong[i].answer.text;
        if (kin_typed_judge(sweep->arena, &bare, text).is == KIN_TYPED_RIGHT) {
            complain(sweep, "a wrong answer is right", text, response->key.text);
        }
    }
    const char *other = otherwise(sweep->arena, response);
    sweep->otherwise += other != NULL;
    if (other && kin_typed_judge(sweep->arena, &bare, other).is != KIN_TYPED_RIGHT) {
        complain(sweep, "the key written otherwise is not right", other, response->key.text);
    }
}

static void judge_wrongs(struct sweep *sweep, const struct kin_response *response)
{
    for (size_t i = 0; i < response->wrong_count; i++) {
        const char *text = response->wrong[i].answer.text;
        struct kin_typed_verdict verdict = kin_typed_judge(sweep->arena, response, text);
        sweep->wrongs++;
        if (verdict.is != KIN_TYPED_WRONG || verdict.wrong != &response->wrong[i]) {
            complain(sweep, "a wrong answer is not known", text, response->key.text);
        }
    }
    judge_bare(sweep, response);
}

static void judge_response(struct sweep *sweep, const struct kin_response *response)
{
    if (response->kind == KIN_RESPONSE_VALUE) {
        judge_wrongs(sweep, response);
    }
    for (size_t i = 0; i < response->blank_count; i++) {
        judge_wrongs(sweep, &response->blanks[i]);
    }
}

static void look_at(struct sweep *sweep, const struct kin_item *item)
{
    copy_the_key(sweep, item);
    for (size_t j = 0; j < item->part_count; j++) {
        for (size_t k = 0; k < item->parts[j].response_count; k++) {
            judge_response(sweep, &item->parts[j].responses[k]);
        }
    }
}

static void sweep_template(struct sweep *sweep, const struct kin_template *template, size_t count)
{
    sweep->arena = kin_arena_new();
    sweep->template_id = template->id;
    struct kin_diags diags = kin_diags_in(sweep->arena);
    struct kin_draw_options options = {.seed = {.number = 11}};
    struct kin_draw *draw = kin_draw_open(sweep->arena, &diags, template, &options);
    struct kin_member member;
    for (size_t i = 0; draw && i < count && kin_draw_member(draw, i, &member); i++) {
        const struct kin_item *item = kin_draw_item(draw, sweep->arena, &diags, &member, "A", i);
        if (item) {
            look_at(sweep, item);
        }
    }
    kin_arena_free(sweep->arena);
}

int main(int count, char **arguments)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_library *library = kin_library_new(arena, &diags);
    struct sweep sweep = {0};
    kin_library_take_figures(library, kin_figure_all());
    kin_library_load_data(library, arguments[1]);
    kin_library_load_banks(library, arguments[1]);
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            const struct kin_template *template = library->banks[b]->templates[t];
            if (!template->variant_count && (count < 4 || strcmp(template->id, arguments[3]) == 0)) {
                sweep_template(&sweep, template, (size_t)atoi(arguments[2]));
            }
        }
    }
    printf("%zu parts, %zu wrong answers, %zu keys written otherwise, %zu faults\n", sweep.parts, sweep.wrongs,
           sweep.otherwise, sweep.faults);
    kin_arena_free(arena);
    return sweep.faults == 0 && sweep.parts > 0 ? 0 : 1;
}
