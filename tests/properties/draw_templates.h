/* Templates of every kind of space, for the properties of drawing. */
#ifndef KIN_TESTS_DRAW_TEMPLATES_H
#define KIN_TESTS_DRAW_TEMPLATES_H

#include "../unit/resolve_fixture.h"

struct space_case {
    const char *name, *body;
    bool whole; /* small enough to be checked against a naive search */
};

#define VALUE_OF(key, check)                                                                                           \
    "<value type=\"number\" key=\"" key "\"><check test=\"" check "\"/></value>"                                       \
    "<solution><step><m>{answer}</m></step></solution>"

static const struct space_case space_cases[] = {
    {"two-step equation",
     "<parameters><pick name=\"p\" from=\"2..9\"/><pick name=\"x\" from=\"-12..12\" except=\"-1, 0, 1\"/>"
     "<pick name=\"q\" from=\"-20..20\" except=\"0\"/><let name=\"r\" value=\"p*x + q\"/>"
     "<where test=\"abs(r) le 60 and r ne q and abs(x) not in {p, abs(q), abs(r)}\"/></parameters>"
     "<features><feature name=\"negative solution\" value=\"x lt 0\"/>"
     "<feature name=\"size of right side\" value=\"band(abs(r), 20, 40)\"/></features>"
     "<stem><p>Solve for <m>x</m>.</p><m display=\"block\">{p}x + {q} = {r}</m></stem>"
     "<value label=\"x =\" type=\"integer\" key=\"x\"><check test=\"p*key + q eq r\"/>"
     "<wrong key=\"(r + q)/p\"/><wrong key=\"r - q\"/></value>"
     "<solution><step><m>{p}x = {r} - {q}</m></step><step><m>x = {answer}</m></step></solution>",
     true},
    {"small and dense",
     "<parameters><pick name=\"a\" from=\"1..9\"/><pick name=\"b\" from=\"1..9\"/></parameters>"
     "<stem><p>Add {a} and {b}.</p></stem>" VALUE_OF("a + b", "key - a eq b"),
     true},
    {"sparse triples",
     "<parameters><pick name=\"a\" from=\"1..40\"/><pick name=\"b\" from=\"1..40\"/><pick name=\"c\" from=\"1..40\"/>"
     "<where test=\"a lt b\"/><where test=\"a^2 + b^2 eq c^2\"/></parameters><features off=\"digits\"/>"
     "<stem><p>Legs {a} and {b}.</p></stem>" VALUE_OF("c", "key^2 eq a^2 + b^2"),
     true},
    {"dependent ranges",
     "<parameters><pick name=\"p\" from=\"2..9\"/><let name=\"d\" value=\"p * 2\"/>"
     "<pick name=\"q\" from=\"1..p - 1\"/><pick name=\"s\" from=\"q..d\" step=\"0.5\"/></parameters>"
     "<stem><p>{p}, {q}, {s}</p></stem>" VALUE_OF("p + q + s", "key - s - q eq p"),
     true},
    {"exceptions",
     "<parameters><pick name=\"a\" from=\"-9..9\" except=\"-1, 0, 1, 0\"/>"
     "<pick name=\"b\" from=\"-9..9\" except=\"0, a, -a\"/><pick name=\"c\" of=\"2, 3, 5, 7\" "
     "except=\"5\"/></parameters>"
     "<stem><p>{a}, {b}, {c}</p></stem>" VALUE_OF("a * b * c", "key / a / b eq c"),
     true},
    {"modes",
     "<parameters><pick name=\"kind\" of=\"one, none, all\"/><pick name=\"a\" from=\"2..12\"/>"
     "<pick name=\"b\" from=\"1..30\" when=\"kind ne 'all'\"/><pick name=\"c\" from=\"31..60\" when=\"kind eq "
     "'none'\"/>"
     "<let name=\"r\" value=\"if(kind eq 'one', a + b, if(kind eq 'none', a + c, a))\"/></parameters>"
     "<stem><p>{a} gives {r}.</p></stem>" VALUE_OF("r", "key ge a"),
     true},
    {"any mode",
     "<parameters><pick name=\"kind\" of=\"up, down\"/><pick name=\"a\" from=\"2..40\"/>"
     "<pick name=\"b\" from=\"1..9\" when=\"kind eq 'up'\"/><let name=\"r\" value=\"if(kind eq 'up', a + b, a)\"/>"
     "</parameters><features off=\"mode\"/>"
     "<stem><p>{a} gives {r}.</p></stem>" VALUE_OF("r", "key ge a"),
     false},
    {"lists",
     "<parameters><pick name=\"dev\" of=\"[-3, -1, 0, 1, 3], [-4, 0, 1, 1, 2], [-2, -2, 0, 1, 3]\"/>"
     "<pick name=\"centre\" from=\"20..60\"/><let name=\"d\" value=\"[centre + v for v in dev]\"/></parameters>"
     "<stem><p>Data: {d[1]}, {d[2]}, {d[3]}, {d[4]}, {d[5]}.</p></stem>" VALUE_OF("mean(d)", "key * 5 eq sum(d)"),
     true},
    {"a choice",
     "<parameters><pick name=\"a\" from=\"2..15\"/><pick name=\"b\" from=\"2..15\"/></parameters>"
     "<stem><p>Which is {a} times {b}?</p></stem>"
     "<choice key=\"a * b\" shown=\"4\"><wrong key=\"a + b\"/><wrong key=\"a * b + a\"/><wrong key=\"a * b - b\"/>"
     "<wrong key=\"10*a + b\"/><check test=\"key / a eq b\"/></choice>"
     "<solution><step><m>{a} times {b} = {answer}</m></step></solution>",
     true},
    {"huge",
     "<parameters><pick name=\"a\" from=\"1..100000\"/><pick name=\"b\" from=\"1..100000\"/>"
     "<pick name=\"c\" from=\"1..100000\"/><where test=\"mod(a + b + c, 7) eq 0\"/></parameters>"
     "<stem><p>{a}, {b}, {c}</p></stem>" VALUE_OF("a + b + c", "key - a - b eq c"),
     false},
};

enum { SPACE_CASES = sizeof space_cases / sizeof *space_cases };

static inline struct kin_draw *open_draw(struct fixture *fixture, const struct kin_draw_options *options)
{
    struct kin_draw *draw = kin_draw_open(fixture->arena, &fixture->diags, fixture->template, options);
    if (!draw) {
        fail_with_diagnostics(fixture);
    }
    return draw;
}

#endif
