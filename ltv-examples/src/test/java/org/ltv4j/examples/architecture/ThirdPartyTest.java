package org.ltv4j.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static org.ltv4j.examples.architecture.LibraryClasses.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may use which library, and which of their types a caller may meet. */
class ThirdPartyTest {

    /** The table of the design; a package that is not named here makes do with the JDK. */
    private static final Map<String, List<String>> ALLOWED = new TreeMap<>(Map.of(
            "org.ltv4j.core.table..",
                    List.of(
                            "tech.tablesaw..",
                            "java.sql..",
                            "javax.sql..",
                            "javax.xml.stream..",
                            "com.fasterxml.jackson.core..",
                            "org.apache.poi.."),
            "org.ltv4j.core.io..", List.of("com.fasterxml.jackson.core.."),
            "org.ltv4j.core.internal.math..", List.of("org.apache.commons.math3.."),
            "org.ltv4j.models.boost..", List.of("ml.dmlc.xgboost4j.."),
            "org.ltv4j.segmentation.table..", List.of("tech.tablesaw..")));

    private static final List<String> ALWAYS = List.of("org.ltv4j..", "org.jspecify.annotations..");
    private static final List<String> DATABASES = List.of("java.sql..", "javax.sql..");

    @Test
    void everyPackageUsesOnlyTheLibrariesOfItsRow() {
        ALLOWED.forEach((home, libraries) -> classes()
                .that(in(List.of(home)))
                .should()
                .onlyDependOnClassesThat(in(libraries).or(jdk()).or(in(ALWAYS)))
                .because("the design gives " + home + " only " + libraries)
                .allowEmptyShould(true)
                .check(LibraryClasses.all()));
    }

    @Test
    void allOtherPackagesMakeDoWithTheJdk() {
        classes()
                .that(not(in(List.copyOf(ALLOWED.keySet()))))
                .should()
                .onlyDependOnClassesThat(jdk().or(in(ALWAYS)))
                .because("only " + ALLOWED.keySet() + " may use other libraries")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    @Test
    void callersMeetTypesOfOtherLibrariesOnlyAtTheBorder() {
        members()
                .that()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(not(in(List.of("org.ltv4j.core.table..", "org.ltv4j.segmentation.table.."))))
                .and(areOpenToCallers())
                .should(nameOnlyOwnTypes())
                .because("a program that does not use the border must compile without the libraries behind it")
                .allowEmptyShould(true)
                .check(LibraryClasses.all());
    }

    private static DescribedPredicate<JavaClass> jdk() {
        return DescribedPredicate.describe(
                "of the JDK without databases",
                type -> type.getBaseComponentType().isPrimitive()
                        || in(List.of("java..", "javax.crypto.."))
                                .and(not(in(DATABASES)))
                                .test(type));
    }

    private static DescribedPredicate<JavaMember> areOpenToCallers() {
        return DescribedPredicate.describe(
                "are public or protected",
                member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static ArchCondition<JavaMember> nameOnlyOwnTypes() {
        DescribedPredicate<JavaClass> own = jdk().or(in(ALWAYS));
        return new ArchCondition<>("name only types of the JDK and of ltv4j") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                typesOf(member)
                        .filter(type -> !own.test(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " shows " + type.getName() + " to its callers")));
            }
        };
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit method = (JavaCodeUnit) member;
        List<JavaClass> types = new ArrayList<>(method.getReturnType().getAllInvolvedRawTypes());
        method.getParameterTypes().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
        types.addAll(method.getExceptionTypes());
        return types.stream();
    }
}
