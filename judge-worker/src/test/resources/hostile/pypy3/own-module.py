# expect: COMPILED .*
# as: enum.py
# Nor is one that the compiler imports imported from here.
raise SystemExit("it runs")
