package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.model.Provenance;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.trees.TreeEnsemble;

/** One fit, from checked data to the model. */
final class XgbFit {
    /** Below so many rows one thread is as fast as several, and safe from their spinning. */
    static final int ROWS_FOR_THREADS = 50_000;

    /** Base scores of probabilities and logarithms cannot be 0. */
    private static final double SMALLEST = 1e-6;

    static final long FACTOR_SEED = 0x3C6EF372FE94F82BL;

    private final TrainingSet data;
    private final XgbOptions options;
    private final int threads;
    private final ProgressListener listener;
    private final List<String> findings = new ArrayList<>();
    private double[] labels = {};

    XgbFit(TrainingSet data, XgbOptions options, Parallelism parallelism, ProgressListener listener) {
        this.data = data;
        this.options = options;
        this.threads = data.rows() < ROWS_FOR_THREADS ? 1 : parallelism.threads();
        this.listener = listener;
    }

    XgbLtvModel fit() {
        TrainingChecks checks = new TrainingChecks(data, options);
        labels = checks.labels();
        OptionalDouble constant = checks.constantOutcome(labels);
        findings.addAll(checks.findings());
        if (constant.isPresent()) {
            return constant(constant.getAsDouble());
        }
        Split split = Split.of(data, options.stopping(), options.seed());
        return split.validation().length == 0 ? allRounds() : stoppedEarly(split);
    }

    private XgbLtvModel constant(double outcome) {
        Rows rows = rows(Split.all(data));
        Trainer.Result result = trainer(rows, listener).train(rows, null, 1, 1);
        return model(result, result.model(), 1, OptionalDouble.of(outcome), 0);
    }

    private XgbLtvModel allRounds() {
        int[] all = Split.all(data);
        Rows rows = rows(all);
        Trainer.Result result =
                trainer(rows, listener).train(rows, null, options.growth().rounds(), 1);
        double factor = totalFactor(all, result.rounds(), result.model());
        return model(result, result.model(), factor, OptionalDouble.empty(), 0);
    }

    private XgbLtvModel stoppedEarly(Split split) {
        int most = options.growth().rounds();
        Rows training = rows(split.training());
        Trainer.Result first = trainer(training, listener)
                .train(
                        training,
                        rows(split.validation()),
                        most,
                        options.stopping().patience());
        if (first.rounds() == most && most > 1) {
            findings.add("all " + most + " rounds were used and the loss was still falling: allow more with"
                    + " withRounds or learn faster with withLearningRate");
        }
        int[] used = options.stopping().refit() ? Split.all(data) : split.training();
        byte[] booster = options.stopping().refit() ? trained(used, first.rounds(), listener) : first.model();
        double factor = totalFactor(used, first.rounds(), booster);
        return model(first, booster, factor, OptionalDouble.empty(), split.validation().length);
    }

    private byte[] trained(int[] rows, int rounds, ProgressListener heard) {
        Rows training = rows(rows);
        return trainer(training, heard).train(training, rounds);
    }

    /** XGBoost starts from the mean, which for probabilities and logarithms must not be 0 or 1. */
    private Trainer trainer(Rows training, ProgressListener heard) {
        OptionalDouble label = training.constantLabel();
        OptionalDouble baseScore = label.isPresent() ? OptionalDouble.of(possible(label.getAsDouble())) : label;
        Map<String, Object> parameters = NativeParameters.of(options, data.schema(), threads, baseScore);
        return new Trainer(options.objective(), parameters, heard);
    }

    private double possible(double base) {
        return switch (options.objective().kind()) {
            case LOGISTIC -> Math.min(Math.max(base, SMALLEST), 1 - SMALLEST);
            case TWEEDIE, GAMMA, POISSON -> Math.max(base, SMALLEST);
            default -> base;
        };
    }

    private Rows rows(int[] rows) {
        return Rows.of(data, rows, labels, options.positiveWeight());
    }

    /** What makes the total right of trees that were trained on some rows: learnt from those rows, each foretold by trees of others. */
    private double totalFactor(int[] used, int rounds, byte[] booster) {
        if (!options.objective().kind().needsTotalFactor()) {
            return 1;
        }
        int[] rows = Arrays.stream(used).filter(row -> data.weight(row) > 0).toArray();
        if (options.objective().kind() == ObjectiveKind.TWEEDIE
                && Arrays.stream(rows).allMatch(row -> labels[row] == 0)) { // other rows, held back, have more
            findings.add(
                    "all rows trained on have an outcome of 0, only rows held back have others: the model foretells"
                            + " next to nothing; let it train on all with EarlyStopping.withRefit, or use more customers");
            return 1;
        }
        TotalFactor factor = newFactor();
        if (crossFitted(factor, rows, rounds) && factor.isSure()) {
            return factor.factor();
        }
        findings.add("a few customers decide the total, or there are fewer than " + TotalFactor.FOLDS
                + ": the factor that makes it right is learnt from the rows trained on and probably too low");
        TotalFactor own = newFactor();
        own.add(TreeEnsemble.of(booster).restrictedTo(rounds), rows(rows), customers(rows));
        return own.factor();
    }

    /** Adds each part of the customers, foretold by trees of the others; false, and nothing added, where there are too few. */
    private boolean crossFitted(TotalFactor factor, int[] rows, int rounds) {
        if (rows.length < TotalFactor.FOLDS) {
            return false;
        }
        TrainingSet weighing = rows.length == data.rows() ? data : data.rows(rows);
        if (Split.customers(weighing) < TotalFactor.FOLDS) {
            return false;
        }
        CustomerFolds folds = CustomerFolds.of(weighing, TotalFactor.FOLDS, options.seed() ^ FACTOR_SEED);
        for (int fold = 0; fold < folds.size(); fold++) {
            long before = (long) fold * rounds;
            ProgressListener heard = (phase, done, total) ->
                    listener.progress("making the total right", before + done, total * TotalFactor.FOLDS);
            byte[] others = trained(of(rows, folds.rowsOutside(weighing, fold)), rounds, heard);
            int[] inside = of(rows, folds.rowsIn(weighing, fold));
            factor.add(TreeEnsemble.of(others), rows(inside), customers(inside));
        }
        return true;
    }

    private TotalFactor newFactor() {
        return new TotalFactor(options.objective().kind(), data.customers());
    }

    private int[] customers(int[] rows) {
        return Arrays.stream(rows).map(data::customer).toArray();
    }

    private static int[] of(int[] rows, int[] places) {
        return Arrays.stream(places).map(place -> rows[place]).toArray();
    }

    private XgbLtvModel model(
            Trainer.Result curve, byte[] booster, double totalFactor, OptionalDouble constant, int heldBack) {
        Map<String, String> about = new TreeMap<>();
        about.put("rows", Integer.toString(data.rows()));
        about.put("outcome", data.outcome().toString());
        about.put("dates", data.dates().toString());
        about.put("sha256", DataFingerprint.of(data));
        Map<String, String> how = OptionsText.of(options);
        TreeEnsemble trees = TreeEnsemble.of(booster);
        how.put("xgboost", trees.version());
        BoostReport report = new BoostReport(
                data.rows(),
                Split.customers(data),
                heldBack,
                curve.rounds(),
                options.objective().kind().lossName(),
                curve.curve(),
                findings,
                Provenance.of(about, how));
        return new XgbLtvModel(
                data.outcome(), data.schema(), data.levels(), options, totalFactor, constant, booster, trees, report);
    }
}
