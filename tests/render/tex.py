#!/usr/bin/env python3
"""Measure the formulas of sizes.txt with LuaLaTeX and write what it says into their last field.

usage: tex.py [--page OUT.pdf FORMULAS.pdf]

Needs LuaLaTeX with unicode-math and the TeX Gyre fonts, which neither the program nor its tests do: run it after adding
a formula. With --page, OUT.pdf becomes LuaLaTeX's column for laying beside the page that `render_sizes FILE --page`
prints."""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FILE = HERE / "sizes.txt"
CUT = 0.08  # ems of the white outside of a round or square bracket, which ours leaves away
PREAMBLE = r"""\documentclass[11pt]{article}
\usepackage[paperwidth=8.5in,paperheight=11in,margin=0.5in]{geometry}
\usepackage{amsmath,unicode-math}
\setmainfont{texgyreschola-regular.otf}
\setmathfont{texgyreschola-math.otf}
\pagestyle{empty}\parindent0pt
\begin{document}
"""


def rows():
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines()):
        if line and not line.startswith("#"):
            yield number, [field.strip() for field in line.split(";;")]


def typeset(body, name, folder):
    path = pathlib.Path(folder) / f"{name}.tex"
    path.write_text(PREAMBLE + body + "\\end{document}\n", encoding="utf-8")
    run = subprocess.run(["lualatex", "-interaction=nonstopmode", "-halt-on-error", path.name], cwd=folder,
                         capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(run.stdout[-3000:])
    return run.stdout


def in_style(style, tex):
    return f"\\displaystyle {tex}" if style == "display" else tex


def brackets(tex):
    return 2 * tex.count(r"\begin{bmatrix}") + len(re.findall(r"[()\[\]]", tex.replace("[3]", "")))


def measure():
    lines = [f"\\setbox0\\hbox{{${in_style(style, tex)}$}}"
             f"\\typeout{{SIZE {number} \\the\\wd0 \\space\\the\\ht0 \\space\\the\\dp0 \\space\\the\\fontdimen6\\font}}\n"
             for number, (style, _, tex, *_) in rows()]
    with tempfile.TemporaryDirectory() as folder:
        said = typeset("".join(lines), "sizes", folder)
    sizes, formulas = {}, dict(rows())
    for number, *measures in re.findall(r"SIZE (\d+) ([\d.]+)pt ([\d.]+)pt ([\d.]+)pt ([\d.]+)pt", said):
        width, height, depth, em = map(float, measures)
        wide = width / em - CUT * brackets(formulas[int(number)][2])
        sizes[int(number)] = f"{wide:.4f} {height / em:.4f} {depth / em:.4f}"
    return sizes


def write(sizes):
    lines = FILE.read_text(encoding="utf-8").splitlines()
    for number, (style, ours, tex, *_) in rows():
        lines[number] = " ;; ".join([style, ours, tex, sizes[number]])
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def page(out):
    lines = [f"\\hbox to 3.5in{{${in_style(style, tex)}$\\hfil}}\\smallskip\n" for _, (style, _, tex, *_) in rows()]
    with tempfile.TemporaryDirectory() as folder:
        typeset("\\twocolumn\\raggedbottom\n" + "\n".join(lines), "page", folder)
        pathlib.Path(out).write_bytes((pathlib.Path(folder) / "page.pdf").read_bytes())


if __name__ == "__main__":
    write(measure())
    if sys.argv[1:2] == ["--page"]:
        page(sys.argv[2])
