package org.ltv4j.core.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.ltv4j.core.model.LtvModel;

/** Finds the codec of a kind of model, and writes and reads a model with its kind and version. */
final class Codecs {
    private static final String KIND = "kind";
    static final String KIND_VERSION = "kindVersion";

    private Codecs() {}

    /** Writes kind, version and members. */
    static void write(LtvModel model, ModelWriter out) {
        ModelCodec<?> codec = all().get(model.kind());
        if (codec == null) {
            throw new IllegalArgumentException("a model of kind " + model.kind()
                    + " cannot be saved: no codec for it is on" + " the class path, only for " + kinds());
        }
        write(codec, model, out);
    }

    private static <M extends LtvModel> void write(ModelCodec<M> codec, LtvModel model, ModelWriter out) {
        if (!codec.modelClass().isInstance(model)) {
            throw new IllegalArgumentException("the codec of kind " + codec.kind() + " saves "
                    + codec.modelClass().getSimpleName() + ", not "
                    + model.getClass().getSimpleName());
        }
        writeKind(codec, out);
        codec.write(codec.modelClass().cast(model), out);
    }

    static void writeKind(ModelCodec<?> codec, ModelWriter out) {
        out.text(KIND, codec.kind()).integer(KIND_VERSION, codec.version());
    }

    /** Reads kind, version and members. */
    static <M extends LtvModel> M read(ModelReader in, Class<M> type) {
        return read(in, type, codec(in));
    }

    static <M extends LtvModel> M read(ModelReader in, Class<M> type, ModelCodec<?> codec) {
        if (!type.isAssignableFrom(codec.modelClass())) {
            throw in.error(
                    KIND,
                    "this is a " + codec.kind() + " model ("
                            + codec.modelClass().getSimpleName() + "), not a " + type.getSimpleName());
        }
        return type.cast(members(in, codec));
    }

    /** The codec of a document, once kind and version are known to be readable. */
    static ModelCodec<?> codec(ModelReader in) {
        String kind = in.text(KIND);
        ModelCodec<?> codec = all().get(kind);
        if (codec == null) {
            throw in.error(
                    KIND,
                    "no codec for models of kind '" + ModelReader.shortened(kind) + "' is on the class path, only for "
                            + kinds() + ": add the module that brings it");
        }
        int version = in.integer(KIND_VERSION, 1, Integer.MAX_VALUE);
        if (version > codec.version()) {
            throw new ModelFormatException("model file needs " + kind + " version " + version
                    + ", this library reads up to " + codec.version() + ": upgrade " + codec.module());
        }
        return codec;
    }

    private static LtvModel members(ModelReader in, ModelCodec<?> codec) {
        try {
            return codec.read(in, in.integer(KIND_VERSION, 1, codec.version()));
        } catch (ModelFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            // the constructor of the model, or of one of its parts, refused the value
            throw new ModelFormatException(in.path() + ": no " + codec.kind() + " model: " + e.getMessage(), e);
        }
    }

    private static TreeSet<String> kinds() {
        return new TreeSet<>(all().keySet());
    }

    private static Map<String, ModelCodec<?>> all() {
        Map<String, ModelCodec<?>> codecs = new LinkedHashMap<>();
        for (ModelCodec<?> codec : Services.of(ModelCodec.class)) {
            ModelCodec<?> other = codecs.putIfAbsent(codec.kind(), codec);
            if (other != null
                    && !other.modelClass().getName().equals(codec.modelClass().getName())) {
                throw new IllegalStateException("two codecs for models of kind " + codec.kind() + ": "
                        + other.getClass().getName() + " and "
                        + codec.getClass().getName());
            }
        }
        return codecs;
    }
}
