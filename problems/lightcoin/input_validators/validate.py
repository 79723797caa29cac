#!/usr/bin/env python3
import re
import sys

match = re.fullmatch(r"([1-9][0-9]*) ([1-9][0-9]*)\n", sys.stdin.read())
assert match
assert 1 <= int(match[2]) <= int(match[1]) <= 2187
sys.exit(42)
