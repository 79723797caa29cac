// expect: REJECTED .*
// No C, and with it none of its compiler's and linker's options.
package main

// #cgo LDFLAGS: -Wl,-T,/etc/passwd
// int f(void) { return 1; }
import "C"

func main() { println(C.f()) }
