package org.subhasta.web.parties;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people call a browser, from what it says it is ({@code User-Agent}): enough for its owner to
 * recognise it, and no more.
 */
final class Browsers {

    /** The first that fits: most browsers claim to be others as well. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("Edg", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("FxiOS/", "Firefox");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("CriOS/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browsers() {
    }

    /** For example {@code Firefox, Windows}; empty where it says nothing known. */
    static String name(String userAgent) {
        String browser = first(NAMES, userAgent);
        String system = first(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream().filter(one -> userAgent.contains(one.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse("");
    }
}
