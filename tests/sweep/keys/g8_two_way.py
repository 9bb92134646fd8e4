"""Grade 8, two-way tables: blanks are filled until every row and column adds up; shares of rows."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-8/two-way.xml"


def counts(rows):
    """The numbers of the rows below the headings; None for a blank."""
    return [[Fraction(cell) if cell else None for cell in row[1:]] for row in rows[2:]]


def settle(line):
    """Of two parts and their sum, the missing one."""
    if line.count(None) != 1:
        return False
    first, second, total = line
    if first is None:
        line[0] = total - second
    elif second is None:
        line[1] = total - first
    else:
        line[2] = first + second
    return True


def filled(grid):
    busy = True
    while busy:
        busy = any([settle(row) for row in grid])
        for k in range(3):
            column = [row[k] for row in grid]
            busy = settle(column) or busy
            for row, number in zip(grid, column):
                row[k] = number
    assert all(number is not None for row in grid for number in row)
    return grid


def fill(item):
    grid = counts(reading.cells(item["parts"][0]["responses"][0], reading.maths_of))
    blanks = [(i, k) for i, row in enumerate(grid) for k, number in enumerate(row) if number is None]
    filled(grid)
    return [", ".join(str(grid[i][k]) for i, k in blanks)]


def association(item):
    rows = [[Fraction(cell) for cell in line.split("|")[1:]] for line in reading.lines(item)
            if line.count("|") == 3 and line.split("|")[1].strip().isdigit()]
    assert len(rows) == 3 and all(a + b == total for a, b, total in rows)
    assert all(first + second == both for first, second, both in zip(*rows))
    seven, eight = (row[0] / row[2] for row in rows[:2])
    verdict = "C" if seven == eight else "A" if seven > eight else "B"
    return [f"{100 * seven}%", f"{100 * eight}%", reading.letter(verdict)]


TEMPLATES = {"two-way-fill": fill, "two-way-association": association}
