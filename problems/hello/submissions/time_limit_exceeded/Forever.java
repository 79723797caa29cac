import java.util.Scanner;

public class Forever {
    public static void main(String[] args) {
        String name = new Scanner(System.in).next();
        System.out.println("Hello, " + name + "!");
        for (long i = 0; !name.isEmpty(); i++) {
            name = name.length() > 60 ? name.substring(1) : name + i % 10;
        }
    }
}
