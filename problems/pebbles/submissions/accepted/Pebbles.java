import java.util.Scanner;

public class Pebbles {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        if (in.next().equals("evening")) {
            String bits = Integer.toBinaryString(in.nextInt() + (1 << 30)).substring(1);
            System.out.println("b" + bits.replace('1', 'b').replace('0', 'w') + "w");
            return;
        }
        String row = in.next();
        if (row.startsWith("w")) {
            row = new StringBuilder(row).reverse().toString();
        }
        System.out.println(Integer.parseInt(row.substring(1, 31).replace('b', '1').replace('w', '0'), 2));
    }
}
