"""Reads what is printed: numbers, and linear equations and arithmetic in one line of text."""
import re
from fractions import Fraction


def plain(text):
    """The text with keyboard signs."""
    for sign, key in (("−", "-"), ("×", "*"), ("·", "*"), ("÷", "/")):
        text = text.replace(sign, key)
    return text


def number(text):
    """The value of a printed number: −7/5, 1 3/4, $1,200.50, 15%; what follows as a unit is passed over."""
    match = re.match(r"\s*(-?)\s*\$?(-?)\s*([\d,]*\.?\d+)(?:\s+(\d+)/(\d+)|/(\d+))?\s*(%?)", plain(text))
    if not match:
        raise ValueError(f"no number: {text!r}")
    minus, after, whole, top, bottom, under, percent = match.groups()
    value = Fraction(whole.replace(",", ""))
    if top:
        value += Fraction(int(top), int(bottom))
    if under:
        value /= int(under)
    if percent:
        value /= 100
    return -value if minus or after else value


def numbers(text):
    """All numbers of a text in reading order; amounts by their value."""
    return [number(found) for found in re.findall(r"(?<![\w.])-?\$?\d[\d,]*(?:\.\d+)?(?:/\d+)?%?", plain(text))]


def value(text, **letters):
    """Arithmetic as printed, exact, with values for letters: 4(x + 3)^2 − 7/2."""
    source = plain(text).replace("$", "")
    source = re.sub(r"(?<=\d),(?=\d{3})", "", source)
    if not re.fullmatch(r"[\d\sa-z+\-*/().^]*", source):
        raise ValueError(f"no arithmetic: {text!r}")
    source = re.sub(r"(?<=[\d)a-z])\s*(?=[a-z(])", "*", source)
    source = source.replace("^", "**")
    source = re.sub(r"\d+(?:\.\d+)?", lambda found: f"Fraction('{found.group()}')", source)
    scope = {name: Fraction(at) for name, at in letters.items()}
    return eval(source, {"__builtins__": {}, "Fraction": Fraction}, scope)  # pylint: disable=eval-used


def gap(equation, letter, at):
    """Left side less right side of an equation."""
    left, right = equation.split("=")
    return value(left, **{letter: at}) - value(right, **{letter: at})


def holds(equation, letter, at):
    return gap(equation, letter, at) == 0


def root(equation, letter):
    """The solution of a linear equation, from where the line through two of its gaps meets 0."""
    at_0, at_1 = gap(equation, letter, 0), gap(equation, letter, 1)
    if at_0 + 2 * (at_1 - at_0) != gap(equation, letter, 2):
        raise ValueError(f"not linear: {equation!r}")
    return at_0 / (at_0 - at_1)


def lines(item):
    return item["stem_text"].split("\n")


def options(response):
    """Letter -> printed text of each option."""
    return {chr(ord("A") + i): option["answer"]["text"] for i, option in enumerate(response["options"])}


def letter(right):
    """What an option's key must satisfy: its letter is the right one."""
    return lambda text: text.split()[0] == right


def text_of(node):
    """The text of a piece of content without formulas; a blank has none."""
    own = node.get("text", "") if node["kind"] != "blank" else ""
    return own + "".join(text_of(kid) for kid in node.get("kids", []))


def maths_of(node):
    """The signs of all texts and formulas of a piece of content, side by side; a blank has none."""
    text = node.get("text", "") if node["kind"] != "blank" else ""
    return text + "".join(maths_of(kid) for kid in node.get("kids", [])) + (maths_of(node["maths"]) if "maths" in node else "")


def cells(response, read=text_of):
    """Rows of the first table in a response with blanks, as texts."""
    table = next(node for node in response["body"] if node["kind"] == "table")
    return [[read(cell) for cell in row["kids"]] for row in table["kids"] if row["kind"] == "row"]


def figures(nodes):
    """All figures among pieces of content, in reading order."""
    found = []
    for node in nodes:
        found += [node["figure"]["whole"]] if "figure" in node else []
        found += figures(node.get("kids", []))
    return found


def drawn(part, name):
    """The numbers of a value of a figure or of one of its parts; [] where it was not said."""
    texts = [value.get("numbers", "") for value in part.get("values", []) if value["name"] == name]
    return [Fraction(number_text) for number_text in texts[0].split()] if texts else []


def points(part, name):
    """The same as pairs."""
    flat = drawn(part, name)
    return list(zip(flat[::2], flat[1::2]))


def parts(figure, name):
    return [part for part in figure.get("parts", []) if part["name"] == name]


def held(part):
    """Names of the values of a figure, or of a part of one, with what they hold: numbers, a word, words, a text."""
    values = {}
    for value in part.get("values", []):
        text = "".join(maths_of(node) for node in value.get("text", []))
        values[value["name"]] = drawn(part, value["name"]) or value.get("word") or value.get("words") or text
    return values


def figure(item):
    """What the first figure of an item holds, and each of its parts with the parts in it."""
    whole = figures(item["stem"])[0]
    return held(whole), [(part["name"], held(part), [(kid["name"], held(kid)) for kid in part.get("parts", [])])
                         for part in whole.get("parts", [])]
