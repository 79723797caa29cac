#!/bin/sh
# run INPUT ANSWER FEEDBACK/ < OUTPUT: calls programs as testlib's are called, and says 42 or 43 for what they say. An interactor
# talks with the program first, and the checker judges what it wrote.
here=$(dirname "$0")
written=$3/.written
if [ -x "$here/interactor" ]; then
    "$here/interactor" "$1" "$written" "$2" 2>"$3/judgemessage.txt"
    code=$?
    exec >/dev/null
else
    cat >"$written"
    code=0
fi
if [ "$code" -eq 0 ]; then
    "$here/checker" "$1" "$written" "$2" 2>>"$3/judgemessage.txt"
    code=$?
fi
rm -f "$written"
case $code in
    0) exit 42 ;;
    1 | 2 | 4 | 7 | 8) exit 43 ;;
esac
[ "$code" -ge 50 ] && [ "$code" -lt 128 ] && exit 43
exit "$code"
