#include <stdio.h>

int main(void) {
    int q;
    if (scanf("%d", &q) != 1) {
        return 1;
    }
    while (q-- > 0) {
        double radius, percent;
        if (scanf("%lf %lf", &radius, &percent) != 2) {
            return 1;
        }
        double low = 0, high = 2;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (middle * middle * (3 - middle) < percent / 25) {
                low = middle;
            } else {
                high = middle;
            }
        }
        printf("%.9f\n", low * radius);
    }
    return 0;
}
