import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Lanterns {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer sizes = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(sizes.nextToken());
        int q = Integer.parseInt(sizes.nextToken());
        long[] sums = new long[n + 1];
        StringTokenizer brightness = new StringTokenizer(in.readLine());
        for (int i = 1; i <= n; i++) {
            sums[i] = sums[i - 1] + Integer.parseInt(brightness.nextToken());
        }
        StringBuilder out = new StringBuilder();
        while (q-- > 0) {
            StringTokenizer walk = new StringTokenizer(in.readLine());
            int left = Integer.parseInt(walk.nextToken());
            int right = Integer.parseInt(walk.nextToken());
            out.append(sums[right] - sums[left - 1]).append('\n');
        }
        System.out.print(out);
    }
}
