# expect: COMPILED .*
# as: py_compile.py
# A module of the compiler's name is not the compiler.
raise SystemExit("it runs")
