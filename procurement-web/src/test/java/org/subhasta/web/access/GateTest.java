package org.subhasta.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.parties.Role;

class GateTest {

    @ParameterizedTest
    @CsvSource({"https://tenders.example,tenders.example,true",
        "http://localhost:8080,localhost:8080,true", "https://evil.example,tenders.example,false",
        "null,tenders.example,false", "https://tenders.example.evil.example,tenders.example,false",
        "http://localhost:8081,localhost:8080,false"})
    void an_origin_is_our_own_where_its_host_is(String origin, String host, boolean own) {
        assertEquals(own, CrossSite.isOwn(origin, host));
    }

    @Test
    void the_supplier_s_places_are_closed_to_others_and_tenders_are_everybody_s() {
        assertEquals(Optional.of(Set.of(Role.SUPPLIER)), Places.roles("/desk"));
        assertEquals(Optional.of(Set.of(Role.SUPPLIER)), Places.roles("/desk/registration"));
        assertEquals(Optional.of(Set.of(Role.SUPPLIER)), Places.roles("/announcements/abc"));
        assertEquals(Optional.of(Set.of(Role.OPENER)), Places.roles("/desk/openings"));
        assertEquals(Optional.of(Set.of(Role.SUPPLIER, Role.OFFICER, Role.OPENER)),
                Places.roles("/certificates"));
        assertEquals(Optional.of(Set.of(Role.OFFICER)), Places.roles("/office/tenders/new"));
        assertTrue(Places.roles("/office/registrations").orElseThrow().contains(Role.AUDITOR));
        assertEquals(Optional.empty(), Places.roles("/tenders/abc"));
        assertEquals(Optional.empty(), Places.roles("/officers"));
        assertFalse(Places.isApi("/apis"));
    }
}
