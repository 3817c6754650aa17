package org.subhasta.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds in the product and catches the violation planted for it. */
class ArchitectureTest {

    private static final String PLANTED = "org.subhasta.architecture.planted";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/signing/"))
            // The database's own programs, which only tests call from here.
            .withImportOption(location -> !location.contains("/sql/"))
            .importPackages("org.subhasta");

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("every package has a row", Rules::everyPackageHasARow, "nowhere.Stray"),
                rule("calls go only where the table allows",
                        Rules::callsGoOnlyWhereTheTableAllows, "kernel.LooksUp"),
                rule("siblings do not meet",
                        Rules::callsGoOnlyWhereTheTableAllows, "auction.MeetsItsSibling"),
                rule("models are pure", Rules::modelsArePure, "bidding.model.Impure"),
                rule("verifying needs no server",
                        Rules::verifyingNeedsNoServer, "verification.NeedsServer"),
                rule("only the server clock reads time",
                        Rules::onlyTheServerClockReadsTime, "journal.OwnClock"),
                rule("no floating point", Rules::noFloatingPoint, "journal.FloatingPrice"),
                rule("Bouncy Castle stays in signing",
                        Rules::bouncyCastleStaysInSigning, "journal.OwnCrypto"),
                rule("PDFBox stays in the notice template",
                        Rules::pdfBoxStaysInTheNoticeTemplate, "journal.OwnPdf"),
                rule("entities stay in their room",
                        Rules::entitiesStayInTheirRoom, "journal.PublicRow"),
                rule("what binds answers with an outcome",
                        Rules::whatBindsAnswersWithAnOutcome, "parties.UnansweredDoor"),
                rule("names say what a thing is",
                        Rules::namesSayWhatAThingIs, "journal.PriceHelper"));
    }

    private static Arguments rule(String name, Function<String, ArchRule> rule, String caught) {
        return Arguments.of(name, rule, caught);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_product_keeps(String name, Function<String, ArchRule> rule, String caught) {
        rule.apply("org.subhasta").check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_planted_violation_is_caught_by(
            String name, Function<String, ArchRule> rule, String caught) {
        EvaluationResult result = rule.apply(PLANTED).evaluate(VIOLATIONS);
        assertTrue(result.getFailureReport().getDetails().stream()
                .anyMatch(detail -> detail.contains(PLANTED + "." + caught)),
                () -> name + " misses " + caught + ": " + result.getFailureReport());
    }
}
