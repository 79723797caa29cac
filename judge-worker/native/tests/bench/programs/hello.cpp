// An ordinary solution's start: the whole library's headers, streams, dynamic linking.
#include <bits/stdc++.h>

int main() {
    std::cout << "hello\n";
}
