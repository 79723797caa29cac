package dev.haetae.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the house's floors: no circle, no arrow back up. */
class FloorsTests {

    private static final String API = "dev.haetae.api.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.haetae.api");

    @Test
    void knowsOfOtherModulesOnlyWhatTheyShow() {
        ApplicationModules.of(ApiApplication.class).verify();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    database   | ''
                    web        | database
                    account    | web database
                    problem    | account web database
                    judge      | web database
                    submission | problem judge account web database
                    operations | submission problem judge account web database
                    run | submission problem judge account web database
                    verification | problem judge account web database
                    """)
    void standsOnLowerFloorsOnly(String module, String lower) {
        String[] allowed = Stream.concat(Stream.of(module), Arrays.stream(lower.split(" ")))
                .filter(name -> !name.isEmpty())
                .map(name -> API + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that(resideInAPackage(API + module + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.haetae.api..").and(resideOutsideOfPackages(allowed)))
                .check(CLASSES);
    }

    /** A condition is decided when the program is prepared for fast starts, which no setting of a start changes any more. */
    @Test
    void decidesNothingByConditions() {
        noClasses().should().beMetaAnnotatedWith(Conditional.class).check(CLASSES);
        noMethods().should().beMetaAnnotatedWith(Conditional.class).check(CLASSES);
    }

    @Test
    void takesWhatItNeedsByConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }

    /** Hibernate is made beside the rest of a start, which waits for it as soon as a bean wants a repository at once. */
    @Test
    void takesRepositoriesLazily() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getConstructors().stream())
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .filter(parameter -> parameter.getRawType().isAssignableTo(Repository.class)))
                .isNotEmpty()
                .allMatch(parameter -> parameter.isAnnotatedWith(Lazy.class));
    }

    @Test
    void avoidsNamesThatSayNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Vo")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
    }
}
