// expect: exit=0 leftovers=true
// Children that replace themselves all the time do not slip through.
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 8; i++)
        if (fork() == 0)
            for (;;)
                if (fork() > 0)
                    _exit(0);
    usleep(10000);
    return 0;
}
