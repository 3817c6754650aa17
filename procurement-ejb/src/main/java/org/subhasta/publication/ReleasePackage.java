package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.awarding.AwardView;
import org.subhasta.tendering.TenderView;

/** One release in the package that OCDS 1.1 wants around it: publisher, licence, extensions. */
final class ReleasePackage {

    private ReleasePackage() {
    }

    /**
     * Of a tender written here.
     *
     * @param award   where it is decided
     * @param address of this platform, without a slash at the end
     */
    static JsonObject of(TenderView tender, Optional<AwardView> award, String address) {
        Instant at = award.map(AwardView::decidedAt)
                .or(() -> tender.ending().map(TenderView.Ending::at))
                .orElse(tender.published().orElseThrow().at());
        JsonObject release = award.map(decided -> TenderRelease.of(tender, decided, address))
                .orElseGet(() -> TenderRelease.of(tender, address));
        return envelope(tender, address, at, tender.buyer().name())
                .add("releases", Json.createArrayBuilder().add(release)).build();
    }

    /** Of an imported one, as compiled from its releases. */
    static JsonObject of(
            TenderView tender, JsonObject compiled, TenderView.Imported from, String address) {
        JsonObjectBuilder envelope = envelope(tender, address, from.publishedAt(), from.source());
        if (from.licence().startsWith("https://") || from.licence().startsWith("http://")) {
            envelope.add("license", from.licence());
        }
        return envelope.add("releases", Json.createArrayBuilder().add(compiled)).build();
    }

    private static JsonObjectBuilder envelope(
            TenderView tender, String address, Instant at, String publisher) {
        return Json.createObjectBuilder()
                .add("uri", address + "/api/v1/tenders/" + tender.id() + "/ocds")
                .add("version", "1.1")
                .add("extensions", Json.createArrayBuilder()
                        .add(TenderRelease.LOTS_EXTENSION)
                        .add(TenderRelease.TECHNIQUES_EXTENSION))
                .add("publishedDate", at.toString())
                .add("publisher", Json.createObjectBuilder()
                        .add("name", publisher.isEmpty() ? "unknown" : publisher));
    }
}
