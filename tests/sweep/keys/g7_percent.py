"""Grade 7, percent problems: the printed story undone or tried out; no key is computed as in the bank."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/percent.xml"


def tried(gap, step, most):
    """The multiple of `step` up to `most` at which the gap, which rises or falls steadily, is 0: by halving."""
    low, high = 0, int(most / step)
    sign = 1 if gap(step * high) > gap(Fraction(0)) else -1
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if sign * gap(step * middle) < 0 else (low, middle)
    assert gap(step * low) == 0, step * low
    return step * low


def cents(gap, most):
    return tried(gap, Fraction(1, 100), most)


def percent_change(item):
    old, new = reading.numbers(item["stem_text"])
    grows = "percent increase" in item["stem_text"]
    assert grows == (new > old)
    return [tried(lambda p: old + p * old - new if grows else old - p * old - new, Fraction(1, 200), 2)]


def one_percent(item):
    text = item["stem_text"]
    price = next(n for n in reading.numbers(text) if n > 1)
    rate = next(n for n in reading.numbers(text) if n < 1)
    lowers = "discount" in text
    assert lowers or "tax" in text or "tip" in text
    return [cents(lambda paid: price - paid - price * rate if lowers else paid - price - price * rate, 2 * price)]


def interest(item):
    text = item["stem_text"]
    start, rate, years = reading.numbers(text)
    balance = start
    for _ in range(int(2 * years)):
        balance += start * rate / 2
    whole = "total amount" in text
    assert whole != ("How much interest" in text)
    return [balance if whole else balance - start]


def original(item):
    text = item["stem_text"].split("\n")[0]
    rate, new = reading.numbers(text)
    lowers = "on sale" in text
    assert lowers or "adds" in text
    return [None, cents(lambda old: (old - rate * old if lowers else old + rate * old) - new, 2 * new)]


def receipt(item):
    rows = dict(line.split(" | ") for line in reading.lines(item) if " | " in line)
    food = reading.number(rows["Food and drinks"])
    rate = {label.split(":")[0]: reading.numbers(label)[0] for label in rows if "%" in label}
    subtotal = cents(lambda s: food - s - rate["Coupon"] * food, food)
    tax = cents(lambda t: t / subtotal - rate["Sales tax"], subtotal)
    tip = cents(lambda t: t / subtotal - rate["Tip"], subtotal)
    return [subtotal, tax, subtotal + tax + tip]


def error(item):
    true_value, shown, limit = reading.numbers(item["stem_text"])
    rate = tried(lambda e: e * true_value - max(shown - true_value, true_value - shown), Fraction(1, 1000), 1)
    right = "Yes, because its percent error is less" if rate < limit else "No, because its percent error is more"
    options = reading.options(item["parts"][1]["responses"][0])
    letters = {letter for letter, text in options.items() if text.startswith(right)}
    assert len(letters) == 1 and rate != limit
    greatest = max(r for r in range(int(true_value), 2 * int(true_value)) if r - true_value <= limit * true_value)
    return [rate, lambda text: text[0] in letters, Fraction(greatest)]


TEMPLATES = {
    "percent-change": percent_change,
    "tax-tip-discount": one_percent,
    "simple-interest": interest,
    "find-original": original,
    "receipt-chain": receipt,
    "percent-error": error,
}
