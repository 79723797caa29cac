import java.util.Scanner;

/** Adds exactly or not at all: throws where a sum leaves 32 bits. */
public class Narrow {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int q = in.nextInt();
        int[] sums = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            sums[i] = Math.addExact(sums[i - 1], in.nextInt());
        }
        while (q-- > 0) {
            int left = in.nextInt();
            int right = in.nextInt();
            System.out.println(sums[right] - sums[left - 1]);
        }
    }
}
