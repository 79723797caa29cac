// expect: REJECTED .*file not found.*
// The environment of the box's first process would be the worker's.
__asm__(".incbin \"/proc/1/environ\"");
int main(void) { return 0; }
