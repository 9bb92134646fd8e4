#include "rule.h"

#include "base/file.h"

static int read_policy(const struct command *command, kin_arena *arena, const char *text, struct kin_rule *rule)
{
    if (!text || kin_score_policy_parse(text, &rule->policy)) {
        return EXIT_DONE;
    }
    struct kin_buf names = kin_buf_in(arena);
    for (size_t i = 0; i < KIN_SCORE_POLICY_COUNT; i++) {
        kin_buf_addf(&names, "%s%s", i ? ", " : "", kin_score_policy_names()[i]);
    }
    return usage_error(command, "there is no policy '%s'; the policies are %s", text, names.data);
}

static int read_scale(kin_ctx *ctx, const char *path, struct kin_rule *rule)
{
    if (!path) {
        return EXIT_DONE;
    }
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, path);
    const struct kin_level_scale *scale = source ? kin_scale_read(ctx->arena, &ctx->diags, source) : NULL;
    rule->scale = scale ? scale : rule->scale;
    if (!scale) {
        print_messages(ctx);
    }
    return scale ? EXIT_DONE : EXIT_INPUT;
}

int rule_read(const struct command *command, kin_ctx *ctx, const struct arguments *arguments, size_t first,
              struct kin_rule *rule)
{
    const char *threshold = argument_of(arguments, first + RULE_THRESHOLD);
    *rule = kin_rule_usual();
    if (threshold && !kin_threshold_parse(threshold, &rule->threshold)) {
        return usage_error(command, "--threshold takes a percentage, a count such as 4/5, or \"level 3\", not '%s'",
                           threshold);
    }
    rule->use = threshold ? KIN_THRESHOLD_FOR_ALL : KIN_THRESHOLD_IF_UNSAID;
    int status = read_policy(command, ctx->arena, argument_of(arguments, first + RULE_POLICY), rule);
    return status == EXIT_DONE ? read_scale(ctx, argument_of(arguments, first + RULE_SCALE), rule) : status;
}
