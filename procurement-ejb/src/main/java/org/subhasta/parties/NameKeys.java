package org.subhasta.parties;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * At the start: gives keys to the names of organisations that registered before there were any,
 * and reads the description of registers, so that a wrong one is noticed by who wrote it.
 */
@Singleton
@Startup
@PermitAll
public class NameKeys {

    @PersistenceContext
    private EntityManager entities;

    @PostConstruct
    void start() {
        RegistersInUse.get();
        entities.createQuery(
                        "SELECT o FROM OrganisationRow o WHERE o.nameKeys IS NULL",
                        OrganisationRow.class)
                .getResultList().forEach(OrganisationRow::keyName);
    }
}
