import java.util.Locale;
import java.util.Scanner;

/** Right, but rounded too early. */
public class TwoDecimals {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in).useLocale(Locale.ROOT);
        int q = in.nextInt();
        while (q-- > 0) {
            double radius = in.nextDouble();
            double share = in.nextDouble() / 25;
            double low = 0;
            double high = 2;
            for (int step = 0; step < 100; step++) {
                double middle = (low + high) / 2;
                if (middle * middle * (3 - middle) < share) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            System.out.printf(Locale.ROOT, "%.2f%n", low * radius);
        }
    }
}
