#include "type/words.h"

#include "base/utf8.h"

#include <ctype.h>
#include <linebreak.h>
#include <stdlib.h>
#include <string.h>

/* Longer pieces are cut (without a break), so that a line can be filled with something that has no spaces at all. */
enum { SEGMENT_RUNES_MAX = 20, TABLE_SIZE = 1 << 15, WORDS_MAX = TABLE_SIZE / 2, WORD_BYTES_MAX = 16 * 1024 * 1024 };

/* Small, so that looking for a word touches little memory besides the word itself. */
struct entry {
    uint64_t hash;
    const struct word *word; /* NULL: empty place */
};

struct word_table {
    kin_arena *arena;
    size_t count;
    struct entry entries[TABLE_SIZE];
};

struct word_table *kin_words_new(void)
{
    struct word_table *words = calloc(1, sizeof *words);
    if (!words) {
        abort(); /* as the arena does */
    }
    words->arena = kin_arena_new();
    init_linebreak();
    return words;
}

void kin_words_free(struct word_table *words)
{
    if (words) {
        kin_arena_free(words->arena);
        free(words);
    }
}

void kin_words_trim(struct kin_typesetter *type)
{
    struct word_table *words = type->words;
    if (words->count < WORDS_MAX / 2 && kin_arena_size(words->arena) < WORD_BYTES_MAX) {
        return;
    }
    kin_arena_free(words->arena);
    memset(words, 0, sizeof *words);
    words->arena = kin_arena_new();
}

/* As FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), but eight bytes at a time: most words have no more.
 */
static uint64_t text_hash(int face, const char *text, size_t length)
{
    uint64_t hash = 14695981039346656037u ^ (uint64_t)(unsigned)face ^ (uint64_t)length << 8;
    while (length) {
        uint64_t part = 0;
        size_t taken = length < sizeof part ? length : sizeof part;
        memcpy(&part, text, taken);
        hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
        text += taken;
        length -= taken;
    }
    return hash;
}

/* ---- Characters ----------------------------------------------------------------------------------------- */

/* Characters that only steer line breaks or joining: they are heeded and then left out. */
static bool rune_silent(uint32_t rune)
{
    return rune == 0x00AD || (rune >= 0x200B && rune <= 0x200D) || rune == 0x2060 || rune == 0xFEFF;
}

/* Spaces of all widths, which HarfBuzz makes from the face's own space; and marks, which go with their letter. */
static bool rune_takes_any_face(uint32_t rune)
{
    return rune == 0x00A0 || (rune >= 0x2000 && rune <= 0x200A) || rune == 0x202F || rune == 0x205F ||
           (rune >= 0x0300 && rune <= 0x036F);
}

bool kin_type_has(const struct kin_typesetter *type, const char *text)
{
    struct face_glyph found;
    uint32_t rune;
    for (size_t left = strlen(text), bytes; left > 0; left -= bytes, text += bytes) {
        bytes = kin_utf8_decode(text, left, &rune);
        if (bytes == 0 ||
            !(rune_silent(rune) || rune_takes_any_face(rune) || kin_glyph_find(type, KIN_FACE_REGULAR, rune, &found))) {
            return false;
        }
    }
    return true;
}

/* One rune of a word with the face that draws it and what follows it. */
struct letter {
    uint32_t rune;
    int face; /* -1: none has it */
    bool break_after;
};

struct letters {
    struct letter *items;
    size_t count, room;
};

static int letter_face(struct kin_typesetter *type, int face, uint32_t rune, const struct letters *before)
{
    struct face_glyph found;
    if (rune_takes_any_face(rune)) {
        return before->count ? before->items[before->count - 1].face : face;
    }
    if (kin_glyph_find(type, face, rune, &found)) {
        return found.face;
    }
    kin_missing_report(type, rune);
    return -1;
}

/* ---- Breaks --------------------------------------------------------------------------------------------- */

/* A hyphen ends a line only between two words of two letters at least: two-step, but not x-axis or 5-gallon. */
static bool hyphen_breaks(const char *text, size_t length, size_t hyphen)
{
    size_t before = 0, after = 0;
    while (before < hyphen &&
           (isalpha((unsigned char)text[hyphen - 1 - before]) || (text[hyphen - 1 - before] & 0x80))) {
        before++;
    }
    while (hyphen + 1 + after < length &&
           (isalpha((unsigned char)text[hyphen + 1 + after]) || (text[hyphen + 1 + after] & 0x80))) {
        after++;
    }
    return before >= 2 && after >= 2;
}

struct breaks {
    char *inside; /* LINEBREAK_... after each byte */
    bool before, space_after, behind;
};

/* The word alone, between spaces, and with a letter right behind it, as UAX #14 sees them. */
static struct breaks breaks_find(kin_arena *arena, const char *text, size_t length)
{
    char *padded = kin_format(arena, "x %.*s x", (int)length, text);
    char *marks = kin_alloc(arena, length + 4);
    set_linebreaks_utf8((const utf8_t *)padded, length + 4, "en", marks);
    char *joined = kin_format(arena, "%.*sx", (int)length, text);
    char *joined_marks = kin_alloc(arena, length + 1);
    set_linebreaks_utf8((const utf8_t *)joined, length + 1, "en", joined_marks);
    return (struct breaks){
        .inside = marks + 2,
        .before = marks[1] == LINEBREAK_ALLOWBREAK,
        .space_after = marks[length + 2] == LINEBREAK_ALLOWBREAK,
        .behind = joined_marks[length - 1] == LINEBREAK_ALLOWBREAK && text[length - 1] != '-',
    };
}

enum { MINUS = 0x2212 }; /* belongs to what follows: −$4.90 */

static struct letters letters_read(struct kin_typesetter *type, int face, const char *text, size_t length,
                                   const struct breaks *breaks)
{
    struct letters letters = {0};
    for (size_t at = 0; at < length;) {
        uint32_t rune;
        size_t bytes = kin_utf8_decode(text + at, length - at, &rune);
        bytes = bytes ? bytes : 1;
        size_t last = at + bytes - 1;
        bool may_break = breaks->inside[last] == LINEBREAK_ALLOWBREAK && last + 1 < length && rune != MINUS &&
                         (text[last] != '-' || hyphen_breaks(text, length, last));
        if (!rune_silent(rune)) {
            int drawn = letter_face(type, face, rune, &letters);
            KIN_PUSH(type->scratch, letters.items, letters.count, letters.room) =
                (struct letter){.rune = rune, .face = drawn, .break_after = may_break};
        } else if (letters.count) {
            letters.items[letters.count - 1].break_after |= may_break;
        }
        at += bytes;
    }
    return letters;
}

/* ---- Shaping -------------------------------------------------------------------------------------------- */

static void glyphs_shape(struct kin_typesetter *type, struct segment *segment)
{
    static const hb_feature_t features[] = {
        /* Ligatures would make one glyph of several characters, which copies badly and kerns no better. */
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    hb_buffer_clear_contents(type->shaping);
    hb_buffer_add_utf8(type->shaping, segment->text, (int)segment->length, 0, (int)segment->length);
    /* Set before the guess, which would otherwise look at the locale. */
    hb_buffer_set_language(type->shaping, hb_language_from_string("en", -1));
    hb_buffer_set_direction(type->shaping, HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(type->shaping);
    hb_shape(type->fonts[segment->face].hb, type->shaping, features, sizeof features / sizeof *features);
}

static void segment_shape(struct kin_typesetter *type, struct segment *segment)
{
    glyphs_shape(type, segment);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(type->shaping, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(type->shaping, &count);
    const double em = type->fonts[segment->face].em;
    segment->count = count;
    segment->glyphs = KIN_NEW_N(type->words->arena, struct kin_glyph, count);
    for (unsigned i = 0; i < count; i++) {
        segment->glyphs[i] = (struct kin_glyph){.id = infos[i].codepoint,
                                                .x = segment->width + positions[i].x_offset * em,
                                                .y = -positions[i].y_offset * em};
        segment->width += positions[i].x_advance * em;
        segment->one_cluster |= i && infos[i].cluster == infos[i - 1].cluster;
    }
    segment->one_cluster |= count != kin_utf8_count(segment->text, segment->length);
}

/* Letters of one face up to a break, at most SEGMENT_RUNES_MAX of them; a missing one stands alone. */
static size_t segment_end(const struct letters *letters, size_t begin)
{
    size_t end = begin + 1;
    const struct letter *first = &letters->items[begin];
    while (end < letters->count && first->face >= 0 && letters->items[end].face == first->face &&
           !letters->items[end - 1].break_after && end - begin < SEGMENT_RUNES_MAX) {
        end++;
    }
    return end;
}

static struct segment segment_make(struct kin_typesetter *type, const struct letters *letters, size_t begin, size_t end)
{
    struct kin_buf text = kin_buf_in(type->words->arena);
    for (size_t i = begin; i < end; i++) {
        kin_buf_add_rune(&text, letters->items[i].rune);
    }
    struct segment segment = {.face = letters->items[begin].face,
                              .text = text.data,
                              .length = text.length,
                              .break_after = letters->items[end - 1].break_after};
    if (segment.face < 0) {
        segment.missing = true;
        segment.width = 0.6;
    } else {
        segment_shape(type, &segment);
    }
    return segment;
}

static void segments_make(struct kin_typesetter *type, struct word *word, const struct letters *letters)
{
    size_t room = 0;
    for (size_t begin = 0, end; begin < letters->count; begin = end) {
        end = segment_end(letters, begin);
        struct segment segment = segment_make(type, letters, begin, end);
        KIN_PUSH(type->words->arena, word->segments, word->count, room) = segment;
        word->width += segment.width;
    }
}

/* ---- Words ---------------------------------------------------------------------------------------------- */

static const struct word *word_make(struct kin_typesetter *type, int face, const char *raw, size_t raw_length)
{
    struct kin_mark mark = kin_arena_mark(type->scratch);
    struct kin_buf text = kin_buf_in(type->scratch);
    kin_quotes_curl(&text, raw, raw_length);
    struct breaks breaks = breaks_find(type->scratch, text.data, text.length);
    struct letters letters = letters_read(type, face, text.data, text.length, &breaks);
    struct word *word = KIN_NEW(type->words->arena, struct word);
    word->face = face;
    word->text = kin_copy_n(type->words->arena, raw, raw_length);
    word->length = raw_length;
    word->opens = !breaks.space_after;
    word->closes = !breaks.before;
    word->break_after = breaks.behind;
    word->number = isdigit((unsigned char)raw[raw_length - 1]) || raw[raw_length - 1] == '$';
    word->unit = kin_is_unit(raw, raw_length);
    segments_make(type, word, &letters);
    kin_arena_rewind(type->scratch, mark);
    return word;
}

static bool entry_is(const struct entry *entry, uint64_t hash, int face, const char *text, size_t length)
{
    const struct word *word = entry->word;
    return entry->hash == hash && word->face == face && word->length == length && !memcmp(word->text, text, length);
}

const struct word *kin_word(struct kin_typesetter *type, int face, const char *text, size_t length)
{
    struct word_table *words = type->words;
    uint64_t hash = text_hash(face, text, length);
    struct entry *entry = &words->entries[hash % TABLE_SIZE];
    while (entry->word && !entry_is(entry, hash, face, text, length)) {
        entry = entry == &words->entries[TABLE_SIZE - 1] ? words->entries : entry + 1;
    }
    if (entry->word) {
        return entry->word;
    }
    const struct word *word = word_make(type, face, text, length);
    if (words->count < WORDS_MAX) { /* a layout with more words than that goes on without keeping them */
        *entry = (struct entry){.hash = hash, .word = word};
        words->count++;
    }
    return word;
}

static int unit_compare(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

bool kin_is_unit(const char *text, size_t length)
{
    static const char *const units[] = {
#define KIN_UNIT(word) word,
#include "type/units.def"
#undef KIN_UNIT
    };
    enum { LONGEST = 16 };
    char word[LONGEST + 1] = {0};
    if (length > LONGEST) {
        return false;
    }
    memcpy(word, text, length);
    if (bsearch(word, units, sizeof units / sizeof *units, sizeof *units, unit_compare)) {
        return true;
    }
    /* The same before a comma or at the end of a sentence. */
    if (length && strchr(".,;:?!)", word[length - 1])) {
        word[length - 1] = '\0';
    }
    return bsearch(word, units, sizeof units / sizeof *units, sizeof *units, unit_compare) != NULL;
}
