package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A call as kept, in the order of the numbers. */
@Entity
@Table(schema = "parties", name = "token_call")
class TokenCallRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long number;
    private String token;
    @Column(name = "at")
    private Instant instant;
    private String method;
    private String path;
    private int status;

    protected TokenCallRow() {
    }

    TokenCallRow(String token, TokenCall call) {
        this.token = token;
        instant = call.at();
        method = call.method();
        path = call.path();
        status = call.status();
    }

    TokenCall view() {
        return new TokenCall(instant, method, path, status);
    }
}
