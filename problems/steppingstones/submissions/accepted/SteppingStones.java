import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.TreeSet;

public class SteppingStones {
    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        in.nextToken();
        int n = (int) in.nval;
        TreeSet<Integer> lowestEnds = new TreeSet<>();
        while (n-- > 0) {
            in.nextToken();
            Integer height = (int) in.nval;
            Integer replaced = lowestEnds.ceiling(height);
            if (replaced != null) {
                lowestEnds.remove(replaced);
            }
            lowestEnds.add(height);
        }
        System.out.println(lowestEnds.size());
    }
}
