// expect: REJECTED .*/etc/shadow: No such file or directory.*
// What is not in the box cannot be included.
#include "/etc/shadow"
