package org.ltv4j.core.io;

import java.util.function.Consumer;

/** JSON texts other than models, for people and other programs to read: same content, same text. */
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
}
