package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.AwardView;

@DisplayName("The award notice")
class NoticePdfTest {

    @Test
    @DisplayName("shows bids received, ranking, disqualifications, decisions and reasons")
    void showsEverything() throws Exception {
        String text = text(pdf("rich", Samples.rich()));
        for (String expected : new String[] {
            "Municipality of Alder Bay", "Electric street sweepers", "Kehrwerk Küstenregion GmbH",
            "Północna Spółka Komunalna", "No bank guarantee was handed in",
            "Drawn by lot on 18 December 2026", "40 % above the estimate",
            "nobody bid for this lot", "every bid for this lot was disqualified",
            "Spare parts & brushes <all sizes>", "Thursday 17 December 2026, 12:00 CET",
            "Same price as another bid", "c1c1c1c1"}) {
            assertTrue(text.contains(expected), () -> "missing: " + expected + " in\n" + text);
        }
    }

    @Test
    @DisplayName("of one lot says in one sentence who got it and for how much")
    void oneSentence() throws Exception {
        assertTrue(text(pdf("plain", Samples.plain())).contains(
                "The contract was awarded to Clean Streets Cooperative Ltd for EUR 97 100.00."));
    }

    @Test
    @DisplayName("of 83 lots names every one of them")
    void manyLots() throws Exception {
        String text = text(pdf("large", Samples.large()));
        for (int lot = 1; lot <= 83; lot++) {
            assertTrue(text.contains("Lot " + lot + " "), "lot " + lot);
        }
    }

    @Test
    @DisplayName("of forty bids repeats the head of their table on every page it goes over")
    void manyBids() throws Exception {
        String text = text(pdf("contested", Samples.contested()));
        for (int bid = 6; bid <= 40; bid++) {
            assertTrue(text.contains("Bidder number " + bid + " "), "bid " + bid);
        }
        assertTrue(text.split("No. Bidder Received Lots").length - 1 >= 2, text);
    }

    @Test
    @DisplayName("treats what people wrote as text, whatever it looks like")
    void textIsText() {
        String page = NoticePdf.AWARD.xhtml(content(Samples.rich()).values("http://localhost"));
        assertTrue(page.contains("brushes &lt;all sizes&gt;"));
        assertFalse(page.contains("<all sizes>"));
    }

    @Test
    @DisplayName("is titled, in its language")
    void titled() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf("plain", Samples.plain()))) {
            assertEquals("Award notice: Winter gritting of the harbour road",
                    document.getDocumentInformation().getTitle());
            assertEquals("en", document.getDocumentCatalog().getLanguage());
        }
    }

    private static NoticeContent content(AwardView award) {
        return new NoticeContent(award, new NoticeTexts(NoticePdf.AWARD, award.zone()));
    }

    /** Also kept in the build folder, to be looked at. */
    private static byte[] pdf(String name, AwardView award) throws Exception {
        byte[] pdf = Samples.pdf(award);
        Path folder = Files.createDirectories(Path.of("target", "notices"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document)
                    .replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }
}
