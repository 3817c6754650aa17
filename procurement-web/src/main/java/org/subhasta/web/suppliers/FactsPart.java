package org.subhasta.web.suppliers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.subhasta.suppliers.RegisterFact;
import org.subhasta.suppliers.RegisterFacts;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** What a register says of a supplier, on the page of the officer and on the supplier's own. */
@Named
@RequestScoped
public class FactsPart {

    @EJB
    RegisterFacts facts;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private final Map<String, Optional<RegisterFact>> latest = new HashMap<>();

    /** The latest, or null. */
    public RegisterFact of(String organisation) {
        return latest.computeIfAbsent(organisation, facts::latest).orElse(null);
    }

    public void ask(String organisation) {
        messages.value(facts.ask(organisation)).ifPresent(fact -> {
            messages.done("suppliers.facts.asked");
            visit.go(visit.getAddress());
        });
    }
}
