package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Origin;

/** Public tenders as open contracting data: packages of one release, OCDS 1.1. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OcdsReleases {

    @Inject
    private TenderReports tenders;

    /**
     * A tender as a release package: one written here as it stands, an imported one as compiled
     * from its releases.
     *
     * @param address of this platform, without a slash at the end
     */
    public Optional<JsonObject> releasePackage(String id, String address) {
        return tenders.find(id).map(tender -> tender.origin() == Origin.HERE
                ? envelope(tender, address, TenderRelease.of(tender, address),
                        tender.ending().map(TenderView.Ending::at)
                                .orElse(tender.published().orElseThrow().at()),
                        tender.buyer().name(), "")
                : envelope(tender, address, tenders.compiled(id).orElseThrow(),
                        tender.imported().orElseThrow().publishedAt(),
                        tender.imported().orElseThrow().source(),
                        tender.imported().orElseThrow().licence()));
    }

    private static JsonObject envelope(TenderView tender, String address, JsonObject release,
            Instant at, String publisher, String licence) {
        var envelope = Json.createObjectBuilder()
                .add("uri", address + "/api/v1/tenders/" + tender.id() + "/ocds")
                .add("version", "1.1")
                .add("extensions", Json.createArrayBuilder().add(TenderRelease.LOTS_EXTENSION))
                .add("publishedDate", at.toString())
                .add("publisher", Json.createObjectBuilder()
                        .add("name", publisher.isEmpty() ? "unknown" : publisher));
        if (licence.startsWith("https://") || licence.startsWith("http://")) {
            envelope.add("license", licence);
        }
        return envelope.add("releases", Json.createArrayBuilder().add(release)).build();
    }
}
