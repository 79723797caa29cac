// expect: REJECTED .*
// The assembler takes files, too.
__asm__(".incbin \"/dev/zero\"");
int main(void) { return 0; }
