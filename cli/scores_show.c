#include "scores_show.h"

#include "base/utf8.h"
#include "ledger/score_import.h"

#include <string.h>

/* All that is printed goes through here: names and answers may hold anything. */
static void print(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add_escaped(&buf, text, strlen(text));
    fputs(buf.data, stdout);
}

static const char *answer_text(const struct kin_score *score)
{
    static const char *const others[] = {[KIN_SCORE_BLANK] = "blank", [KIN_SCORE_POINTS] = "points"};
    return score->response ? score->response : score->state == KIN_SCORE_ANSWERED ? "" : others[score->state];
}

/* "  2a  −7  0 of 1  same-sign-move" */
static void print_score(kin_arena *arena, const char *name, const struct kin_score *score, const char *most)
{
    enum { WIDTH = 24 };
    const char *answer = answer_text(score);
    size_t room = kin_utf8_count(answer, strlen(answer));
    print(arena, kin_format(arena, "  %-5s %s%*s %s of %s", name, answer, room < WIDTH ? (int)(WIDTH - room) : 0, "",
                            kin_rat_text(arena, score->points), most));
    print(arena, score->state == KIN_SCORE_INVALID ? "  invalid" : "");
    print(arena, score->misconception ? kin_format(arena, "  %s", score->misconception) : "");
}

struct shown {
    kin_ctx *ctx;
    struct kin_ledger *ledger;
    const struct kin_set *set;
    const struct kin_ledger_issue *issue;
    struct kin_rat points, most;
    size_t entered;
    struct kin_score *old; /* what was corrected since */
    size_t old_count;
};

static void print_history(struct shown *shown, const char *slot, const char *part, const char *most)
{
    for (size_t i = 0; i < shown->old_count; i++) {
        const struct kin_score *old = &shown->old[i];
        if (strcmp(old->slot, slot) == 0 && strcmp(old->part, part) == 0) {
            print_score(shown->ctx->arena, "was", old, most);
            print(shown->ctx->arena,
                  kin_format(shown->ctx->arena, "  (entered %s from %s)\n", old->entered_on, old->source));
        }
    }
}

static void show_part(struct shown *shown, const struct kin_slot *slot, const struct kin_part *part)
{
    kin_arena *arena = shown->ctx->arena;
    struct kin_score score;
    const char *label = part->label ? part->label : "";
    struct kin_rat most = kin_part_points(arena, part);
    if (!kin_ledger_score_find(shown->ledger, shown->issue->student, shown->issue->code, slot->id, label, &score)) {
        return;
    }
    print_score(arena, kin_part_name(arena, slot->id, part), &score, kin_rat_text(arena, most));
    putchar('\n');
    print_history(shown, slot->id, label, kin_rat_text(arena, most));
    shown->points = kin_rat_add(arena, shown->points, score.points);
    shown->most = kin_rat_add(arena, shown->most, most);
    shown->entered++;
}

static const struct kin_form *form_of(const struct kin_set *set, const char *code)
{
    for (size_t i = 0; i < set->form_count; i++) {
        if (strcmp(set->forms[i].code, code) == 0) {
            return &set->forms[i];
        }
    }
    return NULL;
}

static void show_paper(struct shown *shown)
{
    kin_arena *arena = shown->ctx->arena;
    const struct kin_form *form = form_of(shown->set, shown->issue->code);
    print(arena, kin_format(arena, "%s  Form %s  %s", shown->issue->student, shown->issue->letter, shown->issue->code));
    putchar('\n');
    for (size_t s = 0; form && s < form->item_count; s++) {
        for (size_t p = 0; p < form->items[s]->part_count; p++) {
            show_part(shown, &shown->set->slots[s], &form->items[s]->parts[p]);
        }
    }
    const char *total =
        kin_format(arena, "  total %s of %s\n", kin_rat_text(arena, shown->points), kin_rat_text(arena, shown->most));
    fputs(shown->entered ? total : "  no scores yet\n", stdout);
}

bool scores_show(kin_ctx *ctx, struct kin_ledger *ledger, const struct scores_wanted *wanted)
{
    struct kin_ledger_set found;
    struct kin_ledger_issue *issues;
    struct kin_set *set = kin_ledger_set_find(ledger, wanted->set, &found) ? kin_ledger_set_read(ledger, &found) : NULL;
    size_t count = set ? kin_ledger_issues(ledger, &found, &issues) : 0, shown_papers = 0;
    for (size_t i = 0; i < count; i++) {
        struct shown shown = {.ctx = ctx,
                              .ledger = ledger,
                              .set = set,
                              .issue = &issues[i],
                              .points = kin_rat_int(0),
                              .most = kin_rat_int(0)};
        if (wanted->student && strcmp(wanted->student, issues[i].student) != 0) {
            continue;
        }
        if (wanted->history) {
            shown.old_count = kin_ledger_score_history(ledger, issues[i].student, issues[i].code, &shown.old);
        }
        show_paper(&shown);
        shown_papers++;
    }
    if (set && wanted->student && !shown_papers) {
        kin_report(&ctx->diags, KIN_E7112, (struct kin_span){0}, wanted->student, found.name, NULL);
    }
    return set && kin_ledger_is_sound(ledger) && ctx->diags.errors == 0;
}
