"""The files: name: (content, pattern of the message). Content is text, bytes, pieces of either, or a function of it."""

HEAD = '<item-bank xmlns="urn:formkin:item-bank:1" id="h" title="Hostile" framework="ccss-math">'
TEMPLATE = '<item-template id="%s" standard="7.EE.B.4a" level="1"><title>T</title>%s</item-template>'
BANK = HEAD + TEMPLATE.replace("%s", "t", 1) + "</item-bank>"
VALUE = '<value type="integer" key="a"><check test="key eq a"/></value>'
SOLUTION = "<solution><step><m>{answer} = {a}</m></step></solution>"
PICK = '<parameters><pick name="a" from="2..40"/>%s</parameters>'
STEM = "<stem><p>Say {a}.</p></stem>"
TICKET = ('<assessment xmlns="urn:formkin:assessment:1" id="ticket" title="M"><section><items template="t"/></section>'
          "</assessment>")
MEGABYTE = 1 << 20


def bank(parameters="", stem=STEM, rest=VALUE + SOLUTION):
    return BANK % (PICK % parameters + stem + rest)


def let(value):
    return bank(f'<let name="b" value="{value}"/>', "<stem><p>{b}</p></stem>")


def nested(opening, closing, depth, inside):
    return opening * depth + inside + closing * depth


def loops(*ends):
    names = "ijk"[:len(ends)]
    inside = "<p>" + "".join(f"{{{name}}} " for name in names) + "{a}</p>"
    for name, end in zip(names, ends):
        inside = f'<for each="{name}" in="1..{end}">{inside}</for>'
    return bank("", f"<stem>{inside}</stem>")


def almost_64_megabytes():
    yield HEAD + "<!--"
    for _ in range(63):
        yield b" " * MEGABYTE
    yield "--><oops/></item-bank>"


def over_64_megabytes():
    yield "<a>"
    for _ in range(64):
        yield b" " * MEGABYTE
    yield "</a>"


def many_errors():
    yield HEAD
    for i in range(50000):
        yield '<item-template id="%d" standard="9.X" level="7"/>' % i
    yield "</item-bank>"


def many_templates():
    """Just inside the number of nodes; every standard is misspelt."""
    yield HEAD
    for i in range(30000):
        yield TEMPLATE.replace("7.EE.B.4a", "7.EE.4z") % (f"t{i}", STEM + "<value type='integer' key='1'/>")
    yield "</item-bank>"


BANKS = {
    # XML itself
    "translations-of-nothing.xml": ('<item-bank xmlns="urn:formkin:item-bank:1" id="h" title="H" framework="ccss-math">'
                                    + '<p xml:lang="es"/>' * 40000 + "</item-bank>", r"error E3101"),
    "translations-of-one.xml": (lambda: bank().replace("</title>", "</title>" + '<title xml:lang="es">T</title>' * 40000),
                                r"error E3104"),
    "deep-elements.xml": (BANK % nested("<note>", "</note>", 50000, ""), r"error E120"),
    "depth-65.xml": (bank("", "<stem>" + nested("<note>", "</note>", 65, "{a}") + "</stem>"), r"error E120"),
    "deep-unclosed.xml": ("<a>" * 200000, r"error E120"),
    "doctype.xml": ('<!DOCTYPE x [<!ENTITY a "b">]>' + bank(), r"error E106.*DOCTYPE"),
    "entity-bomb.xml": ('<!DOCTYPE b [<!ENTITY a "' + "x" * 1000 + '">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1 if i > 1 else str()};" * 10}">' for i in range(1, 12)) + "]>" +
        BANK % "&a11;", r"error E106"),
    "parameter-entity.xml": ('<!DOCTYPE b [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><b/>', r"error E106"),
    "default-attribute.xml": ('<!DOCTYPE b [<!ATTLIST item-bank id CDATA "h">]>' + bank(), r"error E106"),
    "external.xml": ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', r"error E106"),
    "undeclared-entity.xml": (BANK % "&passwd;", r"error E1\d\d"),
    "xinclude.xml": ('<item-bank xmlns="urn:formkin:item-bank:1" xmlns:xi="http://www.w3.org/2001/XInclude" id="h" '
                     'title="t" framework="ccss-math"><xi:include href="/etc/passwd" parse="text"/></item-bank>',
                     r"error E\d"),
    "stylesheet.xml": ('<?xml-stylesheet href="file:///etc/passwd"?><x/>', r"error E\d"),
    "cut-off.xml": (bank()[:200], r"error E1\d\d"),
    "cut-character.xml": (bank().encode()[:100] + b"\xe2\x88", r"error E103"),
    "empty.xml": ("", r"error E116"),
    "not-utf8.xml": (bank().encode().replace(b"Say", b"S\xe9y"), r"error E103"),
    "utf16.xml": (('<?xml version="1.0" encoding="UTF-16"?>' + bank()).encode("utf-16"), r"error E103"),
    "utf7.xml": ('<?xml version="1.0" encoding="UTF-7"?>' + bank(), r"error E122"),
    "surrogate.xml": (bank().encode().replace(b"Say", b"\xed\xa0\x80"), r"error E103"),
    "nul.xml": (bank().encode().replace(b"Say", b"S\x00y"), r"error E10[34]"),
    "bidi.xml": (bank().replace("Say", "S\u202eay"), r"error E104"),
    "bidi-reference.xml": (bank().replace("Say", "&#x202E;"), r"error E\d"),
    "escape.xml": (bank().replace('level="1"', 'level="\u009b31m"'), r"error E104"),
    "escape-reference.xml": (bank().replace('level="1"', 'level="&#x9b;31m"'), r"error E\d"),
    "almost-64-MB.xml": (almost_64_megabytes, r"error E13\d"),
    "over-64-MB.xml": (over_64_megabytes, r"error E102"),
    "many-attributes.xml": ("<item-bank " + " ".join(f'a{i}="1"' for i in range(20000)) + "/>", r"error E\d"),
    "many-namespaces.xml": ("<item-bank " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(20000)) + "/>", r"error E\d"),
    "long-name.xml": (f"<{'a' * MEGABYTE}/>", r"error E\d"),
    "long-attribute.xml": (bank().replace('level="1"', f'level="{"7" * (9 * MEGABYTE)}"'), r"error E\d"),
    "long-standard.xml": (bank().replace("7.EE.B.4a", "7.EE " * MEGABYTE), r"error E\d"),
    "nodes.xml": (HEAD + "<a/>" * 600000 + "</item-bank>", r"error E1\d\d"),
    "many-errors.xml": (many_errors, r"error E\d.*\d+ more"),
    "many-templates.xml": (many_templates, r"error E360"),
    # expressions
    "deep-expression.xml": (let("(" * 2000 + "1" + ")" * 2000), r"error E2\d\d"),
    "expression-depth.xml": (let("abs(" * 65 + "a" + ")" * 65), r"error E2\d\d"),
    "long-expression.xml": (let("+".join(["a"] * 100000)), r"error E2\d\d"),
    "tower.xml": (let("9^9^9^9"), r"error E\d"),
    "huge-power.xml": (let("(10^1000)^1000"), r"error E\d"),
    "many-bits.xml": (let("a^1000*a^1000"), r"error E\d"),
    "factorial.xml": (let("factorial(4096)"), r"error E\d"),
    "zero.xml": (let("1/(a - a)"), r"division by zero"),
    "huge-list.xml": (let("length([v for v in 1..1000000000])"), r"error E\d"),
    "list-of-lists.xml": (let("length([[w for w in 1..5000] for v in 1..5000])"), r"error E\d"),
    "nested-loops.xml": (let("sum([sum([sum([w*v*u for u in 1..9000]) for v in 1..9000]) for w in 1..9000])"),
                         r"error E\d"),
    "degree.xml": (bank("", '<stem><m>{(letter("x") + a)^1000}</m></stem>'), r"error E2\d\d"),
    "degree-33.xml": (let("degree(letter('x')^33)"), r"error E2\d\d"),
    "terms.xml": (let("degree((%s)^12)" % " + ".join(f"letter('{c}')" for c in "abcdefghij")), r"error E2\d\d"),
    "many-fields.xml": (bank("".join(f'<let name="v{i}" value="a"/>' for i in range(5000))), r"error E303"),
    "cycle.xml": (bank('<let name="b" value="c + 1"/><let name="c" value="b + 1"/>'), r"error E306"),
    "path-id.xml": (bank().replace('id="t"', 'id="../../tmp/t"'), r"error E142"),
    # formulas and text
    "formula.xml": (bank("", "<stem><m>" + "(" * 5000 + "{a}" + ")" * 5000 + "</m></stem>"), r"error E2\d\d"),
    "many-solutions.xml": (bank("", STEM, "<value label='x =' type='set' key='[v + a for v in 1..5000]'><check test='key[1] gt a'/></value>"
                                "<solution><step><m>x = {answer}</m></step><step><m>x in {answer}</m></step></solution>"),
                           r"error E4\d\d"),
    "fractions.xml": (bank("", "<stem><m>" + "1/(" * 300 + "{a}" + ")" * 300 + "</m></stem>"), r"error E2\d\d"),
    "roots.xml": (bank("", "<stem><m>" + "sqrt(" * 300 + "{a}" + ")" * 300 + "</m></stem>"), r"error E2\d\d"),
    "scripts.xml": (bank("", "<stem><m>" + "x^(" * 300 + "{a}" + ")" * 300 + "</m></stem>"), r"error E2\d\d"),
    "signs.xml": (bank("", "<stem><m>" + "-" * 3000 + "{a}</m></stem>"), r"error E2\d\d"),
    "hole.xml": (bank("", "<stem><p>" + "{" * 4001 + "</p></stem>"), r"error E2\d\d"),
    "many-holes.xml": (bank("", "<stem><p>" + "{a} " * 2000 + "</p></stem>"), r"error E2\d\d"),
    "text.xml": (bank("", "<stem><p>{a} " + "word " * 30000 + "</p></stem>"), r"error E275"),
    # what an instance prints
    "repeat.xml": (loops(9000), r"error E426"),
    "repeat-51.xml": (loops(51), r"error E426"),
    "content.xml": (loops(50, 50, 50), r"error E427"),
    "repeated-text.xml": (bank("", '<stem><for each="i" in="1..50"><p>{i} {a} ' + "word " * 400 + "</p></for></stem>"),
                          r"error E428"),
    "empty-loops.xml": (bank("", "<stem><p>{a}</p>" + nested('<for each="%s" in="1..50">' % "i", "</for>", 1, "") +
                             "".join(f'<for each="v{i}" in="1..50">' for i in range(20)) + '<if test="a lt 0">x</if>' +
                             "</for>" * 20 + "</stem>"), r"error E\d"),
    # drawing
    "impossible.xml": (bank('<pick name="b" from="1..100000000"/><pick name="c" from="1..100000000"/>'
                            '<where test="b*c eq 3 - a*a*a"/>'), r"error E401"),
    "slow-test.xml": (bank('<pick name="b" from="1..100000"/><where test="sum([v for v in 1..5000]) eq b - b"/>'),
                      r"error E4\d\d"),
    "too-large-space.xml": (bank('<pick name="b" from="1..1000000000000"/><pick name="c" from="1..1000000000000"/>'),
                            r"error E402"),
    "many-cases.xml": (bank("".join(f'<pick name="c{i}" of="one, two, three"/>' for i in range(40))), r"error E4\d\d"),
    "long-pick.xml": (bank(f'<pick name="b" of="{", ".join(map(str, range(50000)))}"/>'), r"error E\d"),
}

# Banks that load: printed or refused, but never more pages than an instance may take.
PRINTED = {
    "pages.xml": (bank("", '<stem><for each="i" in="1..45"><p>{i} {a} ' + "word " * 200 + "</p></for></stem>"),
                  r"error E64\d"),
    "lines.xml": (bank("", "<stem><p>{a}</p>" + '<lines count="20"/>' * 300 + "</stem>"), r"error E64\d"),
    "space.xml": (bank("", STEM, '<open points="1" space="99999999999999999999in"><sample>{a}</sample></open>'),
                  r"error E\d"),
    "tables.xml": (bank("", "<stem>" + nested("<table><row><cell>", "</cell></row></table>", 18, "<p>{a}</p>") +
                        "</stem>"), r"slot-parallel|error"),
    "notes.xml": (bank("", "<stem>" + nested("<note>", "</note>", 55, "<p>{a}</p>") + "</stem>"), r"slot-parallel|error"),
    "lists.xml": (bank("", "<stem>" + nested("<list><item>", "</item></list>", 28, "<p>{a}</p>") + "</stem>"),
                  r"slot-parallel|error"),
    "beside.xml": (bank("", "<stem>" + nested("<beside><item>", "</item></beside>", 28, "<p>{a}</p>") + "</stem>"),
                   r"slot-parallel|error"),
    "wide-table.xml": (bank("", "<stem><table><row>" + "<cell span='12'>{a}</cell>" * 900 + "</row></table></stem>"),
                       r"slot-parallel|error"),
    "long-word.xml": (bank("", "<stem><p>{a} " + "w" * 60000 + "</p></stem>"), r"slot-parallel|error"),
    "combining.xml": (bank("", "<stem><p>{a} e" + "\u0301" * 20000 + "</p></stem>"), r"slot-parallel|error"),
}

ASSESSMENTS = {
    "million.xml": ('<assessment xmlns="urn:formkin:assessment:1" id="m" title="M"><section>'
                    '<items count="1000000" level="1"/></section></assessment>', r"error E\d"),
    "many-sections.xml": ('<assessment xmlns="urn:formkin:assessment:1" id="m" title="M">' +
                          "<section><items count='1'/></section>" * 50000 + "</assessment>", r"error E\d"),
    "long-title.xml": (TICKET.replace('title="M"', f'title="{"T" * MEGABYTE}"'), r"error E\d"),
    "directions.xml": (TICKET.replace("<section>", "<directions>" + "<p>word</p>" * 100000 + "</directions><section>"),
                       r"error E\d"),
    "path-id.xml": (TICKET.replace('id="ticket"', 'id="../../x"'), r"error E142"),
    "not-one.xml": ("<x/>", r"error E\d"),
}

SETS = {
    "deep.json": ("[" * 100000, r"error E507"),
    "deep-object.json": ('{"a":' * 100000, r"error E507"),
    "empty.json": ("", r"error E507"),
    "cut.json": ('{"formkin-set": 1, "forms": [{"letter": "A"', r"error E507"),
    "other.json": ('{"formkin-set": 1}', r"error E507"),
    "newer.json": ('{"formkin-set": 99}', r"error E512"),
    "number.json": ('{"formkin-set": 1e400}', r"error E507"),
    "null-items.json": ('{"formkin-set": 1, "sections": [{}], "slots": [{}], "forms": [{"items": [null], '
                        '"members": [{}]}]}', r"error E507"),
    "brackets.json": (lambda: ['{"formkin-set":1,"forms":['] + ["{}," * 300000] * 60 + ["{}]}"], r"error E507"),
    "within-values.json": (lambda: '{"formkin-set":1,"forms":[' + "{}," * 450000 + "{}]}", r"error E507"),
    "objects.json": (lambda: '{"formkin-set":1,"forms":[{"items":[' + '{"parts":[{}]},' * 160000 + "{}]}]}", r"error E507"),
    "text.json": (lambda: ['{"formkin-set":1,"title":"'] + ["x" * MEGABYTE] * 60 + ['"}'], r"error E507"),
    "over-64-MB.json": (lambda: ['{"formkin-set":1,"title":"'] + ["x" * MEGABYTE] * 64 + ['"}'], r"error E102"),
}


def at(*path):
    """A function that sets what stands at the end of a path to a value."""
    def setter(value):
        def tamper(whole):
            place = whole
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = value
        return tamper
    return setter


FIRST = ("forms", 0, "items", 0)
STEM_OF_FIRST = (*FIRST, "parts", 0, "stem")
TEXT = {"kind": "text", "text": "x"}
LINE = {"kind": "paragraph", "kids": [TEXT]}


def deep_content(kinds, depth):
    node = LINE
    for i in range(depth):
        node = {"kind": kinds[i % len(kinds)], "kids": [node]}
    return [node]


def deep_formula(kind, depth):
    node = {"kind": "number", "text": "1"}
    for _ in range(depth):
        node = {"kind": kind, "kids": [node, node][:2 if kind == "mixed" and depth < 16 else 1] + [None, None]}
    return [{"kind": "maths", "maths": node}]


def remove(*path):
    def tamper(whole):
        place = whole
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]
    return tamper


def both(*tampers):
    def tamper(whole):
        for each in tampers:
            each(whole)
    return tamper


def figure(kind, parts=(), **numbers):
    """A figure as set files hold it, whatever its kind thinks of the numbers."""
    values = [{"name": name.replace("_", "-"), "numbers": text} for name, text in numbers.items()]
    return [{"kind": "figure", "figure": {"alternative": "x", "whole": {"name": kind, "values": values, "parts": list(parts)}}}]


def deep_parts(depth):
    part = {"name": "group"}
    for _ in range(depth):
        part = {"name": "group", "parts": [part]}
    return [part]


EITHER = r"slot-parallel|total-matched|random|error E\d"
UNMEASURED = remove("slots", 0, "geometry")
REFUSED, ANY = (1, 2), (0, 1, 2)
TAMPERED = {
    "page.json": (at("slots", 0, "geometry", "page")(2000000000), r"error E507", REFUSED),
    "height.json": (at("slots", 0, "geometry", "height_pt")(1e300), r"error E507", REFUSED),
    "columns.json": (at("slots", 0, "geometry", "columns")([-1] * 8), r"error E507", REFUSED),
    "lines.json": (at(*FIRST, "parts", 0, "responses", 0, "lines")(2000000000), r"error E507", REFUSED),
    "space.json": (at(*FIRST, "parts", 0, "responses", 0, "space_pt")(1e300), r"error E507", REFUSED),
    "seed.json": (at("seed")("-1"), r"error E507", REFUSED),
    "zero-points.json": (at("slots", 0, "points")("1/0"), r"error E507", REFUSED),
    "section.json": (at("slots", 0, "section")(7), r"error E507", REFUSED),
    "kind.json": (at(*STEM_OF_FIRST)([{"kind": "bomb"}]), r"error E507", REFUSED),
    "no-members.json": (at("forms", 0, "members")([]), r"error E507", REFUSED),
    "bare-fraction.json": (at(*STEM_OF_FIRST)([{"kind": "maths", "maths": {"kind": "fraction"}}]), r"error E507", REFUSED),
    "long-text.json": (at(*STEM_OF_FIRST)([{"kind": "text", "text": "x" * 70000}]), r"error E507", REFUSED),
    "many-texts.json": (at(*STEM_OF_FIRST)([{"kind": "text", "text": "word " * 12000}] * 10), r"error E507", REFUSED),
    "figure-kind.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("bomb"))), EITHER, ANY),
    "figure-bare.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("bar-graph"))), EITHER, ANY),
    "figure-number.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("number-line", **{"from": "1/0"}))), EITHER, ANY),
    "figure-marks.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("number-line", **{"from": "0", "to": "1000000", "step": "1/1000000"}))), EITHER, ANY),
    "figure-length.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("histogram", to="-5", step="1", length="-1000000000", height="1e300"))), EITHER, ANY),
    "figure-data.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("dot-plot", **{"from": "0", "to": "9", "data": "1 " * 100000}))), EITHER, ANY),
    "figure-stems.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("stem-and-leaf", **{"from": "0", "to": "100000", "data": "5 " * 300}))), EITHER, ANY),
    "figure-parts.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("dot-plot", deep_parts(300), **{"from": "0", "to": "9"}))), EITHER, ANY),
    "figure-circle.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(figure("circle-graph", [{"name": "sector"}] * 20000, total="0"))), EITHER, ANY),
    "many-nodes.json": (at(*STEM_OF_FIRST)([LINE] * 50000), r"error E507", REFUSED),
    "deep-content.json": (at(*STEM_OF_FIRST)(deep_content(["stimulus"], 300)), r"error E507", REFUSED),
    "tables.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_content(["cell", "row", "table"], 150))), EITHER, ANY),
    "beside.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_content(["item", "beside"], 150))), EITHER, ANY),
    "works.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_content(["note", "work"], 150))), EITHER, ANY),
    "captions.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_content(["caption", "table"], 150))), EITHER, ANY),
    "roots.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_formula("root", 150))), EITHER, ANY),
    "scripts.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_formula("scripts", 150))), EITHER, ANY),
    "mixed.json": (both(UNMEASURED, at(*STEM_OF_FIRST)(deep_formula("mixed", 12))), EITHER, ANY),
    "wide.json": (both(UNMEASURED, at(*STEM_OF_FIRST)([{"kind": "table", "kids": [
        {"kind": "row", "kids": [{"kind": "cell", "size": 2000000000, "kids": [TEXT]}] * 500}]}])), EITHER, ANY),
    "options.json": (both(UNMEASURED, at(*FIRST, "parts", 0, "responses", 0, "kind")("choice"),
                          at(*FIRST, "parts", 0, "responses", 0, "options")([{"text": "x", "content": [LINE]}] * 3000)),
                     EITHER, ANY),
    "title.json": (at("title")("word " * 13000), EITHER, ANY),
    "letter.json": (at("forms", 0, "letter")("../A"), r"error E507", REFUSED),
    "path.json": (at("assessment")("../outside"), r"error E507", REFUSED),
    "escape.json": (at("slots", 0, "id")("\x1b[2J"), r"error E507", REFUSED),
    "escape-in-label.json": (at("label_reason")("\x9b31m"), r"error E507", REFUSED),
    "bidi.json": (at("title")("a\u202eb"), r"error E507", REFUSED),
}

STANDARD_COLUMNS = "code,aliases,grade,type,parent,prerequisites,description,i_can\n"
STANDARDS = {
    "cells.csv": (lambda: [STANDARD_COLUMNS] + ["x" + "," * 7 + "\n"] * 3000000, r"error E105"),
    "short-rows.csv": (lambda: [",".join(f"c{i}" for i in range(100000)) + "\n"] + ["x\n"] * 100000, r"error E105"),
    "unknown-parents.csv": (lambda: ["code,parent,description\n"] + [f"S{i},X{i},d\n" for i in range(160000)],
                            r"error E369"),
    "chain.csv": (lambda: ["code,parent,description\n", "S0,,d\n"] + [f"S{i},S{i - 1},d\n" for i in range(1, 160000)],
                  r"error E370"),
    "circle.csv": ("code,parent,description\nA,B,d\nB,A,d\n", r"error E370"),
    "quotes.csv": (lambda: ['code,description\nA,"'] + ["x" * MEGABYTE] * 30, r"error E105"),
    "header.csv": ("code,description\n", r"error E360"),
}
