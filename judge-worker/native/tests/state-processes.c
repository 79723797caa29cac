// expect: exit=0 killed=NONE leftovers=true
// given: runs=2
// No process outlives a run.
#include <dirent.h>
#include <unistd.h>

int main(void) {
    DIR *entries = opendir("/proc");
    int processes = 0;
    for (struct dirent *entry; (entry = readdir(entries));)
        processes += entry->d_name[0] >= '0' && entry->d_name[0] <= '9';
    if (fork() == 0)
        for (;;)
            pause();
    return processes != 1;
}
