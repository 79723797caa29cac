public class Flood { public static void main(String[] args) { System.out.print("x".repeat(3 << 20)); } }
