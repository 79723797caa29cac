// expect: exit=0 killed=NONE
// The host's name and its users are not to be seen.
#include <pwd.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

int main(void) {
    struct utsname machine;
    if (uname(&machine) || strcmp(machine.nodename, "judge") != 0 || sethostname("host", 4) == 0)
        return 1;
    return access("/etc/passwd", W_OK) == 0 || access("/etc/shadow", F_OK) == 0 || access("/etc/hosts", F_OK) == 0
           || access("/etc/machine-id", F_OK) == 0;
}
