package org.ltv4j.core.io;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a file whole or not at all. The content goes to a new file in the same folder, is forced to the disk, and takes the
 * place of the target in one step. Whatever goes wrong (a full disk, an interrupt, an exception of the caller), the file
 * that stood there before is as it was, and the new one is removed; only a process that is killed leaves a file named {@code
 * .name.*.tmp}, which may be deleted.
 *
 * <p>A link is followed: the file that it points to is replaced. A new file gets the usual permissions, an existing one
 * keeps its own.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything; need not close or flush.
         *
         * @param out takes the bytes, buffered
         * @throws IOException if a write fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the text of a file. */
    @FunctionalInterface
    public interface Text {
        /**
         * Writes everything; need not close or flush.
         *
         * @param out takes the text, buffered
         * @throws IOException if a write fails
         */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes a file of bytes.
     *
     * @param file the file to make or to replace; its folder must exist
     * @param content writes the bytes; may throw anything
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, Disk.REAL);
    }

    /**
     * Writes a file of UTF-8 text.
     *
     * @param file the file to make or to replace; its folder must exist
     * @param text writes the text; may throw anything
     * @throws IOException if the file cannot be written
     */
    public static void writeText(Path file, Text text) throws IOException {
        write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.writeTo(writer);
            writer.flush();
        });
    }

    static void write(Path file, Content content, Disk disk) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = folderOf(target);
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        boolean done = false;
        try {
            try (Disk.NewFile created = disk.create(temporary)) {
                disk.permit(temporary, target);
                OutputStream out = new BufferedOutputStream(created.stream(), 1 << 16);
                content.writeTo(out);
                out.flush();
                created.force();
            }
            disk.replace(temporary, target);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(temporary);
            }
        }
        disk.forceFolder(folder);
    }

    private static Path folderOf(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a folder, not a file");
        }
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(target + " is not the path of a file");
        }
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the folder does not exist");
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return folder;
    }
}
