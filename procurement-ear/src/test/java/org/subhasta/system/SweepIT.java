package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.subhasta.system.PageExamples.Example;
import org.subhasta.system.PageExamples.Who;
import org.subhasta.system.doors.Injection;

/**
 * Goes over every page that there is, as a scanner would: what its headers and cookies say, what
 * comes of text that hopes to be more than text, and whether strangers see what is somebody's.
 */
@ExtendWith(WithPlatform.class)
class SweepIT {

    /** Of the same roles as those whose pages they are, and of nobody they belong to. */
    private static final Map<Who, String> STRANGERS = Map.of(
            Who.SUPPLIER, "bram@invented-works.example",
            Who.OFFICER, "tomas@northmoor.example",
            Who.OPENER, "luca@northmoor.example");

    /** Everybody's of that role, whose page it is shown to. */
    private static final Set<String> SHARED = Set.of("/tenders/{id}/bid",
            "/office/registrations/{id}", "/office/registrations/certificates/{id}",
            "/office/registrations/keys/{id}", "/office/import/{id}");

    /** What their forms do would be in the way of other tests: those are sent without a button. */
    private static final List<String> UNDOABLE = List.of("/sign-in", "/forgotten",
            "/administration/journal", "/cancel",
            "/withdraw", "/order", "/award", "/account/second-factor", "/register", "/draft",
            "/preview", "/setup", "/invitation", "/desk/registration", "/desk/people",
            "/office/registrations", "/administration/authorities");

    /** Everybody's, but only where something was done before. */
    private static final Set<String> BEGUN = Set.of("/register/check", "/sign-in/confirm");

    private static final List<String> QUERY = List.of("q", "next", "as", "id", "page", "sort",
            "phase", "cpv", "from", "leaf", "order", "lot", "token", "received");

    /** What is typed there is kept, so that it is typed into a draft of the sweep's own. */
    private static final String DRAFT = "/office/tenders/{id}";

    private final PassiveCheck passive = new PassiveCheck();
    private final Set<String> headers = new TreeSet<>();
    private final Set<String> injections = new TreeSet<>();
    private final Set<String> strangers = new TreeSet<>();
    private int forms;

    @Test
    void everyPageStandsASweep(TestPlatform platform) throws Exception {
        long tables = tables(platform);
        try (Browser browser = Browser.open(platform)) {
            Map<Who, Page> visitors = new EnumMap<>(Who.class);
            for (Who who : Who.values()) {
                visitors.put(who, who.enter(browser));
            }
            // Before the sweep guesses at passwords: in browsers that are known nobody waits for it.
            Map<Who, Page> others = new EnumMap<>(Who.class);
            STRANGERS.forEach((who, email) ->
                    others.put(who, Person.signIn(browser, email).page()));
            PageExamples examples = new PageExamples(platform, visitors);
            for (Route route : Route.all()) {
                Example example = examples.of(route.address());
                String path = route.address().equals(DRAFT)
                        ? ownDraft(visitors.get(Who.OFFICER)) : example.path().call();
                look(route, path, example.who(), example.who() == Who.PUBLIC
                        && !BEGUN.contains(route.address())
                        ? browser.visit() : visitors.get(example.who()));
                if (route.address().contains("{") && !SHARED.contains(route.address())
                        && STRANGERS.containsKey(example.who())) {
                    stranger(route, path, Person.signIn(others.get(example.who()),
                            STRANGERS.get(example.who())).page());
                    stranger(route, path, browser.visit());
                }
            }
        }
        assertAll(
                () -> assertEquals(Set.of(), headers, "headers and cookies"),
                () -> assertEquals(Set.of(), injections, "injected text"),
                () -> assertEquals(Set.of(), strangers, "strangers"),
                () -> assertEquals(tables, tables(platform)),
                () -> assertTrue(forms > 30, forms + " forms"),
                () -> assertLogIsWhole(platform));
    }

    private static String ownDraft(Page officer) {
        officer.navigate("/office/tenders/new");
        officer.fill("#title", "A draft to sweep");
        officer.click("#start");
        officer.waitForURL(address -> !address.endsWith("/new"));
        return URI.create(officer.url()).getPath();
    }

    private void look(Route route, String path, Who who, Page page) {
        APIResponse answer = page.request().get(path);
        Document shown = Jsoup.parse(answer.text());
        passive.page(answer.headers(), shown, who != Who.PUBLIC)
                .forEach(wrong -> headers.add(route.address() + " " + wrong));
        for (Injection injection : Injection.values()) {
            if (injection != Injection.LONG) {
                ask(route.address(), path, page, injection);
            }
            for (Element form : shown.select("form[method=post]")) {
                if (!form.select("input[type=text], input[type=email], input[type=search],"
                        + " input[type=password], input:not([type]), textarea").isEmpty()) {
                    send(route.address(), path, page, form.id(), injection);
                }
            }
        }
    }

    /** In whatever parameter of the address. */
    private void ask(String route, String path, Page page, Injection injection) {
        StringBuilder address = new StringBuilder(path);
        for (String name : QUERY) {
            if (!path.contains("?" + name + "=") && !path.contains("&" + name + "=")) {
                address.append(address.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
                        .append(URLEncoder.encode(injection.text(), StandardCharsets.UTF_8));
            }
        }
        judge(route + " asked", injection, page.request().get(address.toString(),
                RequestOptions.create().setMaxRedirects(0)));
    }

    /** In every field of a form that takes text; the page is read anew, for its token. */
    private void send(String route, String path, Page page, String id, Injection injection) {
        Element form = Jsoup.parse(page.request().get(path).text()).getElementById(id);
        if (form == null) {
            return;
        }
        forms++;
        FormData data = FormData.create();
        for (Element input : form.select("input[name], textarea[name], select[name]")) {
            if (isText(input)) {
                data.append(input.attr("name"), injection.text());
            } else if (input.tagName().equals("select")) {
                Element chosen = input.select("option[selected]").first();
                data.append(input.attr("name"), chosen == null ? "" : chosen.attr("value"));
            } else if (input.attr("type").equals("hidden") || input.hasAttr("checked")) {
                data.append(input.attr("name"), input.attr("value"));
            }
        }
        Element button = form.select("input[type=submit], button[name]").first();
        if (button != null && UNDOABLE.stream().noneMatch(path::contains)) {
            data.append(button.attr("name"), "");
        }
        String action = form.attr("action");
        judge(route + " form " + id, injection, page.request().post(action.isEmpty() ? path : action,
                RequestOptions.create().setForm(data).setMaxRedirects(0)));
    }

    private static boolean isText(Element input) {
        return input.tagName().equals("textarea") || input.tagName().equals("input")
                && Set.of("", "text", "email", "search", "password", "url", "tel", "date", "time",
                        "number").contains(input.attr("type"));
    }

    private void judge(String what, Injection injection, APIResponse answer) {
        injection.signsIn(answer.status(), answer.headers().toString(), answer.text())
                .forEach(sign -> injections.add(what + " " + injection + " " + sign));
    }

    /** Sees nothing of it: not found, forbidden, or led to sign in. */
    private void stranger(Route route, String path, Page other) {
        APIResponse answer = other.request().get(path, RequestOptions.create().setMaxRedirects(0));
        boolean led = answer.status() == 303
                && answer.headers().getOrDefault("location", "").startsWith("/sign-in");
        if (answer.status() != 403 && answer.status() != 404 && !led) {
            strangers.add(route.address() + " answers a stranger " + answer.status());
        }
    }

    private static long tables(TestPlatform platform) throws Exception {
        try (Connection connection = platform.owner(); ResultSet row = connection.createStatement()
                .executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname !~ '^pg_'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Each line is one JSON object that the server wrote itself. */
    private static void assertLogIsWhole(TestPlatform platform) throws Exception {
        List<String> forged = new ArrayList<>();
        for (String line : platform.log()) {
            try (var reader = Json.createReader(new StringReader(line))) {
                if (reader.readObject().getString("at", "").startsWith("1999")) {
                    forged.add(line);
                }
            } catch (RuntimeException e) {
                forged.add(line);
            }
        }
        assertEquals(List.of(), forged);
    }
}
