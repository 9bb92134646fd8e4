/* Why a template has no instance. */
#include "draw/drawing.h"
#include "draw/resolve_walk.h"

#include "base/limits.h"

struct worst {
    const struct kin_where *where;
    double share;
    uint64_t tried;
    bool spent; /* the budget of steps is used up */
};

static struct worst worst_test(const struct kin_draw *draw)
{
    struct worst worst = {0};
    for (size_t i = 0; i < draw->modes.count; i++) {
        double share = 0;
        const struct kin_space *space = draw->spaces[i];
        const struct kin_where *where = space ? kin_space_rarest(space, &share) : NULL;
        if (where && share > worst.share) {
            worst.where = where;
            worst.share = share;
        }
        worst.tried += space ? space->tried : 0;
        worst.spent = worst.spent || (space && space->steps > KIN_LIMIT_DRAW_STEPS);
    }
    return worst;
}

void kin_draw_report_undefined(struct kin_draw *draw, struct kin_diags *diags, const struct kin_record *record)
{
    struct kin_lane *lane = record->lane;
    struct kin_mark mark = kin_arena_mark(draw->arena);
    kin_space_test(lane->space, &lane->frame, record->element);
    lane->space->tried--;
    if (kin_draw_weigh(draw, lane, NULL) == KIN_UNDEFINED) {
        kin_resolve_report(draw->template, &lane->frame, diags);
    }
    if (diags->arena != draw->arena) {
        kin_arena_rewind(draw->arena, mark);
    }
}

static const char *mend_of(enum kin_response_kind kind)
{
    switch (kind) {
    case KIN_RESPONSE_GRID:
        return "declare more rows that differ, or let the pool show fewer of a kind";
    case KIN_RESPONSE_MATCH:
        return "each left item needs a right item of its own, unlike the others: change the values, or write "
               "reuse=\"yes\"";
    case KIN_RESPONSE_ORDER:
        return "two items must not be equal in what they are put in order by: add a <where>";
    default:
        return "declare more <wrong> answers that differ from the key and one another, or compare key with type";
    }
}

/* The first response that the numbers of the first such instance leave without a sound key or enough options. */
static void report_unfit(struct kin_draw *draw, struct kin_diags *diags)
{
    struct kin_lane *lane = draw->unfit.lane;
    size_t i = 0;
    kin_space_test(lane->space, &lane->frame, draw->unfit.element);
    lane->space->tried--;
    kin_draw_weigh(draw, lane, NULL);
    while (i + 1 < draw->features.response_count && draw->judgements[i].usable) {
        i++;
    }
    kin_report(diags, KIN_E411, draw->features.responses[i]->span, draw->template->id, NULL);
    kin_resolve_note(draw->template, &lane->frame, diags);
    kin_report_mend(diags, "%s", mend_of(draw->features.responses[i]->kind));
}

static void report_tests(const struct kin_draw *draw, struct kin_diags *diags)
{
    struct worst worst = worst_test(draw);
    kin_report(diags, worst.spent ? KIN_E413 : KIN_E401, worst.where ? worst.where->span : draw->template->span,
               draw->template->id, NULL);
    if (worst.where) {
        kin_report_note(diags, "of %llu tries, '%s' rejected %.4g%%", (unsigned long long)worst.tried,
                        kin_expr_source(worst.where->test), 100 * worst.share);
    }
}

void kin_draw_explain(struct kin_draw *draw, struct kin_diags *diags)
{
    if (draw->undefined.lane) {
        kin_draw_report_undefined(draw, diags, &draw->undefined);
    } else if (draw->unfit.lane) {
        report_unfit(draw, diags);
    } else {
        report_tests(draw, diags);
    }
}
