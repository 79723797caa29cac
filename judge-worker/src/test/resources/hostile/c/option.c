// expect: COMPILED
// as: -fplugin=main.c
// A name that looks like an option is a name.
int main(void) { return 0; }
