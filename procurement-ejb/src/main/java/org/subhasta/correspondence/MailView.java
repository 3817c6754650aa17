package org.subhasta.correspondence;

import java.time.Instant;

/** A mail in the folder, as its reader would see it. */
public record MailView(String id, Instant sent, String to, String subject, String text) {

    /** What is in it is a secret. */
    @Override
    public String toString() {
        return "MailView " + id;
    }
}
