package org.ltv4j.models.interval;

import java.util.List;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.models.boost.XgbLtvModel;

/** Saves an {@link IntervalModel}: the models of its band, each of any kind that has a codec, and its calibration. */
public final class IntervalCodec implements ModelCodec<IntervalModel> {
    private static final String MODEL = "model";
    private static final String LOWER = "lower";
    private static final String UPPER = "upper";
    private static final String SPREAD = "spread";
    private static final String LEAST = "least";
    private static final String FEATURE = "feature";
    private static final String EDGES = "edges";

    private enum BandKind {
        QUANTILES,
        PAIR,
        POINT
    }

    private enum SpreadKind {
        CONSTANT,
        PREDICTION,
        MODEL
    }

    private enum GroupKind {
        NONE,
        FEATURE,
        LEVELS,
        PREDICTION
    }

    /** Made by the service loader. */
    public IntervalCodec() {}

    @Override
    public String kind() {
        return IntervalModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<IntervalModel> modelClass() {
        return IntervalModel.class;
    }

    @Override
    public void write(IntervalModel model, ModelWriter out) {
        out.object("band", o -> write(model.band(), o));
        write(model.calibration(), out);
    }

    @Override
    public IntervalModel read(ModelReader in, int version) {
        return new IntervalModel(band(in.object("band")), calibration(in));
    }

    static void write(Calibration calibration, ModelWriter out) {
        out.object("options", o -> write(calibration.options(), o))
                .objects(
                        "groups",
                        calibration.groups(),
                        (group, o) -> o.text("name", group.name())
                                .integer("rows", group.rows())
                                .number("margin", group.margin()))
                .flag("notBelowZero", calibration.notBelowZero());
    }

    static Calibration calibration(ModelReader in) {
        List<CalibratedGroup> groups = in.objects("groups").stream()
                .map(o -> new CalibratedGroup(
                        o.text("name"), o.integer("rows", 1, Integer.MAX_VALUE - 1), o.number("margin")))
                .toList();
        return new Calibration(options(in.object("options")), groups, in.flag("notBelowZero"));
    }

    private static void write(Band band, ModelWriter out) {
        if (band instanceof Band.Quantiles quantiles) {
            out.choice("kind", BandKind.QUANTILES).model(MODEL, quantiles.model());
        } else if (band instanceof Band.Pair pair) {
            out.choice("kind", BandKind.PAIR).model(LOWER, pair.lower()).model(UPPER, pair.upper());
        } else if (band instanceof Band.Point point) {
            out.choice("kind", BandKind.POINT)
                    .model(MODEL, point.model())
                    .object(SPREAD, o -> write(point.spread(), o));
        }
    }

    private static Band band(ModelReader in) {
        return switch (in.choice("kind", BandKind.class)) {
            case QUANTILES -> new Band.Quantiles(in.model(MODEL, XgbLtvModel.class));
            case PAIR -> new Band.Pair(in.model(LOWER, FeatureModel.class), in.model(UPPER, FeatureModel.class));
            case POINT -> new Band.Point(in.model(MODEL, FeatureModel.class), spread(in.object(SPREAD)));
        };
    }

    static void write(Spread spread, ModelWriter out) {
        if (spread instanceof Spread.OfPrediction p) {
            out.choice("kind", SpreadKind.PREDICTION).number(LEAST, p.least());
        } else if (spread instanceof Spread.OfModel m) {
            out.choice("kind", SpreadKind.MODEL).number(LEAST, m.least()).model(MODEL, m.model());
        } else {
            out.choice("kind", SpreadKind.CONSTANT);
        }
    }

    static Spread spread(ModelReader in) {
        return switch (in.choice("kind", SpreadKind.class)) {
            case CONSTANT -> Spread.CONSTANT;
            case PREDICTION -> Spread.ofPrediction(in.positive(LEAST));
            case MODEL -> Spread.ofModel(in.model(MODEL, FeatureModel.class), in.positive(LEAST));
        };
    }

    private static void write(IntervalOptions options, ModelWriter out) {
        out.number("confidence", options.confidence())
                .choice("side", options.side())
                .choice("part", options.part())
                .number("share", options.share())
                .object("groups", o -> write(options.groups(), o))
                .text("seed", Long.toString(options.seed()));
    }

    private static IntervalOptions options(ModelReader in) {
        return new IntervalOptions(
                in.number("confidence"),
                in.choice("side", Side.class),
                in.choice("part", CalibrationPart.class),
                in.number("share"),
                groups(in.object("groups")),
                seed(in));
    }

    private static long seed(ModelReader in) {
        try {
            return Long.parseLong(in.text("seed"));
        } catch (NumberFormatException e) {
            throw in.error("seed", "need a whole number of 64 bits as a text");
        }
    }

    private static void write(CalibrationGroups groups, ModelWriter out) {
        if (groups instanceof CalibrationGroups.Bins bins) {
            out.choice("kind", GroupKind.FEATURE).text(FEATURE, bins.feature()).numbers(EDGES, array(bins.edges()));
        } else if (groups instanceof CalibrationGroups.Levels levels) {
            out.choice("kind", GroupKind.LEVELS).text(FEATURE, levels.feature());
        } else if (groups instanceof CalibrationGroups.Predicted predicted) {
            out.choice("kind", GroupKind.PREDICTION).numbers(EDGES, array(predicted.edges()));
        } else {
            out.choice("kind", GroupKind.NONE);
        }
    }

    private static CalibrationGroups groups(ModelReader in) {
        return switch (in.choice("kind", GroupKind.class)) {
            case NONE -> CalibrationGroups.NONE;
            case FEATURE -> CalibrationGroups.ofFeature(in.text(FEATURE), in.numbers(EDGES));
            case LEVELS -> CalibrationGroups.ofLevels(in.text(FEATURE));
            case PREDICTION -> CalibrationGroups.ofPrediction(in.numbers(EDGES));
        };
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
