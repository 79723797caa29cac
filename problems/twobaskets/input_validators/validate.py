#!/usr/bin/env python3
import re
import sys

match = re.fullmatch(r"([1-9][0-9]*)\n([1-9][0-9]*(?: [1-9][0-9]*)*)\n", sys.stdin.read())
assert match
weights = [int(word) for word in match[2].split(" ")]
assert len(weights) == int(match[1]) <= 300 and max(weights) <= 6000
sys.exit(42)
