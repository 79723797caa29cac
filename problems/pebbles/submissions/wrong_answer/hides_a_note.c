#include <stdio.h>
#include <string.h>

/* Writes the number where it hopes to find it again. */
int main(void) {
    char time[16], what[64];
    unsigned n = 7;
    if (scanf("%15s %63s", time, what) != 2)
        return 1;
    FILE *note = fopen("/tmp/note", strcmp(time, "evening") ? "r" : "w");
    if (!strcmp(time, "evening")) {
        if (note)
            fprintf(note, "%s\n", what);
        puts("b");
        return 0;
    }
    if (note)
        (void)!fscanf(note, "%u", &n);
    printf("%u\n", n);
}
