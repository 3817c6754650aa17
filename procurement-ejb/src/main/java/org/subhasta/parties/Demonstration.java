package org.subhasta.parties;

/** Whether the system was started as a demonstration (P6). */
final class Demonstration {

    private Demonstration() {
    }

    static boolean isOn() {
        return Boolean.getBoolean("subhasta.demo");
    }

    static boolean mayActFrom(PersonRow person, Visitor visitor) {
        return !person.isDemonstration() || isOn() && visitor.loopback();
    }
}
