import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Kites {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine().trim());
        StringTokenizer places = new StringTokenizer(in.readLine());
        int[] tree = new int[n + 1];
        long count = 0;
        for (int seen = 0; seen < n; seen++) {
            int place = Integer.parseInt(places.nextToken());
            count += seen;
            for (int i = place; i > 0; i -= i & -i) {
                count -= tree[i];
            }
            for (int i = place; i <= n; i += i & -i) {
                tree[i]++;
            }
        }
        System.out.println(count);
    }
}
