// expect: REJECTED .*No such file or directory.*
// Nor does a way lead out of it.
#include "../../../../../../etc/hostname"
