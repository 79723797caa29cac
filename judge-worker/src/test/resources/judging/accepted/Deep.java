import java.util.Scanner;
public class Deep {
    static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        if (depth(300000) != 300000) System.exit(1);
        System.out.println(in.nextLong() + in.nextLong());
    }
}
