#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import pathlib

data = pathlib.Path(__file__).parent.parent / "data"


def write(test, n):
    order = [*range(2, n + 1, 2), *range(1, n + 1, 2)]
    answer = "impossible" if n in (2, 3) else " ".join(map(str, order))
    (data / f"{test}.in").write_text(f"{n}\n")
    (data / f"{test}.ans").write_text(f"{answer}\n")


write("sample/1", 5)
write("sample/2", 2)
write("secret/01-one", 1)
write("secret/02-two", 2)
write("secret/03-three", 3)
write("secret/04-four", 4)
write("secret/05-five", 5)
write("secret/06-six", 6)
write("secret/07-odd", 37)
write("secret/08-even", 2_000)
write("secret/09-many", 99_999)
write("secret/10-most", 100_000)
