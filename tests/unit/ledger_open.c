#include "unit.h"

#include "ledger/db.h"
#include "ledger/evidence.h"

#include "base/digest.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct world {
    kin_arena *arena;
    struct kin_diags diags;
    char folder[64];
    const char *path;
};

static int setup(void **state)
{
    kin_arena *arena = kin_arena_new();
    struct world *world = KIN_NEW(arena, struct world);
    world->arena = arena;
    world->diags = kin_diags_in(arena);
    strcpy(world->folder, "/tmp/kin-ledger-XXXXXX");
    *state = world;
    if (kin_digest_start() != 0 || !mkdtemp(world->folder)) {
        return -1;
    }
    world->path = kin_format(arena, "%s/formkin.db", world->folder);
    return 0;
}

static int teardown(void **state)
{
    struct world *world = *state;
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        unlink(kin_format(world->arena, "%s%s", world->path, endings[i]));
    }
    rmdir(world->folder);
    kin_arena_free(world->arena);
    return 0;
}

#define LEDGER_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static struct kin_ledger *opened(struct world *world)
{
    struct kin_ledger *ledger = kin_ledger_open(world->arena, &world->diags, world->path, KIN_LEDGER_CREATE);
    assert_non_null(ledger);
    return ledger;
}

static void run_sql(struct world *world, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
    char *why = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
        fail_msg("%s", why);
    }
    sqlite3_close(db);
}

static void is_refused(struct world *world, enum kin_diag_id id)
{
    assert_null(kin_ledger_open(world->arena, &world->diags, world->path, KIN_LEDGER_CREATE));
    assert_int_equal(world->diags.count, 1);
    assert_int_equal(world->diags.items[0].id, id);
}

static void a_new_ledger_is_its_owners_alone(void **state)
{
    struct world *world = *state;
    umask(0);
    struct kin_ledger *ledger = opened(world);
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct stat about;
        assert_int_equal(stat(kin_format(world->arena, "%s%s", world->path, endings[i]), &about), 0);
        assert_int_equal(about.st_mode & 0777, 0600);
    }
    kin_ledger_close(ledger);
}

static void the_secret_stays_and_is_its_own(void **state)
{
    struct world *world = *state;
    struct kin_ledger *ledger = opened(world);
    struct kin_seed first = kin_ledger_seed(ledger, 7);
    assert_int_equal(first.secret_length, 32);
    const char *secret = kin_copy_bytes(world->arena, first.secret, 32);
    kin_ledger_close(ledger);
    ledger = opened(world);
    assert_memory_equal(kin_ledger_seed(ledger, 7).secret, secret, 32);
    kin_ledger_close(ledger);
    unlink(world->path);
    ledger = opened(world);
    assert_memory_not_equal(kin_ledger_seed(ledger, 7).secret, secret, 32);
    kin_ledger_close(ledger);
}

static void what_is_only_read_must_be_there(void **state)
{
    struct world *world = *state;
    assert_null(kin_ledger_open(world->arena, &world->diags, world->path, KIN_LEDGER_EXISTING));
    assert_int_equal(world->diags.items[0].id, KIN_E7001);
    assert_int_not_equal(access(world->path, F_OK), 0);
}

static void other_databases_are_left_alone(void **state)
{
    struct world *world = *state;
    run_sql(world, "CREATE TABLE photo(name)");
    is_refused(world, KIN_E7002);
    assert_int_not_equal(access(kin_format(world->arena, "%s-wal", world->path), F_OK), 0);
    run_sql(world, "INSERT INTO photo VALUES('cat')");
}

static void a_newer_version_is_refused(void **state)
{
    struct world *world = *state;
    kin_ledger_close(opened(world));
    run_sql(world, "PRAGMA user_version = 3");
    is_refused(world, KIN_E7003);
}

static void put_bytes(struct world *world, long at, const char *bytes, size_t length)
{
    FILE *file = fopen(world->path, "r+b");
    assert_non_null(file);
    fseek(file, at, SEEK_SET);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static const char *bytes_of(struct world *world, size_t *length)
{
    static char bytes[1 << 20];
    FILE *file = fopen(world->path, "rb");
    assert_non_null(file);
    *length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return kin_copy_bytes(world->arena, bytes, *length);
}

/* At any place: the file is as it was before, byte for byte. */
static void damage_is_reported_and_not_written_over(void **state)
{
    struct world *world = *state;
    char dirt[600];
    memset(dirt, 0xA5, sizeof dirt);
    static const long places[] = {0, 40, 100, 4096, 8192, 20480};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        unlink(world->path);
        kin_ledger_close(opened(world));
        put_bytes(world, places[i], dirt, sizeof dirt);
        size_t length, after;
        const char *before = bytes_of(world, &length);
        world->diags = kin_diags_in(world->arena);
        is_refused(world, KIN_E7004);
        const char *now = bytes_of(world, &after);
        assert_int_equal(after, length);
        assert_memory_equal(now, before, length);
    }
}

static void text_is_no_ledger(void **state)
{
    struct world *world = *state;
    FILE *file = fopen(world->path, "w");
    fputs("student,family,given\n1,Okafor,Ada\n", file);
    fclose(file);
    is_refused(world, KIN_E7004);
}

/* NFS, SMB, FUSE; ext4, btrfs, APFS' and xfs' own numbers, and one that nobody has given yet. */
static void drives_of_other_computers_have_no_log_ahead(void **state)
{
    (void)state;
    static const unsigned remote[] = {0x6969, 0xFE534D42, 0x65735546}, local[] = {0xEF53, 0x9123683E, 0x58465342, 1};
    for (size_t i = 0; i < sizeof remote / sizeof *remote; i++) {
        assert_string_equal(kin_ledger_journal(remote[i]), "delete");
    }
    for (size_t i = 0; i < sizeof local / sizeof *local; i++) {
        assert_string_equal(kin_ledger_journal(local[i]), "wal");
    }
}

static void a_folder_must_be_there(void **state)
{
    struct world *world = *state;
    world->path = kin_format(world->arena, "%s/none/formkin.db", world->folder);
    is_refused(world, KIN_E7006);
}

/* The second failure is a consequence of the first, and nothing is written any more. */
static void the_first_failure_is_told_and_ends_it(void **state)
{
    struct world *world = *state;
    struct kin_ledger *ledger = opened(world);
    assert_true(kin_ledger_begin(ledger));
    assert_true(kin_db_run(ledger, "INSERT INTO class VALUES('7B', NULL)", ""));
    kin_db_fail(ledger, SQLITE_BUSY);
    kin_db_fail(ledger, SQLITE_CORRUPT);
    assert_false(kin_ledger_is_sound(ledger));
    assert_false(kin_ledger_commit(ledger));
    kin_ledger_close(ledger);
    assert_int_equal(world->diags.count, 1);
    assert_int_equal(world->diags.items[0].id, KIN_E7005);
    struct kin_ledger_class *classes;
    ledger = opened(world);
    assert_int_equal(kin_ledger_classes(ledger, &classes), 0);
    kin_ledger_close(ledger);
}

static void what_is_not_committed_is_not_there(void **state)
{
    struct world *world = *state;
    struct kin_ledger *ledger = opened(world);
    assert_true(kin_ledger_begin(ledger));
    kin_ledger_close(ledger);
    ledger = opened(world);
    assert_true(kin_ledger_begin(ledger));
    assert_true(kin_ledger_commit(ledger));
    kin_ledger_close(ledger);
}

/* ---- Evidence ---- */

/* Ada took form A of a quiz twice over: a first try, a practice, a second try; one row was corrected. Bo left a blank.
 */
static const char story[] = /* of version 1, so that opening it brings it up to date */
    "INSERT INTO student(id, family, given) VALUES('07', 'Okafor', 'Ada'), ('7', NULL, NULL), ('8', 'Lind', 'Cy');"
    "INSERT INTO class VALUES('7B', NULL);"
    "INSERT INTO enrolment VALUES('7B', '07', 2, NULL), ('7B', '7', 1, NULL), ('7B', '8', 3, '2026-10-01');"
    "INSERT INTO paper_set(id, name, made_on, purpose, assessment, class, file, options, digest) VALUES(1, 'quiz-1', "
    "'2026-09-01', 'quiz', 'quiz', '7B', x'78', '{}', 'd'),"
    " (2, 'practice-1', '2026-09-08', 'practice', 'set', NULL, x'78', '{}', 'd'),"
    " (3, 'retake-1', '2026-09-15', 'reassessment', 'quiz', '7B', x'78', '{}', 'd');"
    "INSERT INTO form VALUES('AAAA-1111', 1, 'A'), ('BBBB-2222', 1, 'B'), ('CCCC-3333', 2, 'A'), ('DDDD-4444', 3, 'C');"
    "INSERT INTO part SELECT code, '1', '', 1, '7.EE.B.4a', 1, '3/2' FROM form;"
    "INSERT INTO part VALUES('AAAA-1111', '2', 'b', 2, '7.NS.A.1', 2, '2');"
    "INSERT INTO issue VALUES(1, '07', 'AAAA-1111', '2026-09-01', NULL), (2, '7', 'BBBB-2222', '2026-09-01', NULL),"
    " (3, '07', 'CCCC-3333', '2026-09-08', NULL), (4, '07', 'DDDD-4444', '2026-09-15', NULL);"
    "INSERT INTO score VALUES(1, '07', 'AAAA-1111', '1', '', '4', 'answered', '0', 'slip', '2026-09-02', '2026-09-03', "
    "'s', 2);"
    "INSERT INTO score VALUES(2, '07', 'AAAA-1111', '1', '', '5', 'answered', '1/2', NULL, '2026-09-02', '2026-09-04', "
    "'s',"
    " NULL), (3, '07', 'AAAA-1111', '2', 'b', NULL, 'points', '2', NULL, '2026-09-02', '2026-09-03', 's', NULL),"
    " (4, '7', 'BBBB-2222', '1', '', NULL, 'blank', '0', NULL, '2026-09-02', '2026-09-03', 's', NULL),"
    " (5, '07', 'CCCC-3333', '1', '', '6', 'answered', '3/2', NULL, '2026-09-09', '2026-09-09', 's', NULL),"
    " (6, '07', 'DDDD-4444', '1', '', '*', 'invalid', '0', NULL, '2026-09-16', '2026-09-16', 's', NULL);";

static struct kin_ledger *with_story(struct world *world)
{
    kin_ledger_close(opened(world));
    run_sql(world, "ALTER TABLE part DROP COLUMN threshold; PRAGMA user_version = 1;");
    run_sql(world, story);
    return opened(world);
}

static const char *line_of(kin_arena *arena, const struct kin_evidence *row)
{
    return kin_format(arena, "%s %s %s %s%s %s %d %s %s %s/%s try %d %s %s", row->student, row->set_name, row->letter,
                      row->slot, row->part, row->standard, row->level, row->taken_on, kin_score_state_name(row->state),
                      kin_rat_text(arena, row->points), kin_rat_text(arena, row->most), row->attempt,
                      row->response ? row->response : "-", row->class_id ? row->class_id : "-");
}

static void evidence_is(struct world *world, struct kin_ledger *ledger, struct kin_evidence_filter filter,
                        const char *expected)
{
    struct kin_evidence *rows;
    size_t count = kin_ledger_evidence(ledger, &filter, &rows);
    struct kin_buf text = kin_buf_in(world->arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&text, "%s\n", line_of(world->arena, &rows[i]));
    }
    assert_string_equal(text.data, expected);
    assert_true(kin_ledger_is_sound(ledger));
}

#define FIRST "07 quiz-1 A 1 7.EE.B.4a 1 2026-09-02 answered 1/2/3/2 try 1 5 7B\n"
#define SECOND "07 quiz-1 A 2b 7.NS.A.1 2 2026-09-02 points 2/2 try 1 - 7B\n"
#define PRACTICE "07 practice-1 A 1 7.EE.B.4a 1 2026-09-09 answered 3/2/3/2 try 2 6 -\n"
#define RETAKE "07 retake-1 C 1 7.EE.B.4a 1 2026-09-16 invalid 0/3/2 try 3 * 7B\n"
#define BLANK "7 quiz-1 B 1 7.EE.B.4a 1 2026-09-02 blank 0/3/2 try 1 - 7B\n"

static void evidence_stands_as_it_was_corrected(void **state)
{
    struct world *world = *state;
    struct kin_ledger *ledger = with_story(world);
    evidence_is(world, ledger, (struct kin_evidence_filter){0}, FIRST SECOND PRACTICE RETAKE BLANK);
    evidence_is(world, ledger, (struct kin_evidence_filter){.class_id = "7B"}, FIRST SECOND PRACTICE RETAKE BLANK);
    evidence_is(world, ledger, (struct kin_evidence_filter){.class_id = "7C"}, "");
    evidence_is(world, ledger, (struct kin_evidence_filter){.student = "7"}, BLANK);
    evidence_is(world, ledger, (struct kin_evidence_filter){.set_name = "retake-1"}, RETAKE);
    evidence_is(world, ledger, (struct kin_evidence_filter){.standard = "7.NS.A.1"}, SECOND);
    evidence_is(world, ledger, (struct kin_evidence_filter){.from = "2026-09-09", .to = "2026-09-16"}, PRACTICE RETAKE);
    evidence_is(world, ledger, (struct kin_evidence_filter){.student = "07", .without = "practice"},
                FIRST SECOND RETAKE);
    kin_ledger_close(ledger);
}

static void forms_say_where_mastery_begins(void **state)
{
    struct world *world = *state;
    kin_ledger_close(with_story(world));
    run_sql(world, "UPDATE part SET threshold = '4 of 5' WHERE form = 'DDDD-4444'");
    struct kin_ledger *ledger = opened(world);
    struct kin_evidence *rows;
    assert_int_equal(kin_ledger_evidence(ledger, &(struct kin_evidence_filter){0}, &rows), 5);
    assert_null(rows[0].threshold); /* printed before forms were asked */
    assert_string_equal(rows[3].threshold, "4 of 5");
    assert_true(kin_ledger_is_sound(ledger));
    kin_ledger_close(ledger);
}

static void points_that_are_none_are_damage(void **state)
{
    struct world *world = *state;
    kin_ledger_close(with_story(world));
    run_sql(world, "UPDATE score SET points = 'many' WHERE id = 4");
    struct kin_ledger *ledger = opened(world);
    struct kin_evidence *rows;
    kin_ledger_evidence(ledger, &(struct kin_evidence_filter){0}, &rows);
    assert_false(kin_ledger_is_sound(ledger));
    assert_int_equal(world->diags.items[0].id, KIN_E7004);
    kin_ledger_close(ledger);
}

/* ---- Finding ---- */

static void classes_come_in_roster_order(void **state)
{
    struct world *world = *state;
    struct kin_ledger *ledger = with_story(world);
    struct kin_ledger_class class;
    assert_true(kin_ledger_class_find(ledger, "7B", &class));
    assert_int_equal(class.students, 2);
    struct kin_ledger_student *students;
    assert_int_equal(kin_ledger_students(ledger, "7B", &students), 2);
    assert_string_equal(students[0].id, "7");
    assert_null(students[0].family);
    assert_string_equal(students[1].id, "07");
    assert_string_equal(students[1].given, "Ada");
    assert_false(kin_ledger_class_find(ledger, "7b", &class));
    assert_int_equal(world->diags.items[0].id, KIN_E7010);
    assert_string_equal(world->diags.items[0].mend, "did you mean '7B'?");
    kin_ledger_close(ledger);
}

static void sets_are_found_by_name_and_code(void **state)
{
    struct world *world = *state;
    struct kin_ledger *ledger = with_story(world);
    struct kin_ledger_set set;
    static const char *const names[] = {"quiz-1", "BBBB-2222", "bbbb2222"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(kin_ledger_set_find(ledger, names[i], &set));
        assert_int_equal(set.id, 1);
        assert_string_equal(set.purpose, "quiz");
    }
    assert_false(kin_ledger_set_find(ledger, "BBBB-222", &set));
    assert_int_equal(world->diags.items[0].id, KIN_E7011);
    assert_true(kin_ledger_set_find(ledger, "quiz-1", &set));
    struct kin_ledger_issue *issues;
    assert_int_equal(kin_ledger_issues(ledger, &set, &issues), 2);
    assert_string_equal(issues[0].student, "7");
    assert_string_equal(issues[0].letter, "B");
    assert_null(issues[0].printed_on);
    assert_null(kin_ledger_set_read(ledger, &set));
    kin_ledger_close(ledger);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LEDGER_TEST(a_new_ledger_is_its_owners_alone),
        LEDGER_TEST(the_secret_stays_and_is_its_own),
        LEDGER_TEST(what_is_only_read_must_be_there),
        LEDGER_TEST(other_databases_are_left_alone),
        LEDGER_TEST(a_newer_version_is_refused),
        LEDGER_TEST(damage_is_reported_and_not_written_over),
        LEDGER_TEST(text_is_no_ledger),
        LEDGER_TEST(a_folder_must_be_there),
        cmocka_unit_test(drives_of_other_computers_have_no_log_ahead),
        LEDGER_TEST(the_first_failure_is_told_and_ends_it),
        LEDGER_TEST(what_is_not_committed_is_not_there),
        LEDGER_TEST(evidence_stands_as_it_was_corrected),
        LEDGER_TEST(forms_say_where_mastery_begins),
        LEDGER_TEST(points_that_are_none_are_damage),
        LEDGER_TEST(classes_come_in_roster_order),
        LEDGER_TEST(sets_are_found_by_name_and_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
