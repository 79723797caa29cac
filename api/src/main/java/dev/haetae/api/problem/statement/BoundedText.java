package dev.haetae.api.problem.statement;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what a renderer writes up to a bound; then the renderer is stopped. A short source can ask for a text that fills the memory. */
final class BoundedText implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int mostChars;

    private BoundedText(int mostChars) {
        this.mostChars = mostChars;
    }

    /** How a renderer is stopped. */
    private static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FullException() {
            super("The text is long enough", null, false, false);
        }
    }

    /** What is written, but for what comes when there are so many characters. */
    static String of(int mostChars, Consumer<Appendable> renderer) {
        BoundedText bounded = new BoundedText(mostChars);
        try {
            renderer.accept(bounded);
        } catch (FullException e) {
            // What is there is shown.
        }
        return bounded.text.toString();
    }

    @Override
    public Appendable append(@Nullable CharSequence piece) {
        text.append(piece);
        return requireRoom();
    }

    @Override
    public Appendable append(@Nullable CharSequence piece, int start, int end) {
        text.append(piece, start, end);
        return requireRoom();
    }

    @Override
    public Appendable append(char c) {
        text.append(c);
        return requireRoom();
    }

    private BoundedText requireRoom() {
        if (text.length() >= mostChars) {
            throw new FullException();
        }
        return this;
    }
}
