package org.ltv4j.core.io;

import java.util.function.Consumer;
import java.util.function.Function;

/** Writes a part of a model document as JSON text and reads it back, for parts that are no model of their own. */
public final class ModelParts {
    private ModelParts() {}

    /** The members as JSON. */
    public static String json(Consumer<ModelWriter> content) {
        ModelWriter out = new ModelWriter("$");
        content.accept(out);
        return JsonText.print(out.members());
    }

    /** What is read from JSON; a member that nobody asked for fails. */
    public static <T> T read(String json, Function<ModelReader, T> content) {
        ModelReader in = new ModelReader("$", JsonText.parse(json));
        T read = content.apply(in);
        in.finish();
        return read;
    }
}
