#!/bin/sh
# Builds an input validator that is called as testlib's are.
set -e
g++ -std=gnu++20 -O2 -o validator testlib/*.c*
chmod +x run
