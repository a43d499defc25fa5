package org.ltv4j.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.io.AtomicFiles;
import org.ltv4j.core.merge.AppendPlan;
import org.ltv4j.core.merge.Appended;

/**
 * Saves logs and loads them again. The same log gives the same bytes, and what is loaded is the log that was saved, to the
 * last bit and in the same order. A file takes the place of the former one in one step ({@link AtomicFiles}).
 *
 * <p>Loading trusts nothing: every length is held against the size of the file before memory is asked for, every column has a
 * checksum, and what is no log is refused. A checksum shows accidents, not intent: whoever fears the latter encrypts.
 *
 * <p>The form, big-endian: 8 bytes {@code 89 "LTVLOG" 0A}; version (4 bytes, 1); length of the directory (4 bytes); the
 * directory, which gives for each column its name, kind, width, base and number of values; its CRC-32C; then the columns, each
 * with its CRC-32C. Whole numbers are written as what they are above the smallest of their column, in as few bytes as the
 * largest needs; amounts as the 64 bits of the double. A version of this library reads the files of all versions before it.
 *
 * <p>With a key the same bytes are encrypted, see {@link EncryptedStreams}.
 */
public final class LogFiles {
    private LogFiles() {}

    /**
     * Saves a log.
     *
     * @param log any log, cleaned or not
     * @param file the file to make or to replace; its folder must exist
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(TransactionLog log, Path file) {
        write(log, file, null);
    }

    /**
     * Saves a log encrypted.
     *
     * @param log any log, cleaned or not
     * @param file the file to make or to replace; its folder must exist
     * @param key the key, which is written nowhere
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(TransactionLog log, Path file, EncryptionKey key) {
        write(log, file, key);
    }

    /**
     * Loads a log that was saved without a key.
     *
     * @param file a file written by {@link #save(TransactionLog, Path)}
     * @return the log that was saved
     * @throws SavedFileException if the file is no saved log, is encrypted, was cut short or changed, or needs a newer library
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static TransactionLog load(Path file) {
        return read(file, null);
    }

    /**
     * Loads a log that was saved with a key.
     *
     * @param file a file written by {@link #save(TransactionLog, Path, EncryptionKey)}
     * @param key the key with which it was saved
     * @return the log that was saved
     * @throws SavedFileException if the file is no saved log, is not encrypted, or with another key, was cut short or changed,
     *     or needs a newer library
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static TransactionLog load(Path file, EncryptionKey key) {
        return read(file, key);
    }

    /**
     * Appends a batch of rows to a saved log. If anything goes wrong, the file is as it was. A file named {@code .name.lock}
     * beside it, which stays, keeps two processes from appending at once.
     *
     * @param file a file written by {@link #save(TransactionLog, Path)}
     * @param batch new rows, which may repeat rows of the log
     * @param plan how rows are known and what to do with contradictions
     * @return the log now in the file, and what became of the rows; where nothing is new the file is not written
     * @throws InvalidDataException if the plan refuses the rows
     * @throws SavedFileException if the file is no saved log, or another process is appending to it
     * @throws UncheckedIOException if the file is missing or cannot be read or written
     */
    public static Appended append(Path file, TransactionLog batch, AppendPlan plan) {
        return appendTo(file, batch, plan, null);
    }

    /**
     * Appends a batch of rows to a saved log that is encrypted, see {@link #append(Path, TransactionLog, AppendPlan)}.
     *
     * @param file a file written by {@link #save(TransactionLog, Path, EncryptionKey)}
     * @param batch new rows, which may repeat rows of the log
     * @param plan how rows are known and what to do with contradictions
     * @param key the key with which it was saved
     * @return the log now in the file, and what became of the rows; where nothing is new the file is not written
     * @throws InvalidDataException if the plan refuses the rows
     * @throws SavedFileException if the file cannot be loaded with the key, or another process is appending to it
     * @throws UncheckedIOException if the file is missing or cannot be read or written
     */
    public static Appended append(Path file, TransactionLog batch, AppendPlan plan, EncryptionKey key) {
        return appendTo(file, batch, plan, key);
    }

    private static void write(TransactionLog log, Path file, @Nullable EncryptionKey key) {
        SavedFiles.write(LogWriter.FORM, file, key, out -> LogWriter.write(log, out));
    }

    private static TransactionLog read(Path file, @Nullable EncryptionKey key) {
        return SavedFiles.read(LogWriter.FORM, file, key, LogReader::read);
    }

    private static Appended appendTo(Path file, TransactionLog batch, AppendPlan plan, @Nullable EncryptionKey key) {
        if (!Files.exists(file)) {
            throw new UncheckedIOException(
                    "there is no saved log " + file + " to append to: save the first one",
                    new NoSuchFileException(file.toString()));
        }
        try {
            Path target = file.toRealPath();
            Path lockFile = target.resolveSibling("." + target.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel, file)) {
                TransactionLog log = read(target, key);
                Appended appended = plan.append(log, batch);
                if (lock.isValid() && appended.log() != log) {
                    write(appended.log(), target, key);
                }
                return appended;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the saved log " + file + " cannot be appended to: " + e, e);
        }
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new SavedFileException(file + ": another run is appending to this log; try again when it has ended");
        }
        return lock;
    }
}
