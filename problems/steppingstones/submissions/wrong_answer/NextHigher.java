import java.util.Scanner;

/** Greedy: begins on the first stone and hops to the next higher one. */
public class NextHigher {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int last = 0;
        int hops = 0;
        while (n-- > 0) {
            int height = in.nextInt();
            if (height > last) {
                last = height;
                hops++;
            }
        }
        System.out.println(hops);
    }
}
