#include "base/file.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct kin_span nowhere = {0};

static void report_errno(struct kin_diags *diags, enum kin_diag_id id, const char *path)
{
    kin_report(diags, id, nowhere, path, strerror(errno), NULL);
}

static bool read_all(int file, char *bytes, size_t size, size_t *length)
{
    *length = 0;
    while (*length < size) {
        ssize_t got = read(file, bytes + *length, size - *length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            break;
        }
        *length += (size_t)got;
    }
    return true;
}

/* Size of a regular file within the limit, or -1 after reporting. */
static off_t readable_size(struct kin_diags *diags, int file, const char *path)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        report_errno(diags, KIN_E101, path);
        return -1;
    }
    if (!S_ISREG(status.st_mode)) {
        kin_report(diags, KIN_E101, nowhere, path, "not a regular file", NULL);
        return -1;
    }
    if (status.st_size > KIN_LIMIT_FILE_BYTES) {
        kin_report(diags, KIN_E102, nowhere, path, NULL);
        return -1;
    }
    return status.st_size;
}

static struct kin_source *read_open(kin_arena *arena, struct kin_diags *diags, int file, const char *path)
{
    off_t size = readable_size(diags, file, path);
    if (size < 0) {
        return NULL;
    }
    char *bytes = kin_alloc(arena, (size_t)size + 1);
    size_t length;
    if (!read_all(file, bytes, (size_t)size, &length)) {
        report_errno(diags, KIN_E101, path);
        return NULL;
    }
    size_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct kin_source *source = KIN_NEW(arena, struct kin_source);
    *source = (struct kin_source){
        .path = kin_copy(arena, path), .bytes = bytes + mark, .length = length - mark, .quotable = true};
    return source;
}

static bool check_text(struct kin_diags *diags, struct kin_source *source)
{
    size_t bad = kin_utf8_first_bad(source->bytes, source->length);
    if (bad == source->length && !memchr(source->bytes, '\0', source->length)) {
        return true;
    }
    uint32_t rune;
    bool is_text = bad < source->length && kin_utf8_decode(source->bytes + bad, source->length - bad, &rune);
    source->quotable = false;
    struct kin_span span = {source, (uint32_t)bad, (uint32_t)bad};
    kin_report(diags, is_text ? KIN_E104 : KIN_E103, span, NULL);
    if (source->length > 1 &&
        (memcmp(source->bytes, "\xFF\xFE", 2) == 0 || memcmp(source->bytes, "\xFE\xFF", 2) == 0)) {
        kin_report_mend(diags, "it is UTF-16, which spreadsheets call Unicode text: save it as CSV UTF-8");
    }
    return false;
}

static struct kin_source *read_file(kin_arena *arena, struct kin_diags *diags, const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        report_errno(diags, KIN_E101, path);
        return NULL;
    }
    struct kin_source *source = read_open(arena, diags, file, path);
    close(file);
    return source;
}

const char *kin_file_bytes(kin_arena *arena, struct kin_diags *diags, const char *path, size_t *length)
{
    struct kin_source *source = read_file(arena, diags, path);
    *length = source ? source->length : 0;
    return source ? source->bytes : NULL;
}

struct kin_source *kin_file_read(kin_arena *arena, struct kin_diags *diags, const char *path)
{
    struct kin_source *source = read_file(arena, diags, path);
    return source && check_text(diags, source) ? source : NULL;
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t done = write(file, bytes, length);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        bytes += done;
        length -= (size_t)done;
    }
    return true;
}

static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool fill_and_close(int file, const void *bytes, size_t length, enum kin_file_mode mode)
{
    bool done = write_all(file, bytes, length) && fsync(file) == 0 &&
                fchmod(file, mode == KIN_FILE_OWNER_ONLY ? 0600 : usual_mode()) == 0;
    int reason = errno;
    done = close(file) == 0 && done;
    errno = done ? 0 : reason;
    return done;
}

bool kin_file_stage(struct kin_diags *diags, const char *path, const void *bytes, size_t length,
                    enum kin_file_mode mode, struct kin_staged *staged)
{
    char *beside = kin_format(diags->arena, "%s.XXXXXX", path);
    int file = mkstemp(beside);
    if (file < 0) {
        report_errno(diags, KIN_E601, path);
        return false;
    }
    *staged = (struct kin_staged){kin_copy(diags->arena, path), beside};
    if (fill_and_close(file, bytes, length, mode)) {
        return true;
    }
    report_errno(diags, KIN_E601, path);
    unlink(beside);
    return false;
}

bool kin_file_commit(struct kin_diags *diags, const struct kin_staged *staged)
{
    if (rename(staged->beside, staged->path) == 0) {
        return true;
    }
    report_errno(diags, KIN_E601, staged->path);
    unlink(staged->beside);
    return false;
}

void kin_file_discard(const struct kin_staged *staged)
{
    unlink(staged->beside);
}

bool kin_file_write(struct kin_diags *diags, const char *path, const void *bytes, size_t length,
                    enum kin_file_mode mode)
{
    struct kin_staged staged;
    return kin_file_stage(diags, path, bytes, length, mode, &staged) && kin_file_commit(diags, &staged);
}

static bool make_one(struct kin_diags *diags, const char *path)
{
    if (mkdir(path, 0777) == 0) {
        return true;
    }
    struct stat status;
    if (errno == EEXIST && stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        return true;
    }
    report_errno(diags, KIN_E602, path);
    return false;
}

bool kin_directory_make(struct kin_diags *diags, const char *path)
{
    char *part = kin_copy(diags->arena, path);
    for (char *slash = strchr(part + (*part == '/'), '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = make_one(diags, part);
        *slash = '/';
        if (!made) {
            return false;
        }
    }
    return make_one(diags, part);
}

struct walk {
    kin_arena *arena;
    struct kin_diags *diags;
    const char *suffix;
    struct kin_paths *paths;
    int depth;
};

static bool ends_in(const char *text, const char *suffix)
{
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

static bool visit(struct walk *walk, const char *path);

static bool visit_directory(struct walk *walk, const char *path)
{
    enum { DEEPEST = 32 };
    errno = ELOOP; /* what is said of a folder that lies too deep */
    DIR *directory = walk->depth < DEEPEST ? opendir(path) : NULL;
    if (!directory) {
        report_errno(walk->diags, KIN_E101, path);
        return false;
    }
    bool fine = true;
    walk->depth++;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        if (entry->d_name[0] != '.') {
            fine = visit(walk, kin_format(walk->arena, "%s/%s", path, entry->d_name)) && fine;
        }
    }
    walk->depth--;
    closedir(directory);
    return fine;
}

/* A folder that is a symbolic link may lead back up: two such links would make 2^depth visits. */
static bool is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

static bool visit(struct walk *walk, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        report_errno(walk->diags, KIN_E101, path);
        return false;
    }
    if (S_ISDIR(status.st_mode)) {
        if (walk->depth > 0 && is_link(path)) {
            return true;
        }
        return visit_directory(walk, path);
    }
    if (walk->depth == 0 || (S_ISREG(status.st_mode) && ends_in(path, walk->suffix))) {
        KIN_PUSH(walk->arena, walk->paths->items, walk->paths->count, walk->paths->room) = path;
    }
    return true;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool kin_files_below(kin_arena *arena, struct kin_diags *diags, const char *path, const char *suffix,
                     struct kin_paths *paths)
{
    struct walk walk = {arena, diags, suffix, paths, 0};
    size_t first = paths->count;
    bool fine = visit(&walk, kin_copy(arena, path));
    if (paths->count > first) {
        qsort(paths->items + first, paths->count - first, sizeof *paths->items, by_bytes);
    }
    return fine;
}
