// expect: REJECTED .*
// A program of half a gigabyte.
char array[512 << 20] = {1};
int main(void) { return array[5]; }
