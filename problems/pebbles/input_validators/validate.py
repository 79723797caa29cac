#!/usr/bin/env python3
import re
import sys

match = re.fullmatch(r"evening\n(0|[1-9][0-9]*)\n", sys.stdin.read())
assert match
assert int(match[1]) <= 1_000_000_000
sys.exit(42)
