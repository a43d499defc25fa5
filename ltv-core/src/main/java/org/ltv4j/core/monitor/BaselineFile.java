package org.ltv4j.core.monitor;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;

/**
 * A baseline as JSON.
 *
 * <pre>{@code
 * {"format": "ltv-drift-baseline", "formatVersion": 1, "library": "0.1.0", "asOf": "2026-06-30",
 *  "outcome": {"kind": "SPEND", "length": 90, "scale": "DAY", "margin": 1}, "schema": {...},
 *  "columns": [{"name": "purchases", "edges": [1, 2, 5], "counts": [40, 21, 19, 20, 0]}], "score": {...}, "sha256": "..."}
 * }</pre>
 */
final class BaselineFile {
    private static final String FORMAT = "ltv-drift-baseline";
    private static final int VERSION = 1;

    private BaselineFile() {}

    static void save(DriftBaseline baseline, Path file) {
        JsonDocuments.save(file, FORMAT, VERSION, out -> write(baseline, out));
    }

    static void write(DriftBaseline baseline, ModelWriter out) {
        out.text("asOf", baseline.asOf().toString())
                .object("outcome", baseline.outcome()::write)
                .object("schema", baseline.schema()::write)
                .objects("columns", baseline.columns(), BaselineFile::write)
                .object("score", one -> write(baseline.score(), one));
    }

    private static void write(BaselineColumn column, ModelWriter out) {
        out.text("name", column.name());
        if (column.bins() instanceof Bins.Intervals intervals) {
            out.numbers(
                    "edges",
                    intervals.edges().stream().mapToDouble(Double::doubleValue).toArray());
        } else if (column.bins() instanceof Bins.Constant constant) {
            out.number("constant", constant.value());
        } else if (column.bins() instanceof Bins.Levels levels) {
            out.texts("levels", levels.names());
        }
        out.integers(
                "counts", column.counts().stream().mapToInt(Math::toIntExact).toArray());
    }

    static DriftBaseline load(Path file) {
        return JsonDocuments.load(file, FORMAT, VERSION, BaselineFile::read);
    }

    static DriftBaseline read(ModelReader in) {
        LocalDate asOf = date(in, "asOf");
        try {
            FeatureSchema schema = FeatureSchema.read(in.object("schema"));
            List<Feature> watched = DriftBaseline.watched(schema);
            List<ModelReader> parts = in.objects("columns");
            if (parts.size() != watched.size()) {
                throw in.error("columns", "need " + watched.size() + ", as the schema says, got " + parts.size());
            }
            List<BaselineColumn> columns = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                columns.add(column(parts.get(i), watched.get(i)));
            }
            BaselineColumn score = column(in.object("score"), "score", Sensitivity.PLAIN, numbers(in.object("score")));
            return new DriftBaseline(asOf, Outcome.read(in.object("outcome")), schema, columns, score);
        } catch (ModelFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(in.path() + ": no baseline: " + e.getMessage(), e);
        }
    }

    static LocalDate date(ModelReader in, String name) {
        try {
            return LocalDate.parse(in.text(name));
        } catch (DateTimeException e) {
            throw in.error(name, "need a date such as 2026-06-30");
        }
    }

    private static BaselineColumn column(ModelReader in, Feature feature) {
        Bins bins = feature.type() == FeatureType.CATEGORY ? new Bins.Levels(in.texts("levels")) : numbers(in);
        return column(in, feature.name(), feature.sensitivity(), bins);
    }

    private static Bins numbers(ModelReader in) {
        return in.has("constant")
                ? new Bins.Constant(in.number("constant"))
                : new Bins.Intervals(Arrays.stream(in.numbers("edges")).boxed().toList());
    }

    private static BaselineColumn column(ModelReader in, String name, Sensitivity sensitivity, Bins bins) {
        if (!in.text("name").equals(name)) {
            throw in.error("name", "need '" + name + "', which the schema has at this place");
        }
        List<Long> counts = new ArrayList<>();
        for (int count : in.integers("counts", 0, Integer.MAX_VALUE)) {
            counts.add((long) count);
        }
        return new BaselineColumn(name, sensitivity, bins, counts);
    }
}
