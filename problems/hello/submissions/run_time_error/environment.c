/* Looks for the name where it is not, and follows a null pointer. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    const char *name = getenv("VISITOR");
    printf("Hello, ");
    for (int i = 0; name[i] != '\0'; i++) {
        putchar(name[i]);
    }
    puts("!");
    return 0;
}
