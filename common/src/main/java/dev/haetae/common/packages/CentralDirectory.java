package dev.haetae.common.packages;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java.util.zip} does not tell of an archive's central directory (APPNOTE.TXT, 4.3.12 to 4.3.16): how large it is,
 * before it is loaded as a whole, and which entries are symbolic links.
 */
final class CentralDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int END64_SIZE = 56;
    private static final int LOCATOR64_SIGNATURE = 0x07064b50;
    private static final int LOCATOR64_SIZE = 20;
    private static final int ENTRY_SIZE = 46;
    private static final int MADE_BY_UNIX = 3;
    private static final int TYPE_MASK = 0xF000;
    private static final int TYPE_LINK = 0xA000;

    private final long entries;
    private final long sizeBytes;
    private final long offset;

    private CentralDirectory(long entries, long sizeBytes, long offset) {
        this.entries = entries;
        this.sizeBytes = sizeBytes;
        this.offset = offset;
    }

    /** Finds the directory of an archive; null when the file has none. */
    static @Nullable CentralDirectory find(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            long tailStart = Math.max(0, file.length() - END_SIZE - LONGEST_COMMENT - LOCATOR64_SIZE);
            ByteBuffer tail = read(file, tailStart, (int) (file.length() - tailStart));
            for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    // The last one decides, or another reader could be shown another directory.
                    boolean ends = at + END_SIZE + unsigned16(tail, at + 20) == tail.limit();
                    return ends ? at(file, tail, at) : null;
                }
            }
            return null;
        }
    }

    long entries() {
        return entries;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** Which entries are symbolic links, in the directory's order; its size must have been found bearable. */
    boolean[] links(Path zip) throws IOException {
        boolean[] links = new boolean[Math.toIntExact(entries)];
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            ByteBuffer directory = read(file, offset, Math.toIntExact(sizeBytes));
            int at = 0;
            for (int i = 0; i < links.length && at + ENTRY_SIZE <= directory.limit(); i++) {
                boolean unix = directory.get(at + 5) == MADE_BY_UNIX;
                links[i] = unix && (unsigned16(directory, at + 40) & TYPE_MASK) == TYPE_LINK;
                at += ENTRY_SIZE
                        + unsigned16(directory, at + 28)
                        + unsigned16(directory, at + 30)
                        + unsigned16(directory, at + 32);
            }
        }
        return links;
    }

    private static @Nullable CentralDirectory at(RandomAccessFile file, ByteBuffer tail, int end) throws IOException {
        long entries = unsigned16(tail, end + 10);
        long size = unsigned32(tail, end + 12);
        if (entries == 0xFFFF || size == 0xFFFF_FFFFL || unsigned32(tail, end + 16) == 0xFFFF_FFFFL) {
            int locator = end - LOCATOR64_SIZE;
            if (locator >= 0 && tail.getInt(locator) == LOCATOR64_SIGNATURE) {
                return at64(file, tail.getLong(locator + 8));
            }
        }
        // Counted back from its end, as readers do: an archive may have something in front.
        return new CentralDirectory(entries, size, file.length() - (tail.limit() - end) - size);
    }

    private static @Nullable CentralDirectory at64(RandomAccessFile file, long end) throws IOException {
        ByteBuffer end64 = read(file, end, END64_SIZE);
        if (end64.limit() < END64_SIZE || end64.getInt(0) != END64_SIGNATURE) {
            return null;
        }
        long size = end64.getLong(40);
        return new CentralDirectory(end64.getLong(32), size, end - size);
    }

    /** The bytes at a place of the file; none where the file does not have them all. */
    private static ByteBuffer read(RandomAccessFile file, long offset, int length) throws IOException {
        if (offset < 0 || offset > file.length() - length) {
            return ByteBuffer.allocate(0);
        }
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned16(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private static long unsigned32(ByteBuffer buffer, int at) {
        return Integer.toUnsignedLong(buffer.getInt(at));
    }
}
