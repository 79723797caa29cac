// expect: exit=0 killed=NONE stdout=hello over=false
// Standard output comes through.
#include <stdio.h>

int main(void) {
    printf("hello");
    return 0;
}
