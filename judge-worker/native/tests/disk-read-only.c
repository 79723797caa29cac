// expect: exit=0 killed=NONE
// There is nowhere to write but /tmp.
#include <fcntl.h>

int main(void) {
    const char *places[] = {"/new", "/work/new", "/usr/new", "/etc/new", "/dev/new", "/proc/new"};
    for (int i = 0; i < 6; i++)
        if (open(places[i], O_WRONLY | O_CREAT, 0600) >= 0)
            return i + 1;
    return 0;
}
