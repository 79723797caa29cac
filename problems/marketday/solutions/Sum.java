import java.io.IOException;
import java.io.StreamTokenizer;

/** Two prefixes with the same remainder. */
public class Sum {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(System.in);
        in.nextToken();
        int n = (int) in.nval;
        int[] seen = new int[n];
        seen[0] = 1;
        long sum = 0;
        for (int i = 1; i <= n; i++) {
            in.nextToken();
            sum = (sum + (long) in.nval) % n;
            if (seen[(int) sum] > 0) {
                System.out.println(seen[(int) sum] + " " + i);
                return;
            }
            seen[(int) sum] = i + 1;
        }
    }
}
