// expect: COMPILED
// as: -Wl,-T,main.c
// And one that looks like the linker's.
int main(void) { return 0; }
