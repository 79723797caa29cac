// expect: exit=0 killed=NONE
// Only its own process can be seen.
#include <dirent.h>
#include <unistd.h>

int main(void) {
    DIR *entries = opendir("/proc");
    int processes = 0;
    for (struct dirent *entry; (entry = readdir(entries));)
        processes += entry->d_name[0] >= '0' && entry->d_name[0] <= '9';
    return processes != 1 || access("/proc/1/status", F_OK) == 0;
}
