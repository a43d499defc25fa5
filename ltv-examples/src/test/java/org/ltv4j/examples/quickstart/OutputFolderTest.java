package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path dir;

    private static void write(OutputFolder folder, String name, String text) {
        folder.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Stream<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void writesAllFilesTogether() throws IOException {
        Path target = dir.resolve("a/b");
        try (OutputFolder folder =
                OutputFolder.of(target, OutputFolder.Opener.REAL).prepare()) {
            write(folder, "one.txt", "1");
            write(folder, "two.txt", "2");
            assertThat(target.resolve("one.txt")).doesNotExist();
            folder.commit();
        }
        assertThat(names(target)).containsExactly("one.txt", "two.txt");
        assertThat(target.resolve("two.txt")).hasContent("2");
    }

    @Test
    void aFileThatWasMadePrivateStaysSo() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Path old = Files.writeString(dir.resolve("scores.csv"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));
        try (OutputFolder folder =
                OutputFolder.of(dir, OutputFolder.Opener.REAL).prepare()) {
            write(folder, "scores.csv", "new");
            folder.commit();
        }
        assertThat(old).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutCommitNothingIsLeftBehind() throws IOException {
        Files.writeString(dir.resolve("one.txt"), "old");
        try (OutputFolder folder =
                OutputFolder.of(dir, OutputFolder.Opener.REAL).prepare()) {
            write(folder, "one.txt", "new");
        }
        assertThat(names(dir)).containsExactly("one.txt");
        assertThat(dir.resolve("one.txt")).hasContent("old");
        try (OutputFolder folder = OutputFolder.of(dir.resolve("new/folder"), OutputFolder.Opener.REAL)
                .prepare()) {
            write(folder, "one.txt", "new");
        }
        assertThat(names(dir)).containsExactly("one.txt");
    }

    @Test
    void aFullDiskLeavesTheOldFiles() throws IOException {
        Files.writeString(dir.resolve("one.txt"), "old");
        OutputFolder.Opener full = file -> file.endsWith("two.txt") ? new Full() : OutputFolder.Opener.REAL.open(file);
        try (OutputFolder folder = OutputFolder.of(dir, full).prepare()) {
            write(folder, "one.txt", "new");
            assertThatThrownBy(() -> write(folder, "two.txt", "new"))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("two.txt")
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("nothing was changed");
        }
        assertThat(names(dir)).containsExactly("one.txt");
        assertThat(dir.resolve("one.txt")).hasContent("old");
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void aMoveThatFailsIsUndone() throws IOException {
        Files.writeString(dir.resolve("one.txt"), "old");
        Files.createDirectory(dir.resolve("two.txt"));
        try (OutputFolder folder =
                OutputFolder.of(dir, OutputFolder.Opener.REAL).prepare()) {
            write(folder, "one.txt", "new");
            write(folder, "three.txt", "new");
            write(folder, "two.txt", "new");
            assertThatThrownBy(folder::commit)
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("is a folder");
        }
        assertThat(names(dir)).containsExactly("one.txt", "two.txt");
        assertThat(dir.resolve("one.txt")).hasContent("old");
    }

    @Test
    void aFileInPlaceOfTheFolderIsAnError() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "x");
        assertThatThrownBy(() -> OutputFolder.of(file, OutputFolder.Opener.REAL).prepare())
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("is a file, not a folder");
        assertThatThrownBy(() -> OutputFolder.of(file.resolve("inside"), OutputFolder.Opener.REAL)
                        .prepare())
                .isInstanceOf(OutputException.class);
        assertThat(file).hasContent("x");
    }

    @Test
    void anUnwritableFolderIsAnError() throws IOException {
        Path locked = Files.createDirectory(dir.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write everywhere");
        try {
            assertThatThrownBy(() ->
                            OutputFolder.of(locked, OutputFolder.Opener.REAL).prepare())
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("may not write there");
        } finally {
            locked.toFile().setWritable(true);
        }
    }

    @Test
    void afterAShutdownNothingIsCommitted() throws IOException {
        OutputFolder folder = OutputFolder.of(dir, OutputFolder.Opener.REAL).prepare();
        write(folder, "one.txt", "new");
        folder.close();
        assertThatThrownBy(folder::commit).isInstanceOf(CancellationException.class);
        assertThat(names(dir)).isEmpty();
    }
}
