package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that reads CSV can leave Tablesaw off its class path. */
class WithoutTablesawTest {
    @Test
    void csvIsReadWithoutTablesaw(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), "customer,date,amount\nann,2025-03-01,1\n");
        try (URLClassLoader loader = withoutTablesaw()) {
            Class<?> columns = loader.loadClass("org.ltv4j.core.table.Columns");
            Object named = columns.getMethod("of", String.class, String.class, String.class)
                    .invoke(null, "customer", "date", "amount");
            Object read = loader.loadClass("org.ltv4j.core.table.Csv")
                    .getMethod("read", Path.class, columns)
                    .invoke(null, file, named);
            assertThat(read.toString()).contains("TransactionLog[1 rows, 1 customers");
            assertThatThrownBy(() -> loader.loadClass("tech.tablesaw.api.Table"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    private static URLClassLoader withoutTablesaw() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("tablesaw")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }
}
