import java.util.Scanner;

/** Tries every way to fill the baskets: up to 2^300. */
public class AllSplits {
    private static int[] weights;

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        weights = new int[in.nextInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.nextInt();
        }
        System.out.println(smallest(0, 0));
    }

    private static int smallest(int next, int difference) {
        if (next == weights.length) {
            return Math.abs(difference);
        }
        return Math.min(
                smallest(next + 1, difference + weights[next]), smallest(next + 1, difference - weights[next]));
    }
}
