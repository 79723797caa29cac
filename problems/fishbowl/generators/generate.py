#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import pathlib
import random
from decimal import Decimal, getcontext

getcontext().prec = 40
data = pathlib.Path(__file__).parent.parent / "data"
rng = random.Random(7)


def depth(radius, percent):
    """Of a bowl of radius 1, scaled: the root of h^2 (3 - h) = 4 p / 100 in [0, 2]."""
    low, high = Decimal(0), Decimal(2)
    for _ in range(120):
        middle = (low + high) / 2
        if middle * middle * (3 - middle) < 4 * Decimal(percent) / 100:
            low = middle
        else:
            high = middle
    return (low + high) / 2 * Decimal(radius)


def write(test, bowls):
    lines = [str(len(bowls))] + [f"{radius} {percent}" for radius, percent in bowls]
    (data / f"{test}.in").write_text("\n".join(lines) + "\n")
    (data / f"{test}.ans").write_text("".join(f"{depth(*bowl):.12f}\n" for bowl in bowls))


def percent():
    return f"{rng.uniform(0, 100):.6f}"


write("sample/1", [("1", "50"), ("2.5", "25"), ("10", "100")])
write("secret/01-empty", [("1", "0"), ("1000000", "0")])
write("secret/02-full", [("0.01", "100"), ("3.141592", "100")])
write("secret/03-half", [("0.5", "50"), ("7", "50.000000")])
write("secret/04-drop", [("1", "0.000001"), ("100", "0.000001")])
write("secret/05-nearly-full", [("1", "99.999999"), ("100", "99.999999")])
write("secret/06-tiny-bowls", [("0.01", percent()) for _ in range(50)])
write("secret/07-percents", [("1", str(p)) for p in range(101)])
write("secret/08-random", [(f"{rng.uniform(0.01, 100):.6f}", percent()) for _ in range(200)])
write("secret/09-large-bowls", [(f"{rng.uniform(10**5, 10**6):.3f}", percent()) for _ in range(200)])
write("secret/10-largest", [("1000000", percent()) for _ in range(1_000)])
