/* Files that belong together. */
#ifndef KIN_CLI_FILES_H
#define KIN_CLI_FILES_H

#include "command.h"

/* Write all files into a folder, which is made where it is missing, or none: new forms beside an old key would be worse
 * than no forms. False after reporting in the context. */
bool files_write(kin_ctx *ctx, const char *folder, const struct kin_file *files, size_t count);

#endif
