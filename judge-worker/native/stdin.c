// What a program reads: a sealed copy of the request's bytes, or a host file opened here. A program may open /dev/stdin again, so that the
// file's own mode has to keep it from writing.
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_bytes(struct bytes content) {
    int file = (int)must(memfd_create("stdin", MFD_CLOEXEC | MFD_ALLOW_SEALING), "make a file for standard input");
    for (size_t done = 0; done < content.length;)
        done += (size_t)must(write(file, content.at + done, content.length - done), "write standard input");
    must(fchmod(file, 0444), "protect standard input");
    must(fcntl(file, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE), "seal standard input");
    must(lseek(file, 0, SEEK_SET), "rewind standard input");
    return file;
}

// Not /dev/null: its times could be set through the descriptor, and all boxes share them.
static int open_nothing(const struct box *box) {
    return (int)must(open(box->nothing_path, O_RDONLY | O_CLOEXEC), "open an empty standard input");
}

static const char *wrong_with(const struct stat *status, uid_t program) {
    if (!S_ISREG(status->st_mode))
        return "is not a regular file";
    bool of_group =
        status->st_mode & S_IWGRP && status->st_gid == program; // programs have the group of their own number, and no other
    if (of_group || status->st_mode & S_IWOTH || status->st_uid == program)
        return "could be written by programs";
    return NULL;
}

// A descriptor for the program, or -1 and a complaint.
int open_file(const char *path, uid_t program, const char **complaint) {
    static char sentence[256];
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    const char *wrong = file < 0 || fstat(file, &status) ? strerror(errno) : wrong_with(&status, program);
    if (wrong) {
        snprintf(sentence, sizeof sentence, "standard input %.150s: %s", path, wrong);
        *complaint = sentence;
        close_files(&file, 1);
        return -1;
    }
    must(fcntl(file, F_SETFL, 0), "make standard input blocking");
    readahead(file, 0, (size_t)status.st_size); // so that its pages are charged to S; else they are read later
    return file;
}

// Likewise.
int open_stdin(const struct request *request, const struct box *box, const char **complaint) {
    if (request_has(request, TAG_PATH))
        return open_file(request->path, box->uid, complaint);
    if (request_has(request, TAG_DATA))
        return open_bytes(request->stdin_or_content);
    return open_nothing(box);
}
