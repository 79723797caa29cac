// expect: exit=0 killed=NONE
// A program can become nobody else.
#include <grp.h>
#include <unistd.h>

int main(void) {
    uid_t own = getuid();
    gid_t group = 0;
    for (uid_t other = own - 4; other != own + 5; other++)
        if (other != own
            && (setuid(other) == 0 || setgid(other) == 0 || setresuid(-1, other, -1) == 0 || setreuid(other, -1) == 0))
            return 1;
    if (setuid(0) == 0 || setgid(0) == 0 || setgroups(1, &group) == 0 || seteuid(0) == 0)
        return 2;
    return own < 1000 || getgroups(0, NULL) != 0 || geteuid() != own || getegid() == 0;
}
