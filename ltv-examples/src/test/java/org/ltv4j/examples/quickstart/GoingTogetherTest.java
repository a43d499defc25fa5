package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.testing.Json;
import org.ltv4j.examples.report.Together;

/** Rules are those that were planted, and none where nothing was. */
class GoingTogetherTest {
    private static final String[] PRODUCTS = {"espresso", "tea", "juice", "cake", "bagel", "water"};

    private static Optional<GoingTogether> in(TransactionLog log) {
        return GoingTogether.in(log, Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /** Receipts whose products are independent, but for one pair where that is asked for. */
    private static TransactionLog receipts(int receipts, boolean planted) {
        SplittableRandom random = new SplittableRandom(11);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int receipt = 0; receipt < receipts; receipt++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(receipt % 300);
            for (String product : PRODUCTS) {
                boolean pair = planted && product.equals("cake") && random.nextInt(4) == 0;
                if (random.nextInt(5) == 0 || pair) {
                    add(log, receipt, day, product);
                    if (pair) {
                        add(log, receipt, day, "cream");
                    }
                }
            }
        }
        return log.build();
    }

    private static void add(TransactionLogBuilder log, int receipt, LocalDate day, String product) {
        log.add("c" + receipt % 90, day, 2.5).order("r" + receipt).product(product);
    }

    @Test
    void thePlantedPairIsFound() {
        Together found = in(receipts(2_000, true)).orElseThrow().view();
        assertThat(found.byReceipt()).isTrue();
        assertThat(found.best().rule(0).antecedent()).containsExactly("cream");
        assertThat(found.best().rule(0).consequent()).containsExactly("cake");
        assertThat(found.best().rule(0).confidence()).isEqualTo(1.0);
    }

    @Test
    void independentProductsMakeNoRule() {
        Together found = in(receipts(2_000, false)).orElseThrow().view();
        assertThat(found.best().size()).isZero();
        assertThat(found.least()).isEqualTo(10);
    }

    @Test
    void salesWithoutProductsOrWithFewBasketsSayNothing() {
        TransactionLog bare = TransactionLog.builder("EUR")
                .add("c1", LocalDate.of(2024, 1, 1), 3)
                .build();
        assertThat(in(bare)).isEmpty();
        assertThat(in(receipts(5, true))).isEmpty();
    }

    @Test
    void theSampleShowsThem(@org.junit.jupiter.api.io.TempDir java.nio.file.Path dir) {
        Program program = new Program(dir);
        assertThat(program.run()).isEqualTo(ExitCode.OK);
        Json together = program.summary().get("together");
        assertThat(together.get("basketIs").text()).isEqualTo("order");
        assertThat(program.out).contains("bought together: with ");
    }
}
