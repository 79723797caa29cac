import java.util.Scanner;

public class LightCoin {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int low = 1;
        int high = in.nextInt();
        while (low < high) {
            int third = (high - low + 2) / 3;
            int right = low + third;
            System.out.println("weigh " + low + " " + (right - 1) + " " + right + " " + (right + third - 1));
            switch (in.next()) {
                case "<" -> high = right - 1;
                case ">" -> {
                    low = right;
                    high = right + third - 1;
                }
                default -> low = right + third;
            }
        }
        System.out.println("coin " + low);
    }
}
