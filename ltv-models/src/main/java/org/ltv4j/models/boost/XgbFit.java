package org.ltv4j.models.boost;

import java.util.ArrayList;
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

    private static final long SMEARING_SEED = 0x3C6EF372FE94F82BL;

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
        boolean constant = checks.areConstant(labels);
        findings.addAll(checks.findings());
        if (constant) {
            return constant();
        }
        Split split = Split.of(data, options.stopping(), options.seed());
        return split.validation().length == 0 ? allRounds() : stoppedEarly(split);
    }

    private XgbLtvModel constant() {
        int[] all = Split.all(data);
        Rows rows = rows(all);
        Trainer.Result result = trainer(rows).train(rows, null, 1, 1);
        return model(result, result.model(), smearing(result, all), 0);
    }

    private XgbLtvModel allRounds() {
        int[] all = Split.all(data);
        Rows rows = rows(all);
        Trainer.Result result = trainer(rows).train(rows, null, options.growth().rounds(), 1);
        return model(result, result.model(), isLog() ? crossFitted(result, all) : 1, 0);
    }

    private XgbLtvModel stoppedEarly(Split split) {
        int most = options.growth().rounds();
        Rows training = rows(split.training());
        Trainer.Result first = trainer(training)
                .train(
                        training,
                        rows(split.validation()),
                        most,
                        options.stopping().patience());
        double smearing = smearing(first, split.validation());
        if (first.rounds() == most && most > 1) {
            findings.add("all " + most + " rounds were used and the loss was still falling: allow more with"
                    + " withRounds or learn faster with withLearningRate");
        }
        byte[] booster = options.stopping().refit() ? trained(Split.all(data), first.rounds()) : first.model();
        return model(first, booster, smearing, split.validation().length);
    }

    private byte[] trained(int[] rows, int rounds) {
        Rows training = rows(rows);
        return trainer(training).train(training, rounds);
    }

    /** XGBoost starts from the mean, which for probabilities and logarithms must not be 0 or 1. */
    private Trainer trainer(Rows training) {
        OptionalDouble label = training.constantLabel();
        OptionalDouble baseScore = label.isPresent() ? OptionalDouble.of(possible(label.getAsDouble())) : label;
        Map<String, Object> parameters = NativeParameters.of(options, data.schema(), threads, baseScore);
        return new Trainer(options.objective(), parameters, listener);
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

    private boolean isLog() {
        return options.objective().kind() == ObjectiveKind.LOG1P;
    }

    /** From rows that were not trained on. */
    private double smearing(Trainer.Result result, int[] rows) {
        if (!isLog()) {
            return 1;
        }
        Smearing smearing = new Smearing();
        smearing.add(TreeEnsemble.of(result.model()).restrictedTo(result.rounds()), rows(rows));
        return smearing.factor();
    }

    /** From each third of the customers, foretold by a model of the others. */
    private double crossFitted(Trainer.Result result, int[] all) {
        if (Split.customers(data) < Smearing.FOLDS) {
            findings.add(
                    "the factor that undoes the logarithm's bias is learnt from the rows trained on, since there are"
                            + " fewer than " + Smearing.FOLDS + " customers: it is probably too low");
            return smearing(result, all);
        }
        CustomerFolds folds = CustomerFolds.of(data, Smearing.FOLDS, options.seed() ^ SMEARING_SEED);
        Smearing smearing = new Smearing();
        for (int fold = 0; fold < folds.size(); fold++) {
            int[] inside = folds.rowsIn(data, fold);
            int[] outside = folds.rowsOutside(data, fold);
            if (inside.length > 0 && outside.length > 0) {
                smearing.add(TreeEnsemble.of(trained(outside, options.growth().rounds())), rows(inside));
            }
        }
        return smearing.factor();
    }

    private XgbLtvModel model(Trainer.Result curve, byte[] booster, double smearing, int heldBack) {
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
        return new XgbLtvModel(data.outcome(), data.schema(), data.levels(), options, smearing, booster, trees, report);
    }
}
