/* Tampered figures are refused at the attribute that is wrong: every attribute of every kind and of every part, just
 * below and above what its row allows, empty and endless lists, words that nobody knows, and too many parts. */
#include "vary.h"

struct bounds {
    kin_arena *arena;
    struct kin_library *library;
    const struct kin_figure_kind *kind;
    const struct kin_figure *example;
    size_t tries, faults;
};

static void blame(struct bounds *bounds, const char *part, const char *attribute, const char *what)
{
    printf("%s: %s of %s: %s\n", bounds->kind->whole.name, attribute, part, what);
    bounds->faults++;
}

/* The part of the copy that stands where `part` stands in the example. */
static struct kin_figure_part *find(const struct kin_figure_part *whole, struct kin_figure_part *copy,
                                    const struct kin_figure_part *part)
{
    struct kin_figure_part *found = whole == part ? copy : NULL;
    for (size_t i = 0; !found && i < whole->part_count; i++) {
        found = find(whole->parts[i], copy->parts[i], part);
    }
    return found;
}

/* A copy of the example in which one value of one part is another. */
struct tampered {
    struct kin_figure *figure;
    struct kin_figure_part *part;
    struct kin_figure_value *value;
};

static struct tampered tamper(struct bounds *bounds, const struct kin_figure_part *part, const char *name)
{
    struct tampered tampered = {.figure = KIN_NEW(bounds->arena, struct kin_figure)};
    *tampered.figure = *bounds->example;
    tampered.figure->whole = *vary_copy(bounds->arena, &bounds->example->whole);
    tampered.part = find(&bounds->example->whole, &tampered.figure->whole, part);
    tampered.value = vary_value(tampered.part, name);
    return tampered;
}

static void expect_fault(struct bounds *bounds, const struct tampered *tampered, const char *what)
{
    struct kin_figure_fault fault = {.arena = bounds->arena};
    const char *name = tampered->value->name;
    bool sound = kin_figure_sound(bounds->kind, tampered->figure, &fault);
    bool there = !sound && fault.part == tampered->part && fault.attribute && strcmp(fault.attribute, name) == 0;
    bounds->tries++;
    if (!there) {
        blame(bounds, tampered->part->name, name,
              kin_format(bounds->arena, "%s is %s", what, sound ? "taken" : fault.message));
    }
}

static void set_number(struct bounds *bounds, struct tampered *tampered, const struct kin_figure_attribute *row,
                       double number)
{
    struct kin_figure_value *value = tampered->value;
    size_t needed = row->type == KIN_FIGURE_POINT || row->type == KIN_FIGURE_POINTS ? 2 : 1;
    if (value->count < needed) {
        value->numbers = KIN_NEW_N(bounds->arena, struct kin_rat, needed);
        value->count = needed;
        value->numbers[needed - 1] = vary_number(bounds->arena, fmax(1, vary_range_of(row->range, 1, 1).least));
    }
    value->numbers[0] = vary_number(bounds->arena, number);
}

static void try_number(struct bounds *bounds, const struct kin_figure_part *part,
                       const struct kin_figure_attribute *row, double number)
{
    struct tampered tampered = tamper(bounds, part, row->name);
    set_number(bounds, &tampered, row, number);
    expect_fault(bounds, &tampered, kin_format(bounds->arena, "%.10g", number));
}

static void try_numbers(struct bounds *bounds, const struct kin_figure_part *part,
                        const struct kin_figure_attribute *row)
{
    struct vary_range range = vary_range_of(row->range, -1e6, 1e6);
    try_number(bounds, part, row, range.above ? range.least : range.least - 1);
    try_number(bounds, part, row, range.most + 1);
    if (row->type == KIN_FIGURE_WHOLE) {
        try_number(bounds, part, row, range.least + 0.5);
    }
}

/* A list of as many items, all of them the first there is or else the least that may be. */
static void set_count(struct bounds *bounds, struct tampered *tampered, const struct kin_figure_attribute *row,
                      size_t count)
{
    static const char *const word = "word";
    struct kin_figure_value *value = tampered->value;
    size_t each = row->type == KIN_FIGURE_NUMBERS ? 1 : 2;
    struct vary_range range = vary_range_of(row->range, 1, 1);
    struct kin_rat first =
        value->count ? value->numbers[0] : vary_number(bounds->arena, fmin(range.most, range.least + 1));
    if (row->type == KIN_FIGURE_WORDS) {
        value->words = KIN_NEW_N(bounds->arena, const char *, count + 1);
        value->word_count = count;
        for (size_t i = 0; i < count; i++) {
            value->words[i] = word;
        }
        return;
    }
    value->numbers = KIN_NEW_N(bounds->arena, struct kin_rat, each * count + 1);
    value->count = each * count;
    for (size_t i = 0; i < value->count; i++) {
        value->numbers[i] = first;
    }
}

static void try_counts(struct bounds *bounds, const struct kin_figure_part *part,
                       const struct kin_figure_attribute *row)
{
    struct vary_range range = vary_range_of(row->count, 0, 1000);
    const double counts[] = {range.least - 1, range.most + 1, 10000};
    for (size_t i = 0; i < 3; i++) {
        if (counts[i] >= 0) {
            struct tampered tampered = tamper(bounds, part, row->name);
            set_count(bounds, &tampered, row, (size_t)counts[i]);
            expect_fault(bounds, &tampered, kin_format(bounds->arena, "a list of %g", counts[i]));
        }
    }
}

static void try_word(struct bounds *bounds, const struct kin_figure_part *part, const struct kin_figure_attribute *row)
{
    struct tampered tampered = tamper(bounds, part, row->name);
    tampered.value->word = "nonsense";
    expect_fault(bounds, &tampered, "an unknown word");
    tampered = tamper(bounds, part, row->name);
    tampered.value->word = NULL;
    expect_fault(bounds, &tampered, "no word");
}

static void try_row(struct bounds *bounds, const struct kin_figure_part *part, const struct kin_figure_attribute *row)
{
    bool numbers = row->type == KIN_FIGURE_NUMBER || row->type == KIN_FIGURE_WHOLE || row->type == KIN_FIGURE_POINT ||
                   row->type == KIN_FIGURE_NUMBERS || row->type == KIN_FIGURE_POINTS;
    const struct kin_figure_value *value = kin_figure_value(part, row->name);
    bool known = !vary_is_list(row->type) || (value && value->count);
    if (numbers && known) {
        try_numbers(bounds, part, row);
    }
    if (vary_is_list(row->type)) {
        try_counts(bounds, part, row);
    }
    if (row->type == KIN_FIGURE_CHOICE) {
        try_word(bounds, part, row);
    }
}

static void try_part(struct bounds *bounds, const struct kin_figure_part_kind *kind, const struct kin_figure_part *part)
{
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        try_row(bounds, part, row);
    }
    for (size_t i = 0; i < part->part_count; i++) {
        try_part(bounds, kin_figure_part_named(kind, part->parts[i]->name), part->parts[i]);
    }
}

/* Ten thousand of a part are refused, whatever it is. */
static void try_crowd(struct bounds *bounds, const struct kin_figure_part *part)
{
    enum { CROWD = 10000 };
    struct kin_figure figure = *bounds->example;
    struct kin_figure_fault fault = {.arena = bounds->arena};
    figure.whole.parts = KIN_NEW_N(bounds->arena, struct kin_figure_part *, CROWD);
    figure.whole.part_count = CROWD;
    for (size_t i = 0; i < CROWD; i++) {
        figure.whole.parts[i] = (struct kin_figure_part *)(uintptr_t)part;
    }
    bounds->tries++;
    if (kin_figure_sound(bounds->kind, &figure, &fault)) {
        blame(bounds, part->name, "number", "ten thousand are taken");
    }
}

/* What a part that must say something does not say. */
static void try_silence(struct bounds *bounds, const struct kin_figure_part *part,
                        const struct kin_figure_part_kind *kind)
{
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        struct tampered tampered = tamper(bounds, part, row->name);
        struct kin_figure_fault fault = {.arena = bounds->arena};
        tampered.value->name = "other";
        bool needed = !row->otherwise || *row->otherwise;
        bounds->tries++;
        if (needed && kin_figure_sound(bounds->kind, tampered.figure, &fault)) {
            blame(bounds, part->name, row->name, "it may be missing");
        }
    }
}

static bool shown(const struct kin_figure_part *part, const char *name)
{
    bool found = strcmp(part->name, name) == 0;
    for (size_t i = 0; !found && i < part->part_count; i++) {
        found = shown(part->parts[i], name);
    }
    return found;
}

/* Has every kind of part been looked at? */
static void expect_parts(struct bounds *bounds, const struct kin_figure *const *figures, size_t count)
{
    for (const struct kin_figure_part_kind *part = bounds->kind->whole.parts; part && part->name; part++) {
        bool found = false;
        for (size_t i = 0; i < count; i++) {
            found = found || shown(&figures[i]->whole, part->name);
        }
        if (!found) {
            blame(bounds, part->name, "figures", "none has it");
        }
    }
}

static void try_kind(struct bounds *bounds)
{
    const struct kin_figure *figures[VARY_MOST];
    size_t count = vary_figures(bounds->library, bounds->kind, figures);
    for (size_t i = 0; i < count; i++) {
        bounds->example = figures[i];
        try_part(bounds, &bounds->kind->whole, &bounds->example->whole);
        try_silence(bounds, &bounds->example->whole, &bounds->kind->whole);
        for (size_t k = 0; k < bounds->example->whole.part_count; k++) {
            try_crowd(bounds, bounds->example->whole.parts[k]);
        }
    }
    expect_parts(bounds, figures, count);
}

int main(void)
{
    struct bounds bounds = {.arena = kin_arena_new()};
    struct kin_diags diags = kin_diags_in(bounds.arena);
    bounds.library = kin_library_new(bounds.arena, &diags);
    kin_library_take_figures(bounds.library, kin_figure_all());
    for (size_t i = 0; i < kin_figure_all()->count; i++) {
        bounds.kind = kin_figure_all()->items[i];
        try_kind(&bounds);
    }
    printf("%zu tries, %zu faults\n", bounds.tries, bounds.faults);
    bool fine = bounds.faults == 0 && bounds.tries > 1000 && diags.count == 0;
    kin_arena_free(bounds.arena);
    return fine ? 0 : 1;
}
