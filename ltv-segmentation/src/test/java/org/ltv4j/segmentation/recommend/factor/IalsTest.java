package org.ltv4j.segmentation.recommend.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.SmallShop;
import org.ltv4j.segmentation.recommend.Visit;

class IalsTest {
    private static final Ials.Options SMALL =
            Ials.Options.defaults().withFactors(4).withEpochs(6);

    @Property(tries = 25, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void noEpochMakesTheLossLarger(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int factors,
            @ForAll @IntRange(min = 0, max = 2) int repeat) {
        Interactions rows = Interactions.ofCustomers(SmallShop.baskets(seed, 120, 20));
        double[] losses = Ials.fit(
                        rows,
                        SMALL.withFactors(factors).withRepeatWeight(repeat).withSeed(seed))
                .losses();
        for (int epoch = 1; epoch < losses.length; epoch++) {
            assertThat(losses[epoch]).isLessThanOrEqualTo(losses[epoch - 1] * (1 + 1e-12));
        }
        assertThat(losses[losses.length - 1]).isPositive();
    }

    @Property(tries = 10, seed = "20261122")
    void threadsCannotMoveABit(@ForAll long seed) {
        Interactions rows = Interactions.ofBaskets(SmallShop.baskets(seed, 400, 90));
        IalsRecommender one = Ials.fit(rows, SMALL);
        assertThat(Ials.fit(rows, SMALL, Parallelism.of(4))).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(Ials.fit(rows, SMALL.withSeed(2))).isNotEqualTo(one);
    }

    /** The taste is where the derivative of the loss of the visit's row is 0: checked against the formula, sum by sum. */
    @Property(tries = 25, seed = "20261122")
    void theTasteOfAVisitSolvesItsLeastSquares(@ForAll long seed) {
        Interactions rows = Interactions.ofBaskets(SmallShop.baskets(7, 200, 25));
        Ials.Options options = SMALL.withRepeatWeight(0.7);
        IalsRecommender model = Ials.fit(rows, options);
        Visit visit = SmallShop.visit(new SplittableRandom(seed), rows.items().size());
        double[] x = model.taste(visit);
        double[] y = model.factors();
        int n = y.length / 4;
        int known = 0;
        double[] gradient = new double[4];
        for (int i = 0; i < n; i++) {
            int item = model.active()[i];
            double product = dot(x, y, i);
            double weight = visit.inBasket(item) ? 1 : weightInHistory(visit, item);
            known += weight > 0 ? 1 : 0;
            for (int f = 0; f < 4; f++) {
                gradient[f] += (weight * (product - 1) + options.unobserved() * product) * y[i * 4 + f];
            }
        }
        for (int f = 0; f < 4; f++) {
            double ridge = options.regularisation() * (known + options.unobserved() * n);
            assertThat(known == 0 ? x[f] : gradient[f] + ridge * x[f]).isCloseTo(0, within(1e-12));
        }
    }

    private static double weightInHistory(Visit visit, int item) {
        for (int i = 0; i < visit.historySize(); i++) {
            if (visit.historyItem(i) == item) {
                return (visit.basketSize() == 0 ? 1 : 0.5) * (1 + 0.7 * Math.log(visit.historyTimes(i)));
            }
        }
        return 0;
    }

    private static double dot(double[] x, double[] y, int item) {
        double sum = 0;
        for (int f = 0; f < x.length; f++) {
            sum += x[f] * y[item * x.length + f];
        }
        return sum;
    }

    @Property(tries = 25, seed = "20261122")
    void scoresAreProductsOfFactorsAndSumsOfReasons(@ForAll long seed) {
        Interactions rows = Interactions.ofBaskets(SmallShop.baskets(7, 200, 25));
        IalsRecommender model = Ials.fit(rows, SMALL);
        SplittableRandom random = new SplittableRandom(seed);
        Visit visit = Visit.ofItems(random.nextInt(25), random.nextInt(25)).withHistory(random.nextInt(25));
        double[] x = model.taste(visit);
        Recommendations list = model.recommend(visit, 25);
        assertThat(list.size()).isEqualTo(25 - visit.basketSize());
        for (int i = 0; i < list.size(); i++) {
            double score = dot(x, model.factors(), list.item(i));
            assertThat(list.score(i)).isCloseTo(score, within(1e-13));
            double reasons = model.reasons(visit, list.item(i)).stream()
                    .mapToDouble(Reason::strength)
                    .sum();
            assertThat(reasons).isGreaterThanOrEqualTo(score - 1e-12); // only what adds to it is told
        }
    }

    /** Two groups of customers who never buy each other's items. */
    @Test
    void tastesThatNeverMixAreToldApart() {
        int[][] rows = new int[60][];
        SplittableRandom random = new SplittableRandom(5);
        for (int r = 0; r < rows.length; r++) {
            int group = r % 2;
            rows[r] = random.ints(4, 0, 6).map(i -> 2 * i + group).toArray();
        }
        IdTable items = IdTable.numbered(12);
        IalsRecommender model =
                Ials.fit(Interactions.of(items, rows), SMALL.withFactors(2).withEpochs(20));
        for (int first = 0; first < 12; first++) {
            Recommendations list = model.recommend(Visit.ofItems(first), 5);
            for (int i = 0; i < 5; i++) {
                assertThat(list.item(i) % 2).isEqualTo(first % 2);
            }
        }
    }

    /** The objective by its definition, over all pairs, after one epoch with all customers solved for. */
    @Test
    void theLossIsTheObjectiveOfTheDescription() {
        int[][] rows = {{0, 1, 1}, {1, 2}, {0}, {}};
        Ials.Options options =
                SMALL.withFactors(2).withEpochs(1).withRepeatWeight(0.5).withHistoryWeight(1);
        Interactions interactions = Interactions.of(IdTable.of("a", "b", "c", "never"), rows);
        IalsRecommender model = Ials.fit(interactions, options);
        // the best customers for the items as they are make it smaller than the customers that the items were solved
        // for with
        double best = objective(model, interactions, rows, options);
        double after = Ials.fit(interactions, options.withEpochs(2)).losses()[1];
        assertThat(best).isLessThan(model.losses()[0]).isGreaterThan(after);
        // once nothing moves any more the two are the same
        IalsRecommender settled = Ials.fit(interactions, options.withEpochs(1000));
        double last = settled.losses()[999];
        assertThat(objective(settled, interactions, rows, options)).isCloseTo(last, within(1e-6 * last));
    }

    private static double objective(
            IalsRecommender model, Interactions interactions, int[][] rows, Ials.Options options) {
        double[] y = model.factors();
        double sum = 0;
        for (int r = 0; r < rows.length; r++) {
            double[] x = model.taste(interactions.visit(r));
            for (int i = 0; i < 3; i++) {
                int item = i;
                long times = Arrays.stream(rows[r]).filter(j -> j == item).count();
                double weight = times == 0 ? 0 : 1 + 0.5 * Math.log(times);
                double product = dot(x, y, i);
                sum += weight * (1 - product) * (1 - product) + options.unobserved() * product * product;
            }
            sum += options.regularisation()
                    * (interactions.itemsOf(r).length + options.unobserved() * 3)
                    * (x[0] * x[0] + x[1] * x[1]);
        }
        for (int i = 0; i < 3; i++) {
            sum += options.regularisation()
                    * (interactions.count(i) + options.unobserved() * 4)
                    * (y[2 * i] * y[2 * i] + y[2 * i + 1] * y[2 * i + 1]);
        }
        return sum;
    }

    @Test
    void itemsThatNobodyBoughtAreNotRecommended() {
        Interactions rows = Interactions.of(IdTable.of("a", "b", "never"), new int[][] {{0, 1}, {0}});
        IalsRecommender model = Ials.fit(rows, SMALL);
        assertThat(model.recommend(Visit.ofItems(0), 3).names()).containsExactly("b");
        assertThat(model.recommend(Visit.ofItems(2), 3).size()).isZero();
        assertThat(model.reasons(Visit.ofItems(0), 2)).isEmpty();
        assertThat(model.taste(Visit.empty())).containsOnly(0);
    }

    @Test
    void nothingBoughtCannotBeLearntFrom() {
        Interactions rows = Interactions.of(IdTable.of("a"), new int[][] {{}, {}});
        assertThatExceptionOfType(InsufficientDataException.class)
                .isThrownBy(() -> Ials.fit(rows))
                .withMessageContaining("2 rows without any item");
    }

    @Test
    void equationsThatCannotBeSolvedSayWhatToDo() {
        for (double pivot : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> NormalEquations.decompose(new double[] {pivot}, 1))
                    .withMessageContaining("raise the regularisation");
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.withFactors(0))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withFactors(513));
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withEpochs(0));
        for (double bad : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withUnobserved(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withRegularisation(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withRepeatWeight(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withHistoryWeight(2));
    }
}
