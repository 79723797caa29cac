// expect: exit=0 killed=NONE
// given: slots=2
// Programs in two slots see neither each other's files nor each other.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int entries(const char *place) {
    int count = -2;
    DIR *directory = opendir(place);
    while (readdir(directory))
        count++;
    return count;
}

int main(int argc, char **argv) {
    char name[32];
    snprintf(name, sizeof name, "/tmp/slot-%s", argv[2]);
    close(open(name, O_WRONLY | O_CREAT, 0666));
    usleep(300000);
    return entries("/tmp") != 1 || kill(getpid() + 1, 0) == 0;
}
