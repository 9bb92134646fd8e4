/* Which template a slot takes. One more candidate in a bank moves few slots, since each slot asks every candidate for
 * its own keyed hash and takes the highest: rendezvous hashing (D. Thaler and C. Ravishankar, 1998). */
#include "form/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct candidate {
    const struct kin_template *template;
    size_t uses; /* slots that have it already */
};

struct chooser {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_library *library;
    const struct kin_request *request;
    struct candidate *candidates;
    size_t count, room;
};

static const struct kin_standard *standard_of(const struct kin_template *template, const char *code)
{
    return code && template->bank->framework ? kin_standard_find(template->bank->framework, code) : NULL;
}

static bool code_within(const struct kin_template *template, const char *code, const struct kin_standard *ancestor)
{
    const struct kin_standard *standard = standard_of(template, code);
    return standard && kin_standard_within(standard, ancestor);
}

bool kin_template_asks(const struct kin_template *template, const struct kin_standard *standard)
{
    if (code_within(template, template->standard, standard)) {
        return true;
    }
    for (size_t i = 0; i < template->part_count; i++) {
        if (code_within(template, template->parts[i].standard, standard)) {
            return true;
        }
    }
    return false;
}

static void gather(struct chooser *chooser)
{
    for (size_t b = 0; b < chooser->library->bank_count; b++) {
        const struct kin_bank *bank = chooser->library->banks[b];
        for (size_t t = 0; t < bank->count; t++) {
            if (!bank->templates[t]->variant_count) { /* else its variants stand for it */
                KIN_PUSH(chooser->arena, chooser->candidates, chooser->count, chooser->room) =
                    (struct candidate){bank->templates[t], 0};
            }
        }
    }
}

static bool names(const char *const *ids, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

bool kin_template_enemies(const struct kin_template *a, const struct kin_template *b)
{
    return names((const char *const *)a->enemies, a->enemy_count, b->id) ||
           names((const char *const *)b->enemies, b->enemy_count, a->id);
}

static bool has_enemy_in_use(const struct chooser *chooser, const struct kin_template *template)
{
    for (size_t i = 0; i < chooser->count; i++) {
        if (chooser->candidates[i].uses && kin_template_enemies(chooser->candidates[i].template, template)) {
            return true;
        }
    }
    return false;
}

/* "two-step", one of its variants "two-step-flip", or "two-step/two-step-flip". */
static bool is_called(const struct kin_template *template, const char *name)
{
    const char *slash = strchr(name, '/');
    if (slash) {
        return template->base && strncmp(template->base->id, name, (size_t)(slash - name)) == 0 &&
               !template->base->id[slash - name] && strcmp(template->id, slash + 1) == 0;
    }
    return strcmp(template->id, name) == 0 || (template->base && strcmp(template->base->id, name) == 0);
}

/* Is it among the templates that a wish names, if it names some? */
static bool is_named(const struct kin_template *template, const struct kin_wish *wish)
{
    for (size_t i = 0; i < wish->any_of_count; i++) {
        if (is_called(template, wish->any_of[i])) {
            return true;
        }
    }
    return wish->any_of_count == 0;
}

static bool fits(const struct candidate *candidate, const struct kin_wish *wish, int level)
{
    return (level == 0 || candidate->template->level == level) &&
           (!wish->standard || kin_template_asks(candidate->template, wish->standard)) &&
           is_named(candidate->template, wish);
}

static uint64_t rank(const struct chooser *chooser, const char *slot_id, const struct kin_template *template)
{
    const struct kin_seed *seed = &chooser->request->seed;
    struct kin_hash_field fields[] = {kin_hash_text("template of slot"), kin_hash_number(&seed->number),
                                      kin_hash_text(slot_id), kin_hash_text(template->id)};
    struct kin_digest digest =
        kin_digest_fields(seed->secret, seed->secret_length, fields, sizeof fields / sizeof *fields);
    return kin_digest_number(&digest);
}

/* Better: no enemy in the set, then no department's own numbers (its Form A is the same whatever the seed: taken by
 * name, or where nothing else fits), then used less often, then the higher hash, then (for a total order) the id. */
static bool beats(const struct chooser *chooser, const char *slot_id, const struct candidate *a,
                  const struct candidate *b)
{
    int enemies = has_enemy_in_use(chooser, a->template) - has_enemy_in_use(chooser, b->template);
    if (enemies) {
        return enemies < 0;
    }
    int own = (a->template->fixed_count > 0) - (b->template->fixed_count > 0);
    if (own) {
        return own < 0;
    }
    if (a->uses != b->uses) {
        return a->uses < b->uses;
    }
    uint64_t rank_a = rank(chooser, slot_id, a->template), rank_b = rank(chooser, slot_id, b->template);
    return rank_a != rank_b ? rank_a > rank_b : strcmp(a->template->id, b->template->id) < 0;
}

static struct candidate *best_at(struct chooser *chooser, const struct kin_wish *wish, const char *slot_id, int level)
{
    struct candidate *best = NULL;
    for (size_t i = 0; i < chooser->count; i++) {
        struct candidate *candidate = &chooser->candidates[i];
        if (fits(candidate, wish, level) && (!best || beats(chooser, slot_id, candidate, best))) {
            best = candidate;
        }
    }
    return best;
}

/* Where no template has the level that a blueprint would like, the nearest one serves, the easier first: a teacher
 * gets paper, and is told. */
static struct candidate *best_near(struct chooser *chooser, const struct kin_wish *wish, const char *slot_id)
{
    struct candidate *best = NULL;
    for (int step = 1; step <= 2 && !best; step++) {
        best = wish->level - step >= 1 ? best_at(chooser, wish, slot_id, wish->level - step) : NULL;
        best = !best && wish->level + step <= 3 ? best_at(chooser, wish, slot_id, wish->level + step) : best;
    }
    if (best) {
        char wanted[16], taken[16];
        snprintf(wanted, sizeof wanted, "%d", wish->level);
        snprintf(taken, sizeof taken, "%d", best->template->level);
        const char *what = wish->standard ? wish->standard->code : wish->any_of[0];
        kin_report(chooser->diags, KIN_W501, wish->span, slot_id, what, wanted, taken, NULL);
    }
    return best;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "7.EE.B.4a, 8.EE.C.7b ...": the standards that there are templates for. */
static void note_what_exists(struct chooser *chooser)
{
    const char **codes = KIN_NEW_N(chooser->arena, const char *, chooser->count);
    for (size_t i = 0; i < chooser->count; i++) {
        codes[i] = chooser->candidates[i].template->standard;
    }
    qsort(codes, chooser->count, sizeof *codes, by_text);
    struct kin_buf list = kin_buf_in(chooser->arena);
    for (size_t i = 0; i < chooser->count && list.length < 400; i++) {
        if (i == 0 || strcmp(codes[i], codes[i - 1]) != 0) {
            kin_buf_addf(&list, "%s%s", list.length ? ", " : "", codes[i]);
        }
    }
    if (list.length) {
        kin_report_mend(chooser->diags, "the banks have items for %s; `formkin list` shows them all", list.data);
    } else {
        kin_report_mend(chooser->diags, "no bank was loaded; name one with --bank PATH");
    }
}

/* "1, 2": the levels at which there is a template for a wish. */
static const char *levels_of(struct chooser *chooser, const struct kin_wish *wish)
{
    struct kin_buf list = kin_buf_in(chooser->arena);
    for (int level = 1; level <= 3; level++) {
        bool any = false;
        for (size_t i = 0; i < chooser->count; i++) {
            any = any || fits(&chooser->candidates[i], wish, level);
        }
        if (any) {
            kin_buf_addf(&list, "%s%d", list.length ? ", " : "", level);
        }
    }
    return list.data;
}

static void report_nothing(struct chooser *chooser, const struct kin_wish *wish)
{
    if (!wish->standard) {
        kin_report(chooser->diags, KIN_E5104, wish->span, kin_format(chooser->arena, "%d", wish->level), NULL);
        kin_report_mend(chooser->diags, "leave level out, or name templates of level %d in any-of", wish->level);
        return;
    }
    const char *level = wish->level ? kin_format(chooser->arena, " at level %d", wish->level) : "";
    const char *levels = levels_of(chooser, wish);
    kin_report(chooser->diags, KIN_E502, wish->span, wish->standard->code, level, NULL);
    if (*levels) {
        kin_report_mend(chooser->diags, "the banks have items for %s at level %s", wish->standard->code, levels);
    } else {
        note_what_exists(chooser);
    }
}

static void report_no_template(struct chooser *chooser, struct kin_span span, const char *name)
{
    const char **ids = KIN_NEW_N(chooser->arena, const char *, chooser->count);
    for (size_t i = 0; i < chooser->count; i++) {
        ids[i] = chooser->candidates[i].template->id;
    }
    const char *near = kin_nearest(name, ids, chooser->count);
    kin_report(chooser->diags, KIN_E505, span, name, NULL);
    if (near) {
        kin_report_mend(chooser->diags, "did you mean '%s'?", near);
    }
}

/* False after reporting the first of any_of that nobody is called. */
static bool any_of_exist(struct chooser *chooser, const struct kin_wish *wish)
{
    for (size_t i = 0; i < wish->any_of_count; i++) {
        size_t at = 0;
        while (at < chooser->count && !is_called(chooser->candidates[at].template, wish->any_of[i])) {
            at++;
        }
        if (at == chooser->count) {
            report_no_template(chooser, wish->span, wish->any_of[i]);
            return false;
        }
    }
    return true;
}

static struct candidate *by_name(struct chooser *chooser, const struct kin_wish *wish, const char *slot_id)
{
    struct candidate *best = NULL;
    for (size_t i = 0; i < chooser->count; i++) {
        struct candidate *candidate = &chooser->candidates[i];
        if (is_called(candidate->template, wish->template_id) && (!best || beats(chooser, slot_id, candidate, best))) {
            best = candidate;
        }
    }
    if (!best) {
        report_no_template(chooser, wish->span, wish->template_id);
    }
    return best;
}

static struct candidate *choose(struct chooser *chooser, const struct kin_wish *wish, const char *slot_id)
{
    if (wish->template_id) {
        return by_name(chooser, wish, slot_id);
    }
    if (!any_of_exist(chooser, wish)) {
        return NULL;
    }
    struct candidate *best = best_at(chooser, wish, slot_id, wish->level);
    if (!best && wish->level && !chooser->request->level) {
        best = best_near(chooser, wish, slot_id);
    }
    if (!best) {
        report_nothing(chooser, wish);
    }
    return best;
}

/* What a slot that is matched in total could take in place of `chosen`, in the order of the banks. A department's own
 * numbers are on one form only, so that such a template serves where it is named or nothing else was found. */
static void gather_pool(struct chooser *chooser, const struct kin_wish *wish, const struct candidate *chosen,
                        struct kin_choice *choice)
{
    int level = wish->level ? chosen->template->level : 0;
    choice->pool = KIN_NEW_N(chooser->arena, const struct kin_template *, chooser->count);
    for (size_t i = 0; i < chooser->count; i++) {
        const struct candidate *candidate = &chooser->candidates[i];
        const struct kin_template *template = candidate->template;
        bool serves = wish->template_id
                          ? is_called(template, wish->template_id)
                          : fits(candidate, wish, level) && (!template->fixed_count || wish->any_of_count);
        if (serves || candidate == chosen) {
            choice->pool[choice->pool_count++] = template;
        }
    }
}

struct kin_choice *kin_plan_choose(kin_arena *arena, struct kin_diags *diags, const struct kin_library *library,
                                   const struct kin_request *request, const struct kin_wishes *wishes)
{
    struct chooser chooser = {.arena = arena, .diags = diags, .library = library, .request = request};
    struct kin_choice *choices = KIN_NEW_N(arena, struct kin_choice, wishes->count);
    gather(&chooser);
    for (size_t i = 0; i < wishes->count; i++) {
        char slot_id[24];
        snprintf(slot_id, sizeof slot_id, "%zu", i + 1);
        struct candidate *chosen = choose(&chooser, &wishes->items[i], slot_id);
        if (!chosen) {
            return NULL;
        }
        choices[i] = (struct kin_choice){.template = chosen->template, .occurrence = chosen->uses++};
        if (wishes->items[i].totals) {
            gather_pool(&chooser, &wishes->items[i], chosen, &choices[i]);
        }
    }
    return choices;
}
