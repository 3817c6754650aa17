package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A browser in which somebody signed in, as stored. */
@Entity
@Table(schema = "parties", name = "known_browser")
class KnownBrowserRow {

    /** After this long without signing in there a browser is a stranger again. */
    static final Duration FORGOTTEN = Duration.ofDays(180);

    @Id
    private String sha256;
    private String person;
    @Column(name = "seen_at")
    private Instant seenAt;

    protected KnownBrowserRow() {
    }

    KnownBrowserRow(String sha256, String person) {
        this.sha256 = sha256;
        this.person = person;
    }

    String person() {
        return person;
    }

    boolean isFresh(Instant now) {
        return now.isBefore(seenAt.plus(FORGOTTEN));
    }

    void seen(Instant now) {
        seenAt = now;
    }
}
