package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to end in the middle of its work. */
class InterruptionTest {
    private static final int TERMINATED = 143;
    private static final int CUSTOMERS = 400_000;

    @TempDir
    Path dir;

    @Test
    @DisabledOnOs(OS.WINDOWS) // a process cannot be asked to end there, only be killed
    void aTerminatedJobLeavesNothingBehind() throws Exception {
        Path sales = sales();
        Path out = dir.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Quickstart.class.getName(),
                        "--input",
                        sales.toString(),
                        "--customer",
                        "customer",
                        "--date",
                        "date",
                        "--amount",
                        "amount",
                        "--output",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile())
                .start();
        try {
            while (!Files.exists(out) && process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(out).doesNotExist();
        assertThat(Files.readString(dir.resolve("log"))).isEmpty();
    }

    /** So many customers that scoring them takes much longer than it takes to stop. */
    private Path sales() throws IOException {
        Path sales = dir.resolve("sales.csv");
        LocalDate start = LocalDate.of(2024, 1, 1);
        try (BufferedWriter csv = Files.newBufferedWriter(sales)) {
            csv.write("customer,date,amount\n");
            for (int c = 0; c < CUSTOMERS; c++) {
                csv.write(c + "," + start.plusDays(c % 100) + "," + (c % 17 + 1) + "\n");
                csv.write(c + "," + start.plusDays(c % 100 + 1L + c % 211) + "," + (c % 13 + 1) + "\n");
            }
        }
        return sales;
    }
}
