#include "ledger/recall.h"

#include "ledger/db.h"
#include "ledger/record.h"
#include "ledger/request.h"

#include <string.h>

struct recall {
    struct kin_ledger *ledger;
    const struct kin_ledger_set *set;
    struct kin_inspecting *of;
    const struct kin_run *run;
    int64_t first; /* issue of the set */
};

static struct kin_used *nothing(const struct recall *recall)
{
    struct kin_used *used = KIN_NEW(recall->ledger->arena, struct kin_used);
    used->arena = recall->ledger->arena;
    return used;
}

/* What those who got a form had had before. */
static struct kin_used *had_by(const struct recall *recall, const char *letter)
{
    struct kin_used *had = nothing(recall);
    for (size_t i = 0; i < recall->run->paper_count; i++) {
        if (strcmp(recall->run->papers[i].letter, letter) == 0) {
            kin_ledger_add_used_before(recall->ledger, recall->run->papers[i].student, recall->first, had);
        }
    }
    return had;
}

/* What had been given by then to everybody who sits in a class with the student, or did on that day. */
static struct kin_used *had_near(const struct recall *recall)
{
    struct kin_used *near = nothing(recall);
    struct kin_ledger *ledger = recall->ledger;
    sqlite3_stmt *row = kin_db_query(ledger,
                                     "SELECT DISTINCT o.student FROM enrolment e JOIN enrolment o ON o.class = e.class"
                                     " WHERE e.student = ?1 AND o.student <> ?1 AND (e.left_on IS NULL OR e.left_on >"
                                     " ?2) AND (o.left_on IS NULL OR o.left_on > ?2)",
                                     "tt", recall->run->papers[0].student, recall->set->made_on);
    while (kin_db_row(ledger, row)) {
        kin_ledger_add_used_before(ledger, kin_db_text(ledger, row, 0), recall->first, near);
    }
    return near;
}

/* A further try is drawn as if it stood behind the forms of the first set, in the language that it has. */
static bool find_root(const struct recall *recall)
{
    struct kin_ledger_set root;
    if (!kin_ledger_root(recall->ledger, recall->set, &root) || root.id == recall->set->id) {
        return kin_ledger_is_sound(recall->ledger);
    }
    struct kin_set *whole = kin_ledger_set_read(recall->ledger, &root);
    const struct kin_paper_of paper = {.language = recall->of->set->language};
    recall->of->beside = whole ? kin_run_edition(whole, &paper) : NULL;
    return whole != NULL;
}

static void recall_bars(const struct recall *recall)
{
    const struct kin_set *set = recall->of->set;
    struct kin_barred *barred = KIN_NEW_N(recall->ledger->arena, struct kin_barred, set->form_count);
    for (size_t f = 0; f < set->form_count; f++) {
        barred[f].never = had_by(recall, set->forms[f].letter);
    }
    if (recall->of->beside && recall->run->paper_count) {
        barred[0].if_need = had_near(recall);
    }
    recall->of->barred = barred;
    recall->of->sharing = recall->run->alone && !recall->of->beside ? KIN_FORMS_SHARE_IF_NEED : KIN_FORMS_APART;
}

bool kin_ledger_recall(struct kin_ledger *ledger, const struct kin_ledger_set *set, struct kin_inspecting *of)
{
    struct recall recall = {.ledger = ledger, .set = set, .of = of, .run = kin_ledger_run(ledger, set)};
    recall.first = kin_db_number(
        ledger, 0, "SELECT min(i.id) FROM issue i JOIN form f ON f.code = i.form WHERE f.paper_set = ?", "i", set->id);
    of->secret = kin_ledger_seed(ledger, 0);
    if (!recall.run || !find_root(&recall)) {
        return false;
    }
    recall_bars(&recall);
    return kin_ledger_is_sound(ledger);
}
