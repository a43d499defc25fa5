package org.ltv4j.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A build that fails by chance is believed by nobody: tries of properties have a seed, and {@code .ci/explore} looks at others. */
class ChanceInTestsTest {

    @Test
    void everyPropertyHasASeed() throws IOException {
        List<String> properties = properties();
        assertThat(properties).hasSizeGreaterThan(100).allMatch(line -> line.contains("seed = \""), "has a seed");
    }

    /** Lines of all modules' tests that make a method a property, with their files. */
    private static List<String> properties() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of(".."), 20, (file, attributes) -> file.toString().endsWith("Test.java") && isSource(file))) {
            return files.flatMap(ChanceInTestsTest::properties).toList();
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().replace('\\', '/').contains("/src/test/java/");
    }

    private static Stream<String> properties(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.strip().startsWith("@Property"))
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
