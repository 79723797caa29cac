import java.math.BigInteger;
import java.util.Scanner;

public class TwoBaskets {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int total = 0;
        BigInteger sums = BigInteger.ONE;
        while (n-- > 0) {
            int weight = in.nextInt();
            sums = sums.or(sums.shiftLeft(weight));
            total += weight;
        }
        int half = total / 2;
        while (!sums.testBit(half)) {
            half--;
        }
        System.out.println(total - 2 * half);
    }
}
