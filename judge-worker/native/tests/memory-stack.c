// expect: killed=MEMORY oomKills>0
// needs: cgroup
// An endless recursion meets the memory limit, the stack having none.

static int deep(int depth) {
    volatile char frame[4096];
    frame[0] = (char)depth;
    return deep(depth + 1) + frame[0];
}

int main(void) {
    return deep(0);
}
