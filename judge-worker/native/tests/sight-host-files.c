// expect: exit=0 killed=NONE
// The host cannot be seen.
#include <unistd.h>

int main(void) {
    const char *places[] = {"/etc/shadow", "/etc/hostname", "/root", "/home", "/sys", "/var", "/run", "/opt", "/boot", "/old"};
    for (int i = 0; i < 10; i++)
        if (access(places[i], F_OK) == 0)
            return i + 1;
    return 0;
}
