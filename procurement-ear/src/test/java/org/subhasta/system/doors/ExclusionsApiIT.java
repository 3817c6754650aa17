package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.eligibility.Exclusions;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.eligibility.model.Ground;
import org.subhasta.eligibility.model.Scope;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** Exclusions as open data, over HTTP and without an account. */
class ExclusionsApiIT extends DoorTest {

    @Test
    void what_was_recorded_is_data_for_everybody_and_what_waits_is_not() throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder supplier = Bidder.registerOnly("Data Works");
        as(officer, Role.OFFICER, () -> done(door(Registrations.class)
                .approve(supplier.organisation())));
        String of = "exclusions?q=" + supplier.organisation();
        Instant until = Moment.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);

        String waiting = record(officer, supplier, Scope.PLATFORM, until);
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, all(of));
        assertEquals(404, Api.get("exclusions/" + waiting, "").statusCode());

        String recorded = record(officer, supplier, Scope.AUTHORITY, until);
        JsonObject one = all(of + "&force=true").getJsonObject(0);
        assertEquals(recorded, one.getString("id"));
        assertEquals(one, Api.parsed(200, Api.get("exclusions/" + recorded, "")));
        assertEquals(supplier.organisation(), one.getJsonObject("supplier").getString("id"));
        assertEquals("XM-TEST", one.getJsonObject("supplier").getString("scheme"));
        assertEquals("taxes", one.getString("ground"));
        assertEquals("57(2)", one.getString("article"));
        assertEquals("authority", one.getString("scope"));
        assertEquals("Contributions not paid", one.getString("reason"));
        assertEquals(until, Instant.parse(one.getString("until")));
        assertEquals("in-force", one.getString("stage"));

        as(officer, Role.OFFICER,
                () -> done(door(Exclusions.class).lift(recorded, "Paid in full")));
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, all(of + "&force=true"));
        JsonObject lifted = all(of).getJsonObject(0);
        assertEquals("lifted", lifted.getString("stage"));
        assertEquals("Paid in full", lifted.getString("endedBecause"));
        assertTrue(Instant.parse(lifted.getString("until")).isBefore(until));
        assertEquals(404, Api.get("exclusions/nothing", "").statusCode());
    }

    private static JsonArray all(String path) throws Exception {
        return Api.parsed(200, Api.get(path, "")).getJsonArray("exclusions");
    }

    private static String record(String officer, Bidder supplier, Scope scope, Instant until)
            throws Exception {
        ExclusionView made = as(officer, Role.OFFICER, () -> done(door(Exclusions.class).record(
                new Exclusion.Asked(supplier.organisation(), scope, Ground.TAXES, "",
                        "Contributions not paid", Optional.empty(), Optional.of(until)))));
        return made.id();
    }
}
