package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.spend.GammaGamma;

/** Every sentence that the fits say must be known here, else it would stand in English in the Chinese report. */
class LibraryWordsTest {
    private static CustomerSummaries histories(int[] x, double[] tx, double[] age, double[] m) {
        return CustomerSummaries.of(TimeScale.WEEK, x, tx, age, m);
    }

    private static void allKnown(List<Phrase> phrases) {
        assertThat(phrases)
                .allSatisfy(
                        phrase -> assertThat(phrase.verbatim()).as(phrase.key()).isFalse());
    }

    @Test
    void knowsTheFindingsOnTheShopsOfTheReference() {
        Map<Integer, List<double[]>> shops = new TreeMap<>();
        for (String line :
                SharedData.lines("data/clv_fit_cases.csv.gz").stream().skip(1).toList()) {
            String[] cells = line.split(",");
            shops.computeIfAbsent(Integer.parseInt(cells[0]), shop -> new ArrayList<>())
                    .add(new double[] {
                        Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])
                    });
        }
        List<Phrase> found = new ArrayList<>();
        shops.values()
                .forEach(rows -> found.addAll(LibraryWords.findings(BgNbd.fit(CustomerSummaries.of(
                        TimeScale.WEEK,
                        rows.stream().mapToInt(row -> (int) row[0]).toArray(),
                        rows.stream().mapToDouble(row -> row[1]).toArray(),
                        rows.stream().mapToDouble(row -> row[2]).toArray())))));
        assertThat(found).isNotEmpty();
        allKnown(found);
    }

    @Test
    void knowsWhatIsSaidOfSpend() {
        int n = 300;
        int[] x = new int[n];
        double[] tx = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1 + i % 9;
            tx[i] = 10 + i % 7;
            age[i] = 40;
        }
        List<Phrase> found = new ArrayList<>();
        for (int kind = 0; kind < 6; kind++) {
            double[] m = new double[n];
            for (int i = 0; i < n; i++) {
                m[i] = spend(kind, i, x[i]);
            }
            found.addAll(LibraryWords.findings(GammaGamma.fit(histories(x, tx, age, m))));
        }
        found.addAll(LibraryWords.findings(GammaGamma.fit(histories(
                new int[] {1, 2, 3}, new double[] {1, 2, 3}, new double[] {9, 9, 9}, new double[] {3, 4, 7}))));
        assertThat(found).extracting(Phrase::key).contains("finding.spend.one-amount", "finding.spend.under");
        allKnown(found);
    }

    /** All the same; rising with frequency; falling; a few giants; some refunded; nearly alike. */
    private static double spend(int kind, int i, int x) {
        return switch (kind) {
            case 0 -> 5;
            case 1 -> 5.0 * x + i % 3;
            case 2 -> 50.0 / x + i % 3;
            case 3 -> i % 100 == 0 ? 1e7 : 1 + i % 5;
            case 4 -> i % 10 == 0 ? -1 : 3 + i % 5;
            default -> 10 + 0.5 * Math.sin(i) / Math.sqrt(x);
        };
    }

    @Test
    void knowsWhyNothingCanBeLearnt() {
        double[] none = {0, 0};
        double[] weeks = {9, 9};
        List<Throwable> reasons = List.of(
                catchThrowable(() -> BgNbd.fit(histories(new int[0], new double[0], new double[0], new double[0]))),
                catchThrowable(() ->
                        BgNbd.fit(histories(new int[] {1}, new double[] {2}, new double[] {9}, new double[] {1}))),
                catchThrowable(() -> BgNbd.fit(histories(new int[2], none, none, none))),
                catchThrowable(() -> BgNbd.fit(histories(new int[2], none, weeks, none))),
                catchThrowable(() -> GammaGamma.fit(histories(new int[] {1, 0}, new double[] {3, 0}, weeks, none))));
        for (Throwable reason : reasons) {
            assertThat(reason).isNotNull();
            Phrase phrase = LibraryWords.phrase(String.valueOf(reason.getMessage()));
            assertThat(phrase.verbatim()).as(phrase.key()).isFalse();
        }
    }

    @Test
    void whatIsNotKnownIsShownAsItIs() {
        assertThat(LibraryWords.phrase("a new sentence")).isEqualTo(Phrase.verbatim("a new sentence"));
    }
}
