#!/usr/bin/env python3
"""Writes the tests in data/ anew; the same files every time."""
import pathlib
import random

data = pathlib.Path(__file__).parent.parent / "data"
rng = random.Random(15)


def crossings(places):
    if len(places) < 2:
        return places, 0
    half = len(places) // 2
    left, in_left = crossings(places[:half])
    right, in_right = crossings(places[half:])
    merged, count, i = [], in_left + in_right, 0
    for place in right:
        while i < len(left) and left[i] < place:
            merged.append(left[i])
            i += 1
        count += len(left) - i
        merged.append(place)
    return merged + left[i:], count


def write(test, places):
    path = data / test
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".in").write_text(f"{len(places)}\n{' '.join(map(str, places))}\n")
    path.with_suffix(".ans").write_text(f"{crossings(places)[1]}\n")


def calm(n):
    return list(range(1, n + 1))


def windy(n):
    return rng.sample(calm(n), n)


write("sample/1", [2, 4, 1, 3])
write("sample/2", [1, 2, 3])
write("secret/1-few/1-one", [1])
write("secret/1-few/2-turned", calm(8)[::-1])
write("secret/1-few/3-windy", windy(7))
write("secret/1-few/4-one-strays", [8, 1, 2, 3, 4, 5, 6, 7])
write("secret/2-many/1-windy", windy(2_000))
write("secret/2-many/2-turned", calm(1_999)[::-1])
write("secret/2-many/3-halves", calm(1_000)[500:] + calm(500))
write("secret/3-festival/1-windy", windy(80_000))
write("secret/3-festival/2-turned", calm(80_000)[::-1])
