package org.subhasta.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk", "/tenders/abc/bid", "/tenders?text=%2F%2Fevil&page=2"})
    void a_path_of_this_site_is_gone_to(String address) {
        assertEquals(address, LocalAddress.orElse(address, "/fallback"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "desk", "//evil.example", "/\\evil.example", "https://evil.example",
        "/\t/evil.example", "/a\r\nSet-Cookie: x", "javascript:alert(1)", "/a\\b", "/sign-in",
        "/sign-in?next=/sign-in", "/sign-out"})
    void anything_else_is_not(String address) {
        assertEquals("/fallback", LocalAddress.orElse(address, "/fallback"));
    }
}
