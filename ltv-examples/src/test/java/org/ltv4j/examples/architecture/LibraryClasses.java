package org.ltv4j.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The compiled classes of the three library modules, read once for all rules of this package. */
final class LibraryClasses {
    static final String CORE = "org.ltv4j.core..";
    static final String MODELS = "org.ltv4j.models..";
    static final String SEGMENTATION = "org.ltv4j.segmentation..";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("org/ltv4j/core/testing"))
            .importPackages("org.ltv4j.core", "org.ltv4j.models", "org.ltv4j.segmentation");

    private LibraryClasses() {}

    static JavaClasses all() {
        return ALL;
    }

    /** Classes of any of the packages, written as {@code org.ltv4j.core.data} (itself) or with {@code ..} (below too). */
    static DescribedPredicate<JavaClass> in(List<String> packages) {
        return describe(
                "in " + String.join(", ", packages),
                type -> packages.stream()
                        .anyMatch(wanted -> matches(type.getBaseComponentType().getPackageName(), wanted)));
    }

    private static boolean matches(String actual, String wanted) {
        if (!wanted.endsWith("..")) {
            return actual.equals(wanted);
        }
        String root = wanted.substring(0, wanted.length() - 2);
        return actual.equals(root) || actual.startsWith(root + ".");
    }
}
