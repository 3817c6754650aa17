package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.TenderView;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@DisplayName("The printed record of an opening")
class PrintedOpeningTest {

    private static final Instant CLOSED = Instant.parse("2026-12-18T11:00:00Z");
    private static final TenderView TENDER = Samples.tender(Samples.rich());
    private static final String FIRST = TENDER.lots().getFirst().id();
    private static final String LEAF = "5e".repeat(32);

    @Test
    @DisplayName("names every bid with its hash and prices, why one is invalid, and who opened")
    void namesAll() throws Exception {
        String text = text(pdf("whole", whole()));
        for (String expected : List.of("Record of the opening of bids", TENDER.title(),
                "Of the 2 bids that stood at the closing one is invalid",
                "Brass & Sons <Ltd>", "1 240 000.00", Sha256.hex(envelope("one").content()),
                "Harbour Works", "Its keys would open it for some members and not",
                "Late Bird Ltd", "Elif Kaya", "Harbour Audit Office", LEAF,
                "2 of the 3 members", Samples.ADDRESS + "/tenders/box/opening")) {
            assertTrue(text.contains(expected), () -> "missing: " + expected + " in\n" + text);
        }
    }

    @Test
    @DisplayName("of technical parts says that the prices are sealed still")
    void technicalOnly() throws Exception {
        String text = text(pdf("technical", technical()));
        assertTrue(text.contains("the prices are sealed still"), text);
        assertFalse(text.contains("1 240 000"), text);
    }

    @Test
    @DisplayName("of an empty box says so")
    void empty() throws Exception {
        assertTrue(text(pdf("empty", record(terms(false), new BoxState.Opened(CLOSED),
                List.of(Part.BID), List.of()))).contains("At the closing there was no bid."));
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_3_U", "PDFUA_1"})
    @DisplayName("conforms, by veraPDF, to")
    void conforms(PDFAFlavour flavour) throws Exception {
        VeraPdf.assertConforms(pdf("whole", whole()), flavour);
    }

    private static OpeningRecord whole() {
        return record(terms(false), new BoxState.Opened(CLOSED.plusSeconds(300)),
                List.of(Part.BID), List.of(
                        bid("one", "Brass & Sons <Ltd>", new OpeningRecord.Opened(Part.BID, CLOSED,
                                LEAF, Optional.empty(), Optional.of(envelope("statement")),
                                Optional.of(new byte[32]), List.of(new LotPrice(FIRST,
                                        Money.of("1240000.00", "EUR"))))),
                        bid("two", "Harbour Works", new OpeningRecord.Opened(Part.BID, CLOSED, LEAF,
                                Optional.of(Refusal.of(OpeningFault.SHARES_UNEVEN)),
                                Optional.empty(), Optional.empty(), List.of()))));
    }

    private static OpeningRecord technical() {
        return record(terms(true), new BoxState.TechnicalOpened(CLOSED.plusSeconds(300)),
                List.of(Part.TECHNICAL), List.of(bid("one", "Brass & Sons <Ltd>",
                        new OpeningRecord.Opened(Part.TECHNICAL, CLOSED, LEAF, Optional.empty(),
                                Optional.of(envelope("statement")), Optional.of(new byte[32]),
                                List.of()))));
    }

    private static OpeningRecord record(OpeningTerms terms, BoxState state, List<Part> parts,
            List<OpeningRecord.Bid> bids) {
        return new OpeningRecord("box", terms, state, CLOSED, parts,
                IntStream.of(2, 0).mapToObj(n -> new OpeningRecord.Act(parts.getFirst(),
                        terms.committee().openers().get(n).person(), CLOSED.plusSeconds(60 + n),
                        "ac".repeat(32), LEAF)).toList(), bids,
                List.of(new OpeningRecord.Unfollowed("late", "Late Bird Ltd", UUID.randomUUID(),
                        "0b".repeat(32), CLOSED.minusSeconds(30), LEAF)));
    }

    private static OpeningTerms terms(boolean two) {
        return new OpeningTerms(new Committee(2, List.of(
                new Opener("p1", "Ola Berg", "Municipality of Alder Bay", "Y2VydDE="),
                new Opener("p2", "Iris Vance", "County Office", "Y2VydDI="),
                new Opener("p3", "Elif Kaya", "Harbour Audit Office", "Y2VydDM=")),
                "fa".repeat(32)), two, Duration.ofMinutes(30), Duration.ofDays(5));
    }

    private static OpeningRecord.Bid bid(String text, String bidder, OpeningRecord.Opened part) {
        return new OpeningRecord.Bid(UUID.randomUUID(), "org-" + text, bidder,
                CLOSED.minusSeconds(4_000), envelope(text), Optional.empty(), LEAF, List.of(part));
    }

    private static SignedBytes envelope(String text) {
        return new SignedBytes(text.getBytes(UTF_8), new byte[] {1});
    }

    /** Also kept in the build folder, to be looked at. */
    private static byte[] pdf(String name, OpeningRecord record) throws Exception {
        NoticeTexts texts = new NoticeTexts(NoticePdf.OPENING,
                TENDER.closing().orElseThrow().zone());
        byte[] pdf = NoticePdf.OPENING.render(
                new OpeningContent(record, TENDER, texts).values(Samples.ADDRESS),
                List.of(new AssociatedFile("opening-record.json", "application/json",
                        texts.of("file.record"), record.data().toString().getBytes(UTF_8))),
                CLOSED);
        Path folder = Files.createDirectories(Path.of("target", "notices"));
        Files.write(folder.resolve("opening-" + name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document)
                    .replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }
}
