#!/usr/bin/env python3
import re
import sys

sys.exit(42 if re.fullmatch(r"[a-zA-Z]{1,50}\n", sys.stdin.read()) else 43)
