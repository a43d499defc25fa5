package org.ltv4j.models.boost;

import java.util.Locale;
import java.util.function.Supplier;

/** Calls what needs XGBoost and says what to do where it is missing. */
final class NativeLibrary {
    /** The version that this library is built and tested with. */
    static final String VERSION = "3.0.4";

    private NativeLibrary() {}

    /** What the call returns. */
    static <T> T call(Supplier<T> task) {
        try {
            return task.get();
        } catch (LinkageError e) {
            throw new NativeLibraryException(message(e, System.getProperty("os.name", ""), arch()), e);
        }
    }

    private static String arch() {
        return System.getProperty("os.arch", "");
    }

    static String message(Throwable e, String os, String arch) {
        StringBuilder text = new StringBuilder("boosted trees cannot be trained here: ");
        String reason = reason(e);
        String slashed = reason.replace('.', '/');
        if (slashed.contains("com/esotericsoftware") || slashed.contains("commons/logging")) {
            text.append(
                            "XGBoost's classes need com.esotericsoftware:kryo and commons-logging:commons-logging (missing: ")
                    .append(reason)
                    .append("). Exclude nothing but org.scala-lang and org.scala-lang.modules");
        } else if (slashed.contains("ml/dmlc") && !slashed.contains("initialize")) {
            text.append("XGBoost is not on the class path. Add ml.dmlc:xgboost4j_2.12:")
                    .append(VERSION)
                    .append(", without org.scala-lang and org.scala-lang.modules");
        } else {
            text.append("XGBoost's native library cannot be loaded on ")
                    .append(os)
                    .append(' ')
                    .append(arch)
                    .append(" (")
                    .append(reason)
                    .append(
                            "). It exists for Linux with glibc 2.17 or newer (x86_64, aarch64; not for Alpine's musl), macOS"
                                    + " (x86_64, aarch64) and Windows (x86_64). ")
                    .append(advice(os));
        }
        return text.append(". Models trained elsewhere load and score here without it")
                .toString();
    }

    private static String advice(String os) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return "It needs OpenMP: brew install libomp. It is unpacked to java.io.tmpdir, which must be writable";
        } else if (name.contains("windows")) {
            return "It needs the Visual C++ redistributable (VCOMP140.DLL). It is unpacked to java.io.tmpdir, which must be"
                    + " writable";
        }
        return "It needs OpenMP: install libgomp1 (Debian, Ubuntu) or libgomp (Red Hat). It is unpacked to java.io.tmpdir,"
                + " which must be writable and not mounted noexec: set -Djava.io.tmpdir to such a folder";
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }
}
