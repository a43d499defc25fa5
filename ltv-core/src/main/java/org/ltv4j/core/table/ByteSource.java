package org.ltv4j.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read more than once: a file, a resource, a blob. Readers open it anew for each pass. */
@FunctionalInterface
public interface ByteSource {
    /**
     * A stream over all bytes from the first one; the reader closes it.
     *
     * @return a new stream
     * @throws IOException if the bytes cannot be reached
     */
    InputStream open() throws IOException;

    /**
     * What messages call this source.
     *
     * @return a short name, for example of the file
     */
    default String name() {
        return "the input";
    }

    /**
     * How many bytes there are, for progress.
     *
     * @return bytes, or 0 where not known
     */
    default long size() {
        return 0;
    }

    /**
     * The bytes of a file.
     *
     * @param file the file
     * @return a source that opens it
     */
    static ByteSource of(Path file) {
        return new ByteSource() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public String name() {
                Path name = file.getFileName();
                return name == null ? file.toString() : name.toString();
            }

            @Override
            public long size() {
                try {
                    return Files.size(file);
                } catch (IOException e) {
                    return 0; // progress only: opening the file will tell what is wrong
                }
            }
        };
    }
}
