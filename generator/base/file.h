/* Reading and writing files: whole, bounded, and never half-written. */
#ifndef KIN_BASE_FILE_H
#define KIN_BASE_FILE_H

#include "base/diag.h"

/* Read a regular file of at most KIN_LIMIT_FILE_BYTES that is UTF-8 without forbidden characters (a leading byte
 * order mark is passed over). Returns NULL after reporting; otherwise a source in `arena`, quotable. */
struct kin_source *kin_file_read(kin_arena *arena, struct kin_diags *diags, const char *path);

/* The bytes of a regular file of any kind, at most KIN_LIMIT_FILE_BYTES, with a NUL behind them. NULL after reporting.
 */
const char *kin_file_bytes(kin_arena *arena, struct kin_diags *diags, const char *path, size_t *length);

/* Write beside the target, fsync, rename; on failure the old file is left as it was and the reason reported.
 * owner_only: mode 0600, else 0666 under the umask. Returns false after reporting. */
enum kin_file_mode { KIN_FILE_SHARED, KIN_FILE_OWNER_ONLY };
bool kin_file_write(struct kin_diags *diags, const char *path, const void *bytes, size_t length,
                    enum kin_file_mode mode);

/* The same in two steps, for files that belong together: stage all, then commit all or discard all, so that a full disk
 * never leaves new forms beside an old key. A staged file lives beside its target under another name. */
struct kin_staged {
    const char *path, *beside;
};
bool kin_file_stage(struct kin_diags *diags, const char *path, const void *bytes, size_t length,
                    enum kin_file_mode mode, struct kin_staged *staged);
bool kin_file_commit(struct kin_diags *diags, const struct kin_staged *staged);
void kin_file_discard(const struct kin_staged *staged);

/* Make a directory and its parents. Returns false after reporting. */
bool kin_directory_make(struct kin_diags *diags, const char *path);

/* Paths of the regular files below `path` (or `path` itself) whose names end in `suffix`, sorted bytewise;
 * hidden files and directories, and folders that are symbolic links, are passed over. Returns false after reporting. */
struct kin_paths {
    const char **items;
    size_t count, room;
};
bool kin_files_below(kin_arena *arena, struct kin_diags *diags, const char *path, const char *suffix,
                     struct kin_paths *paths);

#endif
