package org.ltv4j.examples.quickstart;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes several files all or none. They are made in a hidden folder beside their places and moved there together by
 * {@link #commit()}; whatever fails before or during it leaves the files that stood there before as they were. {@link
 * #close()} removes what is not committed; it may be called from another thread, such as that of a shutdown.
 */
final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final Deque<Path> madeFolders = new ArrayDeque<>();
    private final Opener opener;
    private final Map<String, Path> staged = new LinkedHashMap<>();
    private @Nullable Path staging;
    private boolean closed;

    /** Opens a new file; tests put a full disk here. */
    @FunctionalInterface
    interface Opener {
        Opener REAL =
                file -> new Forced(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));

        OutputStream open(Path file) throws IOException;
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private OutputFolder(Path folder, Opener opener) {
        this.folder = folder.toAbsolutePath().normalize();
        this.opener = opener;
    }

    /** The folder, not yet looked at: {@link #prepare()} does that. */
    static OutputFolder of(Path folder, Opener opener) {
        return new OutputFolder(folder, opener);
    }

    /**
     * Makes the folder if need be and finds out whether it can be written to.
     *
     * @throws OutputException if it cannot
     */
    synchronized OutputFolder prepare() {
        if (closed) {
            throw new CancellationException("interrupted: nothing was written to " + folder);
        }
        try {
            makeFolders(folder, madeFolders);
            staging = Files.createTempDirectory(folder, ".ltv-");
            return this;
        } catch (IOException e) {
            removeFolders(madeFolders);
            throw failure(folder, e);
        }
    }

    private Path staging() {
        Path place = staging;
        if (place == null) {
            throw new IllegalStateException("the folder is not prepared");
        }
        return place;
    }

    private static void makeFolders(Path target, Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path dir = target; dir != null && !Files.exists(dir); dir = dir.getParent()) {
            missing.push(dir);
        }
        for (Path dir : missing) {
            Files.createDirectory(dir);
            made.push(dir);
        }
        if (!Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "is a file, not a folder");
        }
    }

    Path folder() {
        return folder;
    }

    /**
     * Writes a file to the hidden folder.
     *
     * @throws OutputException if it cannot be written
     */
    void write(String name, Content content) {
        Path file = staging().resolve(name);
        try (OutputStream out = new BufferedOutputStream(opener.open(file), 1 << 16)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw failure(folder.resolve(name), e);
        }
        staged.put(name, file);
    }

    /**
     * Moves all written files to their places.
     *
     * @throws OutputException if one cannot be moved; then all are as they were
     */
    synchronized void commit() {
        if (closed) {
            throw new CancellationException("interrupted: nothing was written to " + folder);
        }
        List<Moved> moved = new ArrayList<>();
        try {
            for (Map.Entry<String, Path> file : staged.entrySet()) {
                moved.add(move(
                        file.getValue(),
                        folder.resolve(file.getKey()),
                        staging().resolve(file.getKey() + ".before")));
            }
            madeFolders.clear();
        } catch (IOException e) {
            RuntimeException failure = failure(folder, e);
            undo(moved, failure);
            throw failure;
        }
    }

    private record Moved(Path target, @Nullable Path before) {}

    private static Moved move(Path file, Path target, Path before) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "is a folder, not a file");
        }
        boolean replaces = Files.exists(target);
        if (replaces) {
            // a second name keeps the old file until all are moved, so that no moment is without a file
            copyOrLink(target, before);
            keepPermissions(target, file);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Moved(target, replaces ? before : null);
    }

    /** Who made an old file private meant the new one too. */
    private static void keepPermissions(Path target, Path file) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null) {
            Files.setPosixFilePermissions(file, old.readAttributes().permissions());
        }
    }

    private static void copyOrLink(Path target, Path before) throws IOException {
        try {
            Files.createLink(before, target);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(target, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void undo(List<Moved> moved, RuntimeException failure) {
        for (Moved one : moved) {
            try {
                if (one.before == null) {
                    Files.deleteIfExists(one.target);
                } else {
                    Files.move(one.before, one.target, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Removes the hidden folder, and folders made for outputs that did not come. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Path place = staging;
        if (place == null) {
            return;
        }
        try (var files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(place);
        } catch (IOException e) {
            // a hidden folder is left behind; the outputs are not concerned
        }
        removeFolders(madeFolders);
    }

    private static void removeFolders(Deque<Path> made) {
        try {
            for (Path dir : made) {
                Files.deleteIfExists(dir);
            }
        } catch (IOException e) {
            // not empty: somebody else uses it by now
        }
    }

    private static RuntimeException failure(Path place, IOException e) {
        if (e instanceof ClosedByInterruptException) {
            CancellationException interrupted = new CancellationException("interrupted while writing " + place);
            interrupted.initCause(e);
            return interrupted;
        }
        String reason = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException) {
            reason = "this user may not write there";
        } else if (e instanceof FileSystemException detail && detail.getReason() != null) {
            reason = detail.getReason();
        }
        return new OutputException("cannot write " + place + ": " + reason + "; nothing was changed", e);
    }

    /** A stream whose bytes are on the disk when it is closed. */
    private static final class Forced extends OutputStream {
        private final FileChannel channel;
        private final OutputStream out;

        Forced(FileChannel channel) {
            this.channel = channel;
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                channel.force(true);
            }
        }
    }
}
