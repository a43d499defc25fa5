package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    Path folder;

    @Test
    void takesTheLeastOverForksAndIterations() throws IOException {
        Run run = Run.read(file("""
            [{"benchmark": "org.ltv4j.benchmarks.Likelihood.ltv4j", "params": {"customers": "2357"},
              "primaryMetric": {"score": 9.0, "scoreError": "NaN", "rawData": [[30.0, 20.5], [25.0, 40.0]]},
              "secondaryMetrics": {"cpu.time": {"rawData": [[19.0, 18.0], [17.5, 21.0]]},
                                   "gc.alloc.rate.norm": {"rawData": [[8.0, 8.0], [8.0, 8.5]]}}}]
            """));
        assertThat(run.figures())
                .containsExactly(new Run.Figure("Likelihood[customers=2357]", "ltv4j", 17.5, 20.5, 8.0));
        assertThat(run.figures().get(0).name()).isEqualTo("Likelihood.ltv4j[customers=2357]");
    }

    @Test
    void refusesARunWithoutCpuTimes() throws IOException {
        Path file = file("""
            [{"benchmark": "org.ltv4j.benchmarks.Fit.ltv4j", "primaryMetric": {"rawData": [[1.0]]}, "secondaryMetrics": {}}]
            """);
        assertThatThrownBy(() -> Run.read(file)).isInstanceOf(IOException.class).hasMessageContaining("cpu.time");
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("run.json"), json);
    }
}
