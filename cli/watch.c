#include "watch.h"

#include "base/file.h"

#include <poll.h>
#include <signal.h>
#include <sys/stat.h>

enum { PAUSE_MS = 150 };

static volatile sig_atomic_t stopped;

static void stop(int signal)
{
    (void)signal;
    stopped = 1;
}

void watch_begin(void)
{
    struct sigaction action = {.sa_handler = stop};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

static uint64_t mixed(uint64_t sum, uint64_t number)
{
    return (sum ^ number) * 0x100000001b3u; /* FNV-1a */
}

static uint64_t add_file(uint64_t sum, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return mixed(sum, 1);
    }
    sum = mixed(sum, (uint64_t)status.st_mtim.tv_sec);
    sum = mixed(sum, (uint64_t)status.st_mtim.tv_nsec);
    sum = mixed(sum, (uint64_t)status.st_size);
    return mixed(sum, (uint64_t)status.st_ino);
}

static uint64_t add_all(uint64_t sum, kin_arena *arena, const char *path, const char *suffix)
{
    struct kin_diags quiet = kin_diags_in(arena);
    struct kin_paths paths = {0};
    kin_files_below(arena, &quiet, path, suffix, &paths);
    for (size_t i = 0; i < paths.count; i++) {
        sum = add_file(sum, paths.items[i]);
    }
    return mixed(sum, paths.count);
}

static uint64_t signature(const struct watch *watch)
{
    kin_arena *arena = kin_arena_new();
    uint64_t sum = 0xcbf29ce484222325u;
    for (size_t i = 0; i < watch->count; i++) {
        sum = add_file(sum, watch->paths[i]);
        sum = add_all(sum, arena, watch->paths[i], ".xml");
        sum = add_all(sum, arena, watch->paths[i], ".csv");
    }
    kin_arena_free(arena);
    return sum;
}

bool watch_wait(const struct watch *watch)
{
    static uint64_t before; /* of what was last worked from; a program watches one set of files */
    uint64_t now = signature(watch), last;
    before = before ? before : now;
    while (!stopped && now == before) {
        poll(NULL, 0, PAUSE_MS);
        now = signature(watch);
    }
    do {
        last = now;
        poll(NULL, 0, PAUSE_MS);
        now = signature(watch);
    } while (!stopped && now != last);
    before = now;
    return !stopped;
}
