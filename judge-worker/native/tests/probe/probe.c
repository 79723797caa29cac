// Looks for anything that a run before could have left.
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

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

int main(void) {
    struct stat tmp;
    if (entries("/tmp") || stat("/tmp", &tmp) || (tmp.st_mode & 07777) != 01777)
        puts("/tmp is not as new");
    else if (entries("/work") != 2)
        puts("/work has changed");
    else if (processes() != 1)
        puts("there is another process");
    else
        puts("clean");
    return 0;
}
