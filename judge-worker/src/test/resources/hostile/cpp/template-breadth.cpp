// expect: REJECTED .*
// Templates that are not deep, but many.
template <int N, int M> struct Wide { static const int value = Wide<N - 1, 2 * M>::value + Wide<N - 1, 2 * M + 1>::value; };
template <int M> struct Wide<0, M> { static const int value = 1; };
int main() { return Wide<30, 0>::value; }
