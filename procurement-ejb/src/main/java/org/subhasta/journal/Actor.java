package org.subhasta.journal;

/**
 * Who acted: a person, whom the journal knows only by a pseudonym that is fresh for each subject,
 * or a part of the platform, named as it is.
 */
public sealed interface Actor {

    /** A person by identifier. */
    record Person(String id) implements Actor {
    }

    /** A part of the platform, such as {@code closing}. */
    record System(String name) implements Actor {
    }

    static Actor person(String id) {
        return new Person(id);
    }

    static Actor system(String name) {
        return new System(name);
    }
}
