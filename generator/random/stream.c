#include "random/stream.h"

/* An unused text is hashed as the one text that no name can be: a NUL character. */
static struct kin_hash_field text_field(const char *text)
{
    return text ? kin_hash_text(text) : (struct kin_hash_field){"", 1};
}

struct kin_digest kin_stream_digest(const struct kin_seed *seed, const struct kin_stream_name *name)
{
    const struct kin_hash_field fields[] = {
        kin_hash_number(&seed->number),     text_field(name->purpose), text_field(name->template_id),
        kin_hash_number(&name->occurrence), text_field(name->form),    text_field(name->field),
        text_field(name->student),
    };
    return kin_digest_fields(seed->secret, seed->secret_length, fields, sizeof fields / sizeof *fields);
}

/* Eight bytes of a digest, little-endian. */
static uint64_t number_at(const struct kin_digest *digest, size_t offset)
{
    uint64_t number = 0;
    for (size_t i = 0; i < 8; i++) {
        number |= (uint64_t)digest->bytes[offset + i] << (8 * i);
    }
    return number;
}

struct kin_pcg kin_stream(const struct kin_seed *seed, const struct kin_stream_name *name)
{
    struct kin_digest digest = kin_stream_digest(seed, name);
    return kin_pcg_seed(kin_digest_number(&digest), number_at(&digest, 8));
}
