package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SampleSalesTest {
    @Test
    void theBundledFileIsWhatTheSimulatorGives() throws Exception {
        try (InputStream in = SampleSales.source().open()) {
            String bundled = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bundled).isEqualTo(SampleSales.csv());
        }
    }
}
