// expect: exit=0 killed=NONE
// There are no sockets of any family.
#include <errno.h>
#include <sys/socket.h>

int main(void) {
    int families[] = {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, AF_VSOCK, AF_PACKET};
    int pair[2];
    for (int i = 0; i < 6; i++)
        if (socket(families[i], SOCK_STREAM, 0) >= 0 || errno != EACCES)
            return i + 1;
    return socketpair(AF_INET, SOCK_STREAM, 0, pair) == 0 ? 9 : 0;
}
