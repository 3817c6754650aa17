package org.subhasta.web.auction;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.subhasta.web.api.Bounds;
import org.subhasta.web.api.ProblemMapper;

/**
 * What the page of a live auction calls: the very resources that programs use, reached with the
 * session of whoever looks instead of a token. As all that is not under {@code /api}, it is behind
 * the gate, which refuses what another site's page sends.
 */
@ApplicationPath("/live-api")
public class PageApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AuctionsResource.class, ParticipationResource.class, OwnActsResource.class,
                Bounds.class, ProblemMapper.class);
    }
}
