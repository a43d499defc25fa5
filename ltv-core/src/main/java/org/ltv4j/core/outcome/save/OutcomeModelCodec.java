package org.ltv4j.core.outcome.save;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.OutcomeModel;

/**
 * Writes and reads one kind of model of outcomes. An implementation is a public class with a public constructor without arguments,
 * named in {@code META-INF/services/org.ltv4j.core.outcome.save.OutcomeModelCodec} of its module. Models within a model are written
 * by {@link OutcomeModels#write} and read by {@link OutcomeModels#read}.
 *
 * @param <M> the class of the model
 */
public interface OutcomeModelCodec<M extends OutcomeModel> {
    /**
     * The stable name of this kind of model in files.
     *
     * @return for example {@code fused}
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
     * @return the class of the model itself, not of a parent
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
     * @param out takes the members
     */
    void write(M model, ModelWriter out);

    /**
     * Reads a model from its members.
     *
     * @param in gives the members
     * @param version the version they were written with, from 1 to {@link #version()}
     * @param sources finds what makes the features of a part that needs some
     * @return a model that foretells the same as the one that was written
     * @throws org.ltv4j.core.io.ModelFormatException if a member is missing, of another type or out of its range
     * @throws org.ltv4j.core.data.InvalidDataException if no source makes the features
     */
    M read(ModelReader in, int version, FeatureSources sources);
}
