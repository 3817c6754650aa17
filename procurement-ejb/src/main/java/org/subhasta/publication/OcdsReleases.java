package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.AwardView;
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

    @Inject
    private AwardReports awards;

    /**
     * A tender as a release package: one written here as it stands, with its award where it has
     * one; an imported one as compiled from its releases.
     *
     * @param address of this platform, without a slash at the end
     */
    public Optional<JsonObject> releasePackage(String id, String address) {
        return tenders.find(id).map(tender -> tender.origin() == Origin.HERE
                ? ReleasePackage.of(tender, decided(tender), address)
                : ReleasePackage.of(tender, tenders.compiled(id).orElseThrow(),
                        tender.imported().orElseThrow(), address));
    }

    private Optional<AwardView> decided(TenderView tender) {
        return awards.ofTender(tender.id()).stream().map(AwardSearch.Line::id).findFirst()
                .flatMap(awards::find);
    }
}
