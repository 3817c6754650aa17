package org.subhasta.demonstration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.parties.Role;

/**
 * The people of the demonstration, all invented, at addresses that can never exist (RFC 2606). The
 * launcher makes the keys of suppliers and openers and prints the accounts, the sign-in page offers them, and the
 * seeding brings them onto the platform.
 */
public final class DemonstrationAccounts {

    /** Of every account and of every key file. */
    public static final String PASSWORD = "demonstration";

    static final String ALDER_BAY = "Municipality of Alder Bay";
    static final String NORTHMOOR = "Northmoor Regional Health Board";
    static final String AUDIT = "Harbour Audit Office";
    static final String INSULATION = "Example Insulation and Roofing Ltd";
    static final String FACILITIES = "Example Facilities Cooperative";
    static final String INVENTED = "Invented Works BV";
    static final String OAK = "Robot Oak Ltd";
    static final String ELM = "Robot Elm Ltd";

    static final DemonstrationAccount ADMINISTRATOR = new DemonstrationAccount(
            "Ines Okafor", "admin@subhasta.example", Role.ADMINISTRATOR, "", Optional.empty());
    static final DemonstrationAccount OFFICER =
            officer("Mara Lindqvist", "mara@alder-bay.example", ALDER_BAY);
    static final DemonstrationAccount OTHER_OFFICER =
            officer("Tomás Reyes", "tomas@northmoor.example", NORTHMOOR);
    static final DemonstrationAccount ADA =
            supplier("Ada Novak", "ada@example-insulation.example", INSULATION,
                    "ada-novak.p12");
    static final DemonstrationAccount BRAM =
            supplier("Bram de Wit", "bram@invented-works.example", INVENTED,
                    "bram-de-wit.p12");
    static final DemonstrationAccount CHIDI =
            supplier("Chidi Eze", "chidi@example-facilities.example", FACILITIES,
                    "chidi-eze.p12");

    static final DemonstrationAccount SOFIA =
            opener("Sofia Marchetti", "sofia@alder-bay.example", ALDER_BAY, "sofia-marchetti.p12");
    static final DemonstrationAccount JONAS =
            opener("Jonas Bakke", "jonas@alder-bay.example", ALDER_BAY, "jonas-bakke.p12");
    static final DemonstrationAccount PRIYA =
            opener("Priya Raman", "priya@alder-bay.example", ALDER_BAY, "priya-raman.p12");
    static final DemonstrationAccount LUCA =
            opener("Luca Ferri", "luca@northmoor.example", NORTHMOOR, "luca-ferri.p12");
    static final DemonstrationAccount ELIF =
            opener("Elif Kaya", "elif@harbour-audit.example", AUDIT, "elif-kaya.p12");

    /** Bid in practice auctions, against whoever practises: nobody signs in as one. */
    private static final List<DemonstrationAccount> ROBOTS = List.of(
            supplier("Robot Oak", "oak@robots.example", OAK, "robot-oak.p12"),
            supplier("Robot Elm", "elm@robots.example", ELM, "robot-elm.p12"));

    /** Five, of whom one is from outside both buyers. */
    private static final List<DemonstrationAccount> OPENERS =
            List.of(SOFIA, JONAS, PRIYA, LUCA, ELIF);

    private static final List<DemonstrationAccount> ALL = Stream.of(
            List.of(OFFICER, OTHER_OFFICER, ADA, BRAM, CHIDI), OPENERS, List.of(ADMINISTRATOR))
            .flatMap(List::stream).toList();

    private DemonstrationAccounts() {
    }

    /** All that people use, those a newcomer tries first before the others. */
    public static List<DemonstrationAccount> all() {
        return ALL;
    }

    /** Robots that bid in practice auctions. */
    static List<DemonstrationAccount> robots() {
        return ROBOTS;
    }

    /** People and robots: all that need keys and a place on the platform. */
    public static List<DemonstrationAccount> everybody() {
        return Stream.concat(ALL.stream(), ROBOTS.stream()).toList();
    }

    /** Those who bid and therefore have a key. */
    public static List<DemonstrationAccount> suppliers() {
        return ALL.stream().filter(account -> account.role() == Role.SUPPLIER).toList();
    }

    /** Those who open bids, with a key to sign and another that shares are encrypted to. */
    public static List<DemonstrationAccount> openers() {
        return OPENERS;
    }

    private static DemonstrationAccount officer(String name, String email, String organisation) {
        return new DemonstrationAccount(name, email, Role.OFFICER, organisation, Optional.empty());
    }

    private static DemonstrationAccount opener(String name, String email, String organisation,
            String keyFile) {
        return new DemonstrationAccount(name, email, Role.OPENER, organisation,
                Optional.of(keyFile));
    }

    private static DemonstrationAccount supplier(String name, String email, String organisation,
            String keyFile) {
        return new DemonstrationAccount(name, email, Role.SUPPLIER, organisation,
                Optional.of(keyFile));
    }
}
