/* Papers in all styles lie well on their pages:
 *   sweep SOURCE ROUNDS [FIRST [FOLDER]]       random assessments
 *   sweep SOURCE each SHARE [PART [FOLDER]]    each shipped template by itself; of SHARE parts one, counted from 0
 *
 * Each round draws an assessment of its own from all shipped banks (standards, levels, number of items, sections, work
 * space, paper, language) and lays out its forms A and B in one style after the other, with what schools add. Every
 * operation of the scenes is looked at (faults.c), and both forms turn their pages together. The forms of faulty papers
 * are written to FOLDER. */
#include "faults.h"
#include "look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sweep {
    struct shelf shelf;
    struct looked looked;
    const char *folder;      /* NULL: none */
    size_t rounds, short_of; /* assessments that were asked for, and those that banks have too few instances for */
};

/* `lot` tells one round from another where chance decides. */
static void look_at_all(struct sweep *sweep, char *text, const char *name, uint64_t lot, struct kin_pcg *pcg)
{
    kin_arena *arena = kin_arena_new();
    bool sound;
    struct kin_set *set = paper_draw(&sweep->shelf, arena, text, lot, pcg, &sound);
    sweep->rounds++;
    sweep->short_of += !set;
    sweep->looked.faults += !sound;
    for (size_t i = 0; set && i < sweep->shelf.style_count; i++) {
        const struct kin_paper_style *style = sweep->shelf.styles[i];
        struct kin_pcg chance = kin_pcg_seed(lot, 10 + i);
        struct dress dress = dress_of(arena, style, &chance);
        const char *where = kin_format(arena, "%s, %s, %s", name, style->id, set->paper);
        look_at(&sweep->looked, sweep->shelf.types[i], set, &dress, where, sweep->folder);
    }
    kin_arena_free(arena);
}

static void sweep_rounds(struct sweep *sweep, uint64_t first, uint64_t rounds)
{
    for (uint64_t round = first; round < first + rounds; round++) {
        struct kin_pcg pcg = kin_pcg_seed(round, 9);
        char *text = paper_of_many(&sweep->shelf, &pcg);
        look_at_all(sweep, text, kin_format(sweep->shelf.ctx->arena, "round %llu", (unsigned long long)round), round,
                    &pcg);
    }
}

static void sweep_each(struct sweep *sweep, uint64_t share, uint64_t part)
{
    for (uint64_t i = part; i < sweep->shelf.template_count; i += share) {
        const struct kin_template *template = sweep->shelf.templates[i];
        struct kin_pcg pcg = kin_pcg_seed(i, 8);
        look_at_all(sweep, paper_of_one(&sweep->shelf, template), template->id, i, &pcg);
    }
}

/* A sweep that looks at nothing must not pass. */
static bool is_fine(const struct sweep *sweep)
{
    const struct looked *looked = &sweep->looked;
    printf("%zu papers, %zu pages, %zu items, %zu texts, %zu lines; %zu of %zu assessments with too few instances; "
           "%zu papers whose head fills the page, %zu turn pages for themselves; %zu faults\n",
           looked->papers, faults_seen.pages, faults_seen.items, faults_seen.texts, faults_seen.lines, sweep->short_of,
           sweep->rounds, looked->refused, looked->moved, looked->faults);
    return looked->faults == 0 && sweep->short_of * 2 < sweep->rounds && looked->refused * 10 < looked->papers &&
           faults_seen.lines > 0 && faults_seen.texts > 0;
}

static uint64_t number_of(char **arguments, int count, int at)
{
    return count > at ? strtoull(arguments[at], NULL, 10) : 0;
}

int main(int count, char **arguments)
{
    bool each = count > 3 && strcmp(arguments[2], "each") == 0;
    if (count < 3) {
        fputs("usage: sweep SOURCE ROUNDS [FIRST [FOLDER]]\n       sweep SOURCE each SHARE [PART [FOLDER]]\n", stderr);
        return 2;
    }
    struct sweep sweep = {.folder = count > 4 + each ? arguments[4 + each] : NULL};
    bool fine = shelf_open(&sweep.shelf, arguments[1]);
    if (fine && each) {
        uint64_t share = number_of(arguments, count, 3);
        sweep_each(&sweep, share ? share : 1, number_of(arguments, count, 4));
    } else if (fine) {
        sweep_rounds(&sweep, number_of(arguments, count, 3), number_of(arguments, count, 2));
    }
    fine = fine && is_fine(&sweep);
    shelf_close(&sweep.shelf);
    return fine ? 0 : 1;
}
