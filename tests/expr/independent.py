#!/usr/bin/env python3
"""Random programs of roots, pi, statistics, intervals and dates, with values that sympy, statistics and datetime compute.

Usage: independent.py EXPR_PROGRAMS"""
import datetime
import fractions
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import mpmath
import sympy

random.seed(20260322)
mpmath.mp.dps = 60
programs = []


def number(value):
    value = sympy.Rational(value)
    return str(value)


def decimal(value, places):
    """Half up in size, from 60 digits."""
    scaled = mpmath.floor(abs(value) * 10**places + mpmath.mpf(1) / 2)
    text = str(int(scaled)).rjust(places + 1, "0")
    return ("-" if value < 0 and int(scaled) else "") + text[:-places] + "." + text[-places:]


def surd_expression(depth):
    """Text and a sympy value; no division by what may be 0."""
    kind = random.choice(["number", "sqrt", "pi", "+", "-", "*", "/"] if depth else ["number", "sqrt"])
    if kind == "number":
        a, b = random.randint(-9, 9), random.randint(1, 6)
        return f"({a}/{b})", sympy.Rational(a, b)
    if kind == "sqrt":
        a, b = random.randint(1, 60), random.randint(1, 9)
        return f"sqrt({a}/{b})", sympy.sqrt(sympy.Rational(a, b))
    if kind == "pi":
        return "pi", sympy.pi
    if kind == "/":
        above, value = surd_expression(depth - 1)
        a, n, m = random.randint(1, 5), random.randint(1, 5), random.choice([2, 3, 5, 6, 7])
        return f"({above})/({a} + {n}*sqrt({m}))", value / (a + n * sympy.sqrt(m))
    (left, x), (right, y) = surd_expression(depth - 1), surd_expression(depth - 1)
    return f"({left}){kind}({right})", {"+": x + y, "-": x - y, "*": x * y}[kind]


def add(program, expected):
    programs.append(f"{program}\n=> {expected}\n")


def roots():
    for _ in range(120):
        text, value = surd_expression(3)
        exact = sympy.radsimp(sympy.expand(value))
        add(f"round(real({text}), 9)", decimal(mpmath.mpf(sympy.N(exact, 50)), 9))
        add(f"({text})^2 eq ({text})*({text})", "true")
        add(f"({text}) gt 1", str(bool(sympy.N(exact, 50) > 1)).lower())


def certified():
    for _ in range(60):
        n, degree, m = random.randint(2, 500), random.randint(3, 7), random.randint(2, 50)
        value = mpmath.root(n, degree) * mpmath.pi + mpmath.sqrt(m) / 3
        add(f"round(root({n}, {degree})*pi + sqrt({m})/3, 12)", decimal(value, 12))
        p, q = random.randint(1, 6), random.choice([5, 7])
        add(f"round(power({n}, {p}/{q})+sqrt(2), 10)", decimal(mpmath.power(n, mpmath.mpf(p) / q) + mpmath.sqrt(2), 10))


def of_lists():
    for _ in range(60):
        data = [random.randint(-20, 40) for _ in range(random.randint(4, 11))]
        exact = [fractions.Fraction(v) for v in data]
        text = str(data)
        add(f"variance({text}, 'sample')", statistics.variance(exact))
        add(f"variance({text}, 'population')", statistics.pvariance(exact))
        mean = statistics.mean(exact)
        add(f"mad({text})", sum(abs(v - mean) for v in exact) / len(exact))
        ordered = sorted(exact)
        half = len(exact) // 2
        low, high = statistics.median(ordered[:half]), statistics.median(ordered[-half:])
        add(f"quartiles({text})", f"[{low}, {statistics.median(exact)}, {high}]")
        half = (len(exact) + 1) // 2
        low, high = statistics.median(ordered[:half]), statistics.median(ordered[-half:])
        add(f"iqr({text}, 'inclusive')", high - low)
        other = [random.randint(-9, 9) for _ in data]
        if len(set(data)) > 1 and len(set(other)) > 1:
            # a second route: the normal equations, solved by sympy
            m, b = sympy.symbols("m b")
            solved = sympy.solve([sum(x * (m * x + b - y) for x, y in zip(data, other)),
                                  sum(m * x + b - y for x, y in zip(data, other))], [m, b])
            add(f"least_squares({text}, {other})", f"[{number(solved[m])}, {number(solved[b])}]")
            sign = int(sympy.sign(solved[m]))
            explained = solved[m] ** 2 * statistics.pvariance(exact) / statistics.pvariance([fractions.Fraction(v) for v in other])
            r = sign * mpmath.sqrt(mpmath.mpf(explained.p) / explained.q)
            add(f"round(correlation({text}, {other}), 8)", decimal(r, 8))


def calendar():
    for _ in range(80):
        day = datetime.date(random.randint(1600, 2400), random.randint(1, 12), random.randint(1, 28))
        later = day + datetime.timedelta(days=random.randint(-5000, 5000))
        add(f"date({day.year}, {day.month}, {day.day}) + {(later - day).days}", later.isoformat())
        add(f"weekday(date({later.year}, {later.month}, {later.day}))", later.strftime("%A"))
        a, b = random.randrange(1440), random.randrange(1440)
        add(f"minutes(elapsed(clock({a // 60}, {a % 60}), clock({b // 60}, {b % 60})))", (b - a) % 1440)


def intervals():
    """Against sympy's sets."""
    for _ in range(80):
        pieces, sets = [], []
        for _ in range(3):
            low, length = random.randint(-8, 8), random.randint(0, 6)
            left, right = random.random() < .5, random.random() < .5
            pieces.append(f"interval('{'(' if left else '['}', {low}, {low + length}, '{')' if right else ']'}')")
            sets.append(sympy.Interval(low, low + length, left, right))
        whole = sympy.Union(sympy.Intersection(sets[0], sets[1]), sets[2].complement(sympy.S.Reals))
        text = f"unite(intersect({pieces[0]}, {pieces[1]}), complement({pieces[2]}))"
        for v in range(-19, 20):
            inside = whole.contains(sympy.Rational(v, 2)) == sympy.true
            if random.random() < .2:
                add(f"{v}/2 in {text}", str(inside).lower())


def main():
    for make in (roots, certified, of_lists, calendar, intervals):
        make()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "independent.test"
        path.write_text("\n".join(programs))
        found = subprocess.run([sys.argv[1], path], capture_output=True, text=True)
    report = found.stdout.split("independent.test", 1)[-1]
    if f": {len(programs)} programs, 0 failures" not in found.stdout:
        sys.exit(report[:4000] + found.stderr[-1000:])
    print(f"{len(programs)} programs agree")


main()
