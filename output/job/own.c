#include "job/own.h"

#include "base/file.h"

#include <string.h>

static bool is_among(const char *const *texts, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(texts[i], text) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- Languages and interests ------------------------------------------------------------------------------------- */

const char *kin_own_languages(kin_ctx *ctx, struct kin_make_options *make, struct kin_students students)
{
    const char **languages = KIN_NEW_N(ctx->arena, const char *, make->language_count + students.count + 1);
    size_t count = 0;
    for (; count < make->language_count; count++) {
        languages[count] = make->languages[count];
    }
    if (count == 0) {
        struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, make->assessment);
        struct kin_blueprint *blueprint = source ? kin_blueprint_read(ctx->arena, &ctx->diags, source, NULL) : NULL;
        if (!blueprint) {
            return NULL;
        }
        languages[count++] = blueprint->language;
    }
    for (size_t i = 0; i < students.count; i++) {
        const char *tag = students.items[i].language;
        if (tag && !is_among(languages, count, tag)) {
            languages[count++] = tag;
        }
    }
    make->languages = languages;
    make->language_count = count;
    return languages[0];
}

void kin_own_interests(struct kin_job *job, struct kin_students students)
{
    const char **interests = KIN_NEW_N(job->ctx->arena, const char *, students.count);
    for (size_t i = 0; i < students.count; i++) {
        const char *interest = students.items[i].interest;
        if (interest && !is_among(interests, job->interest_count, interest)) {
            interests[job->interest_count++] = interest;
        }
    }
    job->interests = interests;
}

/* ---- Paper styles ------------------------------------------------------------------------------------------------ */

const struct kin_paper_style *kin_own_style(kin_ctx *ctx, const struct kin_set *set, const char *name)
{
    struct kin_paper_style *style = kin_job_style_named(ctx, name);
    if (style) {
        style->id = name;
    }
    if (style && set->style) {
        style->school = set->style->school ? set->style->school : style->school;
        style->logo = set->style->logo ? set->style->logo : style->logo;
        style->duplex = style->duplex || set->style->duplex;
    }
    return style;
}

static bool is_in_style(const struct kin_set *edition, const char *name)
{
    return edition->style && edition->style->id && strcmp(edition->style->id, name) == 0;
}

/* Everything but the measures, which are the style's own. */
static struct kin_set *edition_in(kin_arena *arena, const struct kin_set *like, const struct kin_paper_style *style)
{
    struct kin_set *edition = kin_copy_bytes(arena, like, sizeof *like);
    edition->style = style;
    edition->slots = kin_copy_bytes(arena, like->slots, sizeof *like->slots * like->slot_count);
    for (size_t s = 0; s < edition->slot_count; s++) {
        edition->slots[s].geometry = (struct kin_geometry){0};
    }
    edition->editions = NULL;
    edition->edition_count = 0;
    return edition;
}

static void add_edition(kin_arena *arena, struct kin_set *set, struct kin_set *edition)
{
    struct kin_set **editions = KIN_NEW_N(arena, struct kin_set *, set->edition_count + 1);
    for (size_t i = 0; i < set->edition_count; i++) {
        editions[i] = set->editions[i];
    }
    editions[set->edition_count++] = edition;
    set->editions = editions;
}

bool kin_own_editions(kin_ctx *ctx, struct kin_set *set, const struct kin_run *run)
{
    bool fine = true;
    for (size_t i = 0; i < run->paper_count && fine; i++) {
        const struct kin_paper_of *paper = &run->papers[i];
        const struct kin_set *like = kin_run_edition(set, paper);
        if (paper->style && !is_in_style(like, paper->style)) {
            const struct kin_paper_style *style = kin_own_style(ctx, set, paper->style);
            fine = style != NULL;
            add_edition(ctx->arena, set, edition_in(ctx->arena, like, style));
        }
    }
    return fine;
}
