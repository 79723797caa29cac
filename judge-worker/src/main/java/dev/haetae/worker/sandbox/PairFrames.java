package dev.haetae.worker.sandbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A pair in the runner's words: its request, its report. */
final class PairFrames {

    private PairFrames() {}

    static Frame request(PairSpec pair) {
        return Frame.of(Request.PAIR)
                .within(Tag.CONTESTANT, program -> RunFrames.putProgram(program, pair.contestant()))
                .within(Tag.JURY, program -> RunFrames.putProgram(program, pair.jury()))
                .number(Tag.TRANSCRIPT_MOST, pair.transcriptBytes())
                .number(Tag.ACCEPTS, pair.accepting());
    }

    static PairReport report(Answer paired) {
        return new PairReport(
                RunFrames.report(paired.within(Tag.CONTESTANT)),
                RunFrames.report(paired.within(Tag.JURY)),
                box(paired.number(Tag.FIRST)),
                new Transcript(said(paired.view(Tag.TRANSCRIPT)), paired.number(Tag.CUT) != 0));
    }

    private static List<Transcript.Said> said(ByteBuffer chunks) {
        List<Transcript.Said> said = new ArrayList<>();
        while (chunks.hasRemaining()) {
            BoxName speaker = box(chunks.get());
            byte[] bytes = new byte[chunks.getInt()];
            chunks.get(bytes);
            said.add(new Transcript.Said(speaker, bytes));
        }
        return said;
    }

    private static BoxName box(long number) {
        if (number < 0 || number >= BoxName.values().length) {
            throw new SandboxException("The runner speaks of a box " + number);
        }
        return BoxName.values()[(int) number];
    }
}
