package org.subhasta.web.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.Watch;
import org.subhasta.kernel.ServerClock;

/**
 * Admits connections of watchers: a ticket is given where the caller is known, and is good once and
 * shortly for a connection, which by itself shows nobody's credentials. So no other site's page can
 * watch as somebody, and what one address may open is bounded.
 */
@ApplicationScoped
public class LiveTickets {

    /** Connections and unused tickets of one address. */
    static final int OF_ONE_ADDRESS = 100;
    /** Of all addresses. */
    static final int OF_ALL = 20_000;

    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ServerClock clock;

    private final Map<String, Ticket> unused = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** @param until by the steady clock */
    record Ticket(Watch watch, String address, long until) {
    }

    /** A ticket for a connection; empty where the address has too many. */
    synchronized Optional<String> issue(Watch watch, String address) {
        expire();
        if (all >= OF_ALL || taken.getOrDefault(address, 0) >= OF_ONE_ADDRESS) {
            return Optional.empty();
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        unused.put(id, new Ticket(watch, address, clock.steady() + GOOD_FOR.toNanos()));
        taken.merge(address, 1, Integer::sum);
        all++;
        return Optional.of(id);
    }

    /** Takes a ticket; its place is kept until {@link #leave}. */
    synchronized Optional<Ticket> redeem(String id) {
        expire();
        return Optional.ofNullable(unused.remove(id));
    }

    /** The connection is over. */
    synchronized void leave(Ticket ticket) {
        taken.computeIfPresent(ticket.address(), (address, count) -> count > 1 ? count - 1 : null);
        all--;
    }

    private void expire() {
        long now = clock.steady();
        Iterator<Ticket> each = unused.values().iterator();
        while (each.hasNext()) {
            Ticket ticket = each.next();
            if (ticket.until() - now < 0) {
                each.remove();
                leave(ticket);
            }
        }
    }
}
