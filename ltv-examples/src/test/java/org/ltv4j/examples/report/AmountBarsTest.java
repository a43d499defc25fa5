package org.ltv4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.examples.report.AmountBars.Bar;
import org.ltv4j.examples.report.ReportData.Bin;

class AmountBarsTest {
    @Test
    void joinsWhatIsBelowZeroAndBothEnds() {
        List<Bin> bins = new ArrayList<>();
        bins.add(new Bin(-20, -10, false, 3, 0));
        bins.add(new Bin(-10, -5, false, 4, 0));
        bins.add(new Bin(0, 0, false, 5, 5));
        for (int i = 0; i < 14; i++) {
            long rows = 100 - 10L * Math.abs(i - 6);
            bins.add(new Bin(Math.pow(2, i), Math.pow(2, i + 1), false, rows, rows - 1));
        }
        List<Bar> bars = AmountBars.of(bins, value -> String.valueOf((int) value));
        assertThat(bars)
                .extracting(Bar::label)
                .containsExactly("<0", "0", "<4", "4", "8", "16", "32", "64", "128", "256", "512", "1024", "2048+");
        assertThat(bars.get(0)).isEqualTo(new Bar("<0", 7, 0));
        assertThat(bars.stream().mapToLong(Bar::before).sum())
                .isEqualTo(bins.stream().mapToLong(Bin::before).sum());
        assertThat(bars.stream().mapToLong(Bar::after).sum())
                .isEqualTo(bins.stream().mapToLong(Bin::after).sum());
    }

    @Test
    void fewBinsStayAsTheyAre() {
        assertThat(AmountBars.of(List.of(new Bin(1, 2, false, 7, 6)), value -> "1"))
                .containsExactly(new Bar("1", 7, 6));
    }
}
