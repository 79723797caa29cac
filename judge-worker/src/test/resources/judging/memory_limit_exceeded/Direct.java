import java.lang.foreign.Arena;
public class Direct {
    public static void main(String[] args) { for (;;) Arena.global().allocate(1 << 20).fill((byte) 1); }
}
