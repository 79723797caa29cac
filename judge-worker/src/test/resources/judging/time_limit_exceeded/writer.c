#include <stdio.h>
int main(void) { for (;;) puts("for ever and ever"); }
