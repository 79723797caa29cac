public class Difference { public static void main(String[] args) { System.out.println("x".repeat(5000)); } }
