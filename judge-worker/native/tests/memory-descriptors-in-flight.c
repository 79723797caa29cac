// expect: exit=0 killed=NONE
// Descriptors that nobody holds but each other are given back by the kernel, and with them their buffers.
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void send_descriptor(int through, int descriptor) {
    static char chunk[1 << 15];
    char control[CMSG_SPACE(sizeof(int))];
    struct iovec content = {chunk, sizeof chunk};
    struct msghdr message = {.msg_iov = &content, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    *header = (struct cmsghdr){CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS};
    memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    sendmsg(through, &message, MSG_DONTWAIT);
}

int main(void) {
    for (int i = 0; i < 200; i++) {
        int pair[2];
        if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair))
            return 1;
        send_descriptor(pair[0], pair[0]);
        send_descriptor(pair[1], pair[1]);
        close(pair[0]);
        close(pair[1]);
    }
    return 0;
}
