package dev.haetae.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The floors of the worker: no circle, no arrow back up. */
@AnalyzeClasses(packages = "dev.haetae.worker", importOptions = DoNotIncludeTests.class)
class FloorsTests {

    @ArchTest
    static final ArchRule FLOORS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program")
            .definedBy("dev.haetae.worker")
            .layer("queue")
            .definedBy("dev.haetae.worker.queue")
            .layer("problem")
            .definedBy("dev.haetae.worker.problem")
            .layer("slot")
            .definedBy("dev.haetae.worker.slot")
            .layer("judge")
            .definedBy("dev.haetae.worker.judge")
            .layer("jury")
            .definedBy("dev.haetae.worker.jury")
            .layer("compile")
            .definedBy("dev.haetae.worker.compile")
            .layer("checker")
            .definedBy("dev.haetae.worker.checker")
            .layer("testset")
            .definedBy("dev.haetae.worker.testset")
            .layer("sandbox")
            .definedBy("dev.haetae.worker.sandbox")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("queue")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("problem")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("slot")
            .mayOnlyBeAccessedByLayers("problem", "queue", "program")
            .whereLayer("judge")
            .mayOnlyBeAccessedByLayers("slot", "problem", "queue")
            .whereLayer("jury")
            .mayOnlyBeAccessedByLayers("judge")
            .whereLayer("compile")
            .mayOnlyBeAccessedByLayers("jury", "judge", "slot")
            .whereLayer("checker")
            .mayOnlyBeAccessedByLayers("jury", "judge")
            .whereLayer("testset")
            .mayOnlyBeAccessedByLayers("jury", "judge", "slot", "problem", "program")
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("compile", "jury", "checker", "judge", "slot", "problem", "program");

    @ArchTest
    static final ArchRule ONLY_THE_QUEUE_KNOWS_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.haetae.worker.queue")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rabbitmq..", "org.springframework.amqp..");
}
