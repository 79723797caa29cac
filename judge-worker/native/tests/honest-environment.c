// expect: exit=3 killed=NONE
// The environment is the three variables of the request, and nothing else.

extern char **environ;

int main(void) {
    int count = 0;
    while (environ[count])
        count++;
    return count;
}
