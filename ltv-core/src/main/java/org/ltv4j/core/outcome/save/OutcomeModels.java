package org.ltv4j.core.outcome.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.io.AtomicFiles;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.OutcomeModel;

/**
 * Saves models of outcomes and loads them again.
 *
 * <pre>{@code
 * {"format": "ltv-outcome-model", "formatVersion": 1, "library": "0.1.0", "kind": "fused", "kindVersion": 1,
 *  "outcome": {"kind": "SPEND", "length": 90, "scale": "DAY", "margin": 1},
 *  "members": [{"name": "BG/NBD + Gamma-Gamma", "weight": 0.5, "model": {"kind": "summaries", ...}}, ...], "sha256": "..."}
 * }</pre>
 */
public final class OutcomeModels {
    private static final String FORMAT = "ltv-outcome-model";
    private static final int FORMAT_VERSION = 1;
    private static final String KIND = "kind";
    private static final String KIND_VERSION = "kindVersion";

    private OutcomeModels() {}

    /**
     * Saves a model to a file, which is replaced as a whole.
     *
     * @param model of a kind that has a codec on the class path, as have all of its parts
     * @param file the file to write
     * @throws IllegalArgumentException if the model or a part of it cannot be saved
     * @throws UncheckedIOException if the file cannot be written; a file that stood there before is as it was
     */
    public static void save(OutcomeModel model, Path file) {
        byte[] document = toJson(model).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFiles.write(file, out -> out.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the model cannot be saved to " + file + ": " + e, e);
        }
    }

    /**
     * The document of a model.
     *
     * @param model of a kind that has a codec on the class path, as have all of its parts
     * @return a JSON document that ends in a line feed; the same for the same model
     * @throws IllegalArgumentException if the model or a part of it cannot be saved
     */
    public static String toJson(OutcomeModel model) {
        return JsonDocuments.of(FORMAT, FORMAT_VERSION, out -> write(model, out));
    }

    /**
     * Loads a model.
     *
     * @param file a file written by {@link #save}
     * @param sources finds what makes the features of its parts
     * @return a model that foretells the same as the one that was saved
     * @throws ModelFormatException if the file is no such document, was edited, or needs a newer library
     * @throws InvalidDataException if no source makes the features of a part; the message tells what differs
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static OutcomeModel load(Path file, FeatureSources sources) {
        return JsonDocuments.load(file, FORMAT, FORMAT_VERSION, in -> read(in, sources));
    }

    /**
     * Makes a model from its document.
     *
     * @param json a document made by {@link #toJson}
     * @param sources finds what makes the features of its parts
     * @return a model that foretells the same as the one that was written
     * @throws ModelFormatException if this is no such document, was edited, or needs a newer library
     * @throws InvalidDataException if no source makes the features of a part; the message tells what differs
     */
    public static OutcomeModel fromJson(String json, FeatureSources sources) {
        return JsonDocuments.parse(json, FORMAT, FORMAT_VERSION, in -> read(in, sources));
    }

    /**
     * Writes a model as a part of a document.
     *
     * @param model of a kind that has a codec on the class path
     * @param out takes kind, version and members
     * @throws IllegalArgumentException if the model or a part of it cannot be saved
     */
    public static void write(OutcomeModel model, ModelWriter out) {
        write(OutcomeCodecs.of(model), model, out);
    }

    private static <M extends OutcomeModel> void write(
            OutcomeModelCodec<M> codec, OutcomeModel model, ModelWriter out) {
        out.text(KIND, codec.kind()).integer(KIND_VERSION, codec.version());
        codec.write(codec.modelClass().cast(model), out);
    }

    /**
     * Reads a model that is a part of a document.
     *
     * @param in gives what {@link #write} wrote
     * @param sources finds what makes the features
     * @return the model
     * @throws ModelFormatException if there is no codec for its kind, or a member is missing or wrong
     * @throws InvalidDataException if no source makes the features
     */
    public static OutcomeModel read(ModelReader in, FeatureSources sources) {
        OutcomeModelCodec<?> codec = OutcomeCodecs.of(in, in.text(KIND));
        int version = in.integer(KIND_VERSION, 1, Integer.MAX_VALUE);
        if (version > codec.version()) {
            throw in.error(
                    KIND_VERSION,
                    "this is version " + version + " of " + codec.kind() + ", this library reads up to "
                            + codec.version() + ": upgrade " + codec.module());
        }
        try {
            return codec.read(in, version, sources);
        } catch (ModelFormatException | InvalidDataException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            // the constructor of the model, or of one of its parts, refused the value
            throw new ModelFormatException(in.path() + ": no " + codec.kind() + " model: " + e.getMessage(), e);
        }
    }
}
