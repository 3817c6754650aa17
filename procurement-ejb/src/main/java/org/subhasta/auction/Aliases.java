package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

/** Draws the numbers under which participants are seen: chance alone says nothing of who it is. */
@ApplicationScoped
class Aliases {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int THREE_DIGITS = 1_000;

    @PersistenceContext
    private EntityManager entities;

    /** One that nobody in the auction has: three digits while there are plenty, else more. */
    String draw(String auction) {
        Set<String> taken = new HashSet<>(entities.createQuery(
                        "SELECT p.alias FROM ParticipantRow p WHERE p.key.auction = :auction",
                        String.class)
                .setParameter("auction", auction).getResultList());
        int end = THREE_DIGITS;
        while (taken.size() > end / 4) {
            end *= 10;
        }
        String drawn;
        do {
            drawn = Integer.toString(RANDOM.nextInt(end / 10, end));
        } while (taken.contains(drawn));
        return drawn;
    }
}
