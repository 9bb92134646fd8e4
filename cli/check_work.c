/* Templates do not depend on each other: processes take the next one from a counter that they share, and write what
 * they found into a pipe. They are copies of this process, so a place in a bank is the same address in all of them. */
#include "check_work.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_JOBS = 64 };

/* ---- What is written of a template ------------------------------------------------------------------------- */

struct packed_head {
    size_t length; /* of what follows */
    size_t index;
    struct kin_survey survey; /* without pointers */
    size_t errors, warnings, diag_count;
};

struct packed_diag {
    enum kin_diag_id id;
    enum kin_severity severity;
    struct kin_span span; /* its source was loaded before the processes parted: drawing makes none */
    size_t lengths[3];    /* of message, note and mend with their ends; 0: it has none */
};

static void pack_diag(struct kin_buf *buf, const struct kin_diag *diag)
{
    const char *texts[] = {diag->message, diag->note, diag->mend};
    struct packed_diag packed;
    memset(&packed, 0, sizeof packed);
    packed.id = diag->id;
    packed.severity = diag->severity;
    packed.span = diag->span;
    for (size_t i = 0; i < 3; i++) {
        packed.lengths[i] = texts[i] ? strlen(texts[i]) + 1 : 0;
    }
    kin_buf_add_n(buf, (const char *)&packed, sizeof packed);
    for (size_t i = 0; i < 3; i++) {
        kin_buf_add_n(buf, texts[i] ? texts[i] : "", packed.lengths[i]);
    }
}

static void pack(struct kin_buf *buf, size_t index, const struct kin_survey *survey, const struct kin_diags *diags)
{
    struct packed_head head;
    memset(&head, 0, sizeof head);
    head.index = index;
    head.survey = *survey;
    head.survey.rarest_test = NULL;
    head.survey.samples = NULL;
    head.errors = diags->errors;
    head.warnings = diags->warnings;
    head.diag_count = diags->count;
    kin_buf_add_n(buf, (const char *)&head, sizeof head);
    for (size_t i = 0; i < diags->count; i++) {
        pack_diag(buf, &diags->items[i]);
    }
    head.length = buf->length - sizeof head;
    memcpy(buf->data, &head, sizeof head);
}

static struct kin_diag unpack_diag(kin_arena *arena, const char **at)
{
    struct packed_diag packed;
    const char *texts[3];
    memcpy(&packed, *at, sizeof packed);
    *at += sizeof packed;
    for (size_t i = 0; i < 3; i++) {
        texts[i] = packed.lengths[i] ? kin_copy(arena, *at) : NULL;
        *at += packed.lengths[i];
    }
    return (struct kin_diag){.id = packed.id,
                             .severity = packed.severity,
                             .span = packed.span,
                             .message = texts[0],
                             .note = texts[1],
                             .mend = texts[2]};
}

/* What was left out of a process's list, because it was too long, is counted all the same. */
static void take(const struct check_work *work, const char *bytes)
{
    struct packed_head head;
    memcpy(&head, bytes, sizeof head);
    bytes += sizeof head;
    const struct kin_template *template = work->templates[head.index];
    struct kin_diags *diags = &work->ctx->diags;
    for (size_t i = 0; i < head.diag_count; i++) {
        struct kin_diag diag = unpack_diag(work->ctx->arena, &bytes);
        head.errors -= diag.severity == KIN_ERROR;
        head.warnings -= diag.severity == KIN_WARNING;
        kin_report_again(diags, &diag);
    }
    diags->errors += head.errors;
    diags->warnings += head.warnings;
    work->visit(work->data, template, &head.survey);
}

/* ---- One process --------------------------------------------------------------------------------------------- */

static void survey_one(const struct check_work *work, size_t index, struct kin_buf *buf)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_survey survey = {0};
    kin_draw_survey(arena, &diags, work->templates[index], work->draws, &survey);
    pack(buf, index, &survey, &diags);
    kin_arena_free(arena);
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

static void labour(const struct check_work *work, atomic_size_t *next, int file)
{
    bool heard = true;
    for (size_t index; heard && (index = atomic_fetch_add(next, 1)) < work->count;) {
        kin_arena *arena = kin_arena_new();
        struct kin_buf buf = kin_buf_in(arena);
        survey_one(work, index, &buf);
        heard = write_all(file, buf.data, buf.length);
        kin_arena_free(arena);
    }
}

static void do_all_here(const struct check_work *work)
{
    for (size_t i = 0; i < work->count; i++) {
        kin_arena *arena = kin_arena_new();
        struct kin_buf buf = kin_buf_in(arena);
        survey_one(work, i, &buf);
        take(work, buf.data);
        kin_arena_free(arena);
    }
}

/* ---- Several ----------------------------------------------------------------------------------------------------- */

struct crew {
    const struct check_work *work;
    kin_arena *arena;
    struct pollfd files[MOST_JOBS];
    pid_t processes[MOST_JOBS];
    struct kin_buf heard[MOST_JOBS]; /* what has come so far and is no whole survey yet */
    const char **surveys;            /* by template, as they come; NULL: not yet */
    size_t count, open, shown;
};

static bool hire(struct crew *crew, atomic_size_t *next)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    fflush(NULL);
    pid_t process = fork();
    if (process == 0) {
        close(ends[0]);
        labour(crew->work, next, ends[1]);
        _exit(EXIT_DONE);
    }
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return false;
    }
    crew->processes[crew->count] = process;
    crew->heard[crew->count] = kin_buf_in(crew->arena);
    crew->files[crew->count++] = (struct pollfd){.fd = ends[0], .events = POLLIN};
    crew->open++;
    return true;
}

/* Cut whole surveys off what was heard of a process. */
static void cut(struct crew *crew, struct kin_buf *heard)
{
    size_t at = 0;
    struct packed_head head;
    while (heard->length - at >= sizeof head) {
        memcpy(&head, heard->data + at, sizeof head);
        size_t whole = sizeof head + head.length;
        if (heard->length - at < whole || head.index >= crew->work->count) {
            break;
        }
        crew->surveys[head.index] = kin_copy_bytes(crew->arena, heard->data + at, whole);
        at += whole;
    }
    if (at) {
        memmove(heard->data, heard->data + at, heard->length - at);
        heard->length -= at;
    }
}

static void listen_to(struct crew *crew, size_t n)
{
    char bytes[1 << 16];
    ssize_t count = read(crew->files[n].fd, bytes, sizeof bytes);
    if (count > 0) {
        kin_buf_add_n(&crew->heard[n], bytes, (size_t)count);
        cut(crew, &crew->heard[n]);
    } else if (count == 0 || errno != EINTR) {
        close(crew->files[n].fd);
        crew->files[n].fd = -1;
        crew->open--;
    }
}

/* In the order of the templates, as soon as all before are there. */
static void show_ready(struct crew *crew)
{
    while (crew->shown < crew->work->count && crew->surveys[crew->shown]) {
        take(crew->work, crew->surveys[crew->shown++]);
    }
}

static void show_rest(struct crew *crew)
{
    for (; crew->shown < crew->work->count; crew->shown++) {
        if (crew->surveys[crew->shown]) {
            take(crew->work, crew->surveys[crew->shown]);
        } else {
            crew->work->visit(crew->work->data, crew->work->templates[crew->shown], NULL);
        }
    }
}

static void listen_to_all(struct crew *crew)
{
    while (crew->open) {
        if (poll(crew->files, crew->count, -1) < 0 && errno != EINTR) {
            break;
        }
        for (size_t n = 0; n < crew->count; n++) {
            if (crew->files[n].fd >= 0 && crew->files[n].revents) {
                listen_to(crew, n);
            }
        }
        show_ready(crew);
    }
    for (size_t n = 0; n < crew->count; n++) {
        waitpid(crew->processes[n], NULL, 0);
    }
}

static bool share(const struct check_work *work, size_t jobs)
{
    static struct crew crew; /* large, and there is only one */
    atomic_size_t *next = mmap(NULL, sizeof *next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (next == MAP_FAILED) {
        return false;
    }
    atomic_init(next, 0);
    crew = (struct crew){.work = work, .arena = kin_arena_new()};
    crew.surveys = KIN_NEW_N(crew.arena, const char *, work->count);
    while (crew.count < jobs && hire(&crew, next)) {
    }
    bool hired = crew.count > 0;
    if (hired) {
        listen_to_all(&crew);
        show_rest(&crew);
    }
    kin_arena_free(crew.arena);
    munmap(next, sizeof *next);
    return hired;
}

void check_all(const struct check_work *work)
{
    size_t jobs = work->jobs < work->count ? work->jobs : work->count;
    jobs = jobs > MOST_JOBS ? MOST_JOBS : jobs;
    if (jobs <= 1 || !share(work, jobs)) {
        do_all_here(work);
    }
}

size_t check_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (size_t)count : 1;
}
