#!/usr/bin/env python3
"""Writes data/ anew; the same files every time."""
import pathlib
import random

LARGEST = 50_000
BRIGHTEST = 10**9

data = pathlib.Path(__file__).parent.parent / "data"
rng = random.Random(20240215)


def write(test, brightness, walks):
    sums = [0]
    for b in brightness:
        sums.append(sums[-1] + b)
    lines = [f"{len(brightness)} {len(walks)}", " ".join(map(str, brightness))]
    lines += [f"{left} {right}" for left, right in walks]
    (data / f"{test}.in").write_text("\n".join(lines) + "\n")
    (data / f"{test}.ans").write_text("".join(f"{sums[r] - sums[l - 1]}\n" for l, r in walks))


def walk(n):
    left, right = rng.randint(1, n), rng.randint(1, n)
    return min(left, right), max(left, right)


def long_walk(n):
    return rng.randint(1, n // 5), rng.randint(n - n // 5, n)


def lights(n, brightest=BRIGHTEST):
    return [rng.randint(0, brightest) for _ in range(n)]


write("sample/1", [3, 1, 4, 1, 5], [(1, 5), (2, 4), (3, 3)])
write("sample/2", [0, 7], [(1, 1), (1, 2)])

write("secret/01-one-lantern", [42], [(1, 1)])
write("secret/02-one-dark-lantern", [0], [(1, 1)] * 3)
write("secret/03-all-walks-of-five", lights(5), [(l, r) for l in range(1, 6) for r in range(l, 6)])
write("secret/04-whole-wall", lights(100), [(1, 100)])
write("secret/05-single-steps", lights(50), [(i, i) for i in range(1, 51)])
write("secret/06-first-lantern", lights(40), [(1, i) for i in range(1, 41)])
write("secret/07-last-lantern", lights(40), [(i, 40) for i in range(1, 41)])
write("secret/08-dark", [0] * 200, [walk(200) for _ in range(50)])
write("secret/09-just-within-32-bits", [BRIGHTEST] * 2 + [147_483_647], [(1, 3), (1, 2)])
write("secret/10-just-beyond-32-bits", [BRIGHTEST] * 2 + [147_483_648], [(1, 3), (1, 2)])
for number in range(11, 18):
    size = rng.randint(2, 60)
    write(f"secret/{number}-small", lights(size, 20), [walk(size) for _ in range(rng.randint(1, 40))])
for number in range(18, 23):
    size = rng.randint(500, 1_000)
    write(f"secret/{number}-medium", lights(size), [walk(size) for _ in range(500)])
write("secret/23-many-guests", lights(10), [walk(10) for _ in range(5_000)])
write("secret/24-largest", lights(LARGEST), [long_walk(LARGEST) for _ in range(LARGEST)])
