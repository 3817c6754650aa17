package org.subhasta.architecture.planted.verification;

class NeedsServer {
    Class<?> report = org.subhasta.architecture.planted.journal.OwnClock.class;
}
