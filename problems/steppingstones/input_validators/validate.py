#!/usr/bin/env python3
import re
import sys

match = re.fullmatch(r"([1-9][0-9]*)\n([1-9][0-9]*(?: [1-9][0-9]*)*)\n", sys.stdin.read())
assert match
heights = [int(word) for word in match[2].split(" ")]
assert len(heights) == int(match[1]) <= 150_000 and max(heights) <= 200_000
sys.exit(42)
