#include "job/naming.h"

#include <string.h>

static const char *printed_name(kin_arena *arena, enum kin_naming naming, const struct kin_ledger_student *student)
{
    switch (naming) {
    case KIN_NAMES_FULL:
        return kin_ledger_student_name(arena, student);
    case KIN_NAMES_ID:
        return student->id;
    case KIN_NAMES_NONE:
        break;
    }
    return NULL;
}

static const char *listed_name(kin_arena *arena, enum kin_naming naming, const struct kin_ledger_student *student)
{
    const char *id = student->id, *name = kin_ledger_student_name(arena, student);
    return naming != KIN_NAMES_FULL || name == id ? id : kin_format(arena, "%s (%s)", name, id);
}

static bool has_namesake(const char *const *names, size_t count, size_t student)
{
    for (size_t i = 0; i < count; i++) {
        if (i != student && strcmp(names[i], names[student]) == 0) {
            return true;
        }
    }
    return false;
}

/* Two of one name in a class: their ids tell the papers apart. */
static void tell_namesakes_apart(kin_arena *arena, struct kin_paper_of *papers, size_t count)
{
    const char **names = KIN_NEW_N(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        names[i] = papers[i].name;
    }
    for (size_t i = 0; i < count; i++) {
        papers[i].name = has_namesake(names, count, i) ? papers[i].listed : papers[i].name;
    }
}

void kin_naming_fill(kin_arena *arena, const struct kin_issue_options *options, struct kin_paper_of *papers)
{
    for (size_t i = 0; i < options->student_count; i++) {
        papers[i].name = printed_name(arena, options->naming, &options->students[i]);
        papers[i].listed = listed_name(arena, options->naming, &options->students[i]);
    }
    if (options->naming == KIN_NAMES_FULL) {
        tell_namesakes_apart(arena, papers, options->student_count);
    }
}
