#include "draw/survey.h"

#include "base/limits.h"

enum {
    SAMPLE = 1 << 12, /* places scanned to see which test rejects most */
    MOST_FAILED = 50, /* instances with an error before a survey gives up */
    READ = 3          /* instances whose contexts are compared */
};

static const struct kin_count_budget budget = {.branches = 1 << 21, .candidates = 1 << 19, .places = 1 << 18};

/* ---- Cells ---- */

static uint64_t scaled(const struct kin_tally *tally, uint64_t members)
{
    return tally->seen ? (uint64_t)((double)members * ((double)tally->count.number / (double)tally->seen) + 0.5) : 0;
}

uint64_t kin_tally_members(const struct kin_tally *tally, const struct kin_cell *cell)
{
    return scaled(tally, cell->members);
}

/* The features' hashes as a sum, so that one of them is quickly left out. */
static struct kin_hash part_of(const struct kin_cell *cell, size_t feature)
{
    struct kin_hash part = {.a = feature};
    kin_hash_add(&part, cell->each[feature].a);
    kin_hash_add(&part, cell->each[feature].b);
    return part;
}

static struct kin_hash sum_of(const struct kin_cell *cell, size_t count)
{
    struct kin_hash sum = {0};
    for (size_t i = 0; i < count; i++) {
        struct kin_hash part = part_of(cell, i);
        sum.a += part.a;
        sum.b += part.b;
    }
    return sum;
}

static struct kin_hash merged_hash(const struct kin_tally *tally, size_t cell, size_t without)
{
    struct kin_hash sum = tally->sums[cell];
    if (without < tally->cells.feature_count) {
        struct kin_hash part = part_of(&tally->cells.items[cell], without);
        sum.a -= part.a;
        sum.b -= part.b;
    }
    return sum;
}

static uint64_t small_members(const struct kin_tally *tally, const struct kin_cells *merged)
{
    uint64_t small = 0;
    for (size_t i = 0; i < merged->count; i++) {
        small += scaled(tally, merged->items[i].members) < KIN_ENOUGH ? merged->items[i].members : 0;
    }
    return small;
}

double kin_tally_small(kin_arena *arena, const struct kin_tally *tally, size_t without)
{
    struct kin_mark mark = kin_arena_mark(arena);
    struct kin_cells merged = kin_cells_in(arena, 0);
    for (size_t i = 0; i < tally->cells.count; i++) {
        struct kin_cell *cell = kin_cells_add(&merged, merged_hash(tally, i, without), NULL);
        cell->members += tally->cells.items[i].members - 1;
    }
    uint64_t small = small_members(tally, &merged);
    kin_arena_rewind(arena, mark);
    return tally->seen ? (double)small / (double)tally->seen : 0;
}

static void sum_features(kin_arena *arena, struct kin_tally *tally)
{
    tally->sums = KIN_NEW_N(arena, struct kin_hash, tally->cells.count);
    for (size_t i = 0; i < tally->cells.count; i++) {
        tally->sums[i] = sum_of(&tally->cells.items[i], tally->cells.feature_count);
    }
}

/* A slot takes the cell of the first member that is in a large one; small ones only when there are no large ones. Cells
 * that hardly a slot would take do not count. */
static uint64_t smallest_used(const struct kin_tally *tally)
{
    uint64_t smallest = UINT64_MAX, largest = 0;
    for (size_t i = 0; i < tally->cells.count; i++) {
        uint64_t members = kin_tally_members(tally, &tally->cells.items[i]);
        bool used = members >= KIN_ENOUGH && tally->cells.items[i].members * 100 >= tally->seen;
        smallest = used && members < smallest ? members : smallest;
        largest = members > largest ? members : largest;
    }
    return smallest == UINT64_MAX ? largest : smallest;
}

static void describe_cells(struct kin_surveying *surveying)
{
    struct kin_survey *survey = surveying->survey;
    survey->smallest_cell = (struct kin_count){UINT64_MAX, false};
    for (size_t i = 0; i < surveying->tally_count; i++) {
        const struct kin_tally *tally = &surveying->tallies[i];
        survey->cells += tally->cells.count;
        uint64_t smallest = smallest_used(tally);
        if (tally->seen && smallest < survey->smallest_cell.number) {
            survey->smallest_cell = (struct kin_count){smallest, tally->count.estimated};
        }
    }
    if (survey->smallest_cell.number == UINT64_MAX) {
        survey->smallest_cell.number = 0;
    }
}

/* ---- Counting ---- */

struct tallying {
    struct kin_draw *draw;
    struct kin_tally *tally;
};

static void tally_member(void *data)
{
    struct tallying *tallying = data;
    struct kin_hash cell = kin_features_cell(&tallying->draw->features, tallying->draw->each);
    kin_cells_add(&tallying->tally->cells, cell, tallying->draw->each);
    tallying->tally->seen++;
}

/* In the arena that no lane rewinds. */
static void tally_again(void *data)
{
    struct tallying *tallying = data;
    tallying->tally->cells = kin_cells_in(tallying->tally->cells.arena, tallying->draw->features.count);
    tallying->tally->seen = 0;
}

static void add_count(struct kin_count *sum, struct kin_count count)
{
    if (__builtin_add_overflow(sum->number, count.number, &sum->number)) {
        sum->number = UINT64_MAX;
    }
    sum->estimated = sum->estimated || count.estimated;
}

/* Which test rejects most, by a look at the first places. */
static void sample(struct kin_surveying *surveying, struct kin_lane *lane)
{
    struct kin_sequence sequence = lane->sequence;
    struct kin_mark mark = kin_arena_mark(surveying->arena);
    uint64_t element;
    sequence.pause = UINT64_MAX;
    while (kin_sequence_next(&sequence, &lane->frame, SAMPLE, &element) == KIN_FOUND) {
        kin_arena_rewind(surveying->arena, mark);
    }
}

static void count_lane(struct kin_surveying *surveying, struct kin_lane *lane, struct kin_tally *tally)
{
    struct tallying tallying = {surveying->draw, tally};
    const struct kin_counting counting = {
        .budget = budget, .visit = tally_member, .again = tally_again, .data = &tallying};
    sample(surveying, lane);
    struct kin_count count = kin_count_lane(surveying->draw, lane, &counting);
    add_count(&tally->count, count);
    add_count(&surveying->survey->instances, count);
}

static void find_rarest(struct kin_surveying *surveying)
{
    double most = 0;
    for (size_t i = 0; i < surveying->draw->lane_count; i++) {
        double share = 0;
        const struct kin_where *where = kin_space_rarest(surveying->draw->lanes[i].space, &share);
        if (where && share > most) {
            most = share;
            surveying->rarest = where;
        }
    }
    surveying->survey->rarest_test = surveying->rarest ? kin_expr_source(surveying->rarest->test) : NULL;
}

static void find_acceptance(struct kin_surveying *surveying)
{
    double all = 0;
    for (size_t i = 0; i < surveying->draw->lane_count; i++) {
        all += (double)surveying->draw->lanes[i].space->count;
    }
    surveying->survey->acceptance = all > 0 ? (double)surveying->survey->instances.number / all : 0;
}

static bool has_settings(const struct kin_template *template)
{
    for (size_t i = 0; i < template->field_count; i++) {
        if (template->fields[i].setting) {
            return true;
        }
    }
    return false;
}

/* A form has one rule of each policy, so no cell goes through several. */
static bool same_rules(const struct kin_draw *draw, const struct kin_mode *a, const struct kin_mode *b)
{
    size_t at = 0;
    for (size_t i = 0; i < draw->template->field_count; i++) {
        const struct kin_field *field = &draw->template->fields[i];
        if (field->kind == KIN_FIELD_MODE && field->policy && !kin_value_equal(&a->values[at], &b->values[at])) {
            return false;
        }
        at += field->kind == KIN_FIELD_MODE;
    }
    return true;
}

/* Cells are told apart inside a mode, unless they go through all modes or settings. */
static void share_tallies(struct kin_surveying *surveying)
{
    const struct kin_draw *draw = surveying->draw;
    bool merged = draw->template->automatic_off[KIN_AUTO_MODE] || has_settings(draw->template);
    surveying->tally_of_lane = KIN_NEW_N(surveying->arena, size_t, draw->lane_count);
    surveying->tally_count = 0;
    for (size_t i = 0; i < draw->lane_count; i++) {
        size_t j = merged ? 0 : i;
        while (j < i && !same_rules(draw, draw->lanes[i].space->mode, draw->lanes[j].space->mode)) {
            j++;
        }
        surveying->tally_of_lane[i] = j < i ? surveying->tally_of_lane[j] : surveying->tally_count++;
    }
}

/* Cells are allocated apart from what each lane rewinds. */
static void count_all(struct kin_surveying *surveying, kin_arena *cells)
{
    struct kin_draw *draw = surveying->draw;
    share_tallies(surveying);
    surveying->tallies = KIN_NEW_N(cells, struct kin_tally, surveying->tally_count);
    for (size_t i = 0; i < surveying->tally_count; i++) {
        surveying->tallies[i].cells = kin_cells_in(cells, draw->features.count);
    }
    for (size_t i = 0; i < draw->lane_count; i++) {
        count_lane(surveying, &draw->lanes[i], &surveying->tallies[surveying->tally_of_lane[i]]);
    }
    for (size_t i = 0; i < surveying->tally_count; i++) {
        sum_features(cells, &surveying->tallies[i]);
    }
    find_rarest(surveying);
    find_acceptance(surveying);
}

/* ---- Drawing and proving ---- */

static size_t sampled_cell(struct kin_surveying *surveying, struct kin_hash cell)
{
    size_t n = 0;
    while (n < surveying->sampled_count && !kin_hash_equal(surveying->sampled[n], cell)) {
        n++;
    }
    if (n == surveying->sampled_count) {
        surveying->sampled[surveying->sampled_count++] = cell;
    }
    return n;
}

static size_t tally_of(const struct kin_surveying *surveying, const struct kin_record *record)
{
    return surveying->tally_of_lane[record->lane - surveying->draw->lanes];
}

/* Of the cell of the instance in hand. */
static struct kin_count members_of(const struct kin_surveying *surveying, const struct kin_record *record,
                                   struct kin_hash cell)
{
    const struct kin_tally *tally = &surveying->tallies[tally_of(surveying, record)];
    const struct kin_cell *found = kin_cells_find(&tally->cells, cell);
    return (struct kin_count){found ? kin_tally_members(tally, found) : 0, tally->count.estimated};
}

static void keep_sample(struct kin_surveying *surveying, const struct kin_record *record, struct kin_item *item)
{
    struct kin_draw *draw = surveying->draw;
    struct kin_hash cell = kin_features_cell(&draw->features, draw->each);
    struct kin_sample *sample = &surveying->survey->samples[surveying->survey->sample_count++];
    struct kin_hash inside = cell; /* cells of two modes are two cells */
    kin_hash_add(&inside, tally_of(surveying, record));
    *sample = (struct kin_sample){item, sampled_cell(surveying, inside), members_of(surveying, record, cell)};
}

/* In its own language, and proved in all others; `asked` is the one that samples are printed in. NULL after
 * reporting. */
static struct kin_item *print_in_all_languages(struct kin_surveying *surveying, struct kin_frame *frame,
                                               struct kin_printing *printing, struct kin_item **asked)
{
    const struct kin_template *template = surveying->draw->template;
    struct kin_item *item = kin_item_print(surveying->draw, surveying->diags, frame, printing);
    const char *language = surveying->options->language;
    const struct kin_translation *wanted = language ? kin_template_translation(template, language) : NULL;
    struct kin_item *printed = *asked = item;
    for (size_t i = 0; i < template->translation_count && printed; i++) {
        printing->translation = &template->translations[i];
        printed = kin_item_translate(surveying->draw, surveying->diags, frame, printing, item);
        *asked = printing->translation == wanted ? printed : *asked;
    }
    return printed ? item : NULL;
}

static bool print_one(struct kin_surveying *surveying, kin_arena *arena, const struct kin_record *record, uint64_t n)
{
    struct kin_member member = {.element = record->element, .mode = record->lane->space->mode->number};
    const char *form = n < surveying->options->samples ? kin_format(arena, "%c", 'A' + (int)(n % KIN_ENOUGH)) : "A";
    struct kin_printing printing = {.form = form, .form_index = (size_t)(n % KIN_ENOUGH)};
    struct kin_frame frame;
    if (!kin_item_fill(surveying->draw, arena, surveying->diags, &member, &frame)) {
        return false;
    }
    kin_survey_note(surveying, &frame);
    struct kin_item *asked, *item = print_in_all_languages(surveying, &frame, &printing, &asked);
    if (item && n < surveying->options->samples) {
        keep_sample(surveying, record, asked);
    }
    if (item) {
        kin_checklist_look(surveying, &frame, item);
    }
    if (item && n < READ) {
        kin_checklist_reading(surveying, &member, arena);
    }
    return item != NULL;
}

static void draw_all(struct kin_surveying *surveying, uint64_t draws)
{
    kin_arena *arena = kin_arena_new();
    struct kin_record record;
    kin_draw_rewind(surveying->draw);
    for (uint64_t n = 0; n < draws && surveying->failed < MOST_FAILED; n++) {
        if (!kin_draw_next(surveying->draw, NULL, KIN_LIMIT_PLACES, &record)) {
            break;
        }
        struct kin_mark mark = kin_arena_mark(arena);
        bool kept = n < surveying->options->samples;
        bool printed = print_one(surveying, kept ? surveying->keep : arena, &record, n);
        kin_arena_rewind(arena, mark);
        surveying->survey->drawn += printed;
        surveying->failed += !printed;
    }
    kin_arena_free(arena);
}

static bool print_fixed_one(struct kin_surveying *surveying, kin_arena *arena, const struct kin_member *member,
                            size_t form_index)
{
    struct kin_printing printing = {.form = member->fixed->form,
                                    .form_index = form_index,
                                    .fixed = member->fixed,
                                    .context = member->fixed->context};
    struct kin_frame frame;
    struct kin_item *asked;
    return kin_item_fill(surveying->draw, arena, surveying->diags, member, &frame) &&
           print_in_all_languages(surveying, &frame, &printing, &asked);
}

/* The fixed numbers of all forms are printed, too, so they are proved with the rest. */
static void print_fixed(struct kin_surveying *surveying)
{
    const struct kin_template *template = surveying->draw->template;
    if (template->fixed_count) { /* a slot's draw says whether their cell has enough members for other forms */
        kin_arena *arena = kin_arena_new();
        kin_draw_open(arena, surveying->diags, template, &surveying->draw->options);
        kin_arena_free(arena);
    }
    for (size_t i = 0; i < template->fixed_count; i++) {
        struct kin_member member = {.fixed = &template->fixed[i]};
        kin_arena *arena = kin_arena_new();
        bool printed = print_fixed_one(surveying, arena, &member, i);
        surveying->failed += !printed;
        kin_arena_free(arena);
    }
}

static void finish(struct kin_surveying *surveying)
{
    struct kin_survey *survey = surveying->survey;
    struct kin_draw *draw = surveying->draw;
    if (survey->instances.number < survey->drawn) { /* so rare that the sample met none */
        survey->instances.number = survey->drawn;
    }
    if (draw->undefined.lane) {
        kin_draw_report_undefined(draw, surveying->diags, &draw->undefined);
    } else if (survey->instances.number == 0 && surveying->failed == 0) {
        kin_draw_explain(draw, surveying->diags);
    }
    survey->distinct_keys = surveying->keys.count;
    survey->all = !survey->instances.estimated && survey->drawn == survey->instances.number && !surveying->failed &&
                  !draw->undefined.lane;
}

static void run(struct kin_surveying *surveying, kin_arena *cells, uint64_t draws)
{
    struct kin_draw *draw = surveying->draw;
    uint32_t *modes = KIN_NEW_N(surveying->arena, uint32_t, draw->modes.count);
    for (size_t i = 0; i < draw->modes.count; i++) {
        modes[i] = (uint32_t)i;
    }
    if (!kin_draw_set_lanes(draw, surveying->diags, modes, draw->modes.count, NULL)) {
        return;
    }
    surveying->keys = kin_cells_in(cells, 0);
    surveying->first_seen = kin_cells_in(cells, KIN_AUTOMATIC_COUNT);
    surveying->looks = kin_cells_in(cells, 1);
    surveying->applied = KIN_NEW_N(surveying->arena, uint64_t, draw->features.asked_count);
    surveying->fitted = KIN_NEW_N(surveying->arena, bool, draw->template->context_count);
    surveying->weak = KIN_NEW_N(surveying->arena, struct kin_share, draw->features.response_count);
    count_all(surveying, cells);
    describe_cells(surveying);
    draw_all(surveying, draws);
    print_fixed(surveying);
    finish(surveying);
    if (surveying->survey->drawn) {
        kin_checklist(surveying);
    }
    kin_checklist_checks(surveying);
    kin_checklist_looks(surveying);
    kin_checklist_languages(surveying);
}

void kin_draw_survey_with(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                          const struct kin_survey_options *options, struct kin_survey *survey)
{
    kin_arena *own = kin_arena_new(), *cells = kin_arena_new();
    struct kin_draw_options drawing = {.seed = options->seed, .reach = KIN_RULES_ALL};
    struct kin_surveying surveying = {.arena = own,
                                      .diags = diags,
                                      .survey = survey,
                                      .options = options,
                                      .keep = arena,
                                      .sampled = KIN_NEW_N(own, struct kin_hash, options->samples)};
    *survey = (struct kin_survey){.samples = KIN_NEW_N(arena, struct kin_sample, options->samples)};
    surveying.draw = kin_draw_prepare(own, diags, template, &drawing);
    if (surveying.draw) {
        run(&surveying, cells, options->draws);
    }
    if (survey->rarest_test) {
        survey->rarest_test = kin_copy(arena, survey->rarest_test);
    }
    kin_arena_free(cells);
    kin_arena_free(own);
}

void kin_draw_survey(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template, uint64_t draws,
                     struct kin_survey *survey)
{
    const struct kin_survey_options options = {.draws = draws, .seed = {.number = 1}};
    kin_draw_survey_with(arena, diags, template, &options, survey);
}
