package org.ltv4j.core.io;

import org.ltv4j.core.model.LtvModel;

/**
 * Writes and reads one kind of model. An implementation is a public class with a public constructor without arguments,
 * named in {@code META-INF/services/org.ltv4j.core.io.ModelCodec} of its module.
 *
 * <pre>{@code
 * public void write(BgNbdModel model, ModelWriter out) {
 *     out.choice("timeScale", model.scale())
 *        .object("parameters", p -> p.number("r", model.r()).number("alpha", model.alpha()))
 *        .fit(model.fit());
 * }
 *
 * public BgNbdModel read(ModelReader in, int version) {
 *     ModelReader p = in.object("parameters");
 *     return new BgNbdModel(p.positive("r"), p.positive("alpha"), in.choice("timeScale", TimeScale.class), in.fit());
 * }
 * }</pre>
 *
 * <p>{@link #read} takes every member that {@link #write} wrote; a member that was not asked for is reported as unknown. It
 * may leave the checking of ranges to the constructor of the model: an {@link IllegalArgumentException} from there becomes
 * a {@link ModelFormatException}.
 *
 * @param <M> the class of the model
 */
public interface ModelCodec<M extends LtvModel> {
    /**
     * The stable name of this kind of model, equal to {@link LtvModel#kind()}.
     *
     * @return for example {@code bg-nbd}
     */
    String kind();

    /**
     * The version of the members that {@link #write} writes. It rises when they change; {@link #read} reads every older one.
     *
     * @return at least 1
     */
    int version();

    /**
     * The class that {@link #read} returns and {@link #write} takes.
     *
     * @return the class of the model
     */
    Class<M> modelClass();

    /**
     * Which module a user has to upgrade to read a newer version.
     *
     * @return the name of the module that holds this codec
     */
    default String module() {
        return "ltv-models";
    }

    /**
     * Writes the members of a model.
     *
     * @param model what to write
     * @param out takes the members; the envelope (format, kind, versions, checksum) is not the codec's business
     */
    void write(M model, ModelWriter out);

    /**
     * Reads a model from its members.
     *
     * @param in gives the members
     * @param version the version they were written with, from 1 to {@link #version()}
     * @return a model equal to the one that was written
     * @throws ModelFormatException if a member is missing, of another type or out of its range
     */
    M read(ModelReader in, int version);
}
