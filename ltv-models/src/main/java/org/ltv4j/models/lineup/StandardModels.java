package org.ltv4j.models.lineup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.feature.Window;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeKind;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.ShorterHorizon;
import org.ltv4j.core.outcome.SummariesEstimator;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.models.baseline.ElasticNet;
import org.ltv4j.models.baseline.ElasticNetOptions;
import org.ltv4j.models.baseline.FormulaCltv;
import org.ltv4j.models.baseline.LambdaChoice;
import org.ltv4j.models.baseline.LambdaRule;
import org.ltv4j.models.baseline.NaiveBaseline;
import org.ltv4j.models.baseline.RfmCells;
import org.ltv4j.models.boost.Hurdle;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.fusion.Fusion;
import org.ltv4j.models.fusion.HybridFeatures;
import org.ltv4j.models.spend.GammaGamma;

/**
 * Models of all kinds for one outcome, ready to be compared: probability models, simple rules, linear regression, boosted trees on
 * features alone and on those of probability models as well (hybrid), single trees and forests, and mixtures (fused). All that learn from past outcomes do so on up
 * to three dates. Where the horizon of spend or purchases is longer than a third of the history they learn a third of the history and
 * are scaled, see {@link ShorterHorizon}; churn needs a history of twice its horizon.
 *
 * <p>Models of one {@code StandardModels} share their work: features, training sets and fitted members of mixtures are made once for the same sales, on
 * account of the model that needs them first. Results are those of each model alone, to the bit. Immutable and thread-safe.
 */
public final class StandardModels {
    /** The name of BG/NBD with Gamma-Gamma. */
    public static final String PROBABILITY = "BG/NBD + Gamma-Gamma";

    /** The name of boosted trees on features alone. */
    public static final String BOOSTED = "boosted trees";

    /** The name of boosted trees that also see what the probability models say. */
    public static final String HYBRID = "hybrid";

    /** The name of the mean of several models. */
    public static final String FUSED = "fused";

    private static final int CUTS = 3;
    private static final int LEAST_STEP = 7;
    private static final int PARTS = 3;
    private static final double SLACK = 0.9;
    private static final int FOLDS = 3;
    private static final int PENALTIES = 15;
    private static final int RFM_BINS = 5;
    private static final double RFM_PRIOR = 20;
    private static final int DEPTH = 4;
    private static final double LEAST_IN_A_LEAF = 20;

    private final Outcome outcome;
    private final int history;
    private final FeaturePlan plan;
    private final long seed;
    private final Shared<OutcomeModel> models = new Shared<>();
    private final SharedFeatures alone;
    private final SharedFeatures withModels;

    private StandardModels(Outcome outcome, int history, FeaturePlan plan, long seed) {
        this.outcome = outcome;
        this.history = history;
        this.plan = plan;
        this.seed = seed;
        this.alone = new SharedFeatures(FeatureSource.of(plan), learntFrom());
        this.withModels = new SharedFeatures(
                HybridFeatures.of(plan, learnt(), TimeScale.WEEK, BgNbd::fit, GammaGamma::fit), learntFrom());
    }

    /**
     * The models for an outcome.
     *
     * @param outcome what they are to foretell
     * @param historyDays days of sales that are known at the earliest date at which they are fitted
     * @return the models, with the usual features and seed 42
     * @throws InvalidDataException if the history is shorter than 30 days
     */
    public static StandardModels of(Outcome outcome, int historyDays) {
        if (historyDays < 30) {
            throw new InvalidDataException("models need at least 30 days of sales to learn from, got " + historyDays);
        }
        return new StandardModels(outcome, historyDays, usualFeatures(), 42);
    }

    /**
     * With other features.
     *
     * @param features a plan, whose date does not matter
     * @return changed models
     */
    public StandardModels withFeatures(FeaturePlan features) {
        return new StandardModels(outcome, history, features, seed);
    }

    /**
     * With another seed.
     *
     * @param value any number
     * @return changed models
     */
    public StandardModels withSeed(long value) {
        return new StandardModels(outcome, history, plan, value);
    }

    /**
     * Features that every log allows for.
     *
     * @return a plan
     */
    public static FeaturePlan usualFeatures() {
        FeaturePlan features = Features.asOf(LocalDate.EPOCH)
                .rfm()
                .tenure()
                .interpurchase()
                .basket()
                .firstPurchase()
                .decayed(Horizon.of(30, TimeScale.DAY));
        for (int days : new int[] {30, 60, 90}) {
            features = features.within(Window.last(days, TimeScale.DAY), FeaturePlan::rfm);
        }
        return features;
    }

    /**
     * Dates at which to compare the models: each has the history that they need.
     *
     * @param count at most so many, a third of the horizon apart
     * @return the dates
     */
    public CutDates cuts(int count) {
        return CutDates.upTo(count)
                .every(Math.max(LEAST_STEP, outcome.days() / PARTS))
                .afterHistoryOf(history);
    }

    /**
     * The horizon that models learn which learn from past outcomes.
     *
     * @return that of the outcome, or a third of the history where that is shorter; a probability, which cannot be scaled, is learnt over
     *     its own horizon
     */
    public Horizon learnt() {
        int days = outcome.isProbability() ? outcome.days() : Math.min(outcome.days(), history / PARTS);
        return Horizon.of(days, TimeScale.DAY);
    }

    /**
     * All models.
     *
     * @return probability models first, then rules and linear regression, then trees, then what is fused; without stacked weights where the history is too short to learn them
     */
    public List<OutcomeEstimator> all() {
        List<OutcomeEstimator> models = new ArrayList<>();
        models.add(probability());
        models.add(NaiveBaseline.historicalRate());
        models.add(NaiveBaseline.lastPeriod());
        if (!outcome.isProbability()) {
            models.add(FormulaCltv.per(learnt()));
        }
        models.add(new ShorterHorizon(new RfmCells(learntFrom(), RFM_BINS, RFM_PRIOR), learnt()));
        models.add(linear("elastic net", alone));
        models.add(trees("decision tree", alone, XgbOptions.decisionTree()));
        models.add(trees("random forest", alone, XgbOptions.randomForest()));
        models.add(boosted());
        models.add(hybrid());
        models.add(hybridLinear());
        if (!outcome.isProbability()) {
            models.add(hurdle());
            models.add(hybridTree());
            models.add(hybridSquared());
            models.add(trees("hybrid, absolute error", withModels, grown(XgbOptions.absoluteError())));
        }
        models.add(fused());
        if (PARTS * learnt().length() <= history) {
            models.add(stacked());
        }
        return List.copyOf(models);
    }

    /**
     * The sources of the features of these models, to load one of them that was saved:
     *
     * <pre>{@code
     * OutcomeModels.save(models.fused().fit(known, outcome), file);
     * OutcomeModel fused = OutcomeModels.load(file, StandardModels.of(outcome, historyDays).sources(known));
     * }</pre>
     *
     * @param known any sales that the models can be fitted to
     * @return the choice between features alone and those with what probability models say
     */
    public FeatureSources sources(KnownSales known) {
        return FeatureSources.matching(known, alone, withModels);
    }

    /**
     * BG/NBD, with Gamma-Gamma on all purchases where spend is asked for.
     *
     * @return the estimator
     */
    public OutcomeEstimator probability() {
        GammaGamma.Options amounts = GammaGamma.Options.defaults().withBasis(SpendBasis.ALL_PURCHASES);
        return new SharedEstimator(
                new SummariesEstimator(
                        PROBABILITY, TimeScale.WEEK, BgNbd::fit, histories -> GammaGamma.fit(histories, amounts)),
                models);
    }

    /**
     * Boosted trees on features alone.
     *
     * @return the estimator
     */
    public OutcomeEstimator boosted() {
        return trees(BOOSTED, alone, grown(XgbOptions.of(outcome)));
    }

    /**
     * Boosted trees that also see what the probability models say.
     *
     * @return the estimator
     */
    public OutcomeEstimator hybrid() {
        return trees(HYBRID, withModels, grown(XgbOptions.of(outcome)));
    }

    /**
     * Linear regression, for churn logistic, that also sees what the probability models say. It takes over what they know of leaving and mends
     * their totals with outcomes of past dates.
     *
     * @return the estimator
     */
    public OutcomeEstimator hybridLinear() {
        return linear("hybrid, linear", withModels);
    }

    /**
     * A single tree of the logarithm of spend or purchases that also sees what the probability models say: some 16 groups of customers that
     * can be read, each with the mean of its customers. Not for churn.
     */
    private OutcomeEstimator hybridTree() {
        XgbOptions logarithms = XgbOptions.decisionTree()
                .withObjective(XgbOptions.log1p().objective())
                .clampNegative();
        return trees("hybrid, single tree", withModels, logarithms);
    }

    private OutcomeEstimator hybridSquared() {
        return trees("hybrid, squared error", withModels, grown(XgbOptions.squaredError()));
    }

    /**
     * The plain mean of models that err differently, which is hard to beat; weights that are learnt on few dates are uncertain and seldom better.
     * For spend and purchases the members are the probability models, the hybrid and the hybrid of squared errors: trees have seen a shorter
     * horizon than is asked for, the probability models look further. For churn, whose horizon is learnt whole, they are the hybrid and the
     * linear hybrid: both know what the probability models say, and both have learnt from outcomes how often it is true.
     *
     * @return the estimator
     */
    public OutcomeEstimator fused() {
        return Fusion.average(FUSED, members());
    }

    /**
     * The same members with weights that were best on a past date.
     *
     * @return the estimator
     */
    public OutcomeEstimator stacked() {
        return Fusion.stacked("stacked", members(), CutDates.newest().afterHistoryOf(before()))
                .weighedOver(learnt());
    }

    private List<OutcomeEstimator> members() {
        return outcome.isProbability()
                ? List.of(hybrid(), hybridLinear())
                : List.of(probability(), hybrid(), hybridSquared());
    }

    private OutcomeEstimator linear(String name, SharedFeatures source) {
        ElasticNetOptions few = ElasticNetOptions.defaults()
                .withLambda(new LambdaChoice.CrossValidated(FOLDS, seed, LambdaRule.LEAST_LOSS, PENALTIES));
        return learning(name, source, data -> ElasticNet.fit(data, few));
    }

    private OutcomeEstimator hurdle() {
        XgbOptions amounts = outcome.kind() == OutcomeKind.SPEND ? XgbOptions.gamma() : XgbOptions.poisson();
        return learning("hurdle", alone, data -> Hurdle.fit(data, grown(XgbOptions.logistic()), grown(amounts)));
    }

    private OutcomeEstimator trees(String name, SharedFeatures source, XgbOptions options) {
        return learning(name, source, data -> XgbLtv.fit(data, options.withSeed(seed)));
    }

    private OutcomeEstimator learning(
            String name, SharedFeatures source, FeatureEstimator<? extends FeatureModel> model) {
        return new ShorterHorizon(new SharedEstimator(source.learning(name, model), models), learnt());
    }

    /** The past dates that models learn from. */
    private CutDates learntFrom() {
        return CutDates.upTo(CUTS)
                .every((int) Math.max(LEAST_STEP, learnt().length() / 4))
                .afterHistoryOf(before());
    }

    /** Days of history before the first date learnt from; a little less than the horizon, since sales seldom begin on the first day. */
    private int before() {
        return (int) Math.max(LEAST_STEP, SLACK * learnt().length());
    }

    private XgbOptions grown(XgbOptions options) {
        XgbOptions small =
                options.withMaxDepth(DEPTH).withMinChildWeight(LEAST_IN_A_LEAF).withSeed(seed);
        return switch (options.objective().kind()) {
            case TWEEDIE, POISSON -> small.clampNegative();
            default -> small;
        };
    }

    @Override
    public String toString() {
        return "StandardModels[" + outcome + ", learnt over " + learnt() + "]";
    }
}
