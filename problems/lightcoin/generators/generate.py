#!/usr/bin/env python3
"""Writes the tests of data/ anew; the same files every time."""
import pathlib

data = pathlib.Path(__file__).parent.parent / "data"


def write(test, coins, light):
    (data / f"{test}.in").write_text(f"{coins} {light}\n")
    (data / f"{test}.ans").write_text("")


write("sample/1", 5, 3)
write("secret/01-one", 1, 1)
write("secret/02-two", 2, 2)
write("secret/03-two-left", 2, 1)
write("secret/04-four", 4, 4)
write("secret/05-hundred", 100, 37)
write("secret/06-power", 729, 244)
write("secret/07-odd", 1_001, 501)
write("secret/08-most-first", 2_187, 1)
write("secret/09-most-last", 2_187, 2_187)
write("secret/10-most-middle", 2_187, 1_094)
write("secret/11-nearly-most", 2_186, 1_458)
