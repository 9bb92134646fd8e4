/* Figures with values that nobody chose: random FIGURES [KIND] draws so many of each kind, examples with other numbers,
 * words, texts and parts out of the ranges that the kind declares. What the kind takes must be drawn in all states, at
 * the usual size and in large print, and nothing may touch or leave the figure. */
#include "touch.h"
#include "vary.h"

#include "random/pcg.h"

enum { MOST_TEXTS = 400 };

struct random {
    kin_arena *arena, *each; /* each: of one figure */
    struct kin_library *library;
    struct kin_typesetter *type, *sans;
    struct kin_pcg pcg;
    struct kin_nodes texts[MOST_TEXTS]; /* of all examples */
    size_t text_count;
    double share; /* of the values that change */
    size_t drawn, faults;
};

static uint32_t below(struct random *random, uint32_t bound)
{
    return kin_pcg_below(&random->pcg, bound);
}

static bool happens(struct random *random, double share)
{
    return below(random, 1000) < 1000 * share;
}

/* ---- Texts that figures may have --------------------------------------------------------------------------------- */

static void gather(struct random *random, const struct kin_figure_part *part)
{
    for (size_t i = 0; i < part->value_count; i++) {
        if (part->values[i].text.count && random->text_count < MOST_TEXTS) {
            random->texts[random->text_count++] = part->values[i].text;
        }
    }
    for (size_t i = 0; i < part->part_count; i++) {
        gather(random, part->parts[i]);
    }
}

/* ---- Other values -------------------------------------------------------------------------------------------------
 */

static double clamped(double number, double least, double most)
{
    return number < least ? least : number > most ? most : number;
}

/* Near what it was, in the steps that authors use; now and then anything that the row allows. */
static double other_number(struct random *random, const struct kin_figure_attribute *row, double old)
{
    static const double steps[] = {1, 1, 0.5, 0.25, 0.1, 5};
    struct vary_range range = vary_range_of(row->range, -1000, 1000);
    double step = row->type == KIN_FIGURE_WHOLE ? 1 : steps[below(random, 6)];
    double number = old + step * ((double)below(random, 13) - 6);
    if (happens(random, 0.2)) {
        number = old * (0.25 + below(random, 12) / 4.0);
    } else if (happens(random, 0.15)) {
        number = range.least + (range.most - range.least) * below(random, 1001) / 1000;
    }
    number = clamped(row->type == KIN_FIGURE_WHOLE ? round(number) : number, range.least, range.most);
    return range.above && number <= range.least ? range.least + step : number;
}

static void change_numbers(struct random *random, const struct kin_figure_attribute *row,
                           struct kin_figure_value *value)
{
    bool list = row->type == KIN_FIGURE_NUMBERS || row->type == KIN_FIGURE_POINTS;
    for (size_t i = 0; i < value->count; i++) {
        if (!list || happens(random, 0.5)) {
            value->numbers[i] = vary_number(random->each, other_number(random, row, kin_rat_double(value->numbers[i])));
        }
    }
}

static void change_word(struct random *random, const struct kin_figure_attribute *row, struct kin_figure_value *value)
{
    const char *at = row->words;
    for (uint32_t skip = below(random, 8); skip; skip--) {
        at += strcspn(at, " ");
        at = *at ? at + 1 : row->words;
    }
    value->word = kin_format(random->each, "%.*s", (int)strcspn(at, " "), at);
}

static void change(struct random *random, const struct kin_figure_attribute *row, struct kin_figure_value *value)
{
    switch (row->type) {
    case KIN_FIGURE_TEXT:
        value->text = random->texts[below(random, (uint32_t)random->text_count)];
        break;
    case KIN_FIGURE_CHOICE:
        change_word(random, row, value);
        break;
    case KIN_FIGURE_NUMBER:
    case KIN_FIGURE_WHOLE:
    case KIN_FIGURE_POINT:
    case KIN_FIGURE_NUMBERS:
    case KIN_FIGURE_POINTS:
        change_numbers(random, row, value);
        break;
    default:
        break; /* computed from the others */
    }
}

static void vary(struct random *random, const struct kin_figure_part_kind *kind, struct kin_figure_part *part)
{
    for (size_t i = 0; i < part->value_count; i++) {
        const struct kin_figure_attribute *row = kin_figure_attribute_named(kind, part->values[i].name);
        if (row && happens(random, random->share)) {
            change(random, row, &part->values[i]);
        }
    }
    if (part->part_count > 1 && happens(random, random->share)) {
        size_t from = below(random, (uint32_t)part->part_count), to = below(random, (uint32_t)part->part_count);
        part->parts[to] = vary_copy(random->each, part->parts[from]);
    } else if (part->part_count > 1 && happens(random, random->share / 2)) {
        part->part_count--;
    }
    for (size_t i = 0; i < part->part_count; i++) {
        vary(random, kin_figure_part_named(kind, part->parts[i]->name), part->parts[i]);
    }
}

/* ---- Drawing them -------------------------------------------------------------------------------------------------
 */

static void say_values(const struct kin_figure_part *part, struct kin_buf *buf)
{
    kin_buf_addf(buf, "<%s", part->name);
    for (size_t i = 0; i < part->value_count; i++) {
        const struct kin_figure_value *value = &part->values[i];
        kin_buf_addf(buf, " %s='%s%s", value->name, value->word ? value->word : "",
                     kin_nodes_text(buf->arena, &value->text));
        for (size_t k = 0; k < value->count && k < 40; k++) {
            kin_buf_addf(buf, "%s%g", k ? " " : "", kin_rat_double(value->numbers[k]));
        }
        kin_buf_addf(buf, "'");
    }
    kin_buf_addf(buf, " layer='%s'>", kin_layer_name(part->layer));
    for (size_t i = 0; i < part->part_count; i++) {
        say_values(part->parts[i], buf);
    }
}

static void draw(struct random *random, const struct kin_figure_kind *kind, const struct kin_figure *figure)
{
    struct kin_figure_fault fault = {.arena = random->each};
    if (!kin_figure_sound(kind, figure, &fault)) {
        return;
    }
    size_t faults = touch_figure(random->type, random->each, figure, kind->whole.name) +
                    touch_figure_in(random->sans, random->each, figure, "  in large print", KIN_TOUCH_LARGE);
    random->drawn++;
    random->faults += faults;
    if (faults) {
        struct kin_buf buf = kin_buf_in(random->each);
        say_values(&figure->whole, &buf);
        printf("  %s\n", buf.data);
    }
}

static void try_kind(struct random *random, const struct kin_figure_kind *kind, size_t count)
{
    static const double shares[] = {0.05, 0.15, 0.4, 0.8};
    const struct kin_figure *figures[VARY_MOST];
    size_t figure_count = vary_figures(random->library, kind, figures);
    size_t before = random->drawn, faults = random->faults;
    random->pcg = kin_pcg_seed(11, 3);
    for (size_t tries = 0; random->drawn < before + count && tries < 40 * count && random->faults < faults + 9;
         tries++) {
        struct kin_mark mark = kin_arena_mark(random->each);
        struct kin_figure figure = *figures[tries % figure_count];
        random->share = shares[below(random, 4)];
        figure.whole = *vary_copy(random->each, &figure.whole);
        vary(random, &kind->whole, &figure.whole);
        draw(random, kind, &figure);
        kin_arena_rewind(random->each, mark);
    }
    if (random->drawn < before + count) {
        printf("%s: only %zu of %zu figures were taken\n", kind->whole.name, random->drawn - before, count);
        random->faults++;
    }
}

int main(int count, char **arguments)
{
    struct random *random = calloc(1, sizeof *random);
    random->arena = kin_arena_new();
    random->each = kin_arena_new();
    struct kin_diags diags = kin_diags_in(random->arena);
    random->library = kin_library_new(random->arena, &diags);
    kin_library_take_figures(random->library, kin_figure_all());
    random->type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    random->sans = kin_type_open(&diags, kin_fonts_named("dejavu"), NULL);
    for (size_t i = 0; i < kin_figure_all()->count; i++) {
        for (size_t k = 0; k < 4 && kin_figure_all()->items[i]->examples[k]; k++) {
            gather(random, &kin_figure_alone(random->library, kin_figure_all()->items[i]->examples[k], "en")->whole);
        }
    }
    for (size_t i = 0; i < kin_figure_all()->count; i++) {
        const struct kin_figure_kind *kind = kin_figure_all()->items[i];
        if (count < 3 || strcmp(kind->whole.name, arguments[2]) == 0) {
            try_kind(random, kind, count > 1 ? (size_t)atoi(arguments[1]) : 40);
        }
    }
    printf("%zu figures, %zu faults\n", random->drawn, random->faults);
    bool fine = random->faults == 0 && random->drawn > 0 && diags.count == 0;
    kin_type_free(random->type);
    kin_type_free(random->sans);
    kin_arena_free(random->each);
    kin_arena_free(random->arena);
    free(random);
    return fine ? 0 : 1;
}
