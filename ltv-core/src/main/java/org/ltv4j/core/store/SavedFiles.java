package org.ltv4j.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.io.AtomicFiles;

/** Opens and writes the files of this package, encrypted or not, with errors that name the file. */
final class SavedFiles {
    private SavedFiles() {}

    /** Reads the content of a file. */
    @FunctionalInterface
    interface Content<T> {
        /** Reads everything, of which there are so many bytes. */
        T readFrom(InputStream in, long size) throws IOException;
    }

    static void write(FileForm form, Path file, @Nullable EncryptionKey key, AtomicFiles.Content content) {
        try {
            if (key == null) {
                AtomicFiles.write(file, content);
            } else {
                EncryptedStreams.save(file, key, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the " + form.what() + " cannot be saved to " + file + ": " + e, e);
        }
    }

    static <T> T read(FileForm form, Path file, @Nullable EncryptionKey key, Content<T> content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new SavedFileException(
                        Files.isDirectory(file)
                                ? "this is a folder, not a saved " + form.what()
                                : "this is no regular file");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    InputStream raw = Channels.newInputStream(channel);
                    InputStream in = key == null ? raw : EncryptedStreams.decrypting(raw, key)) {
                long size = channel.size();
                return content.readFrom(in, key == null ? size : EncryptedStreams.contentSize(size));
            }
        } catch (SavedFileException e) {
            throw new SavedFileException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no saved " + form.what() + " " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the saved " + form.what() + " " + file + " cannot be read: " + e, e);
        }
    }
}
