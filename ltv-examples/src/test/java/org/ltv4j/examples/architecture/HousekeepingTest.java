package org.ltv4j.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** What no class of the library does: print, exit, serialize, guess the time, draw unseeded, take threads unasked. */
class HousekeepingTest {

    @Test
    void theLibraryPrintsNothing() {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .orShould(USE_JAVA_UTIL_LOGGING)
                .because(
                        "what the caller must know is in the return value or the exception; System.Logger for the rest")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void theLibraryNeverEndsTheProgram() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("only a main method may end the program")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void nothingIsSerializedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class).or(assignableTo(ObjectOutputStream.class)))
                .because("models are saved as versioned JSON: reading serialized objects runs foreign code")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
        noClasses()
                .should(declare(Serializable.class))
                .because("models are saved as versioned JSON")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void chanceNeedsASeed() {
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .because("a seed is an argument: same data, options and seed, same result")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void threadsAreTheCallersChoice() {
        noClasses()
                .should()
                .callMethod(ForkJoinPool.class, "commonPool")
                .orShould()
                .callMethod(Collection.class, "parallelStream")
                .orShould()
                .callMethodWhere(target(name("parallel")).and(target(owner(assignableTo(BaseStream.class)))))
                .because("sequential by default; a library never takes the common pool silently")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void noResultDependsOnTheClockOfTheMachine() {
        noClasses()
                .should(callNow())
                .because("the end of observation is an argument, never today")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    private static ArchCondition<JavaClass> declare(Class<?> contract) {
        return new ArchCondition<>("implement " + contract.getName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean declared = type.getRawInterfaces().stream().anyMatch(direct -> direct.isEquivalentTo(contract));
                events.add(
                        new SimpleConditionEvent(type, declared, type.getName() + " implements " + contract.getName()));
            }
        };
    }

    private static ArchCondition<JavaClass> callNow() {
        Set<String> clocks = Set.of(
                "java.time.LocalDate.now()",
                "java.time.LocalDateTime.now()",
                "java.time.ZonedDateTime.now()",
                "java.time.Instant.now()",
                "java.lang.System.currentTimeMillis()");
        return new ArchCondition<>("ask for the present time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf()
                        .forEach(call -> events.add(new SimpleConditionEvent(
                                call, clocks.contains(call.getTarget().getFullName()), call.getDescription())));
            }
        };
    }
}
