package org.subhasta.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.demonstration.Scene.Closing;
import org.subhasta.demonstration.Scene.Offer;
import org.subhasta.bidding.model.Opener;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.model.PasswordRule;
import org.subhasta.tendering.model.Admission;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Draft.DraftLot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.OpeningAdmission;

@DisplayName("The demonstration")
class DemonstrationScriptTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final OpeningAdmission.Openers OPENERS = new OpeningAdmission.Openers() {

        @Override
        public Optional<OpeningAdmission.Candidate> find(String person) {
            return Optional.of(new OpeningAdmission.Candidate(person, Optional.of(
                    new Opener(person, person, "Buyer", "AAAA")), Instant.MAX));
        }

        @Override
        public Optional<String> fingerprint(List<Opener> openers, int threshold) {
            return Optional.of("ab".repeat(32));
        }
    };

    @Test
    @DisplayName("has only tenders that can be published as they are")
    void admissible() {
        for (Scene scene : DemonstrationScript.SCENES) {
            LocalDateTime closes = DemonstrationTenders.closes(scene.closing(), NOW, ZONE);
            Draft draft = new Draft(scene.title(), scene.description(), scene.place(),
                    scene.classification(), List.of(), scene.prices(), scene.partialBids(), "EUR",
                    closes.toLocalDate().toString(), closes.toLocalTime().toString(),
                    ZONE.getId(), scene.lots(), List.of(),
                    new Draft.Opening(List.of("1", "2"), "2", "one", "30", "7"));
            Outcome<Notice> judged = Admission.judge("1", draft,
                    new Notice.Buyer("2", "Buyer", "XM-DEMO", "1"), NOW,
                    code -> Optional.of(new Classification(code, "Something")), OPENERS);
            assertInstanceOf(Outcome.Done.class, judged, scene.title() + ": " + judged);
        }
    }

    @Test
    @DisplayName("knows each of its tenders by a title of its own")
    void titles() {
        Set<String> titles = new HashSet<>();
        DemonstrationScript.SCENES.forEach(scene -> assertTrue(titles.add(scene.title())));
    }

    @Test
    @DisplayName("bids for lots that are there, in money, with files that are there")
    void bids() throws Exception {
        for (Scene scene : DemonstrationScript.SCENES) {
            Set<String> lots = scene.lots().stream().map(DraftLot::id).collect(Collectors.toSet());
            for (Offer offer : scene.bids()) {
                assertTrue(lots.containsAll(offer.prices().keySet()), scene.title());
                assertTrue(scene.partialBids() || offer.prices().keySet().equals(lots));
                offer.prices().values().forEach(price ->
                        assertEquals(price, Money.of(price, "EUR").decimal()));
                requireResource(offer.file());
            }
            for (String file : scene.files().keySet()) {
                requireResource(file);
            }
        }
    }

    private static void requireResource(String file) throws Exception {
        try (InputStream content = DemonstrationTenders.resource(file)) {
            assertTrue(content.read() >= 0, file);
        }
    }

    @Test
    @DisplayName("gives every account an acceptable password at an impossible address")
    void accounts() {
        for (DemonstrationAccount account : DemonstrationAccounts.everybody()) {
            assertEquals(List.of(), PasswordRule.judge("password", DemonstrationAccounts.PASSWORD,
                    account.name(), account.email()));
            assertTrue(account.email().endsWith(".example"), account.email());
            assertTrue(account.organisation().isEmpty()
                    || DemonstrationOrganisations.form(account.organisation()) != null);
        }
    }

    @Test
    @DisplayName("lets its tenders close on working days, or soon")
    void closings() {
        // A Monday; five days later is a Saturday.
        LocalDateTime day = DemonstrationTenders.closes(
                new Closing.OnDay(5, LocalTime.NOON), NOW, ZONE);
        assertEquals(DayOfWeek.MONDAY, day.getDayOfWeek());
        assertEquals(LocalTime.NOON, day.toLocalTime());
        assertEquals(NOW.plusSeconds(30), DemonstrationTenders.closes(
                new Closing.Within(Duration.ofSeconds(30)), NOW.plusMillis(400), ZONE)
                .atZone(ZONE).toInstant());
    }
}
