package org.ltv4j.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads files of JSON text, with errors that name the file. */
final class JsonFiles {
    private JsonFiles() {}

    /** What {@code content} makes of the text of a file; {@code what} names the kind of file in errors. */
    static <T> T read(Path file, String what, Function<String, T> content) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new ModelFormatException(
                        Files.isDirectory(file)
                                ? "this is a folder, not a " + what + " file"
                                : "this is no regular file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return content.apply(text(in, what));
            }
        } catch (ModelFormatException e) {
            throw new ModelFormatException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no " + what + " file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the " + what + " file " + file + " cannot be read: " + e, e);
        }
    }

    /** The text of a stream, to its end; the stream stays open. */
    static String text(InputStream in, String what) throws IOException {
        byte[] document = in.readNBytes(JsonText.MAX_SIZE + 1);
        if (document.length > JsonText.MAX_SIZE) {
            throw new ModelFormatException(
                    "larger than " + (JsonText.MAX_SIZE >> 20) + " MiB: this is no " + what + " document");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException("this is no " + what + " document: it is not UTF-8 text", e);
        }
    }
}
