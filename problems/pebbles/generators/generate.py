#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import pathlib

data = pathlib.Path(__file__).parent.parent / "data"


def write(test, n, fox):
    (data / f"{test}.in").write_text(f"evening\n{n}\n")
    (data / f"{test}.ans").write_text(f"{n} {fox}\n")


write("sample/1", 6, "stays")
write("sample/2", 6, "comes")
write("secret/01-nothing", 0, "stays")
write("secret/02-nothing-turned", 0, "comes")
write("secret/03-one-turned", 1, "comes")
write("secret/04-most", 1_000_000_000, "stays")
write("secret/05-most-turned", 1_000_000_000, "comes")
write("secret/06-all-bits-turned", 2**29 - 1, "comes")
write("secret/07-highest-bit-turned", 2**29, "comes")
write("secret/08-some", 123_456_789, "stays")
write("secret/09-some-turned", 987_654_321, "comes")
write("secret/10-symmetric-turned", 0b100000000000011000000000000001, "comes")
