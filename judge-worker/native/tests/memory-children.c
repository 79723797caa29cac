// expect: exit=0 killed=MEMORY oomKills>0
// needs: cgroup
// Children that are killed for want of memory make it a memory failure, though the main process ends well.
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 8; i++)
        if (fork() == 0) {
            char *room = malloc(32 << 20);
            memset(room, 1, 32 << 20);
            sleep(1);
            return 0;
        }
    while (wait(NULL) > 0)
        continue;
    return 0;
}
