package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.io.Models;

/** A program that serves scores needs no XGBoost; one that trains without it is told what to do. */
class WithoutXgboostTest {
    private static final double[] ROW = {3, 20, 15, 2, 0};

    @TempDir
    private Path folder;

    /** What a program does that loads a model, scores a row, saves the model again and then tries to train. */
    static final class Program {
        private Program() {}

        static double score(Path saved, Path copy) {
            XgbLtvModel model = Models.load(saved, XgbLtvModel.class);
            Models.save(model, copy);
            double batch = model.predict(Shop.of(3, 9).features).value(1);
            return model.predict(ROW) + 0 * batch; // finite, as the customers foretold together are
        }

        static void train() {
            XgbLtv.fit(Shop.of(50, 1).forSpend(), XgbOptions.tweedie().withRounds(1));
        }

        /** Trains and tells how that ended, for a process of its own. */
        public static void main(String[] arguments) throws IOException {
            String said;
            try {
                train();
                said = "trained";
            } catch (NativeLibraryException e) {
                said = e.getMessage();
            }
            Files.writeString(Path.of(arguments[0]), said);
        }
    }

    @Test
    void modelsLoadScoreAndSaveWithoutIt() throws Throwable {
        XgbLtvModel model =
                XgbLtv.fit(Shop.of(500, 1).forSpend(), XgbOptions.tweedie().withRounds(20));
        Path saved = folder.resolve("model.json");
        Path copy = folder.resolve("copy.json");
        Models.save(model, saved);
        try (URLClassLoader bare = without("xgboost4j", "kryo", "commons-logging")) {
            assertThatThrownBy(() -> bare.loadClass("ml.dmlc.xgboost4j.java.Booster"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(call(bare, "score", saved, copy)).isEqualTo(model.predict(ROW));
        }
        assertThat(copy).hasSameBinaryContentAs(saved);
    }

    @Test
    void trainingWithoutItSaysWhatToAdd() throws IOException {
        try (URLClassLoader bare = without("xgboost4j")) {
            assertThatThrownBy(() -> call(bare, "train"))
                    .satisfies(
                            e -> assertThat(e.getClass().getName()).isEqualTo(NativeLibraryException.class.getName()))
                    .hasMessageContaining("boosted trees cannot be trained here: XGBoost is not on the class path")
                    .hasMessageContaining("Add ml.dmlc:xgboost4j_2.12:3.0.4, without org.scala-lang")
                    .hasMessageContaining("Models trained elsewhere load and score here");
        }
        try (URLClassLoader bare = without("kryo")) {
            assertThatThrownBy(() -> call(bare, "train"))
                    .hasMessageContaining("com.esotericsoftware:kryo and commons-logging:commons-logging");
        }
    }

    /** The native library is unpacked to a folder that is not there. */
    @Test
    void trainingWhereTheLibraryCannotBeUnpackedSaysWhatToDo() throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder.resolve("nowhere"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        said.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said)
                .content()
                .contains("XGBoost's native library cannot be loaded on")
                .contains("IOException")
                .contains("must be writable");
    }

    @Test
    void everySystemIsToldWhatItLacks() {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");
        assertThatThrownBy(() -> NativeLibrary.call(() -> {
                    throw error;
                }))
                .isInstanceOf(NativeLibraryException.class)
                .hasCause(error);
        assertThat(NativeLibrary.message(error, "Linux", "amd64"))
                .contains("cannot be loaded on Linux amd64 (UnsatisfiedLinkError: libgomp.so.1")
                .contains(
                        "Linux with glibc 2.17", "not for Alpine's musl", "macOS (x86_64, aarch64)", "Windows (x86_64)")
                .contains("install libgomp1")
                .contains("noexec");
        assertThat(NativeLibrary.message(error, "Mac OS X", "aarch64")).contains("brew install libomp");
        assertThat(NativeLibrary.message(error, "Windows 11", "amd64")).contains("VCOMP140.DLL");
        NoClassDefFoundError second = new NoClassDefFoundError("Could not initialize class ml.dmlc.xgboost4j.java.X");
        assertThat(NativeLibrary.message(second, "Linux", "s390x")).contains("cannot be loaded on Linux s390x");
    }

    private static Object call(ClassLoader loader, String method, Path... files) throws Throwable {
        Class<?> program = loader.loadClass(Program.class.getName());
        Class<?>[] types = files.length == 0 ? new Class<?>[0] : new Class<?>[] {Path.class, Path.class};
        Method declared = program.getDeclaredMethod(method, types);
        declared.setAccessible(true);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return declared.invoke(null, (Object[]) files);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URLClassLoader without(String... libraries) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (List.of(libraries).stream().noneMatch(name::contains)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }
}
