#include "draw/entries.h"

struct listing {
    struct kin_walk walk; /* first, so that a walk is also its listing */
    enum kin_entry_kind kind;
    struct kin_entries *entries;
    size_t written, repeated; /* entries of the kind in the response; those met so far in repetitions */
};

static size_t written_count(const struct kin_response_template *response, enum kin_entry_kind kind)
{
    switch (kind) {
    case KIN_ENTRY_OPTION:
        return response->option_count;
    case KIN_ENTRY_WRONG:
        return response->wrong_count;
    case KIN_ENTRY_ACCEPT:
        return response->accept_count;
    case KIN_ENTRY_ROW:
        return response->row_count;
    case KIN_ENTRY_STROKE:
        return response->stroke_count;
    default:
        return response->credit_count;
    }
}

static void list_written(size_t count, struct kin_entries *entries)
{
    for (size_t i = 0; i < count && i < KIN_MOST_WRONG; i++) {
        entries->items[i] = (struct kin_listed){.index = i, .bit = i};
    }
    entries->count = count < KIN_MOST_WRONG ? count : KIN_MOST_WRONG;
}

/* The elements of the repetitions around it, as they are now. */
static void keep_rounds(const struct kin_walk *walk, struct kin_listed *entry)
{
    struct kin_round *rounds = NULL;
    size_t room = 0;
    for (const struct kin_walk_round *round = walk->round; round; round = round->outer) {
        struct kin_round kept = {round->slot, walk->frame->slots[round->slot]};
        KIN_PUSH(walk->frame->arena, rounds, entry->round_count, room) = kept;
    }
    entry->rounds = rounds;
}

static bool list_entry(struct kin_walk *walk, const struct kin_block *block)
{
    struct listing *listing = (struct listing *)walk;
    if (block->entry != listing->kind) {
        return true;
    }
    struct kin_listed entry = {.index = block->index, .bit = block->index};
    if (walk->round) {
        entry.bit = listing->written + listing->repeated++;
        keep_rounds(walk, &entry);
    }
    if (entry.bit >= KIN_MOST_WRONG) {
        return kin_resolve_fault(walk->frame, KIN_E446, block->span, NULL);
    }
    listing->entries->items[listing->entries->count++] = entry;
    return true;
}

bool kin_entries_list(const struct kin_response_template *response, enum kin_entry_kind kind, struct kin_frame *frame,
                      struct kin_entries *entries)
{
    size_t written = written_count(response, kind);
    entries->count = 0;
    if (!response->branching) {
        list_written(written, entries);
        return true;
    }
    struct listing listing = {
        .walk = {.frame = frame, .entry = list_entry}, .kind = kind, .entries = entries, .written = written};
    return kin_walk_blocks(&listing.walk, &response->entries);
}

uint64_t kin_entries_written(const struct kin_response_template *response, enum kin_entry_kind kind,
                             struct kin_frame *frame, uint64_t bits)
{
    struct kin_entries entries;
    uint64_t written = 0;
    if (!response->branching || !kin_entries_list(response, kind, frame, &entries)) {
        return bits;
    }
    for (size_t i = 0; i < entries.count; i++) {
        written |= (bits >> entries.items[i].bit & 1) << entries.items[i].index;
    }
    return written;
}

void kin_listed_enter(const struct kin_listed *entry, struct kin_frame *frame)
{
    for (size_t i = 0; i < entry->round_count; i++) {
        frame->slots[entry->rounds[i].slot] = entry->rounds[i].value;
    }
}
