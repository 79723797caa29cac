// Looks for anything that a run before could have left, and works a little, so that there is something to measure.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int entries(const char *place) {
    int count = 0;
    DIR *directory = opendir(place);
    while (directory && readdir(directory))
        count++;
    if (directory)
        closedir(directory);
    return count - 2;
}

static int processes(void) {
    int count = 0;
    DIR *directory = opendir("/proc");
    for (struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] >= '1' && entry->d_name[0] <= '9';
    closedir(directory);
    return count;
}

// A user whose pipes have used up what he may have gets smaller ones.
static int small_pipe(void) {
    int ends[2];
    return pipe(ends) || fcntl(ends[0], F_GETPIPE_SZ) != 65536;
}

static void work(void) {
    for (volatile int i = 0; i < 2000000; i++)
        continue;
}

int main(void) {
    struct stat tmp;
    work();
    if (entries("/tmp") || stat("/tmp", &tmp) || (tmp.st_mode & 07777) != 01777)
        puts("/tmp is not as new");
    else if (entries("/work") != 2)
        puts("/work has changed");
    else if (processes() != 1)
        puts("there is another process");
    else if (small_pipe())
        puts("pipes are smaller");
    else
        puts("clean");
    return 0;
}
