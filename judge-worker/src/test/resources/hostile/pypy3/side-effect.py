# expect: COMPILED .*
# A program is looked at, not run.
raise SystemExit("it runs")
