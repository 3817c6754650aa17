package org.subhasta.architecture.planted.kernel;

class LooksUp {
    Class<?> above = org.subhasta.architecture.planted.journal.OwnClock.class;
}
