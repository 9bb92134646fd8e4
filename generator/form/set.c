#include "form/set.h"

#include "form/assign.h"
#include "form/bars.h"
#include "form/evidence.h"
#include "form/maker.h"
#include "form/plan.h"
#include "form/points.h"
#include "form/rules.h"
#include "form/set_fault.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 26 }; /* instances that a slot's place on paper is measured over */

/* M of line 6: a cell should serve this many forms, in steps that do not depend on the exact number asked for. */
static uint64_t least_members(size_t forms)
{
    return forms <= 26 ? 26 : forms <= 260 ? 260 : 2600;
}

static struct kin_draw_options drawing_of(const struct kin_maker *maker)
{
    return (struct kin_draw_options){.seed = maker->seed,
                                     .least = maker->set->least,
                                     .interest = maker->set->interest,
                                     .policies = &maker->policies,
                                     .language = maker->set->language};
}

static bool open_draw(struct kin_maker *maker, size_t s)
{
    struct kin_slot *slot = &maker->set->slots[s];
    struct kin_draw_options options = drawing_of(maker);
    options.occurrence = slot->occurrence;
    options.redraw = slot->redraw;
    options.before = maker->before;
    options.before_count = s;
    maker->draws[s] = kin_draw_open(maker->arena, maker->diags, maker->templates[s], &options);
    if (!maker->draws[s]) {
        return false;
    }
    slot->capacity = kin_draw_capacity_roughly(maker->draws[s]);
    slot->scarce = kin_draw_scarce(maker->draws[s]);
    slot->feature_count = kin_draw_features(maker->draws[s], maker->arena, &slot->features);
    return true;
}

static bool open_matching(struct kin_maker *maker, size_t more)
{
    const struct kin_matching_options options = {.arena = maker->arena,
                                                 .diags = maker->diags,
                                                 .library = maker->library,
                                                 .set = maker->set,
                                                 .drawing = drawing_of(maker),
                                                 .draws = maker->draws,
                                                 .more = more};
    maker->matching = kin_set_is_matched(maker->set) ? kin_matching_open(&options) : NULL;
    return maker->matching || !kin_set_is_matched(maker->set);
}

bool kin_maker_open(struct kin_maker *maker, size_t more)
{
    maker->draws = KIN_NEW_N(maker->arena, struct kin_draw *, maker->set->slot_count);
    maker->before = KIN_NEW_N(maker->arena, const struct kin_template *, maker->set->slot_count);
    bool fine = true;
    for (size_t s = 0; s < maker->set->slot_count; s++) {
        maker->before[s] = maker->set->slots[s].pool_count ? NULL : maker->templates[s];
        fine = (maker->set->slots[s].pool_count || open_draw(maker, s)) && fine;
    }
    return fine && open_matching(maker, more);
}

static const char *title_of(const struct kin_template *template, const char *language)
{
    const struct kin_translation *translation = kin_template_translation(template, language);
    return translation ? translation->template->title : template->title;
}

/* Texts that print in the template's own language, since there are no others. */
static void report_untranslated(struct kin_maker *maker, const struct kin_template *template)
{
    const char *language = maker->set->language;
    const struct kin_translation *translation = kin_template_translation(template, language);
    if (!kin_template_speaks(template, language)) {
        kin_report(maker->diags, KIN_W416, template->span, template->id, kin_language_name(language), NULL);
    }
    for (size_t i = 0; translation && i < translation->missing_count; i++) {
        kin_report(maker->diags, KIN_W415, translation->missing[i], kin_language_name(language), NULL);
    }
}

/* ---- Numbers of items ---- */

static size_t next_number(const struct kin_slot *slot)
{
    return strtoul(slot->id, NULL, 10) + (slot->items ? (size_t)slot->items : 1);
}

static int items_asked(const struct kin_template *template, const struct kin_wish *wish)
{
    return !template->least ? 0 : wish->ask ? wish->ask : (int)template->part_count;
}

/* Does the group have as many items, and may so few be asked? */
static bool can_ask(struct kin_maker *maker, const struct kin_template *template, const struct kin_wish *wish)
{
    int count = template->least ? (int)template->part_count : 1, least = template->least ? template->least : 1;
    if (!wish->ask || (wish->ask >= least && wish->ask <= count)) {
        return true;
    }
    kin_report(maker->diags, KIN_E3017, wish->span, template->id, kin_format(maker->arena, "%d", count),
               kin_format(maker->arena, "%d", least), kin_format(maker->arena, "%d", wish->ask), NULL);
    kin_report_mend(maker->diags, "write ask=\"%d\", or leave it out", wish->ask < least ? least : count);
    return false;
}

/* How well a part serves a wish: its standard counts more than its level. */
static int merit(const struct kin_template *template, const struct kin_part_template *part, const struct kin_wish *wish)
{
    const char *code = part->standard ? part->standard : template->standard;
    const struct kin_standard *standard =
        template->bank->framework ? kin_standard_find(template->bank->framework, code) : NULL;
    bool asked = wish->standard && standard && kin_standard_within(standard, wish->standard);
    return 2 * asked + ((part->level ? part->level : template->level) == wish->level);
}

/* The best parts of a group for a wish, the earlier ones where they are equally good; 0 when all are asked. */
static uint64_t parts_asked(const struct kin_template *template, const struct kin_wish *wish)
{
    enum { MOST_PARTS = 64, MOST_MERIT = 3 };
    int left = items_asked(template, wish);
    uint64_t parts = 0;
    if (left == 0 || (size_t)left >= template->part_count || template->part_count > MOST_PARTS) {
        return 0;
    }
    for (int wanted = MOST_MERIT; wanted >= 0; wanted--) {
        for (size_t i = 0; i < template->part_count && left > 0; i++) {
            if (merit(template, &template->parts[i], wish) == wanted) {
                parts |= (uint64_t)1 << i;
                left--;
            }
        }
    }
    return parts;
}

void kin_slot_number(kin_arena *arena, const struct kin_slot *slot, struct kin_item *item)
{
    size_t first = strtoul(slot->id, NULL, 10), asked = slot->items > 0 ? (size_t)slot->items : 0;
    if (!asked) {
        return;
    }
    size_t count = 0;
    for (size_t i = 0; i < item->part_count && count < asked; i++) {
        if (!slot->asked || (i < 64 && slot->asked >> i & 1)) {
            item->parts[count] = item->parts[i];
            item->parts[count].label = kin_format(arena, "%zu", first + count);
            count++;
        }
    }
    item->part_count = count;
}

static void fill_slot(struct kin_maker *maker, size_t s, const struct kin_wish *wish, const struct kin_choice *choice)
{
    const struct kin_template *template = choice->template;
    size_t number = s ? next_number(&maker->set->slots[s - 1]) : 1;
    maker->templates[s] = template;
    maker->set->slots[s] = (struct kin_slot){
        .id = kin_format(maker->arena, "%zu", number),
        .items = items_asked(template, wish),
        .asked = parts_asked(template, wish),
        .template_id = template->id,
        .bank_id = template->bank->id,
        .version = template->version,
        .digest = template->digest.hex,
        .title = title_of(template, maker->set->language),
        .standard = template->standard,
        .level = template->level,
        .points = wish->points,
        .occurrence = choice->occurrence,
        .section = wish->section,
        .scaled = choice->pool_count && kin_rat_defined(wish->points),
    };
    kin_slot_pool(maker->arena, &maker->set->slots[s], choice->pool, choice->pool_count);
}

static bool note_redraws(struct kin_maker *maker, const struct kin_request *request)
{
    struct kin_set *set = maker->set;
    for (size_t i = 0; i < request->redraw_count; i++) {
        size_t number = request->redraws[i];
        size_t end = set->slot_count ? next_number(&set->slots[set->slot_count - 1]) : 1, slot = 0;
        if (number < 1 || number >= end) {
            char wrong[24], most[24];
            snprintf(wrong, sizeof wrong, "%zu", number);
            snprintf(most, sizeof most, "%zu", end - 1);
            kin_report(maker->diags, KIN_E511, (struct kin_span){0}, wrong, most, NULL);
            return false;
        }
        while (next_number(&set->slots[slot]) <= number) {
            slot++;
        }
        set->slots[slot].redraw++;
    }
    return true;
}

static bool fill_slots(struct kin_maker *maker, const struct kin_request *request)
{
    struct kin_wishes wishes = {0};
    if (!kin_plan_wishes(maker->arena, maker->diags, maker->library, request, &wishes)) {
        return false;
    }
    struct kin_choice *choices = kin_plan_choose(maker->arena, maker->diags, maker->library, request, &wishes);
    if (!choices) {
        return false;
    }
    maker->set->slot_count = wishes.count;
    maker->set->slots = KIN_NEW_N(maker->arena, struct kin_slot, wishes.count);
    maker->templates = KIN_NEW_N(maker->arena, const struct kin_template *, wishes.count);
    for (size_t s = 0; s < wishes.count; s++) {
        if (!can_ask(maker, choices[s].template, &wishes.items[s])) {
            return false;
        }
        fill_slot(maker, s, &wishes.items[s], &choices[s]);
        report_untranslated(maker, choices[s].template);
    }
    kin_rules_print(maker->arena, maker->set, &maker->policies, maker->templates);
    return note_redraws(maker, request);
}

static void fill_head(struct kin_maker *maker, const struct kin_request *request)
{
    const struct kin_blueprint *blueprint = request->blueprint;
    struct kin_set *set = maker->set;
    set->assessment_id = blueprint->id;
    set->title = blueprint->title;
    set->language = request->language ? request->language : blueprint->language;
    set->paper = request->paper ? request->paper : blueprint->paper ? blueprint->paper : "letter";
    set->style = request->style;
    set->program = "formkin " KIN_VERSION;
    set->directions = blueprint->directions;
    set->reflection = blueprint->reflection;
    set->policies = kin_rules_facts(maker->arena, &blueprint->policies, &set->policy_count);
    maker->policies = blueprint->policies;
    set->minutes = blueprint->minutes;
    kin_bars_take_whole(set, blueprint);
    set->objectives_shown = blueprint->objectives;
    set->levels_shown = blueprint->levels || request->scale;
    set->scale = request->scale ? kin_copy_bytes(maker->arena, request->scale, sizeof *request->scale) : NULL;
    set->space = blueprint->space ? blueprint->space : "normal";
    set->interest = request->interest;
    set->seed = request->seed.number;
    set->secret = kin_seed_mark(maker->arena, &request->seed);
    set->least = least_members(request->letter_count);
    set->section_count = blueprint->count;
    set->sections = KIN_NEW_N(maker->arena, struct kin_section, blueprint->count);
    for (size_t i = 0; i < blueprint->count; i++) {
        const struct kin_blueprint_section *section = &blueprint->sections[i];
        set->sections[i] = (struct kin_section){section->heading, section->calculator, section->apart};
    }
}

/* Samples are dressed as the forms that will most likely get them, so that what is measured is what is printed. */
static const char *sample_letter(kin_arena *arena, size_t n)
{
    return kin_format(arena, "%c", (char)('A' + n));
}

bool kin_maker_sample(struct kin_maker *maker)
{
    for (size_t s = 0; s < maker->set->slot_count; s++) {
        if (maker->set->slots[s].pool_count) {
            if (!kin_matching_samples(maker->matching, s, SAMPLES)) {
                return false;
            }
            continue;
        }
        struct kin_slot *slot = &maker->set->slots[s];
        slot->samples = KIN_NEW_N(maker->arena, struct kin_item *, SAMPLES);
        struct kin_member member;
        for (size_t n = 0; n < SAMPLES && kin_draw_member(maker->draws[s], n, &member); n++) {
            slot->samples[n] =
                kin_draw_item(maker->draws[s], maker->arena, maker->diags, &member, sample_letter(maker->arena, n), n);
            if (!slot->samples[n]) {
                return false;
            }
            kin_slot_number(maker->arena, slot, slot->samples[n]);
            slot->sample_count++;
        }
    }
    return true;
}

bool kin_maker_draw(struct kin_maker *maker, const char *const *letters, size_t count)
{
    struct kin_set *set = maker->set;
    struct kin_assignment assignment;
    kin_assignment_start(&assignment, maker->arena, maker->diags, set, maker->draws);
    assignment.barred = maker->barred;
    assignment.sharing = maker->sharing;
    struct kin_form *forms = KIN_NEW_N(maker->arena, struct kin_form, set->form_count + count);
    for (size_t f = 0; f < set->form_count; f++) {
        forms[f] = set->forms[f];
        kin_assignment_note(&assignment, &forms[f]);
    }
    for (size_t i = 0; i < count; i++) {
        struct kin_form *form = &forms[set->form_count + i];
        form->letter = letters[i];
        if (maker->matching) {
            kin_matching_form(maker->matching, form);
        }
        if (!kin_assignment_form(&assignment, form, set->form_count + i)) {
            return false;
        }
    }
    set->forms = forms;
    set->form_count += count;
    return true;
}

/* The templates' own estimates beat the blueprint's, which cannot know what was chosen. */
static void settle_minutes(struct kin_set *set)
{
    double sum = 0;
    for (size_t s = 0; s < set->slot_count; s++) {
        double minutes = set->forms[0].items[s]->minutes;
        if (minutes <= 0) {
            return;
        }
        sum += minutes;
    }
    set->minutes = ceil(sum);
}

/* A slot that is matched in total shows what its first form took. */
static void settle_templates(struct kin_maker *maker)
{
    for (size_t s = 0; s < maker->set->slot_count; s++) {
        struct kin_slot *slot = &maker->set->slots[s];
        const struct kin_form *first = &maker->set->forms[0];
        const struct kin_template *template =
            s < first->pick_count ? kin_template_find(maker->library, first->picks[s].template_id) : NULL;
        if (slot->pool_count && template) {
            slot->template_id = template->id;
            slot->bank_id = template->bank->id;
            slot->version = template->version;
            slot->digest = template->digest.hex;
            slot->title = NULL;
        }
    }
}

void kin_maker_finish(struct kin_maker *maker)
{
    settle_templates(maker);
    kin_points_settle(maker->arena, maker->set);
    settle_minutes(maker->set);
    kin_set_digest(maker->arena, maker->set, maker->library);
    kin_set_codes(maker->arena, maker->set, &maker->seed);
    kin_set_objectives(maker->arena, maker->set, maker->library);
    kin_set_misconceptions(maker->arena, maker->set, maker->library);
    kin_set_label(maker->arena, maker->library, maker->set);
}

bool kin_letters_are_sound(struct kin_diags *diags, const char *const *letters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!kin_letter_is_sound(letters[i])) {
            kin_report(diags, KIN_E513, (struct kin_span){0}, letters[i], NULL);
            kin_report_mend(diags, "letters are A to Z, or a letter with a number such as A12");
            return false;
        }
    }
    return true;
}

struct kin_set *kin_set_make(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                             const struct kin_request *request)
{
    struct kin_maker maker = {.arena = arena, .diags = diags, .library = library, .seed = request->seed};
    maker.barred = request->barred;
    maker.sharing = request->sharing;
    maker.set = KIN_NEW(arena, struct kin_set);
    fill_head(&maker, request);
    if (!kin_letters_are_sound(diags, request->letters, request->letter_count) || !fill_slots(&maker, request) ||
        !kin_maker_open(&maker, request->letter_count) || !kin_maker_sample(&maker) ||
        !kin_maker_draw(&maker, request->letters, request->letter_count)) {
        return NULL;
    }
    kin_maker_finish(&maker);
    return kin_bars_take_own(&maker, request->blueprint) ? maker.set : NULL;
}

struct kin_rat kin_set_points(kin_arena *arena, const struct kin_set *set)
{
    struct kin_rat total = kin_rat_int(0);
    for (size_t s = 0; s < set->slot_count; s++) {
        total = kin_rat_add(arena, total, set->slots[s].points);
    }
    return total;
}
