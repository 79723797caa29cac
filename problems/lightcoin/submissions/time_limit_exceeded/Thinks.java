import java.util.Scanner;

public class Thinks {
    public static void main(String[] args) {
        long n = new Scanner(System.in).nextInt();
        for (long thought = n; thought != 0; thought += 2 * n) {
            n = thought % 2 + 1;
        }
        System.out.println("coin " + n);
    }
}
