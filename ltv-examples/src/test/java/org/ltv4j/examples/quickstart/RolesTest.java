package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the outputs show of customers to those who read them. */
class RolesTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n"; // 32 digits

    @TempDir
    Path folder;

    @Test
    void marketingSeesMaskedIds() throws IOException {
        Program program = new Program(folder.resolve("out"));
        assertThat(program.run("--role", "marketing")).isEqualTo(ExitCode.OK);
        assertNoId(program);
        assertThat(program.scores()).allMatch(row -> row.contains("*"));
    }

    @Test
    void analystsSeePseudonyms() throws IOException {
        Path key = folder.resolve("key");
        Files.writeString(key, KEY);
        Program program = new Program(folder.resolve("out"));
        assertThat(program.run("--role", "analyst", "--key-file", key.toString()))
                .isEqualTo(ExitCode.OK);
        assertNoId(program);
        List<String> pseudonyms =
                program.scores().stream().map(row -> row.split(",", 2)[0]).toList();
        assertThat(pseudonyms).doesNotHaveDuplicates().allMatch(id -> id.startsWith("k1-"));
    }

    @Test
    void theKeyIsWipedAtTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY);
        Readers readers = Readers.of("analyst", Optional.of(file));
        assertThat(readers.shown("C0001")).startsWith("k1-");
        readers.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> readers.shown("C0001"))
                .withMessageContaining("closed");
        assertThat(file).hasContent(KEY.strip());
    }

    @Test
    void aFileThatIsNoKeyIsNotReadWhole() throws IOException {
        Path file = Files.write(folder.resolve("key"), new byte[100_000]);
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Readers.of("analyst", Optional.of(file)))
                .withMessageContaining("holds no key");
    }

    @Test
    void aMissingOrBadKeyIsAnError() throws IOException {
        Path key = folder.resolve("key");
        Files.writeString(key, "c2hvcnQ=");
        Program program = new Program(folder.resolve("out"));
        assertThat(program.run("--role", "analyst")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--key-file");
        assertThat(program.run("--role", "analyst", "--key-file", key.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("32 or more random bytes").doesNotContain("c2hvcnQ");
        assertThat(program.run(
                        "--role",
                        "analyst",
                        "--key-file",
                        folder.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("cannot be read");
        assertThat(program.run("--key-file", key.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(program.run("--role", "boss")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("officer, marketing, analyst");
    }

    /** Ids of the sample are C and four digits. */
    private static void assertNoId(Program program) throws IOException {
        try (Stream<Path> files = Files.list(program.folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .as(file.getFileName().toString())
                        .doesNotContainPattern("\\bC\\d{4}\\b");
            }
        }
        assertThat(program.out).doesNotContainPattern("\\bC\\d{4}\\b");
    }
}
