#include "form/run.h"

#include "form/set.h"
#include "form/set_fields.h"

#include <stdlib.h>
#include <string.h>

static const struct kin_json_field paper_fields[] = {
    PLAIN(kin_paper_of, student, KIN_JSON_WORDS),
    TEXT(kin_paper_of, name),
    PLAIN(kin_paper_of, listed, KIN_JSON_WORDS),
    PLAIN(kin_paper_of, letter, KIN_JSON_WORDS),
    PLAIN(kin_paper_of, language, KIN_JSON_WORDS),
    TEXT(kin_paper_of, interest),
    TEXT(kin_paper_of, style),
    END,
};
static const struct kin_json_type paper_type = {"paper", sizeof(struct kin_paper_of), paper_fields, NULL};

static const struct kin_json_field line_fields[] = {
    PLAIN(kin_slip_line, standard, KIN_JSON_WORDS),
    PLAIN(kin_slip_line, sentence, KIN_JSON_WORDS),
    PLAIN(kin_slip_line, before, KIN_JSON_WORDS),
    END,
};
static const struct kin_json_type line_type = {"slip", sizeof(struct kin_slip_line), line_fields, NULL};

static const struct kin_json_field run_fields[] = {
    PLAIN(kin_run, name, KIN_JSON_WORDS),
    TEXT(kin_run, class_id),
    PLAIN(kin_run, made_on, KIN_JSON_WORDS),
    PLAIN(kin_run, folder, KIN_JSON_WORDS),
    PLAIN(kin_run, alone, KIN_JSON_FLAG),
    PLAIN(kin_run, teacher, KIN_JSON_FLAG),
    PLAIN(kin_run, strips, KIN_JSON_FLAG),
    LIST("papers", kin_run, papers, paper_count, paper_type),
    LIST("slip", kin_run, slip, slip_count, line_type),
    TEXT(kin_run, evidence),
    TEXT(kin_run, objective),
    TEXT(kin_run, group),
    END,
};
static const struct kin_json_type run_type = {"run", sizeof(struct kin_run), run_fields, NULL};

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static int fit(const struct kin_set *set, const struct kin_set *edition, const struct kin_paper_of *paper)
{
    enum { LANGUAGE = 4, STYLE = 2, INTEREST = 1 };
    const char *usual = set->style ? set->style->id : NULL, *style = edition->style ? edition->style->id : NULL;
    bool spoken = strcmp(edition->language, paper->language) == 0;
    return spoken * LANGUAGE + same_text(style, paper->style ? paper->style : usual) * STYLE +
           same_text(edition->interest, paper->interest) * INTEREST;
}

const struct kin_set *kin_run_edition(const struct kin_set *set, const struct kin_paper_of *paper)
{
    const struct kin_set *found = set;
    for (size_t i = 0; i < set->edition_count; i++) {
        found = fit(set, set->editions[i], paper) > fit(set, found, paper) ? set->editions[i] : found;
    }
    return found;
}

char *kin_run_write(kin_arena *arena, const struct kin_run *run)
{
    json_t *fields = kin_json_encode(arena, &run_type, run);
    char *text = json_dumps(fields, JSON_COMPACT);
    json_decref(fields);
    char *copy = kin_copy(arena, text ? text : "{}");
    free(text);
    return copy;
}

struct kin_run *kin_run_read(kin_arena *arena, const char *text, const char **problem)
{
    json_t *fields = json_loadb(text, strlen(text), JSON_REJECT_DUPLICATES, NULL);
    struct kin_run *run = KIN_NEW(arena, struct kin_run);
    *problem = "it is not JSON";
    bool fine = fields && kin_json_decode(arena, &run_type, fields, run, problem);
    json_decref(fields);
    return fine ? run : NULL;
}
