#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import pathlib
import random

MOST = 300
HEAVIEST = 6_000

data = pathlib.Path(__file__).parent.parent / "data"
rng = random.Random(300)


def write(test, weights):
    sums = 1
    for weight in weights:
        sums |= sums << weight
    total = sum(weights)
    half = next(s for s in range(total // 2, -1, -1) if sums >> s & 1)
    (data / f"{test}.in").write_text(f"{len(weights)}\n{' '.join(map(str, weights))}\n")
    (data / f"{test}.ans").write_text(f"{total - 2 * half}\n")


def stones(n, lightest, heaviest):
    return [rng.randint(lightest, heaviest) for _ in range(n)]


write("sample/1", [3, 1, 4, 1, 5])
write("sample/2", [10, 3, 3])
write("secret/01-one-stone", [1])
write("secret/02-one-heavy-stone", [HEAVIEST])
write("secret/03-greedy-fails", [3, 3, 2, 2, 2])
write("secret/04-even-weights", [2 * w for w in stones(21, 1, 50)])
write("secret/05-one-outweighs-all", [5_000] + [7] * 100)
write("secret/06-all-equal-odd-number", [1_000] * 31)
write("secret/07-multiples-of-nine", [9 * w for w in stones(25, 100, 600)])
write("secret/08-small", stones(12, 1, 30))
write("secret/09-many-small", stones(MOST, 1, 10))
write("secret/10-large", stones(MOST, 1, HEAVIEST))
write("secret/11-all-heaviest", [HEAVIEST] * (MOST - 1))
write("secret/12-heavy-multiples", [11 * w for w in stones(MOST - 1, 500, 545)])
