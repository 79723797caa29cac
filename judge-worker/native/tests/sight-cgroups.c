// expect: exit=0 killed=NONE
// The files by which it is limited are out of its reach.
#include <unistd.h>

int main(void) {
    return access("/sys/fs/cgroup", F_OK) == 0 || access("/sys", F_OK) == 0 || access("/proc/cgroups", F_OK) == 0
           || access("/proc/self/cgroup", W_OK) == 0;
}
