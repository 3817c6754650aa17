package org.subhasta.demonstration;

import static org.subhasta.demonstration.DemonstrationAccounts.ADA;
import static org.subhasta.demonstration.DemonstrationAccounts.BRAM;
import static org.subhasta.demonstration.DemonstrationAccounts.CHIDI;
import static org.subhasta.demonstration.DemonstrationAccounts.ELIF;
import static org.subhasta.demonstration.DemonstrationAccounts.JONAS;
import static org.subhasta.demonstration.DemonstrationAccounts.LUCA;
import static org.subhasta.demonstration.DemonstrationAccounts.OFFICER;
import static org.subhasta.demonstration.DemonstrationAccounts.OTHER_OFFICER;
import static org.subhasta.demonstration.DemonstrationAccounts.PRIYA;
import static org.subhasta.demonstration.DemonstrationAccounts.SOFIA;
import static org.subhasta.demonstration.Scene.lot;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.demonstration.Scene.Closing;
import org.subhasta.demonstration.Scene.Ending;
import org.subhasta.demonstration.Scene.Offer;

/** The tenders of the demonstration. Those that close soon come first: they cannot wait. */
final class DemonstrationScript {

    private static final Map<String, String> CONDITIONS =
            Map.of("conditions.pdf", "Conditions of participation and of contract");

    private static final Scene.Committee TWO_OF_THREE =
            new Scene.Committee(List.of(SOFIA, JONAS, ELIF), 2, 1, 2);
    private static final Scene.Committee THREE_OF_FIVE =
            new Scene.Committee(List.of(SOFIA, JONAS, PRIYA, LUCA, ELIF), 3, 1, 3);
    private static final Scene.Committee OF_NORTHMOOR =
            new Scene.Committee(List.of(LUCA, PRIYA, ELIF), 2, 1, 1);

    private static final String ADAS = "example-insulation-method-statement.pdf";
    private static final String BRAMS = "invented-works-method-statement.pdf";
    private static final String CHIDIS = "example-facilities-method-statement.pdf";

    /** Runs through by itself, to a signed award notice, within about a minute. */
    private static final Scene FURNITURE = new Scene(OFFICER,
            "School furniture for the new wing of Birch Lane School",
            """
            Birch Lane School opens a new wing with eight classrooms and a reading room. The \
            municipality buys the furniture for it in two lots, delivered, assembled and placed, \
            packaging taken back.

            Desks and chairs are for pupils of six to twelve and follow EN 1729 in sizes 3 to 6. \
            Shelving is fixed to the wall. All wood is from certified sources; surfaces withstand \
            daily cleaning with water.

            Delivery is within six weeks of the award, on two days agreed with the school. The \
            lowest price per lot wins.""",
            "Birch Lane 20, Alder Bay", "39160000", "net", true,
            List.of(lot("1", "Desks and chairs",
                            "Two-seat desks with chairs in four sizes, including 6 adjustable "
                                    + "desks for wheelchair users.", "112", "desks", "46000"),
                    lot("2", "Shelving for classrooms and reading room",
                            "Wall-mounted shelving, 1.20 m and 2.00 m high, with 40 book boxes.",
                            "96", "metres", "21500")),
            Map.of("conditions.pdf", "Conditions of participation and of contract",
                    "furniture-specification.pdf", "Specification of desks, chairs and shelving"),
            Optional.of(TWO_OF_THREE),
            new Closing.Within(Duration.ofSeconds(30)),
            List.of(new Offer(ADA, Map.of("1", "41250.00", "2", "16990.00"), ADAS),
                    new Offer(BRAM, Map.of("1", "43980.00", "2", "19400.00"), BRAMS),
                    new Offer(CHIDI, Map.of("1", "44600.00", "2", "18875.00"), CHIDIS)),
            new Ending.Awarded(ADA, "The bid offers shelving that stands free. The specification "
                    + "(section 3) asks for shelving fixed to the wall, for the safety of pupils; "
                    + "both lots are offered on the same terms, so the whole bid is excluded."));

    /** Closes about a minute after the start and then waits for whoever tries an opening. */
    private static final Scene LIGHTING = new Scene(OFFICER,
            "Replacement of street lighting along Quay Street and Mill Bridge",
            """
            Sixty-four sodium lamps along Quay Street and on Mill Bridge are replaced by LED \
            luminaires on new masts, controlled from the municipality's existing system. The \
            works include dismantling, disposal with proof, cabling, foundations and a test at \
            night together with the road authority.

            Quay Street stays open to traffic in one direction at all times; Mill Bridge may be \
            closed on four nights. Works end no later than 30 weeks after the award.

            Bids may cover one lot or both. The lowest price per lot wins; where prices are equal \
            the authority decides and says why.""",
            "Quay Street and Mill Bridge, Alder Bay", "45316110", "net", true,
            List.of(lot("1", "Quay Street", "46 masts of 6 m with LED luminaires, 3000 K.",
                            "46", "masts", "98000"),
                    lot("2", "Mill Bridge", "18 luminaires fixed to the railing.",
                            "18", "luminaires", "34000")),
            Map.of("conditions.pdf", "Conditions of participation and of contract",
                    "lighting-specification.pdf", "Technical specification and site plan notes"),
            Optional.of(TWO_OF_THREE),
            new Closing.Within(Duration.ofSeconds(75)),
            List.of(new Offer(ADA, Map.of("1", "94700.00", "2", "31250.00"), ADAS),
                    new Offer(BRAM, Map.of("1", "91380.00", "2", "31250.00"), BRAMS),
                    new Offer(CHIDI, Map.of("1", "97900.00"), CHIDIS)),
            new Ending.Published());

    private static final Scene INSULATION = new Scene(OFFICER,
            "Thermal insulation of the roofs of Alder Bay Primary School",
            """
            The flat roofs of the main building (1 340 m²) and of the gymnasium (720 m²) are \
            insulated to a thermal transmittance of at most 0.15 W/(m²·K) and sealed anew. The \
            existing covering contains no asbestos (report among the documents of the site visit).

            The school stays in use. Noisy works are done outside teaching hours or in the \
            holidays; the roof is never left open overnight.

            A site visit is possible every Wednesday at 15:00, without appointment. The contract \
            goes to the lowest price of each lot.""",
            "Schoolyard 3, Alder Bay", "45321000", "net", true,
            List.of(lot("1", "Roof of the main building",
                            "Insulation, sealing, edge trims, two roof hatches.",
                            "1340", "m²", "182000"),
                    lot("2", "Roof of the gymnasium",
                            "Insulation and sealing, lightning protection adapted.",
                            "720", "m²", "94000")),
            Map.of("conditions.pdf", "Conditions of participation and of contract",
                    "insulation-specification.pdf", "Specification of the works",
                    "insulation-quantities.csv", "Bill of quantities"),
            Optional.of(THREE_OF_FIVE),
            new Closing.OnDay(9, LocalTime.NOON),
            List.of(new Offer(BRAM, Map.of("1", "176400.00", "2", "90150.00"), BRAMS),
                    new Offer(ADA, Map.of("1", "171820.00", "2", "92600.00"), ADAS)),
            new Ending.Published());

    /** Its prices stay sealed until the offers are evaluated technically. */
    private static final Scene CLEANING = new Scene(OFFICER,
            "Cleaning of municipal buildings for three years",
            """
            Daily and periodic cleaning of the town hall, the library, two sports halls and the \
            fire station, for three years with an option of one more.

            Quality is measured monthly together with the contractor; the schedule of rooms says \
            how often each is cleaned. Cleaning agents carry the EU Ecolabel or are equivalent. \
            Staff now employed at the buildings are offered to be taken over.

            Each building is a lot. A bid may cover any number of them.""",
            "Alder Bay", "90911200", "net", true,
            List.of(lot("1", "Town hall", "3 floors, daily", "3120", "m²", "168000"),
                    lot("2", "Library", "2 floors, six days a week", "1480", "m²", "74000"),
                    lot("3", "Sports hall North", "Daily, after 22:00", "2050", "m²", "88000"),
                    lot("4", "Sports hall Harbour", "Daily, after 22:00", "1890", "m²", "82000"),
                    lot("5", "Fire station", "Three days a week", "960", "m²", "29500")),
            Map.of("conditions.pdf", "Conditions of participation and of contract",
                    "cleaning-rooms.csv", "Schedule of rooms and frequencies"),
            Optional.of(new Scene.Committee(List.of(SOFIA, JONAS, PRIYA, LUCA, ELIF), 3, 2, 5)),
            new Closing.OnDay(53, LocalTime.of(14, 0)),
            List.of(new Offer(CHIDI, Map.of("1", "159600.00", "2", "71900.00", "5", "28400.00"),
                    CHIDIS)),
            new Ending.Published());

    /** Closes soon, and none of its openers has rehearsed: everybody concerned is warned. */
    private static final Scene SNOW = new Scene(OFFICER,
            "Clearing of snow and gritting, winter service East",
            """
            On-call winter service for the eastern districts: 38 km of streets of priority one, \
            21 km of cycle paths and eleven bus stops. The contractor is called by the road \
            authority at any hour between November and March and begins within 45 minutes.

            The price is per season for stand-by and 25 call-outs; further call-outs are paid at \
            one twenty-fifth of it. Vehicles record where they are and how much they spread.""",
            "Eastern districts, Alder Bay", "90620000", "net", false,
            List.of(lot("1", "", "Stand-by and 25 call-outs", "1", "season", "64000")),
            CONDITIONS, Optional.of(new Scene.Committee(List.of(SOFIA, JONAS, PRIYA), 2, 1, 0)),
            new Closing.OnDay(1, LocalTime.of(16, 0)), List.of(),
            new Ending.Published());

    private static final Scene BEDS = new Scene(OTHER_OFFICER,
            "Hospital beds and mattresses for Northmoor General Hospital",
            """
            Framework-free purchase of electrically adjustable beds and pressure-relieving \
            mattresses for the wards opening next spring, with training of staff and maintenance \
            for five years.

            Beds follow EN 60601-2-52. A trial bed stands at the disposal of the ward for one \
            week before the contract; its cost is part of the price. Delivery is in two parts.

            Prices include value added tax, which the Board cannot deduct.""",
            "Infirmary Road 12, Northmoor", "33192120", "gross", true,
            List.of(lot("1", "Beds", "Electrically adjustable in four sections, with side rails.",
                            "120", "beds", "264000"),
                    lot("2", "Mattresses", "Pressure-relieving foam, washable cover.",
                            "140", "mattresses", "58000")),
            CONDITIONS, Optional.of(OF_NORTHMOOR),
            new Closing.OnDay(61, LocalTime.of(12, 0)), List.of(),
            new Ending.Published());

    private static final Scene VANS = new Scene(OTHER_OFFICER,
            "Four electric delivery vans for the laboratory courier",
            """
            Four battery-electric vans of up to 3.5 t for samples between Northmoor's hospitals \
            and the laboratory, each with a load compartment kept at 2 to 8 °C and a range of at \
            least 220 km in winter.

            Winter tyres, charging cables and service for 200 000 km are included. Delivery within \
            nine months.""",
            "Northmoor", "34144900", "gross", false,
            List.of(lot("1", "", "Battery-electric vans with cooled compartment",
                    "4", "vans", "232000")),
            CONDITIONS, Optional.of(OF_NORTHMOOR),
            new Closing.OnDay(57, LocalTime.of(12, 0)), List.of(),
            new Ending.Published());

    private static final Scene ARCHIVE = new Scene(OFFICER,
            "Digitisation of the building archive, 1890 to 1975",
            """
            Scanning and indexing of about 210 000 sheets of building files, many of them on \
            tracing paper, at 300 dpi with a searchable index by street and parcel.""",
            "Town Hall Square 1, Alder Bay", "79999100", "net", false,
            List.of(lot("1", "", "Scanning and indexing", "210000", "sheets", "118000")),
            CONDITIONS, Optional.of(TWO_OF_THREE),
            new Closing.OnDay(20, LocalTime.NOON), List.of(),
            new Ending.Cancelled("A water pipe burst in the archive on the day of publication. "
                    + "The files must be dried and sorted first; the tender will be published "
                    + "again with another number of sheets."));

    private static final Scene PLAYGROUND = new Scene(OFFICER,
            "Playground equipment for Harbour Park",
            """
            Climbing structure, two slides, swings and a sand pit for children of three to \
            twelve, accessible by wheelchair, with fall protection after EN 1176.

            Still to be settled: whether the old trees stay within the fall area.""",
            "Harbour Park, Alder Bay", "37535200", "net", false,
            List.of(lot("1", "Equipment and installation", "", "1", "playground", "85000")),
            Map.of(), Optional.empty(),
            new Closing.OnDay(30, LocalTime.NOON), List.of(), new Ending.Draft());

    static final List<Scene> SCENES = List.of(FURNITURE, LIGHTING, INSULATION, CLEANING, SNOW,
            BEDS, VANS, ARCHIVE, PLAYGROUND);

    private DemonstrationScript() {
    }
}
