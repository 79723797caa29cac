package judged;

public class Packaged {
    static class Adder {
        long add(long a, long b) { return a + b; }
    }
    public static void main(String[] args) throws Exception {
        String[] parts = new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine().split(" ");
        System.out.println(new Adder().add(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }
}
