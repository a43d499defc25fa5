package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
    @TempDir
    Path folder;

    @Test
    void aRunWritesFiguresThatCanBeCompared() throws Exception {
        Path file = folder.resolve("run.json");
        new Runner(new OptionsBuilder()
                        .include("OneCustomerAlive")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(30))
                        .addProfiler(CpuTimeProfiler.class)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString())
                        .build())
                .run();
        assertThat(Run.read(file).figures())
                .extracting(Run.Figure::name)
                .containsExactlyInAnyOrder("OneCustomerAlive.ltv4j", "OneCustomerAlive.textbook");
        assertThat(Run.read(file).figures()).allSatisfy(figure -> {
            assertThat(figure.cpu()).isNotNegative();
            assertThat(figure.wall()).isPositive();
            assertThat(figure.bytes()).isNotNaN();
        });
    }
}
