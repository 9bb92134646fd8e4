#include "draw/drawing.h"

#include "base/limits.h"
#include "draw/dress.h"

#include <string.h>

enum { MEMBERS = 26, JUDGING_STEPS = 32 }; /* M of line 6; what judging a candidate counts for */

/* ---- Preparing ---- */

static bool few_enough_fields(struct kin_diags *diags, const struct kin_template *template)
{
    if (template->field_count > KIN_LIMIT_FIELDS) {
        kin_report(diags, KIN_E409, template->span, NULL);
        return false;
    }
    return true;
}

const struct kin_policies *kin_draw_policies(const struct kin_draw *draw)
{
    static const struct kin_policies usual;
    return draw->options.policies ? draw->options.policies : &usual;
}

static const struct kin_policies *policies_of(const struct kin_draw *draw)
{
    return draw->options.reach == KIN_RULES_ALL ? NULL : kin_draw_policies(draw);
}

struct kin_draw *kin_draw_prepare(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                                  const struct kin_draw_options *options)
{
    struct kin_draw *draw = KIN_NEW(arena, struct kin_draw);
    draw->arena = arena;
    draw->template = template;
    draw->options = *options;
    draw->options.least = options->least ? options->least : MEMBERS;
    draw->options.first_form = options->first_form ? options->first_form : "A";
    if (!few_enough_fields(diags, template) ||
        !kin_modes_list(arena, diags, template, policies_of(draw), &draw->modes)) {
        return NULL;
    }
    draw->needs = kin_needs_of(arena, template);
    draw->features = kin_features_of(arena, template);
    draw->spaces = KIN_NEW_N(arena, struct kin_space *, draw->modes.count);
    draw->judgements = KIN_NEW_N(arena, struct kin_judgement, draw->features.response_count);
    draw->each = KIN_NEW_N(arena, struct kin_hash, draw->features.count);
    draw->fixed_usable = KIN_NEW_N(arena, bool, template->fixed_count);
    return draw;
}

struct kin_space *kin_draw_space(struct kin_draw *draw, struct kin_diags *diags, size_t mode)
{
    if (!draw->spaces[mode]) {
        draw->spaces[mode] = kin_space_new(draw->arena, diags, draw->template, &draw->needs, &draw->modes.items[mode]);
    }
    return draw->spaces[mode];
}

/* ---- Lanes ---- */

/* "pi=3.14": rules other than the first ones, as part of the draw's key. NULL: there are none. */
static const char *rules_text(const struct kin_draw *draw)
{
    struct kin_buf text = kin_buf_in(draw->arena);
    for (size_t i = 0; i < draw->template->field_count; i++) {
        const struct kin_field *field = &draw->template->fields[i];
        int rule = field->policy && !field->policy_rule ? kin_draw_policies(draw)->rules[field->policy_id] : 0;
        if (rule > 1) {
            kin_buf_addf(&text, "%s%s=%s", text.length ? " " : "", kin_policy(field->policy_id)->name,
                         kin_policy_rule(field->policy_id, rule)->name);
        }
    }
    return text.length ? text.data : NULL;
}

static struct kin_pcg numbers_stream(const struct kin_draw *draw, const char *student)
{
    const struct kin_dressing name = {.seed = &draw->options.seed,
                                      .occurrence = draw->options.occurrence,
                                      .redraw = draw->options.redraw,
                                      .student = student};
    return kin_dress_stream(draw->template, &name, "numbers", NULL, rules_text(draw));
}

bool kin_draw_set_lanes(struct kin_draw *draw, struct kin_diags *diags, const uint32_t *modes, size_t count,
                        const char *student)
{
    draw->lanes = KIN_NEW_N(draw->arena, struct kin_lane, count);
    draw->lane_count = 0;
    draw->turn = 0;
    draw->record_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct kin_space *space = kin_draw_space(draw, diags, modes[i]);
        if (!space) {
            return false;
        }
        struct kin_lane *lane = &draw->lanes[draw->lane_count++];
        *lane = (struct kin_lane){.space = space, .frame = kin_space_frame(draw->arena, space)};
        lane->sequence = kin_sequence_start(space, numbers_stream(draw, student));
        lane->met = kin_cells_in(draw->arena, 0);
    }
    return true;
}

void kin_draw_rewind(struct kin_draw *draw)
{
    for (size_t i = 0; i < draw->lane_count; i++) {
        kin_sequence_restart(&draw->lanes[i].sequence);
        draw->lanes[i].ended = false;
        kin_cells_clear(&draw->lanes[i].met);
    }
    draw->turn = 0;
    draw->record_count = 0;
}

/* ---- Members one after another ---- */

enum kin_outcome kin_draw_weigh(struct kin_draw *draw, struct kin_lane *lane, const struct kin_hash *wanted)
{
    const struct kin_field *let;
    lane->frame.spent = 0;
    enum kin_outcome outcome = KIN_UNDEFINED;
    if (kin_space_finish(lane->space, &lane->frame, &let)) {
        outcome = kin_features_hash(&draw->features, &lane->frame, wanted, draw->each, draw->judgements);
    }
    lane->space->steps += JUDGING_STEPS + lane->frame.spent;
    return outcome;
}

/* An instance with an undefined value is an error of the bank that `check` reports; no form needs it. */
static enum kin_outcome weigh_next(struct kin_draw *draw, struct kin_lane *lane, const struct kin_hash *wanted,
                                   uint64_t element)
{
    enum kin_outcome outcome = kin_draw_weigh(draw, lane, wanted);
    if (outcome == KIN_NOT_USABLE && !draw->unfit.lane) {
        draw->unfit = (struct kin_record){.element = element, .lane = lane};
    }
    if (outcome == KIN_UNDEFINED && !draw->undefined.lane) {
        draw->undefined = (struct kin_record){.element = element, .lane = lane};
    }
    return outcome;
}

/* How far a scan has to go for the members that a slot usually needs, judged by those found so far. */
static double places_needed(const struct kin_draw *draw, const struct kin_lane *lane, const struct kin_hash *wanted)
{
    double found = draw->record_count ? (double)draw->record_count : 0.5, next = (double)lane->sequence.next;
    double least = draw->record_count < draw->options.least ? (double)draw->options.least : found + 1;
    return wanted ? next * (least - found) / found : (double)lane->sequence.places;
}

/* A member that is not the same question as an earlier one. What is remembered of it must not be rewound. */
static bool is_new(struct kin_draw *draw, struct kin_lane *lane, struct kin_mark mark)
{
    struct kin_hash hash;
    bool told = kin_identity_hash(draw->template, &lane->frame, &hash);
    kin_arena_rewind(draw->arena, mark);
    const struct kin_cell *met = told ? kin_cells_add(&lane->met, hash, NULL) : NULL;
    return !met || met->members == 1;
}

static bool lane_next(struct kin_draw *draw, struct kin_lane *lane, const struct kin_hash *wanted, uint64_t limit,
                      struct kin_record *record)
{
    enum kin_found found = KIN_PAUSED;
    while (found != KIN_ENDED && lane->space->steps <= KIN_LIMIT_DRAW_STEPS) {
        uint64_t element = 0;
        kin_sequence_settle(draw->arena, &lane->sequence, places_needed(draw, lane, wanted));
        struct kin_mark mark = kin_arena_mark(draw->arena);
        found = kin_sequence_next(&lane->sequence, &lane->frame, limit, &element);
        bool member = found == KIN_FOUND && weigh_next(draw, lane, wanted, element) == KIN_IN_CELL;
        if (member && is_new(draw, lane, mark)) {
            *record = (struct kin_record){.element = element, .lane = lane};
            return true;
        }
        kin_arena_rewind(draw->arena, mark);
    }
    return false;
}

bool kin_draw_next(struct kin_draw *draw, const struct kin_hash *wanted, uint64_t limit, struct kin_record *record)
{
    for (size_t tried = 0; tried < draw->lane_count; tried++) {
        struct kin_lane *lane = &draw->lanes[draw->turn];
        draw->turn = (draw->turn + 1) % draw->lane_count;
        if (!lane->ended && lane_next(draw, lane, wanted, limit, record)) {
            return true;
        }
        lane->ended = true;
    }
    return false;
}

void kin_draw_keep(struct kin_draw *draw, const struct kin_record *record)
{
    KIN_PUSH(draw->arena, draw->records, draw->record_count, draw->record_room) = *record;
}

/* ---- draw.h ---- */

struct kin_draw *kin_draw_open(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                               const struct kin_draw_options *options)
{
    struct kin_draw *draw = kin_draw_prepare(arena, diags, template, options);
    return draw && kin_draw_choose(draw, diags) ? draw : NULL;
}

static struct kin_member member_in(const struct kin_draw *draw, struct kin_frame *frame)
{
    const char *identity = kin_identity_text(draw->template, frame);
    identity = identity ? identity : "";
    struct kin_hash key = kin_identity_key(&draw->features, frame, draw->judgements, identity);
    return (struct kin_member){
        .identity = kin_identity_digest(draw->template, identity),
        .key = kin_hash_digest(key),
        .answers = kin_identity_answers(&draw->features, frame, draw->judgements),
        .cell = kin_hash_digest(kin_features_cell(&draw->features, draw->each)),
    };
}

/* Everything about a member that was found before; its numbers are put into the lane's frame again. */
static const struct kin_member *complete(struct kin_draw *draw, const struct kin_record *record)
{
    struct kin_lane *lane = record->lane;
    struct kin_mark mark = kin_arena_mark(draw->arena);
    kin_space_test(lane->space, &lane->frame, record->element);
    lane->space->tried--;
    kin_draw_weigh(draw, lane, NULL);
    struct kin_member member = member_in(draw, &lane->frame);
    kin_arena_rewind(draw->arena, mark);
    member.element = record->element;
    member.mode = lane->space->mode->number;
    return kin_copy_bytes(draw->arena, &member, sizeof member);
}

bool kin_draw_member(struct kin_draw *draw, size_t n, struct kin_member *member)
{
    struct kin_record record;
    while (draw->record_count <= n) {
        if (!kin_draw_next(draw, draw->wanted, KIN_LIMIT_PLACES, &record)) {
            return false;
        }
        kin_draw_keep(draw, &record);
    }
    if (!draw->records[n].member) {
        draw->records[n].member = complete(draw, &draw->records[n]);
    }
    *member = *draw->records[n].member;
    return true;
}

bool kin_draw_fixed(struct kin_draw *draw, const char *form, struct kin_member *member)
{
    const struct kin_template *template = draw->template;
    for (size_t i = 0; i < template->fixed_count; i++) {
        if (draw->fixed_usable[i] && strcmp(template->fixed[i].form, form) == 0) {
            struct kin_mark mark = kin_arena_mark(draw->arena);
            struct kin_diags quiet = kin_diags_in(draw->arena);
            struct kin_frame frame = {.arena = draw->arena, .language = template->language};
            kin_fixed_put(draw, &quiet, &template->fixed[i], &frame);
            *member = member_in(draw, &frame);
            kin_arena_rewind(draw->arena, mark);
            member->fixed = &template->fixed[i];
            return true;
        }
    }
    return false;
}
