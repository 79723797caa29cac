#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import bisect
import pathlib
import random

MOST = 150_000
HIGHEST = 200_000

data = pathlib.Path(__file__).parent.parent / "data"
rng = random.Random(15)


def write(test, heights):
    lowest_ends = []
    for height in heights:
        place = bisect.bisect_left(lowest_ends, height)
        lowest_ends[place : place + 1] = [height]
    (data / f"{test}.in").write_text(f"{len(heights)}\n{' '.join(map(str, heights))}\n")
    (data / f"{test}.ans").write_text(f"{len(lowest_ends)}\n")


def stones(n, highest):
    return [rng.randint(1, highest) for _ in range(n)]


write("sample/1", [2, 5, 3, 7, 4])
write("sample/2", [3, 3, 3])
write("secret/01-one-stone", [1])
write("secret/02-two-down", [2, 1])
write("secret/03-two-up", [1, 2])
write("secret/04-all-equal", [HIGHEST] * 100)
write("secret/05-down", list(range(1_000, 0, -1)))
write("secret/06-high-stone-first", [HIGHEST, *range(1, 500)])
write("secret/07-two-waves", [*range(1, 300, 2), *range(2, 300, 2)])
write("secret/08-few-heights", stones(2_000, 5))
write("secret/09-small", stones(20, 30))
write("secret/10-medium", stones(3_000, HIGHEST))
write("secret/11-stairs-of-ten", [step * 10 - down for step in range(1, 400) for down in range(10)])
write("secret/12-largest", stones(MOST, HIGHEST))
