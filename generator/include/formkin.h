/* libformkin: parallel-form assessments with matching keys, from XML item banks.
 *
 * The only public header. A context holds loaded banks and collects messages; nothing here prints, exits or reads
 * the environment or the clock. Same bank bytes, options and seed give the same files with the same build. One context
 * per thread. Texts are UTF-8; paths are the system's. */
#ifndef FORMKIN_H
#define FORMKIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KIN_API __attribute__((visibility("default")))

/* How a call ended; kin_ctx_messages has the details. */
enum kin_status {
    KIN_OK,
    KIN_INPUT, /* a file, an option or a template is wrong: the messages say where and how to mend it */
    KIN_LIMIT, /* something is larger than Formkin takes */
    KIN_IO     /* reading or writing failed, or a font is missing */
};

typedef struct kin_ctx kin_ctx;

/* Make a context with the standards, misconceptions and words below `data_folder`/item-banks (borrowed for this
 * call). Returns NULL only when the digests' library cannot start. Free with kin_ctx_free. */
KIN_API kin_ctx *kin_ctx_new(const char *data_folder);
KIN_API void kin_ctx_free(kin_ctx *ctx);

/* Load one bank file, or all below a folder; a folder's own standards/, misconceptions/ and words/ are loaded first. A
 * template with an error is left out and the rest are loaded; the status is then KIN_INPUT. */
KIN_API enum kin_status kin_ctx_load_bank(kin_ctx *ctx, const char *path);

/* All messages so far as text, "" when there is none. Valid until the next call with this context. */
KIN_API const char *kin_ctx_messages(kin_ctx *ctx);

/* What to make. Zero or NULL means: as the assessment template says. */
struct kin_make_options {
    const char *assessment;       /* path of an assessment template; not needed with from_set */
    const char *from_set;         /* path of a set file: add forms to it */
    const char *const *standards; /* in any spelling */
    size_t standard_count;
    int level;                  /* 1 to 3 */
    int items;                  /* per form */
    const char *const *letters; /* of the forms: "A", "B" ... */
    size_t letter_count;
    uint64_t seed;         /* the whole set follows from it */
    const char *paper;     /* "letter" or "a4" */
    const char *style;     /* path of a paper style; NULL: the standard one */
    const char *school;    /* name and sign at the head of forms, instead of the style's: */
    const char *logo;      /* path of a PNG or SVG file */
    const char *scale;     /* path of a table of levels to print below the score boxes: level, from, name, legend */
    int duplex;            /* not 0: an even number of pages, whatever the style says */
    int tagged;            /* not 0: PDF files with structure tags, whatever the style says */
    int teacher;           /* not 0: print the forms once more with the answers written in */
    int strips;            /* not 0: print strips of answers to lay beside the forms */
    const char *interest;  /* "sports": stories that touch it are taken where there are some */
    const size_t *redraws; /* numbers of items that are to be drawn again */
    size_t redraw_count;
    const char *const *languages; /* tags such as "es": forms in each of them, the key in the first; none: as the
                                     assessment template is written */
    size_t language_count;
    const char *const *font_folders; /* searched first, ended by NULL */
};

/* A file to be written: a name without folder, and its bytes. */
struct kin_file {
    const char *name;
    const void *bytes;
    size_t length;
    int owner_only; /* not 0: it holds keys and should be readable by its owner alone */
};

/* What was made: one PDF per new form and language, the key of all forms, the set file. Owned by the context. */
struct kin_made {
    const struct kin_file *files;
    size_t count;
    const char *label;  /* "slot-parallel", "total-matched" or "random" */
    const char *reason; /* why it is less than slot-parallel; NULL */
    uint64_t seed;
    size_t form_count, item_count;
    uint64_t more;      /* forms like these that can still be drawn */
    int more_estimated; /* about so many */
    const char *scarce; /* number of the item that leaves no more */
};

/* Make forms and key. *made is set only on KIN_OK and stays valid until the context is freed. */
KIN_API enum kin_status kin_make(kin_ctx *ctx, const struct kin_make_options *options, const struct kin_made **made);

/* What to look at. Zero or NULL means the default. */
struct kin_preview_options {
    const char *template_id; /* NULL: the only template of the banks */
    int instances;           /* printed; 10 */
    uint64_t draws;          /* proved, for the checklist; 1000 */
    uint64_t seed;           /* 1 */
    const char *paper;       /* "letter" or "a4" */
    const char *language;    /* of the instances, "es"; the bank's */
    const char *const *font_folders;
};

/* A contact sheet of one template for its author: metadata, what the checklist found, and instances with keys, wrong
 * answers, solutions, features and the sizes of their cells. Fails when the template has an error. */
KIN_API enum kin_status kin_preview_make(kin_ctx *ctx, const struct kin_preview_options *options,
                                         struct kin_file *file);

/* What to compare. Zero or NULL means the default. */
struct kin_compare_options {
    const char *set; /* path of a set file; with a ledger also the name of a set or the code of a form */
    const char
        *ledger; /* path of the ledger that the set is from, whose secret its forms were drawn with; NULL: none */
    int page;    /* not 0: make the PDF, too */
    const char *const *font_folders;
};

/* The forms of a set held against one another. Owned by the context. */
struct kin_compared {
    const char *text;     /* for a terminal: a line a property, then the counts */
    const char *json;     /* properties with verdicts and reasons, facts of every item */
    struct kin_file file; /* the PDF: items side by side and the properties; without bytes when it was not asked for */
    size_t passed, failed, not_applicable, undecided;
};

/* Compare the forms of a set file, with the help of the banks that it was made from where they are loaded. KIN_OK also
 * when a property failed. */
KIN_API enum kin_status kin_compare(kin_ctx *ctx, const struct kin_compare_options *options,
                                    const struct kin_compared **compared);

/* 64 random bits from the system. */
KIN_API uint64_t kin_seed_random(void);

/* "0.1.0" */
KIN_API const char *kin_version(void);

#ifdef __cplusplus
}
#endif

#endif
