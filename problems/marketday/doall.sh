#!/bin/sh
# Writes the tests that problem.xml calls generated, and all answers, anew; the same files every time.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in files/gen files/validator solutions/sum; do
    g++ -O2 -o "$work/${program#*/}" "$program.cpp"
done
generated() { "$work/gen" "$2" "$3" "$4" >"tests/$1"; }
printf '3\n2 4 5\n' >tests/01
printf '4\n1 1 1 1\n' >tests/02
printf '1\n7\n' >tests/03
printf '2\n1 3\n' >tests/04
printf '5\n1000000000 999999999 999999998 999999997 1\n' >tests/05
generated 06 random 10 1
generated 07 random 1000 2
generated 08 ones 999 3
generated 09 last 30 4
generated 10 random 20011 5
generated 11 ones 200000 6
generated 12 last 150000 7
for test in tests/??; do
    "$work/validator" <"$test"
    "$work/sum" <"$test" >"$test.a"
done
