import java.util.Scanner;

public class Hello {
    public static void main(String[] args) {
        System.out.println("Hello, " + new Scanner(System.in).next() + "!");
    }
}
