package org.ltv4j.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ltv4j.examples.architecture.LibraryClasses.CORE;
import static org.ltv4j.examples.architecture.LibraryClasses.MODELS;
import static org.ltv4j.examples.architecture.LibraryClasses.SEGMENTATION;

import org.junit.jupiter.api.Test;

/** Which package may know which: every arrow points to {@code core.data}. */
class ArrowsTest {

    @Test
    void theRulesSeeTheLibrary() {
        assertThat(LibraryClasses.all())
                .as("classes of the library on the test class path")
                .isNotEmpty();
    }

    @Test
    void coreKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODELS, SEGMENTATION)
                .because("models and segments register with core through ServiceLoader; core names none of them")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void modelsAndSegmentationDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SEGMENTATION)
                .because("what both need belongs to core")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
        noClasses()
                .that()
                .resideInAPackage(SEGMENTATION)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(MODELS)
                .because("what both need belongs to core")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void dataKnowsNoOtherPackage() {
        classes()
                .that()
                .resideInAPackage("org.ltv4j.core.data..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.ltv4j.core.data..", "java..", "org.jspecify.annotations..")
                .because("every arrow points to data, none leaves it")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void chartsKnowNothingButNumbersAndWords() {
        classes()
                .that()
                .resideInAPackage("org.ltv4j.core.chart..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.ltv4j.core.chart..", "java..", "org.jspecify.annotations..")
                .because("what a chart shows is given to it; everyone may draw")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void contractsOfModelsKnowNeitherScoringNorFilesNorTables() {
        noClasses()
                .that()
                .resideInAPackage("org.ltv4j.core.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ltv4j.core.score..",
                        "org.ltv4j.core.io..",
                        "org.ltv4j.core.table..",
                        "org.ltv4j.core.evaluate..")
                .because("data <- model <- score <- adapters")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void scoringSeesNoTable() {
        noClasses()
                .that()
                .resideInAnyPackage("org.ltv4j.core.score..", MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ltv4j.core.table..")
                .because("a till that only scores must not load a table library")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.ltv4j.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle means that a type lives in the wrong package")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }
}
