// expect: REJECTED .*
// The linker finds no function that is nowhere.
#pragma comment(lib, "ssl")
extern int SSL_new(void);
int main(void) { return SSL_new(); }
