/* What is behind the public kin_ctx, for the command, which shows more than the public interface does. */
#ifndef KIN_JOB_CONTEXT_H
#define KIN_JOB_CONTEXT_H

#include "bank/bank.h"
#include "formkin.h"

struct kin_ctx {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_library *library;
    const char *data; /* the folder that the standards came from */
};

/* KIN_OK when no error was reported since `errors_before`; else what the first new one says. */
enum kin_status kin_ctx_status(const struct kin_ctx *ctx, size_t errors_before);

/* The gallery as a PDF: every kind of figure and tables, with their examples in all states. */
enum kin_status kin_gallery_make(kin_ctx *ctx, struct kin_file *file);

#endif
