package org.subhasta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Assured;

/**
 * The architecture as rules. Each takes the base package, so that the same rule runs over the
 * product and over violations planted for it: a rule whose target does not exist passes silently,
 * and one that never fails says nothing.
 */
final class Rules {

    /** Each capability with those it may call directly or through them, lowest first. */
    static final Map<String, Set<String>> CAPABILITIES = capabilities();

    private Rules() {
    }

    private static Map<String, Set<String>> capabilities() {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        row(rows, "kernel");
        row(rows, "journal", "kernel");
        row(rows, "documents", "journal");
        row(rows, "trust", "kernel");
        row(rows, "correspondence", "kernel");
        row(rows, "parties", "documents", "trust", "correspondence");
        row(rows, "eligibility", "parties");
        row(rows, "bidding", "eligibility");
        row(rows, "auction", "eligibility");
        row(rows, "tendering", "bidding", "auction");
        row(rows, "suppliers", "tendering");
        row(rows, "awarding", "tendering");
        // Of those above it only their models, which verifyingNeedsNoServer holds.
        row(rows, "verification", "awarding");
        row(rows, "publication", "verification");
        row(rows, "demonstration", "publication", "suppliers");
        return rows;
    }

    private static void row(Map<String, Set<String>> rows, String capability, String... calls) {
        Set<String> allowed = new TreeSet<>(Set.of(capability));
        for (String called : calls) {
            allowed.addAll(rows.get(called));
        }
        rows.put(capability, allowed);
    }

    static ArchRule everyPackageHasARow(String base) {
        return classes().that(resideInAPackage(base + ".."))
                .should(new ArchCondition<>("stand in a capability of the table") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (!CAPABILITIES.containsKey(capability(base, item))) {
                            events.add(SimpleConditionEvent.violated(item,
                                    item.getName() + " stands in no capability"));
                        }
                    }
                });
    }

    static ArchRule callsGoOnlyWhereTheTableAllows(String base) {
        return classes().that(resideInAPackage(base + ".."))
                .should(new ArchCondition<>("call only the capabilities above them in the table") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        Set<String> allowed =
                                CAPABILITIES.getOrDefault(capability(base, item), Set.of());
                        item.getDirectDependenciesFromSelf().stream()
                                .filter(d -> resideInAPackage(base + "..").test(d.getTargetClass()))
                                .filter(d -> CAPABILITIES.containsKey(capability(base, d.getTargetClass())))
                                .filter(d -> !allowed.contains(capability(base, d.getTargetClass())))
                                .forEach(d -> events.add(
                                        SimpleConditionEvent.violated(item, d.getDescription())));
                    }
                });
    }

    /** Pure: replayable in a microsecond, and in the verifier that knows no server. */
    static ArchRule modelsArePure(String base) {
        return classes().that(resideInAPackage(base + "..model.."))
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage("java..", base + ".kernel..", base + "..model..")
                                .and(DescribedPredicate.not(resideInAnyPackage(
                                        "java.sql..", "java.net..", "java.io.."))))
                .allowEmptyShould(true);
    }

    /** The runnable jar has the rules, the signatures and the platform's Java, nothing more. */
    static ArchRule verifyingNeedsNoServer(String base) {
        return classes().that(resideInAPackage(base + ".verification.."))
                .should().onlyDependOnClassesThat(resideInAnyPackage("java..",
                        "javax.security.auth.x500..", "com.google.gson..", base + ".kernel..",
                        base + "..model..", base + ".auction.format..", base + ".verification..",
                        base + ".signing.."));
    }

    static ArchRule onlyTheServerClockReadsTime(String base) {
        Set<String> clocks = Set.of("java.time.Instant", "java.time.LocalDate",
                "java.time.LocalDateTime", "java.time.LocalTime", "java.time.ZonedDateTime",
                "java.time.OffsetDateTime", "java.time.Year", "java.time.YearMonth");
        DescribedPredicate<JavaCall<?>> readsTime = DescribedPredicate.describe(
                "read the host's time", call -> {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    return clocks.contains(owner) && name.equals("now")
                            || owner.equals("java.time.Clock") && name.startsWith("system")
                            || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                            || owner.equals("java.util.Date") && name.equals("<init>")
                                    && call.getTarget().getParameterTypes().isEmpty();
                });
        return noClasses().that(resideInAPackage(base + ".."))
                .and().doNotHaveSimpleName("ServerClock")
                .should().callCodeUnitWhere(readsTime);
    }

    /** There is no floating point anywhere in the domain, so none near money. */
    static ArchRule noFloatingPoint(String base) {
        return classes().that(resideInAPackage(base + ".."))
                .should(new ArchCondition<>("have no floating point in fields and signatures") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        for (JavaField field : item.getFields()) {
                            if (floating(field.getRawType())) {
                                events.add(SimpleConditionEvent.violated(item, field.getDescription()));
                            }
                        }
                        for (JavaMethod method : item.getMethods()) {
                            if (floating(method.getRawReturnType())
                                    || method.getRawParameterTypes().stream().anyMatch(Rules::floating)) {
                                events.add(SimpleConditionEvent.violated(item, method.getDescription()));
                            }
                        }
                    }
                });
    }

    private static boolean floating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getName());
    }

    static ArchRule bouncyCastleStaysInSigning(String base) {
        return noClasses().that(resideInAPackage(base + ".."))
                .should().dependOnClassesThat(resideInAPackage("org.bouncycastle.."));
    }

    static ArchRule pdfBoxStaysInTheNoticeTemplate(String base) {
        return noClasses().that(resideInAPackage(base + "..")
                        .and(DescribedPredicate.not(resideInAPackage(base + ".publication.."))))
                .should().dependOnClassesThat(
                        resideInAnyPackage("org.apache.pdfbox..", "com.openhtmltopdf.."));
    }

    static ArchRule entitiesStayInTheirRoom(String base) {
        return classes().that(resideInAPackage(base + "..")).and().areAnnotatedWith(Entity.class)
                .should().bePackagePrivate().andShould().haveSimpleNameEndingWith("Row")
                .allowEmptyShould(true);
    }

    /** Otherwise the guard's refusal would be an exception of the wrong class. */
    static ArchRule whatBindsAnswersWithAnOutcome(String base) {
        return methods().that().areAnnotatedWith(Assured.class)
                .and().areDeclaredInClassesThat(resideInAPackage(base + ".."))
                .should().haveRawReturnType(Outcome.class);
    }

    static ArchRule namesSayWhatAThingIs(String base) {
        return noClasses().that(resideInAPackage(base + "..")).and(alwaysTrue())
                .should().haveNameMatching(
                        ".*(Impl|Manager|Helper|Util|Utils|Dto|DTO|Service)(\\$.*)?")
                .orShould().resideInAnyPackage("..util..", "..common..", "..utils..");
    }

    private static String capability(String base, JavaClass item) {
        String name = item.getPackageName();
        if (!name.startsWith(base + ".")) {
            return "";
        }
        String rest = name.substring(base.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
