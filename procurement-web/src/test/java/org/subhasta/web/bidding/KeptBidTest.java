package org.subhasta.web.bidding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.AnnouncedBid;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.Sha256;

/** A sealed bid is found among what its bidder kept, and nothing else is taken for it. */
class KeptBidTest {

    private static final byte[] ENVELOPE = "{\"an\":\"envelope\"}".getBytes(UTF_8);
    private static final UUID BID = UUID.fromString("0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0001");
    private static final AnnouncedBid ANNOUNCED = new AnnouncedBid(
            BID, Sha256.hex(ENVELOPE), Instant.EPOCH, false, null);

    @Test
    void the_files_of_the_folder_are_a_bid_and_others_are_left_alone() throws IOException {
        try (KeptBid kept = KeptBid.read(List.of(part("envelope.json", ENVELOPE),
                part("envelope.p7s", bytes(2)), part("announcement.json", bytes(3)),
                part("bid-0", bytes(4)), part("bid-1", bytes(5)), part("plan.pdf", bytes(6)),
                part("", new byte[0])))) {
            assertEquals(Optional.empty(), kept.flaw(ANNOUNCED));
            assertIsTheBid(kept.submission("box"), "bid-0", "bid-1");
        }
    }

    @Test
    void an_archive_is_unpacked_whatever_folder_they_are_in() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("sealed/", new byte[0]);
        files.put("sealed/envelope.json", ENVELOPE);
        files.put("__MACOSX/sealed/._envelope.json", bytes(9));
        files.put("sealed/envelope.p7s", bytes(2));
        files.put("sealed/technical-0", bytes(4));
        files.put("sealed/price-0", bytes(5));
        try (KeptBid kept = KeptBid.read(List.of(part("Sealed.ZIP", zip(files))))) {
            assertEquals(Optional.empty(), kept.flaw(ANNOUNCED));
            assertIsTheBid(kept.submission("box"), "technical-0", "price-0");
        }
    }

    @Test
    void no_file_is_told_apart_from_files_without_a_bid_and_from_a_damaged_archive()
            throws IOException {
        assertFlaw(KeptRefusal.KEPT_NOTHING, null);
        assertFlaw(KeptRefusal.KEPT_NOTHING, List.of(part("", new byte[0])));
        assertFlaw(KeptRefusal.KEPT_UNREADABLE, List.of(part("plan.pdf", bytes(6))));
        assertFlaw(KeptRefusal.KEPT_UNREADABLE, List.of(part("envelope.json", ENVELOPE)));
        assertFlaw(KeptRefusal.KEPT_UNREADABLE, List.of(part("bid.zip", bytes(6))));
        byte[] damaged = zip(Map.of("envelope.json", new byte[4096]));
        assertFlaw(KeptRefusal.KEPT_UNREADABLE,
                List.of(part("bid.zip", Arrays.copyOf(damaged, 50))));
        Arrays.fill(damaged, 46, 60, (byte) 0x5a);
        assertFlaw(KeptRefusal.KEPT_UNREADABLE, List.of(part("bid.zip", damaged)));
    }

    @Test
    void another_bid_than_the_one_announced_is_told_so_with_its_number() throws IOException {
        try (KeptBid kept = KeptBid.read(List.of(part("envelope.json", bytes(1)),
                part("envelope.p7s", bytes(2))))) {
            assertEquals(Optional.of(Refusal.at("kept", KeptRefusal.KEPT_NOT_ANNOUNCED,
                    BID.toString())), kept.flaw(ANNOUNCED));
        }
    }

    @Test
    void an_archive_is_not_unpacked_beyond_what_a_bid_may_have() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("left-alone"));
            for (long left = KeptBid.MOST_BYTES + 1; left > 0; left -= block.length) {
                zip.write(block);
            }
        }
        assertFlaw(BiddingRefusal.TEXTS_TOO_LARGE,
                List.of(part("bid.zip", packed.toByteArray())));
    }

    @Test
    void only_one_archive_is_unpacked() throws IOException {
        byte[] zip = zip(Map.of("envelope.json", ENVELOPE, "envelope.p7s", bytes(2)));
        assertFlaw(KeptRefusal.KEPT_UNREADABLE, List.of(part("a.zip", zip), part("b.zip", zip)));
    }

    private static void assertIsTheBid(Submission submission, String... texts)
            throws IOException {
        assertEquals("box", submission.box());
        assertArrayEquals(ENVELOPE, submission.envelope());
        assertArrayEquals(bytes(2), submission.signature());
        assertEquals(List.of(texts), submission.texts().stream()
                .map(Submission.Enclosure::name).toList());
        for (int i = 0; i < texts.length; i++) {
            for (int turn = 0; turn < 2; turn++) {
                try (InputStream content = submission.texts().get(i).content().open()) {
                    assertArrayEquals(bytes(4 + i), content.readAllBytes(), "turn " + turn);
                }
            }
        }
    }

    private static void assertFlaw(Refusal.Code code, List<Part> files) throws IOException {
        try (KeptBid kept = KeptBid.read(files)) {
            Refusal flaw = kept.flaw(ANNOUNCED).orElseThrow();
            assertEquals(code, flaw.code());
            assertEquals("kept", flaw.field());
        }
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[5000];
        Arrays.fill(bytes, (byte) seed);
        return bytes;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return packed.toByteArray();
    }

    /** As much of an uploaded file as is looked at. */
    private static Part part(String fileName, byte[] content) {
        return (Part) Proxy.newProxyInstance(KeptBidTest.class.getClassLoader(),
                new Class<?>[] {Part.class}, (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getSubmittedFileName" -> fileName;
                            case "getInputStream" -> new ByteArrayInputStream(content);
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }
}
