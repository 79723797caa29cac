// expect: exit=0 killed=NONE
// What no_new_privs and the lost capabilities took away does not come back.
#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>

int main(void) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0 || prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
        return 1;
    if (prctl(PR_SET_SECUREBITS, SECBIT_KEEP_CAPS) == 0 || prctl(PR_CAPBSET_DROP, CAP_KILL) == 0)
        return 2;
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SETUID, 0, 0) == 0)
        return 3;
    return prctl(PR_SET_MM, PR_SET_MM_BRK, 0, 0, 0) == 0 || prctl(PR_SET_SECCOMP, 1) == 0;
}
