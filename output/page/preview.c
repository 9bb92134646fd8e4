#include "page/preview.h"

#include "page/abreast.h"
#include "page/key.h"
#include "page/preview_head.h"

#include <ctype.h>
#include <string.h>

enum { COLUMNS = 2 };
static const double gutter = 20, row_gap = 16;
static const double much_room = 0.3; /* share of a page */
static const double least_head = 90; /* pt */

struct contact {
    struct kin_sheets *sheets;
    const struct kin_preview *preview;
};

/* ---- One instance ----------------------------------------------------------------------------------------------- */

static void add_title(struct kin_cell *cell, const struct kin_sample *sample, size_t number)
{
    kin_arena *arena = cell->layout->arena;
    const struct kin_furniture *words = cell->layout->words;
    const char *members = kin_preview_count(cell->layout, sample->members),
               *name = kin_format(arena, "%zu", sample->cell + 1);
    struct kin_nodes flow = kin_flow_of_text(arena, kin_format(arena, "%zu.", number), KIN_BOLD);
    const char *size = sample->members.number == 1 ? kin_format(arena, words->preview_cell_one, name)
                                                   : kin_format(arena, words->preview_cell, name, members);
    kin_flow_join_text(arena, &flow, size, KIN_UPRIGHT);
    kin_cell_line(cell, NULL, &flow, KIN_STYLE_KEY_BODY, 0);
    cell->pile.slabs[cell->pile.count - 1].height += 3;
}

/* The hyphen before a number is a minus in print. */
static void add_value(struct kin_buf *buf, const char *text)
{
    for (const char *at = text; *at; at++) {
        bool minus = *at == '-' && (at == text || !isalnum((unsigned char)at[-1])) &&
                     (isdigit((unsigned char)at[1]) || at[1] == '$');
        kin_buf_add_n(buf, minus ? "\u2212" : at, minus ? strlen("\u2212") : 1);
    }
}

static void add_facts(struct kin_cell *cell, const char *lead, const struct kin_fact *facts, size_t count,
                      const char *sign)
{
    struct kin_buf buf = kin_buf_in(cell->layout->arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s%s", i ? "; " : "", facts[i].name, sign);
        add_value(&buf, facts[i].text);
    }
    if (buf.length) {
        struct kin_nodes flow = kin_flow_of_text(cell->layout->arena, buf.data, KIN_UPRIGHT);
        kin_cell_line(cell, lead, &flow, KIN_STYLE_KEY_SMALL, 6);
        cell->pile.slabs[cell->pile.count - 1].breakable = true;
    }
}

/* No page ends below a title, nor between it and the figure or table that few lines of stem lead to. */
static void hold_head(struct kin_pile *pile, size_t title)
{
    double height = kin_pile_height(pile, 0, title);
    for (size_t i = title; i < pile->count && height < least_head; i++) {
        pile->slabs[i].breakable = false;
        height += pile->slabs[i].gap + pile->slabs[i].height;
    }
}

static struct kin_cell cell_of(const struct contact *contact, struct kin_form *form, size_t number, double width)
{
    const struct kin_layout *layout = contact->sheets->layout;
    const struct kin_sample *sample = &contact->preview->survey->samples[number];
    struct kin_group *group = KIN_NEW(layout->arena, struct kin_group);
    struct kin_item **items = KIN_NEW(layout->arena, struct kin_item *);
    *items = sample->item;
    *form = (struct kin_form){.letter = "A", .items = items, .item_count = 1};
    *group = (struct kin_group){form, 1};
    struct kin_cell cell = {.layout = layout, .group = group, .item = sample->item, .width = width};
    add_title(&cell, sample, number + 1);
    size_t title = cell.pile.count;
    kin_cell_fill(&cell);
    hold_head(&cell.pile, title);
    add_facts(&cell, layout->words->preview_numbers, sample->item->values, sample->item->value_count, " = ");
    add_facts(&cell, layout->words->preview_features, sample->item->features, sample->item->feature_count, ": ");
    return cell;
}

/* ---- Rows of instances --------------------------------------------------------------------------------------------
 */

static size_t columns_for(const struct contact *contact)
{
    const struct kin_layout *layout = contact->sheets->layout;
    const struct kin_survey *survey = contact->preview->survey;
    double width = kin_abreast_width(layout, COLUMNS, gutter);
    for (size_t i = 0; i < survey->sample_count; i++) {
        if (!kin_cell_fits(layout, survey->samples[i].item, width)) {
            return 1;
        }
    }
    return COLUMNS;
}

static void turn_page(void *data)
{
    const struct contact *contact = data;
    kin_sheets_next(contact->sheets);
}

/* Has each pile room for its first group below y? One that began a page later would stand behind its neighbour. */
static bool all_begin(const struct kin_pile *const *piles, size_t count, double left)
{
    for (size_t i = 0; i < count; i++) {
        if (piles[i]->count && kin_pile_fit(piles[i], 0, left) == 0) {
            return false;
        }
    }
    return true;
}

static void put_row(struct contact *contact, const struct kin_cell *cells, size_t count, size_t columns)
{
    static const struct kin_pile nothing;
    struct kin_sheets *sheets = contact->sheets;
    const struct kin_pile *piles[COLUMNS];
    double tallest = 0;
    for (size_t i = 0; i < columns; i++) {
        piles[i] = i < count ? &cells[i].pile : &nothing;
        double height = kin_pile_height(piles[i], 0, piles[i]->count);
        tallest = height > tallest ? height : tallest;
    }
    double left = kin_sheets_left(sheets);
    bool little = tallest + row_gap > left && left < much_room * sheets->bottom;
    if (!kin_sheets_fresh(sheets) && (little || !all_begin(piles, columns, left - row_gap))) {
        turn_page(contact);
    } else if (!kin_sheets_fresh(sheets)) {
        const struct kin_layout *layout = sheets->layout;
        double y = sheets->y + row_gap / 2;
        kin_rule(&sheets->scene->ops, layout->paper->side, y, layout->width, 0.5, KIN_GRAY_FRAME);
        sheets->y += row_gap;
    }
    struct kin_abreast abreast = {sheets, piles, columns, gutter, turn_page, contact};
    kin_abreast_put(&abreast);
}

static void put_instances(struct contact *contact)
{
    const struct kin_layout *layout = contact->sheets->layout;
    size_t count = contact->preview->survey->sample_count, columns = columns_for(contact);
    double width = kin_abreast_width(layout, columns, gutter);
    struct kin_form *forms = KIN_NEW_N(layout->arena, struct kin_form, count);
    for (size_t first = 0; first < count; first += columns) {
        struct kin_cell cells[COLUMNS];
        size_t n = 0;
        for (; n < columns && first + n < count; n++) {
            cells[n] = cell_of(contact, &forms[first + n], first + n, width);
        }
        put_row(contact, cells, n, columns);
    }
}

/* ---- The document -------------------------------------------------------------------------------------------------
 */

/* The register in the sheet's language. */
static void take_sentences(kin_arena *arena, struct kin_set *set, const struct kin_library *library)
{
    set->misconceptions = KIN_NEW_N(arena, struct kin_misconception, library->misconception_count);
    for (size_t i = 0; i < library->misconception_count; i++) {
        struct kin_misconception *misconception = &set->misconceptions[set->misconception_count++];
        *misconception = library->misconceptions[i];
        const char *sentence = kin_misconception_sentence(misconception, set->language);
        misconception->sentence = sentence ? sentence : misconception->sentence;
    }
}

/* The page's files work for sets; an author's sheet is laid out as one without slots. */
static struct kin_set *set_of(kin_arena *arena, const struct kin_preview *preview)
{
    const struct kin_bank *bank = preview->template->bank;
    struct kin_set *set = KIN_NEW(arena, struct kin_set);
    *set = (struct kin_set){.title = preview->template->title,
                            .language = preview->language ? preview->language : bank->language,
                            .paper = preview->paper,
                            .space = "normal"};
    take_sentences(arena, set, bank->library);
    return set;
}

static void put_footers(const struct kin_sheets *sheets, const struct kin_preview *preview)
{
    const struct kin_layout *layout = sheets->layout;
    const char *left = kin_format(layout->arena, layout->words->preview_foot, preview->template->id);
    kin_sheets_footers(layout, sheets->document, left);
}

struct kin_document *kin_page_preview(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_preview *preview)
{
    struct kin_layout layout = kin_layout_of(type, arena, diags, set_of(arena, preview));
    const char *title = preview->template->title;
    struct kin_sheets sheets = kin_sheets_begin(&layout, title, preview->template->id);
    struct contact contact = {&sheets, preview};
    kin_sheets_next(&sheets);
    kin_preview_head(&sheets, preview);
    put_instances(&contact);
    put_footers(&sheets, preview);
    return sheets.document;
}
