#include "command.h"
#include "reference.h"

#include "bank/schema.h"
#include "figure/figure.h"

#include <string.h>
#include <sys/stat.h>

enum { OUTPUT };

static const struct option_row options[] = {
    {"o", "PATH", "write into this folder as Markdown, one page a topic; the schema into this file"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin doc", "formkin doc functions", "formkin doc -o reference",
                                       "formkin doc schema -o formkin.rng", NULL};

extern const struct command command_doc;

static const char schema_name[] = "schema", schema_file[] = "formkin.rng";

/* ---- Pages ---- */

static const char *page_of(kin_arena *arena, const struct topic *topic, enum sheet_look look)
{
    struct kin_buf buf = kin_buf_in(arena);
    struct sheet sheet = {.buf = &buf, .look = look};
    sheet_title(&sheet, topic->title);
    sheet_text(&sheet, kin_format(arena, "%s.", topic->doc));
    topic->write(&sheet);
    if (look == SHEET_MARKDOWN) {
        kin_buf_add(&buf, "\n[All topics](README.md)\n");
    }
    return buf.data;
}

static const char *index_of(kin_arena *arena, enum sheet_look look)
{
    struct kin_buf buf = kin_buf_in(arena);
    struct sheet sheet = {.buf = &buf, .look = look};
    sheet_title(&sheet, "Reference of the bank language");
    for (size_t n = 0; topic_at(n); n++) {
        const struct topic *topic = topic_at(n);
        sheet_link(&sheet, topic->name, kin_format(arena, "%s.md", topic->name), topic->doc);
    }
    sheet_link(&sheet, schema_name, schema_file, "The RELAX NG schema, for editors that complete and check XML");
    return buf.data;
}

static const char *schema_text(kin_arena *arena)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_schema_write(&buf, kin_figure_all());
    return buf.data;
}

/* ---- Where they go ---- */

static bool write_file(kin_ctx *ctx, const char *path, const char *text)
{
    bool fine = kin_file_write(&ctx->diags, path, text, strlen(text), KIN_FILE_SHARED);
    if (fine) {
        printf("%s\n", path);
    }
    return fine;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool write_schema(kin_ctx *ctx, const char *path)
{
    const char *file = is_folder(path) ? kin_format(ctx->arena, "%s/%s", path, schema_file) : path;
    return write_file(ctx, file, schema_text(ctx->arena));
}

/* Figures want to be seen. */
static bool write_gallery(kin_ctx *ctx, const char *folder)
{
    struct kin_file file;
    if (kin_gallery_make(ctx, &file) != KIN_OK) {
        return false;
    }
    const char *path = kin_format(ctx->arena, "%s/%s", folder, file.name);
    bool fine = kin_file_write(&ctx->diags, path, file.bytes, file.length, KIN_FILE_SHARED);
    if (fine) {
        printf("%s\n", path);
    }
    return fine;
}

static bool write_topic(kin_ctx *ctx, const char *folder, const struct topic *topic)
{
    const char *path = kin_format(ctx->arena, "%s/%s.md", folder, topic->name);
    bool figures = strcmp(topic->name, "figures") == 0;
    return write_file(ctx, path, page_of(ctx->arena, topic, SHEET_MARKDOWN)) &&
           (!figures || write_gallery(ctx, folder));
}

static bool write_all(kin_ctx *ctx, const char *folder)
{
    bool fine = kin_directory_make(&ctx->diags, folder) &&
                write_file(ctx, kin_format(ctx->arena, "%s/README.md", folder), index_of(ctx->arena, SHEET_MARKDOWN));
    for (size_t n = 0; topic_at(n) && fine; n++) {
        fine = write_topic(ctx, folder, topic_at(n));
    }
    return fine && write_schema(ctx, folder);
}

static bool write_one(kin_ctx *ctx, const char *name, const char *path)
{
    if (strcmp(name, schema_name) == 0) {
        return write_schema(ctx, path);
    }
    return kin_directory_make(&ctx->diags, path) && write_topic(ctx, path, topic_named(name));
}

static void show(kin_ctx *ctx, const char *name)
{
    bool schema = strcmp(name, schema_name) == 0;
    fputs(schema ? schema_text(ctx->arena) : page_of(ctx->arena, topic_named(name), SHEET_PLAIN), stdout);
}

static int run_all(kin_ctx *ctx, const struct arguments *arguments)
{
    const char *path = argument_of(arguments, OUTPUT);
    bool fine = true;
    if (arguments->operand_count == 0 && path) {
        fine = write_all(ctx, path);
    } else if (arguments->operand_count == 0) {
        fputs(index_of(ctx->arena, SHEET_PLAIN), stdout);
    }
    for (size_t i = 0; i < arguments->operand_count && fine; i++) {
        if (path) {
            fine = write_one(ctx, arguments->operands[i], path);
        } else {
            show(ctx, arguments->operands[i]);
        }
    }
    print_messages(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

static int run(const struct arguments *arguments)
{
    for (size_t i = 0; i < arguments->operand_count; i++) {
        const char *name = arguments->operands[i];
        if (strcmp(name, schema_name) != 0 && !topic_named(name)) {
            return usage_error(&command_doc, "there is no topic '%s'; 'formkin doc' lists them", name);
        }
    }
    kin_ctx *ctx = kin_ctx_new(NULL);
    int status = ctx ? run_all(ctx, arguments) : EXIT_INPUT;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_doc = {
    .name = "doc",
    .synopsis = "[TOPIC...] [-o PATH]",
    .doc = "Print the reference of the bank language, or write it as Markdown, or the schema for editors.",
    .more =
        "TOPIC is elements, attributes, functions, answers, formats, features, diagnostics, figures or schema;\n"
        "without one they are listed, and with -o all of them are written, the figures with a gallery of all kinds\n"
        "and of tables as a PDF. Everything comes from the tables that also read banks. The schema is RELAX NG: an "
        "editor for XML\n"
        "that is given it completes names while you type, and marks what does not belong.",
    .options = options,
    .examples = examples,
    .run = run,
};
