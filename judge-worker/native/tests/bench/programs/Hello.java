/** The least that a Java program does. */
class Hello {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
