import java.util.Scanner;

public class Talks {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        StringBuilder order = new StringBuilder();
        for (int i = 2; i <= n; i += 2) {
            order.append(i).append(' ');
        }
        for (int i = 1; i <= n; i += 2) {
            order.append(i).append(' ');
        }
        System.out.println(n == 2 || n == 3 ? "impossible" : order + "in peace");
    }
}
