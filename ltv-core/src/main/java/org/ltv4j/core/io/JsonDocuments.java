package org.ltv4j.core.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ltv4j.core.model.Provenance;

/**
 * JSON documents other than models: texts for people and other programs to read, and files that this library reads again.
 * Same content, same text.
 */
public final class JsonDocuments {
    private JsonDocuments() {}

    /**
     * A document of one object.
     *
     * @param content writes its members, in the order in which they shall stand there
     * @return indented JSON with a line end at its end
     * @throws IllegalArgumentException if a value cannot be held by JSON or a name is given twice
     */
    public static String of(Consumer<ModelWriter> content) {
        ModelWriter root = new ModelWriter("$");
        content.accept(root);
        return JsonText.print(root.members());
    }

    /**
     * A document that {@link #parse} reads again: with its format, its version, the version of this library and a checksum over its
     * values.
     *
     * @param format what it is, a stable name such as {@code ltv-study}
     * @param version version of that format, from 1
     * @param content writes the other members
     * @return indented JSON with a line end at its end
     * @throws IllegalArgumentException if a value cannot be held by JSON or a name is given twice
     */
    public static String of(String format, int version, Consumer<ModelWriter> content) {
        ModelWriter root = new ModelWriter("$");
        root.text("format", format).integer("formatVersion", version).text("library", Provenance.libraryVersion());
        content.accept(root);
        root.text(Checksum.NAME, Checksum.of(root.members()));
        return JsonText.printReadable(root.members());
    }

    /**
     * Saves a document that {@link #load} reads again: with its format, its version, the version of this library and a
     * checksum over its values. The file is replaced as a whole: see {@link AtomicFiles}.
     *
     * @param file the file to write
     * @param format what it is, a stable name such as {@code ltv-study}
     * @param version version of that format, from 1
     * @param content writes the other members
     * @throws IllegalArgumentException if a value cannot be held by JSON or a name is given twice
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(Path file, String format, int version, Consumer<ModelWriter> content) {
        byte[] document = of(format, version, content).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFiles.write(file, out -> out.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be saved: " + e, e);
        }
    }

    /**
     * Loads a document written by {@link #save}. Nothing is trusted: one that is malformed, cut short, edited, of another
     * format, of a newer version or larger than 64 MiB, or that has a member which {@code content} does not ask for, is
     * refused.
     *
     * @param file the file to read
     * @param format what it must be
     * @param newest the newest version of the format that the caller reads
     * @param content makes the result from the members
     * @param <T> what is made
     * @return what {@code content} made
     * @throws ModelFormatException if the file is no such document; the message names the file and the place in it
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static <T> T load(Path file, String format, int newest, Function<ModelReader, T> content) {
        return JsonFiles.read(file, format, text -> parse(text, format, newest, content));
    }

    /**
     * Reads a document made by {@link #of(String, int, Consumer)}, as {@link #load} does.
     *
     * @param text the document
     * @param format what it must be
     * @param newest the newest version of the format that the caller reads
     * @param content makes the result from the members
     * @param <T> what is made
     * @return what {@code content} made
     * @throws ModelFormatException if the text is no such document
     */
    public static <T> T parse(String text, String format, int newest, Function<ModelReader, T> content) {
        Map<String, Object> root = JsonText.parse(text);
        ModelReader in = new ModelReader("$", root);
        String found = in.text("format");
        if (!found.equals(format)) {
            throw in.error("format", "need '" + format + "', got '" + ModelReader.shortened(found) + "'");
        }
        int version = in.integer("formatVersion", 1, Integer.MAX_VALUE);
        if (version > newest) {
            throw in.error(
                    "formatVersion", "is " + version + ", this library reads up to " + newest + ": upgrade ltv4j");
        }
        in.text("library");
        Checksum.check(root, in, "a value was changed after the file was saved; make the file anew");
        T result = content.apply(in);
        in.finish();
        return result;
    }
}
