import java.util.Scanner;

/** Looks back at every stone from every stone: 10^10 steps in the largest test. */
public class Quadratic {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int[] heights = new int[n];
        int[] hops = new int[n];
        int answer = 0;
        for (int i = 0; i < n; i++) {
            heights[i] = in.nextInt();
            for (int j = 0; j < i; j++) {
                if (heights[j] < heights[i]) {
                    hops[i] = Math.max(hops[i], hops[j]);
                }
            }
            hops[i]++;
            answer = Math.max(answer, hops[i]);
        }
        System.out.println(answer);
    }
}
