// expect: exit=0 killed=NONE leftovers=false
// Children may be had and waited for.
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 100; i++) {
        pid_t child = fork();
        if (child == 0)
            return i;
        int status;
        if (waitpid(child, &status, 0) != child || WEXITSTATUS(status) != i)
            return 1;
    }
    return 0;
}
