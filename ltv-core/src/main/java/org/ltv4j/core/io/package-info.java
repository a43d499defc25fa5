/**
 * Saved models: versioned JSON documents, found again by the stable name of their kind, and files that are written whole or
 * not at all.
 *
 * <pre>{@code
 * Models.save(model, Path.of("model.json"));
 * BgNbdModel same = Models.load(Path.of("model.json"), BgNbdModel.class);     // equal to model, to the last bit
 * }</pre>
 *
 * <p>A document looks like this; the members between {@code library} and {@code sha256} are those of the kind of model:
 *
 * <pre>{@code
 * {
 *   "format": "ltv-model",
 *   "formatVersion": 1,
 *   "kind": "bg-nbd",
 *   "kindVersion": 1,
 *   "library": "0.1.0",
 *   "timeScale": "WEEK",
 *   ...
 *   "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
 * }
 * }</pre>
 *
 * <p>No class name and no clock time stands in it, so the same model gives the same bytes, whatever the machine. It is read
 * as strictly as a model is made: every member must be there, of its type, in its range, and none that is not known. The
 * checksum is over the values, not over the text, so that indenting or reordering a document does no harm, while an edited
 * value is refused. It guards against accidents; it is no signature.
 *
 * <p>A new kind of model brings a {@link org.ltv4j.core.io.ModelCodec} of its own, found by
 * {@link java.util.ServiceLoader}; nothing here changes.
 */
@NullMarked
package org.ltv4j.core.io;

import org.jspecify.annotations.NullMarked;
