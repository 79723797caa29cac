// Messages between S and L: one datagram each, with descriptors where needed.
#include "runner.h"

#include <string.h>
#include <sys/socket.h>

enum { MOST_DESCRIPTORS = 4 };

union control {
    char room[CMSG_SPACE(MOST_DESCRIPTORS * sizeof(int))];
    struct cmsghdr aligned;
};

void send_message(int socket, const void *message, size_t size, const int *descriptors, int count) {
    struct iovec part = {(void *)message, size};
    union control control = {0};
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    if (count > 0) {
        size_t length = (size_t)count * sizeof(int);
        header.msg_control = &control;
        header.msg_controllen = CMSG_SPACE(length);
        control.aligned = (struct cmsghdr){.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(length)};
        memcpy(CMSG_DATA(&control.aligned), descriptors, length);
    }
    // A peer that is gone is noticed where its answer is awaited.
    (void)!sendmsg(socket, &header, MSG_NOSIGNAL);
}

// Returns the message's length, 0 when the peer is gone.
ssize_t receive_message(int socket, void *message, size_t size, int *descriptors, int most, int *count) {
    struct iovec part = {message, size};
    union control control;
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    *count = 0;
    if (length <= 0)
        return 0;
    struct cmsghdr *first = CMSG_FIRSTHDR(&header);
    if (first && first->cmsg_type == SCM_RIGHTS) {
        *count = (int)((first->cmsg_len - CMSG_LEN(0)) / sizeof(int));
        if (*count > most)
            die("%d descriptors in a message for %d", *count, most);
        memcpy(descriptors, CMSG_DATA(first), (size_t)*count * sizeof(int));
    }
    return length;
}
