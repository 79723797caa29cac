import java.util.Arrays;
import java.util.Scanner;

/** Has room for a thousand stones. */
public class SmallArray {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int n = in.nextInt();
        int[] lowestEnds = new int[1_000];
        int[] heights = new int[1_000];
        int count = 0;
        for (int i = 0; i < n; i++) {
            heights[i] = in.nextInt();
            int place = Arrays.binarySearch(lowestEnds, 0, count, heights[i]);
            place = place < 0 ? -place - 1 : place;
            lowestEnds[place] = heights[i];
            count = Math.max(count, place + 1);
        }
        System.out.println(count);
    }
}
