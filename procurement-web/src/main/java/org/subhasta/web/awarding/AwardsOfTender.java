package org.subhasta.web.awarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;

/** The awards of the tender that a page shows, looked for once. */
@Named
@RequestScoped
public class AwardsOfTender {

    @Inject
    AwardReports awards;

    private final Map<String, List<AwardSearch.Line>> found = new HashMap<>();

    public List<AwardSearch.Line> of(String tender) {
        return found.computeIfAbsent(tender, awards::ofTender);
    }
}
