// expect: exit=0 killed=NONE
// There is no socket of any family, the hypervisor's among them, and a pair's ends reach nobody but each other.
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

static int sends_to(int socket, const char *name, size_t length) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path, name, length);
    struct iovec content = {"x", 1};
    struct msghdr message = {.msg_name = &address,
        .msg_namelen = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length),
        .msg_iov = &content,
        .msg_iovlen = 1};
    return sendmsg(socket, &message, MSG_DONTWAIT) >= 0;
}

int main(void) {
    int pair[2];
    for (int family = 0; family < 64; family++)
        if (socket(family, SOCK_STREAM, 0) >= 0 || socket(family, SOCK_DGRAM, 0) >= 0 || socket(family, SOCK_RAW, 0) >= 0
            || errno != EACCES)
            return 1;
    if (access("/dev/vsock", F_OK) == 0 || access("/dev/vhost-vsock", F_OK) == 0
        || socketpair(AF_VSOCK, SOCK_STREAM, 0, pair) == 0)
        return 2;
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair))
        return 3;
    if (sends_to(pair[0], "\0haetae", 7) || sends_to(pair[0], "/run/socket", 11))
        return 4;
    struct sockaddr_un name = {AF_UNIX, "/tmp/socket"};
    return bind(pair[0], (struct sockaddr *)&name, sizeof name) == 0
           || connect(pair[0], (struct sockaddr *)&name, sizeof name) == 0 || listen(pair[0], 1) == 0;
}
