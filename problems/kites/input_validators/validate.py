#!/usr/bin/env python3
"""Reads a test; the only argument is the most children that its group has."""
import re
import sys

most = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
match = re.fullmatch(r"([1-9][0-9]*)\n([1-9][0-9]*(?: [1-9][0-9]*)*)\n", sys.stdin.read())
assert match
n = int(match[1])
places = [int(word) for word in match[2].split(" ")]
assert n <= most and sorted(places) == list(range(1, n + 1))
sys.exit(42)
