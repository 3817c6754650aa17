package org.subhasta.auction.model;

/** For whom a view of an auction is. */
public sealed interface Audience {

    /** One who was admitted. */
    record OneParticipant(String participant) implements Audience {
    }

    /** The officer who runs it. */
    record Officer() implements Audience {
    }

    /** Everyone, without an account. */
    record Everyone() implements Audience {
    }
}
