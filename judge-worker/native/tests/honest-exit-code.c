// expect: exit=42 killed=NONE
// An exit code comes through as it is.

int main(void) {
    return 42;
}
