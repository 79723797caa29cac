#!/usr/bin/env python3
import re
import sys
from decimal import Decimal

NUMBER = r"(?:0|[1-9][0-9]*)(?:\.[0-9]{1,6})?"

text = sys.stdin.read()
assert text.endswith("\n")
lines = text[:-1].split("\n")
assert re.fullmatch("[1-9][0-9]{0,3}", lines[0]) and int(lines[0]) <= 1000 and len(lines) == 1 + int(lines[0])
for line in lines[1:]:
    match = re.fullmatch(f"({NUMBER}) ({NUMBER})", line)
    assert match, line
    assert Decimal("0.01") <= Decimal(match[1]) <= 10**6 and Decimal(match[2]) <= 100
sys.exit(42)
