package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exclusions and qualified lists as officers, the public and the supplier see them. */
@ExtendWith(WithPlatform.class)
class ExclusionIT {

    private static final String OFFICER = "mara@alder-bay.example";
    private static final String REASON = "Contributions to social security not paid since spring.";

    private final Newcomer newcomer = new Newcomer();

    @Test
    void a_supplier_is_excluded_everybody_sees_it_and_it_is_lifted(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page supplier = browser.visit();
            Page officer = Person.signIn(browser, OFFICER).page();
            String id = approved(supplier, officer, platform);
            LocalDate today =
                    LocalDate.ofInstant(platform.clock().now(), ZoneId.of("Europe/Amsterdam"));

            officer.navigate("/office/registrations/" + id);
            officer.getByText("Exclude a supplier").click();
            officer.waitForURL("**/office/exclusions?of=" + id);
            assertThat(officer.locator("#supplier")).hasValue(id);
            RegistrationIT.press(officer, "Record the exclusion");
            assertThat(officer.locator(".summary.is-wrong")).containsText("Choose the ground.");
            assertThat(officer.locator(".summary.is-wrong")).containsText("Write the reason");
            assertThat(officer.locator("#supplier")).hasValue(id);
            judge(officer, "exclusion-wrong");
            officer.selectOption("#ground", "TAXES");
            officer.fill("#reason", REASON);
            officer.fill("#until", today.plusDays(90).toString());
            RegistrationIT.press(officer, "Record the exclusion");
            assertThat(officer.locator(".summary.is-done"))
                    .containsText("The exclusion of " + newcomer.company() + " is recorded.");
            String exclusion = officer.url();
            // Where the authority is, not where the server is.
            assertThat(officer.locator(".facts")).containsText(", 00:00");
            judge(officer, "exclusion");

            Page visitor = browser.visit();
            assertPublic(visitor, id);
            assertThat(visitor.locator("#exclusions")).containsText(REASON);
            assertRefused(supplier, platform);

            officer.fill("#on", today.toString());
            officer.fill("#note", "Administrative court of Alder Bay");
            RegistrationIT.press(officer, "Note an appeal");
            assertThat(officer.locator(".summary.is-done")).containsText("The appeal is noted.");
            assertThat(officer.locator(".facts")).containsText("not decided yet");
            judge(officer, "exclusion-appealed");
            RegistrationIT.press(officer, "Lift the exclusion");
            assertThat(officer.locator(".summary.is-wrong")).containsText("Write the reason");
            officer.fill("#reason", "Everything was paid.");
            RegistrationIT.press(officer, "Lift the exclusion");
            assertThat(officer).hasURL(exclusion);
            assertThat(officer.locator(".summary.is-done")).containsText("is lifted");
            assertThat(officer.locator("main")).containsText("Everything was paid.");
            judge(officer, "exclusion-lifted");

            assertOver(visitor, id);
            supplier.reload();
            assertThat(supplier.locator("main h1"))
                    .containsText("You have no approved certificate yet");
        }
    }

    @Test
    void one_for_the_platform_waits_for_somebody_else(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page officer = Person.signIn(browser, OFFICER).page();
            String id = approved(browser.visit(), officer, platform);
            officer.navigate("/office/exclusions?of=" + id);
            officer.selectOption("#scope", "PLATFORM");
            officer.selectOption("#ground", "NATIONAL");
            officer.fill("#law", "Invented Procurement Act, section 12");
            officer.fill("#reason", REASON);
            RegistrationIT.press(officer, "Record the exclusion");
            assertThat(officer.locator("main")).containsText("Waits to be confirmed");
            RegistrationIT.press(officer, "Confirm");
            assertThat(officer.locator(".summary.is-wrong"))
                    .containsText("Somebody else has to confirm it.");
            Page visitor = browser.visit();
            visitor.navigate("/exclusions?q=" + newcomer.number());
            assertThat(visitor.locator("main")).containsText("No exclusion found.");

            Page administrator = Person.signIn(browser, "admin@subhasta.example").page();
            administrator.navigate("/office/exclusions");
            judge(administrator, "exclusions-administrator");
            administrator.getByText(newcomer.company()).click();
            administrator.waitForURL("**/office/exclusions/*");
            judge(administrator, "exclusion-waits");
            RegistrationIT.press(administrator, "Do not confirm");
            assertThat(administrator.locator("#why-wrong")).containsText("Write the reason");
            RegistrationIT.press(administrator, "Confirm");
            assertThat(administrator.locator(".summary.is-done")).containsText("counts from now");
            visitor.reload();
            assertThat(visitor.locator("main")).containsText("All procedures on this platform");
            assertThat(visitor.locator("main")).containsText("Invented Procurement Act");
        }
    }

    @Test
    void a_list_names_who_was_admitted_and_who_left(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page officer = Person.signIn(browser, OFFICER).page();
            String id = approved(browser.visit(), officer, platform);
            officer.navigate("/office/lists");
            officer.fill("#name", "Roads and " + newcomer.number());
            RegistrationIT.press(officer, "Open a list");
            assertThat(officer.locator(".summary.is-wrong")).containsText("first day of the list");
            officer.fill("#categories", "45233");
            officer.fill("#from", "2026-01-01");
            judge(officer, "lists-office");
            RegistrationIT.press(officer, "Open a list");
            officer.waitForURL("**/office/lists/*");
            officer.selectOption("#supplier", id);
            officer.fill("[id='reason']", "Three references of good work.");
            RegistrationIT.press(officer, "Admit a supplier");
            assertThat(officer.locator(".summary.is-done")).containsText("Admitted");
            judge(officer, "list-office");

            Page visitor = browser.visit();
            visitor.navigate("/lists");
            judge(visitor, "lists");
            visitor.getByText("Roads and " + newcomer.number()).click();
            visitor.waitForURL("**/lists/*");
            assertThat(visitor.locator("main")).containsText("Three references of good work.");
            judge(visitor, "list");
            RegistrationIT.press(officer, "Remove a supplier");
            assertThat(officer.locator("#why-wrong")).containsText("Write the reason");
            officer.fill("#why", "It asked to leave.");
            RegistrationIT.press(officer, "Remove a supplier");
            assertThat(officer.locator(".summary.is-done")).containsText("Removed");
            visitor.reload();
            assertThat(visitor.locator("main")).containsText("No suppliers");
            assertThat(visitor.locator("main")).containsText("It asked to leave.");
            judge(visitor, "list-left");
        }
    }

    /** Registers and is approved; answers the organisation's identifier. */
    private String approved(Page supplier, Page officer, TestPlatform platform) {
        newcomer.register(supplier);
        newcomer.confirm(supplier, platform);
        officer.navigate("/office/registrations");
        officer.locator("h3").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions()
                .setName(newcomer.company()).setExact(true)).click();
        officer.waitForURL("**/office/registrations/*");
        String id = officer.url().substring(officer.url().lastIndexOf('/') + 1);
        RegistrationIT.press(officer, "Approve");
        assertThat(officer.locator(".summary.is-done")).containsText("Approved");
        return id;
    }

    /** Ends on the supplier's page. */
    private void assertPublic(Page visitor, String id) {
        visitor.navigate("/");
        visitor.locator("footer").getByText("Exclusions").click();
        visitor.waitForURL("**/exclusions");
        visitor.fill("#q", newcomer.number());
        RegistrationIT.press(visitor, "Search");
        visitor.waitForURL("**/exclusions?q=" + newcomer.number());
        assertThat(visitor.locator("main h3")).hasText(newcomer.company());
        assertThat(visitor.locator("main .list")).containsText("In force");
        assertThat(visitor.locator("main .list")).containsText("57(2)");
        assertThat(visitor.locator("main .list")).containsText(REASON);
        judge(visitor, "exclusions");
        visitor.navigate("/suppliers?q=" + newcomer.number());
        assertThat(visitor.locator("#suppliers > li")).hasCount(1);
        assertThat(visitor.locator("#suppliers > li")).containsText("Excluded");
        judge(visitor, "suppliers-excluded");
        visitor.getByText(newcomer.company()).click();
        visitor.waitForURL("**/suppliers/" + id);
        judge(visitor, "supplier-excluded");
    }

    private static void assertRefused(Page supplier, TestPlatform platform) throws Exception {
        supplier.navigate(BidIT.tender(platform) + "/bid");
        SecondStep.setUp(supplier, platform.clock().now());
        assertThat(supplier.locator("main h1")).containsText("Your organisation is excluded");
        assertThat(supplier.locator("main p.lead")).containsText("taxes or social security not paid");
        assertThat(supplier.locator("main p.lead")).containsText("tenders@alder-bay.example");
        assertThat(supplier.locator("#bid")).hasCount(0);
        judge(supplier, "bid-excluded");
    }

    private void assertOver(Page visitor, String id) {
        visitor.navigate("/suppliers/" + id);
        assertThat(visitor.locator("main h1")).hasText(newcomer.company());
        assertThat(visitor.locator("#exclusions")).hasCount(0);
        visitor.navigate("/exclusions?force=true&q=" + newcomer.number());
        assertThat(visitor.locator("main")).containsText("No exclusion found.");
        judge(visitor, "exclusions-none");
        visitor.navigate("/exclusions?q=" + newcomer.number());
        assertThat(visitor.locator("main .list")).containsText("Lifted");
        assertThat(visitor.locator("main .list")).containsText("Everything was paid.");
        judge(visitor, "exclusions-lifted");
    }

    private static void judge(Page page, String name) {
        Browser.assertAccessible(page);
        Browser.screenshots(page, name);
    }
}
