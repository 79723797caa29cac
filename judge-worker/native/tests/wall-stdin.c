// expect: exit=0 killed=NONE
// Standard input ends at once when there is none.
#include <unistd.h>

int main(void) {
    char byte;
    return read(0, &byte, 1) != 0;
}
