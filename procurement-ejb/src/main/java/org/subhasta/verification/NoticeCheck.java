package org.subhasta.verification;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.signing.PdfContent;
import org.subhasta.signing.PdfVerifier;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

/**
 * A signed PDF, an award notice above all: its signature, and whether what is printed, the award
 * inside it and the open contracting data inside it say the same.
 */
final class NoticeCheck {

    private static final String AWARD = "award.json";
    private static final String RELEASE = "ocds-release.json";

    private NoticeCheck() {
    }

    static boolean isPdf(byte[] file) {
        return file.length > 5
                && new String(file, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /**
     * Checks a notice.
     *
     * @param at when it was published: the signer's certificate was valid then
     * @return the award inside it; empty where something is wrong or it holds none
     */
    static Optional<PublishedAward> check(byte[] pdf, Trust trust, Instant at, Report report) {
        Optional<PdfContent> content = signed(pdf, trust, at, report);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        if (content.get().files().containsKey(RecordCheck.DATA)) {
            RecordCheck.printed(content.get(), report);
            return Optional.empty();
        }
        if (!content.get().files().containsKey(AWARD)) {
            // Signed PDF files of other kinds have no such data, and nothing is wrong with them.
            report.add(Found.NOTICE_WITHOUT_DATA);
            return Optional.empty();
        }
        PublishedAward award;
        try {
            award = PublishedAward.read(content.get().files().get(AWARD));
        } catch (Json.Malformed e) {
            report.add(Found.FILE_MALFORMED, AWARD, e.getMessage());
            return Optional.empty();
        }
        switch (Printed.compare(content.get().text(), award)) {
            case Printed.Comparison.Same(int values) ->
                    report.add(Found.PRINTED_AS_DATA, Integer.toString(values));
            case Printed.Comparison.Missing(String value) -> {
                report.add(Found.PRINTED_DIFFERS, value);
                return Optional.empty();
            }
        }
        return release(content.get().files().get(RELEASE), award, report)
                ? Optional.of(award) : Optional.empty();
    }

    /** What is in a signed PDF; empty where its signature does not hold. */
    static Optional<PdfContent> signed(byte[] pdf, Trust trust, Instant at, Report report) {
        Validation signed = PdfVerifier.verify(pdf, trust, at);
        if (!report.signature(signed, "what.notice", "")) {
            return Optional.empty();
        }
        report.add(Found.NOTICE_WHOLE);
        return Optional.of(PdfContent.read(pdf)
                .orElseGet(() -> new PdfContent("", Map.of())));
    }

    private static boolean release(byte[] release, PublishedAward award, Report report) {
        if (release == null) {
            return report.check(false, Found.RELEASE_AS_AWARD, Found.FILE_MISSING, RELEASE);
        }
        try {
            List<Json> releases = Json.read(release).objects("releases");
            return report.check(releases.size() == 1 && same(releases.getFirst(), award),
                    Found.RELEASE_AS_AWARD, Found.RELEASE_DIFFERS);
        } catch (Json.Malformed e) {
            report.add(Found.FILE_MALFORMED, RELEASE, e.getMessage());
            return false;
        }
    }

    private static boolean same(Json release, PublishedAward award) {
        List<Json> awards = release.objects("awards");
        if (!release.text("ocid").equals(award.reference())
                || !release.instant("date").equals(award.decidedAt())
                || awards.size() != award.lots().size()) {
            return false;
        }
        for (int i = 0; i < awards.size(); i++) {
            if (!same(awards.get(i), award.lots().get(i), award)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Json released, PublishedAward.Lot lot, PublishedAward award) {
        boolean active = released.text("status").equals("active");
        if (!released.text("id").equals(award.id() + "-" + lot.id())
                || !released.texts("relatedLots").equals(List.of(lot.id()))
                || !released.text("title").equals(lot.title())
                || active != lot.winner().isPresent()) {
            return false;
        }
        if (!active) {
            return true;
        }
        Json value = released.object("value");
        BigDecimal amount = value.decimal("amount");
        return lot.price().filter(price -> price.amount().compareTo(amount) == 0
                        && price.currency().getCurrencyCode().equals(value.text("currency")))
                .isPresent()
                && released.objects("suppliers").stream().map(s -> s.text("name")).toList()
                        .equals(lot.winner().stream().toList());
    }

    /** Whether the award inside a notice is the one published, which also names the notice. */
    static boolean isOf(PublishedAward inside, PublishedAward published) {
        return Arrays.equals(inside.json().bytes(), published.json().without("notice"));
    }
}
