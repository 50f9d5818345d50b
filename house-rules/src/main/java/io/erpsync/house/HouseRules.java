package io.erpsync.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The package rules of the house, to be checked by a test in each module. */
public final class HouseRules {

    private static final String[] ALWAYS_ALLOWED_IN_PURE = {"java..", "org.jspecify.."};

    private final JavaClasses classes;

    private HouseRules(JavaClasses classes) {
        this.classes = classes;
    }

    /** The rules over the main classes of {@code rootPackage} that are on the class path. */
    public static HouseRules over(String rootPackage) {
        return new HouseRules(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPackages(rootPackage));
    }

    /**
     * Fails when package cycles exist, a name is banned, or a package is not {@code @NullMarked}.
     */
    public HouseRules keepTheHouseRules(String rootPackage) {
        check(
                slices().matching(rootPackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
        check(
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameStartingWith("Base")
                        .because("such a name says nothing of what the type is"));
        return this;
    }

    /**
     * Fails when a class of the pure {@code packages} uses anything but the Java library, JSpecify
     * and {@code allowed} packages, or reads the clock, chance, threads, files or the network.
     */
    public HouseRules keepPure(String packages, String... allowed) {
        String[] all =
                Stream.of(new String[] {packages}, ALWAYS_ALLOWED_IN_PURE, allowed)
                        .flatMap(Arrays::stream)
                        .toArray(String[]::new);
        check(
                classes()
                        .that()
                        .resideInAPackage(packages)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(all));
        check(
                noClasses()
                        .that()
                        .resideInAPackage(packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net..", "java.nio.file..", "java.sql..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.Random")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(java.util.UUID.class, "randomUUID"));
        return this;
    }

    /** Fails when a class of {@code packages} uses one of the {@code strangers}. */
    public HouseRules keepApart(String packages, String... strangers) {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(packages)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(strangers));
        return this;
    }

    private void check(ArchRule rule) {
        rule.check(classes);
    }
}
