#!/usr/bin/env python3
import re
import sys

INTEGERS = re.compile(r"(0|[1-9][0-9]*)( (0|[1-9][0-9]*))*")


def integers(line):
    assert INTEGERS.fullmatch(line), line
    return [int(word) for word in line.split(" ")]


text = sys.stdin.read()
assert text.endswith("\n")
lines = text[:-1].split("\n")
n, q = integers(lines[0])
assert 1 <= n <= 50_000 and 1 <= q <= 50_000 and len(lines) == 2 + q
brightness = integers(lines[1])
assert len(brightness) == n and max(brightness) <= 10**9
for line in lines[2:]:
    left, right = integers(line)
    assert 1 <= left <= right <= n
sys.exit(42)
