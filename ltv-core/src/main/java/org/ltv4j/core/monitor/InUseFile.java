package org.ltv4j.core.monitor;

import java.nio.file.Path;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModels;

/**
 * A model in use as JSON.
 *
 * <pre>{@code
 * {"format": "ltv-model-in-use", "formatVersion": 1, "library": "0.1.0", "name": "boosted trees", "knownUntil": "2026-06-30",
 *  "model": {"kind": "features", ...}, "baseline": {"asOf": "2026-06-30", ...}, "sha256": "..."}
 * }</pre>
 */
final class InUseFile {
    private static final String FORMAT = "ltv-model-in-use";
    private static final int VERSION = 1;

    private InUseFile() {}

    static void save(ModelInUse current, Path file) {
        JsonDocuments.save(
                file,
                FORMAT,
                VERSION,
                out -> out.text("name", current.name())
                        .text("knownUntil", current.knownUntil().toString())
                        .object("model", one -> OutcomeModels.write(current.model(), one))
                        .object("baseline", one -> BaselineFile.write(current.baseline(), one)));
    }

    static ModelInUse load(Path file, FeatureSources sources) {
        return JsonDocuments.load(file, FORMAT, VERSION, in -> read(in, sources));
    }

    private static ModelInUse read(ModelReader in, FeatureSources sources) {
        DriftBaseline baseline = BaselineFile.read(in.object("baseline"));
        OutcomeModel model = OutcomeModels.read(in.object("model"), sources);
        if (!model.outcome().equals(baseline.outcome())) {
            throw new ModelFormatException(
                    "$.baseline: has scores of " + baseline.outcome() + ", the model foretells " + model.outcome());
        }
        return new ModelInUse(
                in.text("name"), model, sources.of(baseline.schema()), BaselineFile.date(in, "knownUntil"), baseline);
    }
}
