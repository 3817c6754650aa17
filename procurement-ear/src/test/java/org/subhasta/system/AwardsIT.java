package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Awards as anybody finds them; how one comes about is told by {@link MainJobIT}. */
@ExtendWith(WithPlatform.class)
class AwardsIT {

    @Test
    void theListIsAccessibleAndFitsEveryWidth(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/awards?q=school&outcome=complete&order=highest");
            assertEquals("school", page.inputValue("#q"));
            assertEquals("highest", page.inputValue("#order"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "awards");
        }
    }

    @Test
    void whatASearchDoesNotKnowIsLeftOut(TestPlatform platform) throws Exception {
        for (String query : new String[] {
            "?outcome=gone&order=none&page=-1", "?q=%25%27%22%3Cscript%3E!_", "?q=%00",
            "?buyer=nobody&page=99999"}) {
            HttpResponse<String> page = platform.get("/awards" + query);
            assertEquals(200, page.statusCode(), query);
            assertTrue(!page.body().contains("<script>!"), query);
            assertEquals(200, platform.get("/api/v1/awards" + query).statusCode(), query);
            assertEquals(200, platform.get("/api/v1/awards.csv" + query).statusCode(), query);
        }
    }

    @Test
    void anAwardNobodyMadeIsNotFound(TestPlatform platform) throws Exception {
        assertEquals(404, platform.get("/awards/0000000000a1").statusCode());
        assertEquals(404, platform.get("/api/v1/awards/0000000000a1").statusCode());
        assertEquals(404, platform.get("/api/v1/awards/0000000000a1/notice.pdf").statusCode());
    }

    @Test
    void anEvaluationIsForThoseWhoAreSignedIn(TestPlatform platform) throws Exception {
        HttpResponse<String> page = platform.get("/office/tenders/0000000000a1/bids");
        assertTrue(page.headers().firstValue("location").orElse("").contains("/sign-in"),
                page.headers().toString());
        HttpResponse<String> call = platform.get("/api/v1/tenders/0000000000a1/evaluation");
        assertEquals(401, call.statusCode());
        assertEquals("Bearer", call.headers().firstValue("WWW-Authenticate").orElseThrow());
    }
}
