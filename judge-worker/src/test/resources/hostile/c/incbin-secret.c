// expect: REJECTED .*file not found.*
// And finds as few of them.
__asm__(".incbin \"/etc/shadow\"");
int main(void) { return 0; }
