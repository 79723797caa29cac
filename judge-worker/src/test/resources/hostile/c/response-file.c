// expect: COMPILED
// as: @response.c
// A name that means a file of options is a name.
int main(void) { return 0; }
