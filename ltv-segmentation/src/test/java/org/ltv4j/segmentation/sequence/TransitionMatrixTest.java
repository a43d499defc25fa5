package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TransitionMatrixTest {
    private static List<List<String>> events(String... events) {
        List<List<String>> sequence = new ArrayList<>();
        for (String event : events) {
            sequence.add(List.of(event.split("")));
        }
        return sequence;
    }

    private static TransitionMatrix of(TransitionMatrix.Options options, String... customers) {
        List<List<List<String>>> all = new ArrayList<>();
        for (String customer : customers) {
            all.add(events(customer.split(" ")));
        }
        return TransitionMatrix.of(SequenceLog.of(all), options);
    }

    private static final TransitionMatrix.Options PLAIN = TransitionMatrix.Options.defaults();

    @Test
    void stepsAreCountedAndBecomeShares() {
        TransitionMatrix matrix = of(PLAIN, "a b a a", "b a", "c");
        assertThat(matrix.steps()).isEqualTo(4);
        assertThat(matrix.probability("a", "b")).isEqualTo(0.5);
        assertThat(matrix.probability("a", "a")).isEqualTo(0.5);
        assertThat(matrix.probability("b", "a")).isEqualTo(1);
        assertThat(matrix.probability("c", "a")).isZero(); // nothing followed
        assertThat(matrix.total(2)).isZero();
        assertThat(matrix.count(1, 0)).isEqualTo(2);
        assertThat(matrix.next("a", 5))
                .containsExactly(
                        new TransitionMatrix.Transition("a", "a", 1, 0.5),
                        new TransitionMatrix.Transition("a", "b", 1, 0.5));
        assertThat(matrix.next("a", 1)).hasSize(1);
        assertThat(matrix.transitions()).hasSize(3);
        assertThat(matrix).hasToString("TransitionMatrix[3 states, 4 steps, 3 different transitions]");
    }

    @Test
    void aStepOfLargeEventsCountsOnceOrForEachPair() {
        TransitionMatrix shared = of(PLAIN, "ab cd", "a c");
        assertThat(shared.probability("a", "c")).isEqualTo(1.25 / 1.5);
        assertThat(shared.total(0)).isEqualTo(1.5);
        TransitionMatrix pairs = of(PLAIN.withWeighting(TransitionMatrix.Weighting.PAIRS), "ab cd", "a c");
        assertThat(pairs.probability("a", "c")).isEqualTo(2 / 3.0);
    }

    @Test
    void smoothingGivesEveryTransitionAChance() {
        TransitionMatrix matrix = of(PLAIN.withSmoothing(1), "a b", "c");
        assertThat(matrix.probability("a", "b")).isEqualTo(2 / 4.0);
        assertThat(matrix.probability("a", "a")).isEqualTo(1 / 4.0);
        assertThat(matrix.probability("c", "b")).isEqualTo(1 / 3.0);
        assertThat(matrix.stationary()).isPresent();
    }

    @Test
    void longGapsAreNoSteps() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        SequenceLog log = SequenceLog.builder()
                .add("ann", day, "a")
                .add("ann", day.plusDays(10), "b")
                .add("ann", day.plusDays(50), "a")
                .build();
        assertThat(TransitionMatrix.of(log, PLAIN.withMaxGap(10)).steps()).isEqualTo(1);
        assertThat(TransitionMatrix.of(log, PLAIN.withMaxGap(9)).steps()).isZero();
        assertThat(TransitionMatrix.of(log).steps()).isEqualTo(2);
    }

    @Test
    void theLongRunOfTwoStatesIsKnown() {
        // a stays with 2/3, b goes to a with 1/2: shares 3/5 and 2/5
        TransitionMatrix matrix = of(PLAIN, "a a a b", "b a", "b b");
        assertThat(matrix.probability("a", "b")).isEqualTo(1 / 3.0);
        assertThat(matrix.stationary().orElseThrow()).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
    }

    @Test
    void aChainThatTurnsInACircleHasALongRunToo() {
        assertThat(of(PLAIN, "a b c a").stationary().orElseThrow())
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
    }

    @Test
    void statesThatAreLeftForGoodHaveNoShareInTheLongRun() {
        double[] shares = of(PLAIN, "a b c b", "b b").stationary().orElseThrow();
        assertThat(shares[0]).isZero();
        assertThat(shares[1] + shares[2]).isCloseTo(1, within(1e-15));
    }

    @Test
    void severalLongRunsOrAnEndAreNone() {
        assertThat(of(PLAIN, "a b a", "c d c").stationary()).isEmpty();
        assertThat(of(PLAIN, "a b c").stationary()).isEmpty(); // nothing came after c
        assertThat(TransitionMatrix.of(SequenceLog.of(List.of())).stationary()).isEmpty();
    }

    @Property(tries = 100, seed = "20261122")
    void theLongRunStaysAsItIs(@ForAll long seed) {
        TransitionMatrix matrix = TransitionMatrix.of(RandomSequences.draw(seed, 20, 6, 5), PLAIN.withSmoothing(0.01));
        matrix.stationary().ifPresent(shares -> {
            double sum = 0;
            for (int to = 0; to < shares.length; to++) {
                double next = 0;
                for (int from = 0; from < shares.length; from++) {
                    next += shares[from] * matrix.probability(from, to);
                }
                assertThat(next).isCloseTo(shares[to], within(1e-13));
                sum += shares[to];
            }
            assertThat(sum).isCloseTo(1, within(1e-13));
        });
    }

    @Test
    void independenceIsTestedByChiSquare() {
        List<String> customers = new ArrayList<>();
        add(customers, "a a", 30);
        add(customers, "a b", 10);
        add(customers, "b a", 15);
        add(customers, "b b", 45);
        TransitionMatrix.Independence test =
                of(PLAIN, customers.toArray(new String[0])).independence();
        // 100 (30 45 - 10 15)^2 / (40 60 45 55)
        assertThat(test.chiSquare()).isCloseTo(24.2424, within(5e-5));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.pValue())
                .isCloseTo(8.5e-7, within(5e-8)); // P(chi-square with 1 above 24.2424) = 2 (1 - Phi(4.9237))
        assertThat(test.cramersV()).isCloseTo(Math.sqrt(0.242424), within(1e-6));
        assertThat(test.smallExpected()).isZero();
        assertThat(of(PLAIN, "a b").independence().pValue()).isEqualTo(1);
        assertThat(of(PLAIN, "a b", "b a").independence().smallExpected()).isEqualTo(1);
        assertThat(of(PLAIN, "a").independence().cramersV()).isZero();
    }

    private static void add(List<String> customers, String customer, int times) {
        for (int i = 0; i < times; i++) {
            customers.add(customer);
        }
    }

    @Test
    void drawnProbabilitiesAreFoundAgain() {
        double[][] p = {{0.7, 0.2, 0.1}, {0.1, 0.6, 0.3}, {0.3, 0.3, 0.4}};
        Random random = new Random(11);
        SequenceLogBuilder log = SequenceLog.builder();
        for (int c = 0; c < 2_000; c++) {
            int state = c % 3;
            for (int k = 0; k < 20; k++) {
                log.add("k" + c, LocalDate.EPOCH.plusDays(k), "s" + state);
                double u = random.nextDouble();
                state = u < p[state][0] ? 0 : u < p[state][0] + p[state][1] ? 1 : 2;
            }
        }
        TransitionMatrix matrix = TransitionMatrix.of(log.build());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                // three binomial standard deviations of at least 9,000 steps
                assertThat(matrix.probability("s" + i, "s" + j)).isCloseTo(p[i][j], within(0.016));
            }
        }
    }

    @Test
    void badValuesAreRefused() {
        TransitionMatrix matrix = of(PLAIN, "a b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.probability("a", "z"))
                .withMessageContaining("no state \"z\" among the 2");
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.next("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withSmoothing(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withSmoothing(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withMaxGap(-1));
    }

    @Test
    void smoothingThatNoNumberCanHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withSmoothing(1e308))
                .withMessageContaining("1e12");
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withSmoothing(Double.MIN_VALUE));
        for (double smoothing : new double[] {1e-12, 1e12}) {
            assertThat(of(PLAIN.withSmoothing(smoothing), "a", "b", "a")
                            .stationary()
                            .orElseThrow())
                    .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        }
    }

    @Test
    void statesThatAreNoneAreRefused() {
        TransitionMatrix matrix = of(PLAIN.withSmoothing(1), "a", "b");
        assertThatThrownBy(() -> matrix.probability(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.count(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void withoutAStepThereIsNothingToTest() {
        TransitionMatrix.Independence test =
                TransitionMatrix.of(SequenceLog.builder().build()).independence();
        assertThat(test.degreesOfFreedom()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.chiSquare()).isZero();
    }
}
