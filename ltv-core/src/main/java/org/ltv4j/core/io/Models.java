package org.ltv4j.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.Provenance;

/**
 * Saves models and loads them again. The same model gives the same bytes, and what is loaded is equal to what was saved, to
 * the last bit. See the description of this package for the format.
 *
 * <p>Loading trusts nothing: a document that is malformed, cut short, edited, of a newer version or larger than 64 MiB is
 * refused with a {@link ModelFormatException}. A model made by hand from published numbers does not need a document: call
 * its factory, for example {@code BgNbdModel.of(...)}, and save that.
 */
public final class Models {
    private static final String FORMAT = "ltv-model";
    private static final int FORMAT_VERSION = 1;

    private Models() {}

    /**
     * Saves a model to a file, which is replaced as a whole: see {@link AtomicFiles}.
     *
     * @param model any model of a kind that has a codec on the class path
     * @param file the file to write
     * @throws IllegalArgumentException if there is no codec for this kind of model
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(LtvModel model, Path file) {
        byte[] document = toJson(model).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFiles.write(file, out -> out.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the model cannot be saved to " + file + ": " + e, e);
        }
    }

    /**
     * Writes a model to a stream, which stays open.
     *
     * @param model any model of a kind that has a codec on the class path
     * @param out takes the UTF-8 document
     * @throws IllegalArgumentException if there is no codec for this kind of model
     * @throws IOException if the stream fails
     */
    public static void write(LtvModel model, OutputStream out) throws IOException {
        out.write(toJson(model).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The document of a model.
     *
     * @param model any model of a kind that has a codec on the class path
     * @return a JSON document that ends in a line feed
     * @throws IllegalArgumentException if there is no codec for this kind of model
     */
    public static String toJson(LtvModel model) {
        ModelWriter inner = new ModelWriter("$");
        Codecs.write(model, inner);
        ModelWriter root = new ModelWriter("$").text("format", FORMAT).integer("formatVersion", FORMAT_VERSION);
        for (Map.Entry<String, Object> member : inner.members().entrySet()) {
            root.put(member.getKey(), member.getValue());
            if (member.getKey().equals(Codecs.KIND_VERSION)) {
                root.text("library", Provenance.libraryVersion());
            }
        }
        root.text(Checksum.NAME, Checksum.of(root.members()));
        return JsonText.printReadable(root.members());
    }

    /**
     * Loads a model of any kind.
     *
     * @param file a file written by {@link #save}
     * @return a model equal to the one that was saved
     * @throws ModelFormatException if the file is no model document, was edited, or needs a newer library
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static LtvModel load(Path file) {
        return load(file, LtvModel.class);
    }

    /**
     * Loads a model of a known kind.
     *
     * @param file a file written by {@link #save}
     * @param type what the model must be: its own class or an interface such as {@code SpendModel}
     * @param <M> what the model must be
     * @return a model equal to the one that was saved
     * @throws ModelFormatException if the file is no model document, holds another kind of model, was edited, or needs a
     *     newer library
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static <M extends LtvModel> M load(Path file, Class<M> type) {
        return JsonFiles.read(file, "model", json -> fromJson(json, type));
    }

    /**
     * Reads a model of a known kind from a stream, to its end; the stream stays open.
     *
     * @param in a UTF-8 document
     * @param type what the model must be
     * @param <M> what the model must be
     * @return a model equal to the one that was written
     * @throws ModelFormatException if this is no model document, holds another kind of model, was edited, or needs a newer
     *     library
     * @throws IOException if the stream fails
     */
    public static <M extends LtvModel> M read(InputStream in, Class<M> type) throws IOException {
        return fromJson(JsonFiles.text(in, "model"), type);
    }

    /**
     * Makes a model of any kind from its document.
     *
     * @param json a document made by {@link #toJson}
     * @return a model equal to the one that was written
     * @throws ModelFormatException if this is no model document, was edited, or needs a newer library
     */
    public static LtvModel fromJson(String json) {
        return fromJson(json, LtvModel.class);
    }

    /**
     * Makes a model of a known kind from its document.
     *
     * @param json a document made by {@link #toJson}
     * @param type what the model must be
     * @param <M> what the model must be
     * @return a model equal to the one that was written
     * @throws ModelFormatException if this is no model document, holds another kind of model, was edited, or needs a newer
     *     library
     */
    public static <M extends LtvModel> M fromJson(String json, Class<M> type) {
        Map<String, Object> root = JsonText.parse(json);
        ModelReader in = new ModelReader("$", root);
        String format = in.text("format");
        if (!format.equals(FORMAT)) {
            throw in.error("format", "need '" + FORMAT + "', got '" + ModelReader.shortened(format) + "'");
        }
        int version = in.integer("formatVersion", 1, Integer.MAX_VALUE);
        if (version > FORMAT_VERSION) {
            throw new ModelFormatException("model file has format version " + version + ", this library reads up to "
                    + FORMAT_VERSION + ": upgrade ltv-core");
        }
        ModelCodec<?> codec = Codecs.codec(in);
        in.text("library");
        Checksum.check(
                root,
                in,
                "a value was changed after the model was saved. Save the model again; to make one from numbers,"
                        + " call its factory, for example BgNbdModel.of");
        M model = Codecs.read(in, type, codec);
        in.finish();
        return model;
    }
}
