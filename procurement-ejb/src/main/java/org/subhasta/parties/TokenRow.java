package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** A token as stored: its hash only (P4). */
@Entity
@Table(schema = "parties", name = "token")
class TokenRow {

    @Id
    private String id;
    private String person;
    private String name;
    private String sha256;
    /** Names of {@link TokenPermission}. */
    private String[] permissions;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;
    @Version
    private int version;

    protected TokenRow() {
    }

    TokenRow(String id, String person, String name, String sha256,
            Set<TokenPermission> permissions, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.person = person;
        this.name = name;
        this.sha256 = sha256;
        this.permissions = permissions.stream().sorted().map(TokenPermission::name)
                .toArray(String[]::new);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    String person() {
        return person;
    }

    Set<TokenPermission> permissions() {
        Set<TokenPermission> own = EnumSet.noneOf(TokenPermission.class);
        Stream.of(permissions).map(TokenPermission::valueOf).forEach(own::add);
        return own;
    }

    boolean isInUse(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    void revoke(Instant at) {
        revokedAt = at;
    }

    TokenView view(String owner, Instant now) {
        String state = revokedAt != null ? "revoked" : now.isBefore(expiresAt) ? "active" : "expired";
        return new TokenView(id, name, owner, permissions(), createdAt, expiresAt, state);
    }
}
