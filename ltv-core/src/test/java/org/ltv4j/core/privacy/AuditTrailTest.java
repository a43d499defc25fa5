package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.InvalidDataException;

class AuditTrailTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private static AccessEvent event(int minute, String who) {
        return new AccessEvent(NOON.plusSeconds(60L * minute), who, "report", "scores", 2357);
    }

    @Test
    void eventsAreKeptInMemoryUntilPurged() {
        keepsAndPurges(AuditTrail.inMemory());
    }

    @Test
    void eventsAreKeptInAFileUntilPurged() {
        Path file = folder.resolve("access.tsv");
        AuditTrail trail = AuditTrail.toFile(file);
        keepsAndPurges(trail);
        assertThat(AuditTrail.toFile(file).events())
                .as("another trail of that file")
                .isEqualTo(trail.events());
    }

    private static void keepsAndPurges(AuditTrail trail) {
        assertThat(trail.events()).isEmpty();
        for (int minute = 0; minute < 3; minute++) {
            trail.accessed(event(minute, "r.chen"));
        }
        assertThat(trail.events()).containsExactly(event(0, "r.chen"), event(1, "r.chen"), event(2, "r.chen"));
        assertThat(trail.purgeBefore(NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(trail.purgeBefore(NOON.plusSeconds(60))).isZero();
        assertThat(trail.events()).containsExactly(event(1, "r.chen"), event(2, "r.chen"));
        trail.accessed(event(3, "a.kim"));
        assertThat(trail.events()).hasSize(3);
    }

    @Property(tries = 100, seed = "20261122")
    void anyTextComesBack(@ForAll String who, @ForAll String purpose) throws IOException {
        String name = who.codePoints().anyMatch(AuditTrailTest::isHalf) || who.isBlank() ? "\t\\n\r\n\\" + "x" : who;
        String why = purpose.codePoints().anyMatch(AuditTrailTest::isHalf) || purpose.isBlank() ? "\\t" : purpose;
        Path file = Files.createTempFile("access", ".tsv");
        try {
            AuditTrail trail = AuditTrail.toFile(file);
            AccessEvent event = new AccessEvent(NOON, name, why, "scores", 0);
            trail.accessed(event);
            trail.accessed(event);
            assertThat(trail.events()).isEqualTo(List.of(event, event));
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    @Test
    void aBrokenLineIsNamedAndNothingOfIt() throws IOException {
        Path file = folder.resolve("access.tsv");
        AuditTrail trail = AuditTrail.toFile(file);
        trail.accessed(event(0, "r.chen"));
        Files.writeString(file, Files.readString(file) + "planted\tplanted\tp\tw\t1\n");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(trail::events)
                .withMessage("line 3 of the audit trail is broken")
                .withNoCause();
        Files.writeString(file, "customer\n");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> trail.purgeBefore(NOON));
    }

    @Test
    void whatCannotBeWrittenStopsTheAccess() {
        AuditTrail trail = AuditTrail.toFile(folder.resolve("no such folder").resolve("access.tsv"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> trail.accessed(event(0, "r.chen")))
                .withMessage("the access could not be recorded, so nothing is shown");
    }

    @Test
    void aNewFileIsReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("access.tsv");
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no owners here");
        AuditTrail trail = AuditTrail.toFile(file);
        trail.accessed(event(0, "r.chen"));
        trail.accessed(event(1, "r.chen"));
        trail.purgeBefore(NOON.plusSeconds(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEventNeedsItsParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessEvent(NOON, " ", "p", "w", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessEvent(NOON, "a", "p", "w", -1));
    }
}
