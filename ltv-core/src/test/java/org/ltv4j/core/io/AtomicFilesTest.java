package org.ltv4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    private static final String FULL = "No space left on device";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void anOldFile() throws IOException {
        file = Files.writeString(folder.resolve("scores.csv"), "old");
    }

    @Test
    void writesAndReplaces() throws IOException {
        AtomicFiles.writeText(file, out -> out.write("caf\u00e9"));
        assertThat(file).hasContent("caf\u00e9");
        AtomicFiles.write(folder.resolve("new"), out -> out.write(new byte[] {1, 2, 3}));
        assertThat(folder.resolve("new")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(names()).containsExactlyInAnyOrder("scores.csv", "new");
    }

    @Test
    void aFailureOfTheCallerLeavesTheOldFile() throws IOException {
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new CancellationException("stopped");
                }))
                .isInstanceOf(CancellationException.class);
        assertUntouched();
    }

    @Test
    void aDiskThatIsFullAtAnyStepLeavesTheOldFile() throws IOException {
        for (String step : new String[] {"create", "write", "force", "close", "replace"}) {
            assertThatThrownBy(() -> AtomicFiles.write(file, out -> out.write(new byte[1 << 20]), failingAt(step)))
                    .as(step)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(FULL);
            assertUntouched();
        }
    }

    @Test
    void aFileSystemThatCannotReplaceInOneStepLeavesTheOldFile() throws IOException {
        Disk disk = new Disk() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "no");
            }
        };
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> out.write(1), disk))
                .isInstanceOf(AtomicMoveNotSupportedException.class);
        assertUntouched();
    }

    @Test
    void anInterruptLeavesTheOldFileAndTheInterrupt() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> AtomicFiles.write(file, out -> out.write(new byte[1 << 20])))
                    .isInstanceOf(IOException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertUntouched();
    }

    @Test
    void aPlaceThatHoldsNoFileIsNamed() {
        assertThatThrownBy(() -> AtomicFiles.write(folder, out -> {})).hasMessageContaining("is a folder, not a file");
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("no/file"), out -> {}))
                .hasMessageContaining("the folder does not exist");
        assertThatThrownBy(() -> AtomicFiles.write(file.resolve("below"), out -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("scores.csv");
        assertThatThrownBy(() -> Models.save(FlatSpend.of(1), file.resolve("below")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the model cannot be saved to");
    }

    @Test
    void anUnwritableFolderLeavesTheOldFile() throws IOException {
        assumePosix();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            assertThatThrownBy(() -> AtomicFiles.write(file, out -> out.write(1)))
                    .isInstanceOf(IOException.class);
            assertUntouched();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void permissionsAndLinksAreKept() throws IOException {
        assumePosix();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        AtomicFiles.writeText(link, out -> out.write("new"));
        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    /** Else others could read a private file while it is rewritten. */
    @Test
    void permissionsHoldWhileTheNewContentIsWritten() throws IOException {
        assumePosix();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFiles.write(file, out -> {
            out.write(1);
            Path temporary = folder.resolve(
                    names().filter(name -> name.endsWith(".tmp")).findFirst().orElseThrow());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
                    .isEqualTo("rw-------");
        });
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    private static void assumePosix() {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
    }

    private void assertUntouched() throws IOException {
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("scores.csv");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private static Disk failingAt(String step) {
        return new Disk() {
            private void at(String here) throws IOException {
                if (here.equals(step)) {
                    throw new IOException(FULL);
                }
            }

            @Override
            public NewFile create(Path path) throws IOException {
                at("create");
                NewFile created = Disk.super.create(path);
                return new NewFile() {
                    @Override
                    public OutputStream stream() {
                        return new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                at("write");
                                created.stream().write(b);
                            }

                            @Override
                            public void write(byte[] bytes, int from, int length) throws IOException {
                                at("write");
                                created.stream().write(bytes, from, length);
                            }
                        };
                    }

                    @Override
                    public void force() throws IOException {
                        at("force");
                        created.force();
                    }

                    @Override
                    public void close() throws IOException {
                        created.close();
                        at("close");
                    }
                };
            }

            @Override
            public void replace(Path from, Path to) throws IOException {
                at("replace");
                Disk.super.replace(from, to);
            }
        };
    }
}
