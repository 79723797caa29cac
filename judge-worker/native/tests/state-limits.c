// expect: exit=0 killed=NONE
// given: runs=2
// Limits, signals and masks that a run has set are its own.
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    struct rlimit files, few = {4, 4};
    struct sigaction pipe;
    sigset_t mask;
    if (getrlimit(RLIMIT_NOFILE, &files) || files.rlim_cur < 100 || sigaction(SIGPIPE, 0, &pipe) || pipe.sa_handler != SIG_DFL)
        return 1;
    if (sigprocmask(SIG_SETMASK, 0, &mask) || sigismember(&mask, SIGTERM) || umask(0777) == 0777)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    sigfillset(&mask);
    sigprocmask(SIG_BLOCK, &mask, 0);
    return setrlimit(RLIMIT_NOFILE, &few) || setrlimit(RLIMIT_NPROC, &few) || prctl(PR_SET_CHILD_SUBREAPER, 1)
           || prctl(PR_SET_DUMPABLE, 0);
}
