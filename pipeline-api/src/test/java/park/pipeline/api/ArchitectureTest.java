package park.pipeline.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.projections.view.ViewProjector;

/** Data flows one way, and the build breaks on a backward arrow. */
@AnalyzeClasses(packages = "park.pipeline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<Class<?>> CLOCKS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

    @ArchTest
    static final ArchRule nobody_imports_api = noClasses()
            .that()
            .resideOutsideOfPackage("park.pipeline.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("park.pipeline.api..");

    @ArchTest
    static final ArchRule core_imports_neither_module = noClasses()
            .that()
            .resideInAPackage("park.pipeline.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("park.pipeline.projections..");

    @ArchTest
    static final ArchRule projections_know_events_and_never_commands = noClasses()
            .that()
            .resideInAPackage("park.pipeline.projections..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProjectCommand.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Project.class);

    @ArchTest
    static final ArchRule the_domain_knows_no_spring_sql_http_or_clock = noClasses()
            .that()
            .resideInAPackage("park.pipeline.core.project..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..",
                    "java.net..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "park.pipeline.core.log..",
                    "park.pipeline.core.input..",
                    "park.pipeline.core.catalogue..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule core_needs_no_spring = noClasses()
            .that()
            .resideInAPackage("park.pipeline.core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule nobody_asks_the_time_without_a_clock = noClasses()
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("now() without a clock") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return access.getName().equals("now")
                                    && CLOCKS.stream().anyMatch(access.getTargetOwner()::isEquivalentTo)
                                    && access.getDescription().contains("now()>")
                            || access.getName().equals("currentTimeMillis");
                }
            });

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("park.pipeline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_aggregate_handles_commands =
            methods().that().areAnnotatedWith(CommandHandler.class).should().beDeclaredIn(Project.class);

    @ArchTest
    static final ArchRule only_the_projector_handles_events =
            methods().that().areAnnotatedWith(EventHandler.class).should().beDeclaredIn(ViewProjector.class);

    @ArchTest
    static final ArchRule money_is_never_floating_point = noClasses()
            .that(new DescribedPredicate<JavaClass>("are not the writer of JSON numbers") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getSimpleName().equals("CanonicalJson");
                }
            })
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Double.class, Float.class, double.class, float.class);
}
