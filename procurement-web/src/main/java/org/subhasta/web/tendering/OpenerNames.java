package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Opener;

/** The members of an opening committee in a line. */
@Named
@RequestScoped
public class OpenerNames {

    public String of(Committee committee) {
        return committee.openers().stream().map(Opener::name).collect(Collectors.joining(", "));
    }
}
