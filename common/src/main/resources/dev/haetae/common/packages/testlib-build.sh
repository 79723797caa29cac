#!/bin/sh
# Builds a checker, and an interactor if there is one, that are called as testlib's are.
set -e
for program in checker interactor; do
    if [ -d "testlib/$program" ]; then
        g++ -std=gnu++20 -O2 -DPC_BASE_EXIT_CODE=50 -o "$program" testlib/"$program"/*.c*
    fi
done
chmod +x run
