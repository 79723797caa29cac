public class Heap { public static void main(String[] args) { var all = new java.util.ArrayList<byte[]>(); for (;;) all.add(new byte[1 << 20]); } }
