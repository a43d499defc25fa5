package org.ltv4j.core.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.io.AtomicFiles;

/**
 * Keeps the accesses that it hears of, in memory or at the end of a file of the caller's choice, until they are purged.
 * Thread-safe. One program writes to a file at a time.
 *
 * <p>The file is UTF-8 text: a header, then a line for each event with time, who, purpose, what and count, separated by
 * tabs; tabs, line ends and backslashes inside are written as backslash and t, n, r or a backslash. A new file is readable
 * by its owner only, where the file system knows owners.
 *
 * <pre>{@code
 * AuditTrail trail = AuditTrail.toFile(Path.of("access.tsv"));
 * DisclosurePolicy policy = DisclosurePolicy.of(Role.OFFICER)
 *     .withAccess(new AccessContext("r.chen", "complaint 17", clock, trail));
 * trail.purgeBefore(clock.instant().minus(Duration.ofDays(365)));
 * }</pre>
 */
public final class AuditTrail implements AccessListener {
    private static final String HEADER = "when\twho\tpurpose\twhat\tcount";
    private static final int CELLS = 5;

    private final @Nullable Path file;
    private final List<AccessEvent> memory = new ArrayList<>();

    private AuditTrail(@Nullable Path file) {
        this.file = file;
    }

    /**
     * A trail that ends with the program.
     *
     * @return an empty trail
     */
    public static AuditTrail inMemory() {
        return new AuditTrail(null);
    }

    /**
     * A trail in a file, to the end of which events are written as they come, forced to the disk one by one.
     *
     * @param file made with the first event if it is not there; its folder must exist
     * @return the trail, with the events of the file
     */
    public static AuditTrail toFile(Path file) {
        return new AuditTrail(file);
    }

    /**
     * Keeps an event.
     *
     * @param event who, what for, which and how much
     * @throws UncheckedIOException if the file cannot be written: then the data should not be shown either
     */
    @Override
    public synchronized void accessed(AccessEvent event) {
        if (file == null) {
            memory.add(event);
            return;
        }
        try {
            append(file, line(event) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the access could not be recorded, so nothing is shown", e);
        }
    }

    /**
     * All events kept, oldest first as they came.
     *
     * @return a copy
     * @throws UncheckedIOException if the file cannot be read
     * @throws InvalidDataException if the file is no audit trail or a line of it is broken
     */
    public synchronized List<AccessEvent> events() {
        if (file == null) {
            return List.copyOf(memory);
        }
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the audit trail could not be read", e);
        }
    }

    /**
     * Forgets events that are older than the retention allows.
     *
     * @param first the earliest moment that is kept, for example a year before the caller's clock
     * @return how many events are gone
     * @throws UncheckedIOException if the file cannot be read or written; it is then as it was
     * @throws InvalidDataException if the file is no audit trail or a line of it is broken
     */
    public synchronized int purgeBefore(Instant first) {
        List<AccessEvent> all = events();
        List<AccessEvent> kept =
                all.stream().filter(event -> !event.when().isBefore(first)).toList();
        if (kept.size() == all.size()) {
            return 0;
        }
        if (file == null) {
            memory.clear();
            memory.addAll(kept);
        } else {
            try {
                AtomicFiles.writeText(file, out -> {
                    out.write(HEADER + "\n");
                    for (AccessEvent event : kept) {
                        out.write(line(event) + "\n");
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException("the audit trail could not be purged", e);
            }
        }
        return all.size() - kept.size();
    }

    private static void append(Path file, String text) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly())) {
            long before = channel.size();
            String all = before == 0 ? HEADER + "\n" + text : text;
            try {
                ByteBuffer bytes = ByteBuffer.wrap(all.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(before); // half a line would break the next one
                throw e;
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static List<AccessEvent> read(Path file) throws IOException {
        List<AccessEvent> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new InvalidDataException("this is no audit trail: its first line is not that of one");
        }
        for (int i = 1; i < lines.size(); i++) {
            events.add(event(lines.get(i), i + 1));
        }
        return events;
    }

    private static AccessEvent event(String line, int number) {
        String[] cells = line.split("\t", -1);
        try {
            if (cells.length == CELLS) {
                return new AccessEvent(
                        Instant.parse(cells[0]),
                        unescaped(cells[1]),
                        unescaped(cells[2]),
                        unescaped(cells[3]),
                        Long.parseLong(cells[4]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // without the cause, whose message would show the cell
        }
        throw new InvalidDataException("line " + number + " of the audit trail is broken");
    }

    private static String line(AccessEvent event) {
        return event.when() + "\t" + escaped(event.who()) + "\t" + escaped(event.purpose()) + "\t"
                + escaped(event.what()) + "\t" + event.count();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Where it is kept. */
    @Override
    public String toString() {
        return file == null ? "audit trail in memory" : "audit trail in a file";
    }
}
