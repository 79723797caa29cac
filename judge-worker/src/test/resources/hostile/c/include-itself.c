// expect: REJECTED .*nested depth.*
// A file that has itself in it, twice.
#include __FILE__
#include __FILE__
