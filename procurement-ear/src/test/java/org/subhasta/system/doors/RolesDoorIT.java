package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/**
 * Every use case of every door is called by nobody and in every role, and lets exactly those in who
 * are written on it; {@code docs/reference/roles.md} shows who is. Nothing comes of the calls.
 */
class RolesDoorIT extends DoorTest {

    private static final Map<Role, String> PEOPLE = new EnumMap<>(Map.of(
            Role.SUPPLIER, "chidi@example-facilities.example",
            Role.OFFICER, "mara@alder-bay.example",
            Role.OPENER, "elif@harbour-audit.example",
            Role.ADMINISTRATOR, "admin@subhasta.example"));

    @Test
    void every_door_lets_in_exactly_whom_it_names() throws Exception {
        Map<Role, String> people = people();
        List<String> wrong = new ArrayList<>();
        int called = 0;
        for (UseCase one : UseCase.all()) {
            if (one.isEverybodys()) {
                continue;
            }
            if (one.roles().isEmpty()) {
                wrong.add(one + " names nobody");
            }
            if (Acts.rolledBack(() -> one.lets(one.harmless()))) {
                wrong.add(one + " lets nobody in particular in");
            }
            for (Role role : Role.values()) {
                called++;
                if (lets(one, people.get(role), role) != one.roles().contains(role)) {
                    wrong.add(one + (one.roles().contains(role) ? " keeps out " : " lets in ")
                            + role);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(called > 400, called + " calls");
    }

    private static boolean lets(UseCase one, String person, Role role) throws Exception {
        return Acts.rolledBack(() -> as(person, role, () -> one.lets(one.harmless())));
    }

    private static Map<Role, String> people() throws Exception {
        Map<Role, String> people = new EnumMap<>(Role.class);
        for (Map.Entry<Role, String> one : PEOPLE.entrySet()) {
            people.put(one.getKey(), Bidder.person(one.getValue()));
        }
        people.put(Role.AUDITOR, as(people.get(Role.ADMINISTRATOR), Role.ADMINISTRATOR,
                () -> done(door(Invitations.class).inviteAuditor("Aud Itor",
                        Identifier.next() + "@auditors.example")).person().id()));
        return people;
    }
}
