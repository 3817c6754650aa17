package org.subhasta.architecture.planted.journal;

public class OwnClock {
    java.time.Instant now() {
        return java.time.Instant.now();
    }
}
