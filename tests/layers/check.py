"""Hold the sources to the architecture: which folder may include which, and where each library's headers may appear."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
GENERATOR = ["base", "number", "random", "value", "expr", "content", "bank", "draw", "form", "ledger", "mastery"]
OUTPUT = ["scene", "type", "figure", "page", "write", "job"]
ORDER = GENERATOR + OUTPUT
LIBRARIES = {
    r"libxml/": {"bank"},
    r"cairo|qpdf": {"write"},
    r"hb(-|\.)|ft2build|freetype|unibreak|linebreak": {"type"},
    r"flint|arb\.h|gmp": {"number"},
    r"sodium": {"base"},
    r"qrencode": {"scene"},
    r"jansson": {"form"},
    r"csv\.h": {"base"},
    r"sqlite": {"ledger"},
    r"time\.h": {"cli"},
    r"locale\.h|sys/time": set(),
}
# FreeType faces are handed to cairo by the writer alone: the one pair of libraries that must meet. And a test reads the
# writer's pictures.
EXCEPTIONS = {("write", "ft2build.h"), ("write", "freetype/freetype.h"), ("write", "cairo-ft.h"), ("tests", "cairo.h")}
PRINTING = re.compile(r"\b(printf|fprintf|puts|fputs|putchar|exit|longjmp|getenv|perror)\s*\(")
LIMIT_LINES, LIMIT_FUNCTION = 500, 120

# What pages say stands in content/furniture.def, by language; roles of tags, and a single word in small letters, are names.
NAMES = re.compile(r"Sect|H[12]|Answer|Artifact|L(?:I|bl|Body)?|T(?:[DHR]|able)|formkin|[a-z][a-z0-9-]*|")

problems = []


def folder_of(path):
    side = path.relative_to(ROOT).parts
    return side[1] if side[0] in ("generator", "output") and len(side) > 2 else side[0]


def check_own(path, folder, header):
    target = header.split("/")[0]
    if target in ORDER and folder in ORDER and ORDER.index(target) > ORDER.index(folder):
        problems.append(f"{path}: {folder}/ must not include {header}: {target}/ comes later")


def check_library(path, folder, header):
    for pattern, allowed in LIBRARIES.items():
        if re.match(pattern, header) and folder not in allowed and (folder, header) not in EXCEPTIONS:
            problems.append(f"{path}: only {sorted(allowed) or 'nothing'} may include <{header}>")


def check_includes(path, text):
    folder = folder_of(path)
    for own, header in re.findall(r'^#include ([<"])([^>"]+)[>"]', text, re.M):
        if own == '"':
            check_own(path, folder, header)
        else:
            check_library(path, folder, header)


def check_silence(path, text):
    """The library never prints, exits, or asks the environment."""
    code = re.sub(r'"(\\.|[^"\\])*"|/\*.*?\*/|//[^\n]*', "", text, flags=re.S)
    for match in PRINTING.finditer(code):
        problems.append(f"{path}: the library must not call {match.group(1)}")


def function_lengths(text):
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start:
            yield start, number - start + 1
            start = None


def check_sizes(path, text):
    if text.count("\n") > LIMIT_LINES:
        problems.append(f"{path}: {text.count(chr(10))} lines, more than {LIMIT_LINES}")
    for start, length in function_lengths(text):
        if length > LIMIT_FUNCTION:
            problems.append(f"{path}:{start}: a function of {length} lines, more than {LIMIT_FUNCTION}")


def check_words(path, text):
    """No text of one language in the pages."""
    code = re.sub(r"/\*.*?\*/|^#include.*?$|^_Static_assert[^;]*;", "", text, flags=re.S | re.M)
    for literal in re.findall(r'"((?:\\.|[^"\\])*)"', code):
        bare = re.sub(r"%[-+0-9.*]*(?:ll?|z)?[a-zA-Z%]|\\u[0-9a-fA-F]{4}|\\.", "", literal)
        if re.search("[A-Za-z]{2}", bare) and not NAMES.fullmatch(bare.strip(" :")):
            problems.append(f'{path}: "{literal}" belongs in content/furniture.def')


files = [p for side in ("generator", "output", "cli", "tests") for p in sorted((ROOT / side).rglob("*.[ch]"))]
assert len(files) > 50, "the sources were not found"
for path in files:
    text = path.read_text(encoding="utf-8")
    check_sizes(path, text)
    if path.relative_to(ROOT).parts[0] == "tests":
        continue
    check_includes(path, text)
    if path.relative_to(ROOT).parts[0] != "cli":
        check_silence(path, text)
    if folder_of(path) == "page":
        check_words(path, text)

print("\n".join(problems) or f"{len(files)} files keep to the layers")
sys.exit(bool(problems))
