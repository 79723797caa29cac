// expect: killed=CPU signal=9 cpuMs>=1000 cpuMs<1030
// needs: cgroup
// An endless loop is stopped at the limit.

int main(void) {
    for (volatile unsigned i = 0;; i++)
        continue;
}
