package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subhasta.awarding.AwardView;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Lot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;
import org.subhasta.tendering.model.TenderDocument;

class TenderReleaseTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456Z");

    @ParameterizedTest
    @EnumSource(Phase.class)
    void a_release_is_valid_after_the_official_schema(Phase phase) throws IOException {
        assertEquals(List.of(), faults(
                TenderRelease.of(tender(phase), "https://tenders.example")));
    }

    @Test
    void a_release_with_awards_is_valid_after_the_official_schema() throws IOException {
        for (AwardView award : List.of(Samples.rich(), Samples.plain(), Samples.large())) {
            assertEquals(List.of(), faults(
                    TenderRelease.of(Samples.tender(award), award, "https://tenders.example")));
        }
    }

    private static List<Error> faults(JsonObject release) throws IOException {
        Path schema = Path.of("../../shared/data/ocds/schema/release-schema.json");
        assumeTrue(Files.exists(schema), "skipped: the schema of OCDS is not at " + schema);
        Schema official = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(Files.readString(schema), InputFormat.JSON);
        return official.validate(release.toString(), InputFormat.JSON);
    }

    @Test
    void each_lot_is_an_award_with_its_supplier_value_and_item() {
        AwardView award = Samples.rich();
        JsonObject release = TenderRelease.of(Samples.tender(award), award, "https://t.example");
        List<JsonObject> awards = release.getJsonArray("awards").getValuesAs(JsonObject.class);
        assertEquals(List.of("active", "active", "unsuccessful", "unsuccessful", "unsuccessful"),
                awards.stream().map(one -> one.getString("status")).toList());
        for (int i = 0; i < 2; i++) {
            AwardView.Lot lot = award.lots().get(i);
            JsonObject one = awards.get(i);
            assertEquals(lot.price().orElseThrow().amount(), one.getJsonObject("value")
                    .getJsonNumber("amount").bigDecimalValue());
            assertEquals(lot.winner().orElseThrow().name(),
                    one.getJsonArray("suppliers").getJsonObject(0).getString("name"));
            assertEquals(lot.id(), one.getJsonArray("relatedLots").getString(0));
            assertEquals(lot.id(),
                    one.getJsonArray("items").getJsonObject(0).getString("relatedLot"));
            assertEquals(award.decidedAt().toString(), one.getString("date"));
        }
        assertEquals("complete", release.getJsonObject("tender").getString("status"));
    }

    @Test
    void the_release_of_a_decision_is_the_same_before_and_after_the_tender_ends() {
        AwardView award = Samples.rich();
        TenderView before = Samples.tender(award);
        TenderView after = new TenderView(before.id(), before.ocid(), before.origin(),
                Phase.COMPLETE, before.title(), before.description(), before.buyer(),
                before.place(), before.classification(), before.additional(), before.procedure(),
                before.procedureNote(), before.value(), before.closing(), before.lots(),
                before.documents(), before.published(), Optional.empty(),
                Optional.of(new TenderView.Ending(award.decidedAt().plusSeconds(1), "")));
        assertEquals(ReleasePackage.of(before, Optional.of(award), "https://t.example"),
                ReleasePackage.of(after, Optional.of(award), "https://t.example"));
    }

    @Test
    void a_release_of_ours_is_sound_for_our_own_import() {
        JsonObject release = TenderRelease.of(tender(Phase.OPEN), "https://tenders.example");
        ReleaseJudgement.Judged judged = ReleaseJudgement.judge(release);
        assertTrue(judged.isSound());
        assertEquals(List.of(), judged.notes());
        assertEquals(AT, judged.date().orElseThrow());
    }

    private static TenderView tender(Phase phase) {
        Classification vans = new Classification("34144900", "Electric vehicles");
        return new TenderView("abcdefgh1234", "ocds-subhst-abcdefgh1234", Origin.HERE, phase,
                "Vans", "Four vans", new Notice.Buyer("0123456789ab", "Alder Bay", "XI-REG", "7"),
                "Alder Bay", Optional.of(vans), List.of(), "open", "",
                Optional.of(Money.of("1000.50", "EUR")),
                Optional.of(new TenderView.Closing(AT.plusSeconds(1000), ZoneId.of("UTC"),
                        AT.plusSeconds(1000), List.of())),
                List.of(new Lot("1", "Vans", "", Optional.of(new BigDecimal("4")), "vans",
                                Optional.of(vans), Optional.of(Money.of("1000.50", "EUR")), true),
                        new Lot("2", "Chargers", "Two", Optional.empty(), "", Optional.empty(),
                                Optional.empty(), false)),
                List.of(new TenderDocument("ab".repeat(32), "terms.pdf", "", 12,
                        "application/pdf")),
                Optional.of(new TenderView.Published(AT, "cd".repeat(32), PriceBasis.NET, true,
                        Currency.getInstance("EUR"), Optional.empty())), Optional.empty(), Optional.empty());
    }
}
