/* Have files changed? Looks at times and sizes now and then, which works on every file system and with editors that put
 * a new file in the place of the old one. */
#ifndef KIN_CLI_WATCH_H
#define KIN_CLI_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/* Files, or folders with all .xml and .csv files below them. Borrowed. */
struct watch {
    const char **paths;
    size_t count;
};

/* Wait until something changes and then stays as it is for a moment. False when the user pressed Ctrl-C meanwhile. */
bool watch_wait(const struct watch *watch);

/* From now on Ctrl-C ends the next watch_wait instead of the program. */
void watch_begin(void);

#endif
