package org.subhasta.awarding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** Published awards, for everybody. */
@Stateless
@PermitAll
public class AwardReports {

    /** One page of the awards looked for. */
    public AwardSearch.Result search(AwardSearch search) {
        throw new UnsupportedOperationException("comes with the tables");
    }

    /** One award, whole. */
    public Optional<AwardView> find(String award) {
        throw new UnsupportedOperationException("comes with the tables");
    }

    /** The awards of a tender: none, one decided here, or the recorded ones of an import. */
    public List<AwardSearch.Line> ofTender(String tender) {
        throw new UnsupportedOperationException("comes with the tables");
    }
}
