#include "paper_plan.h"

#include "files.h"

#include "base/file.h"
#include "content/furniture.h"
#include "form/plan.h"

enum { LETTERS_MOST = 26 };

/* ---- What there is ----------------------------------------------------------------------------------------------- */

static bool asks(const struct kin_template *template, const struct kin_standard *standard, int level)
{
    return !template->variant_count && kin_template_asks(template, standard) && (!level || template->level == level);
}

bool paper_can_ask(kin_ctx *ctx, const char *code, int level)
{
    const struct kin_standard *standard = kin_plan_standard(ctx->library, code);
    for (size_t b = 0; standard && b < ctx->library->bank_count; b++) {
        const struct kin_bank *bank = ctx->library->banks[b];
        for (size_t t = 0; t < bank->count; t++) {
            if (asks(bank->templates[t], standard, level)) {
                return true;
            }
        }
    }
    return false;
}

/* ---- The assessment file ----------------------------------------------------------------------------------------- */

static void add_escaped(struct kin_buf *buf, const char *text)
{
    for (const char *at = text; *at; at++) {
        switch (*at) {
        case '&':
            kin_buf_add(buf, "&amp;");
            break;
        case '<':
            kin_buf_add(buf, "&lt;");
            break;
        case '"':
            kin_buf_add(buf, "&quot;");
            break;
        default:
            kin_buf_add_char(buf, *at);
        }
    }
}

static void add_line(struct kin_buf *buf, const struct paper_line *line)
{
    kin_buf_addf(buf, "    <items count=\"%zu\" standard=\"", line->count);
    add_escaped(buf, line->standard);
    kin_buf_add(buf, "\"");
    if (line->level) {
        kin_buf_addf(buf, " level=\"%d\"", line->level);
    }
    kin_buf_add(buf, "/>\n");
}

/* A text in the language of the file, then in the others that printed texts are in: some student may have one of them.
 */
static void add_texts(struct kin_buf *buf, const char *name, const char *text, const char *language)
{
    static const char *const languages[] = {"en", "es"};
    kin_buf_addf(buf, "<%s>", name);
    add_escaped(buf, kin_furniture_say(language, text));
    kin_buf_addf(buf, "</%s>", name);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (kin_furniture_of(languages[i]) != kin_furniture_of(language)) {
            kin_buf_addf(buf, "<%s xml:lang=\"%s\">", name, languages[i]);
            add_escaped(buf, kin_furniture_say(languages[i], text));
            kin_buf_addf(buf, "</%s>", name);
        }
    }
}

static struct kin_buf assessment_of(kin_arena *arena, const struct paper_plan *plan, const char *language)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<assessment xmlns=\"urn:formkin:assessment:1\"");
    kin_buf_addf(&buf, " id=\"%s\" objectives=\"%s\" space=\"normal\"", plan->id, plan->objectives ? "yes" : "no");
    kin_buf_addf(&buf, " xml:lang=\"%s\">\n  ", language);
    add_texts(&buf, "title", plan->title, language);
    kin_buf_add(&buf, "\n");
    if (plan->directions) {
        kin_buf_add(&buf, "  <directions>");
        add_texts(&buf, "p", plan->directions, language);
        kin_buf_add(&buf, "</directions>\n");
    }
    kin_buf_add(&buf, "  <section>\n");
    for (size_t i = 0; i < plan->line_count; i++) {
        add_line(&buf, &plan->lines[i]);
    }
    kin_buf_add(&buf, "  </section>\n</assessment>\n");
    return buf;
}

/* "review-7B-2026-09-28.xml": the class as a name of a file. */
static const char *write_assessment(kin_ctx *ctx, const struct paper_plan *plan, const struct paper_options *options)
{
    const struct class_wanted *wanted = &options->wanted;
    struct kin_buf buf = assessment_of(ctx->arena, plan, options->language ? options->language : "en");
    char *name = kin_format(ctx->arena, "%s-%s-%s", plan->id, wanted->class_id, wanted->day);
    for (char *c = name; *c; c++) {
        bool plain = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
        *c = plain ? *c : '-';
    }
    const struct kin_file file = {kin_format(ctx->arena, "%s.xml", name), buf.data, buf.length, 0};
    return files_write(ctx, wanted->folder, &file, 1) ? kin_format(ctx->arena, "%s/%s", wanted->folder, file.name)
                                                      : NULL;
}

/* ---- Making ------------------------------------------------------------------------------------------------------ */

int paper_make(kin_ctx *ctx, struct kin_ledger *ledger, const struct paper_plan *plan,
               const struct paper_options *options)
{
    const char *letters[LETTERS_MOST];
    const char *path = write_assessment(ctx, plan, options);
    if (!path) {
        print_messages(ctx);
        return EXIT_INPUT;
    }
    for (size_t i = 0; i < options->forms; i++) {
        letters[i] = kin_format(ctx->arena, "%c", (char)('A' + i));
    }
    const struct kin_make_options make = {.assessment = path,
                                          .letters = letters,
                                          .letter_count = options->forms,
                                          .seed = options->seed ? options->seed : kin_seed_random(),
                                          .paper = options->paper,
                                          .languages = &options->language,
                                          .language_count = options->language != NULL};
    return make_for_class(ctx, ledger, &options->wanted, &make);
}
