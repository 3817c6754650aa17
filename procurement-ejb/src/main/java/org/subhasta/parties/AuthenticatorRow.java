package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An authenticator app as stored: offered first, and added with the first right code. */
@Entity
@Table(schema = "parties", name = "authenticator")
class AuthenticatorRow {

    @Id
    private String id;
    private String person;
    private String name;
    /** See {@link SecondFactorKey}. */
    private byte[] secret;
    @Column(name = "used_step")
    private long usedStep;
    @Column(name = "offered_at")
    private Instant offeredAt;
    @Column(name = "added_at")
    private Instant addedAt;
    @Column(name = "removed_at")
    private Instant removedAt;
    @Version
    private int version;

    protected AuthenticatorRow() {
    }

    AuthenticatorRow(String id, String person, byte[] secret, Instant offeredAt) {
        this.id = id;
        this.person = person;
        this.name = "?";
        this.secret = secret;
        this.offeredAt = offeredAt;
    }

    String id() {
        return id;
    }

    byte[] secret() {
        return secret;
    }

    long usedStep() {
        return usedStep;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    boolean isAdded() {
        return addedAt != null;
    }

    void add(String called, Instant now) {
        name = called;
        addedAt = now;
    }

    void use(long step) {
        usedStep = step;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    AuthenticatorView view() {
        return new AuthenticatorView(id, name, addedAt);
    }
}
