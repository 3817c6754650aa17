package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.system.doors.Api.text;
import static org.subhasta.system.doors.Api.token;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.bidding.RecordPrints;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Role;
import org.subhasta.signing.command.Commands;
import org.subhasta.signing.command.Exit;
import org.subhasta.signing.command.Terminal;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.TenderView;

/**
 * A sealed bid from the bidder's own machine to the bundle that anybody checks, by commands and the
 * interface for programs alone, as docs/reference/sealed-bids.md tells; one opener loses the key.
 */
class CommandLineJourneyIT extends DoorTest {

    private static final String PASSWORD = "demonstration";

    @TempDir
    Path folder;

    @Test
    void a_bid_is_sealed_rehearsed_for_opened_without_one_key_and_checked_offline()
            throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder bidder = Bidder.register(officer, "Commanding Works");
        Panel panel = Panel.of(2, 3);
        TenderView tender = Paving.published(officer, panel);
        String tenders = "tenders/" + tender.id();
        file("notice.json", got(tenders + "/notice", ""));

        bid(bidder, tenders);
        Member sofia = new Member("sofia-marchetti", panel.member(0));
        Member elif = new Member("elif-kaya", panel.member(2));
        for (Member member : List.of(sofia, elif)) {
            rehearse(member, tenders);
        }
        Box box = Box.of(tender, panel, false);
        assertEquals(2, box.opening().rehearsed());
        box.closeAfter(Duration.ofHours(1));
        // Jonas has lost his key: nobody notices.
        for (Member member : List.of(sofia, elif)) {
            open(member, tenders);
        }
        Panel.advance(box);
        assertTrue(box.record().orElseThrow().isWhole());
        assertInstanceOf(Outcome.Done.class, door(RecordPrints.class).publish(box.id()));
        check(tenders);
    }

    /** An opener, whose key files are named so. */
    private record Member(String keys, Panel.Member who) {

        String token() throws Exception {
            return Api.token(who.person(), Role.OPENER);
        }

        Path signing() {
            return data().resolve("demo/" + keys + ".p12");
        }

        Path shares() {
            return data().resolve("demo/" + keys + "-encryption.p12");
        }
    }

    /** Of the platform; known inside the server only. */
    private static Path data() {
        return Path.of(System.getProperty("subhasta.data"));
    }

    private void bid(Bidder bidder, String tenders) throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve("bidder.p12"))) {
            bidder.key().writePkcs12(out, "bidder", PASSWORD.toCharArray());
        }
        file("statement.json", ("{\"bidder\":\"" + bidder.organisation() + "\",\"currency\":"
                + "\"EUR\",\"prices\":\"net\",\"lots\":[{\"lot\":\"1\",\"price\":\"99.90\"}]}")
                .getBytes(StandardCharsets.UTF_8));
        file("plan.pdf", Bidder.PLAN);
        run("seal", "--notice", path("notice.json"), "--keystore", path("bidder.p12"),
                "--password", PASSWORD, "--out", path("sealed"), "--trust",
                data().resolve("trust").toString(),
                path("statement.json"), path("plan.pdf"));
        HttpResponse<byte[]> announced = Api.form(tenders + "/announcements",
                token(bidder.person(), Role.SUPPLIER), Map.of(
                        "statement", read("sealed/announcement.json"),
                        "signature", read("sealed/announcement.p7s")));
        assertEquals(201, announced.statusCode(), text(announced));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("envelope", read("sealed/envelope.json"));
        parts.put("signature", read("sealed/envelope.p7s"));
        parts.put("bid-0", read("sealed/bid-0"));
        parts.put("bid-1", read("sealed/bid-1"));
        HttpResponse<byte[]> sent = Api.form(tenders + "/bids",
                token(bidder.person(), Role.SUPPLIER), parts);
        assertEquals(201, sent.statusCode(), text(sent));
    }

    private void rehearse(Member member, String tenders) throws Exception {
        String name = member.keys() + "-rehearsal";
        HttpResponse<byte[]> challenge =
                Api.post(tenders + "/opening/rehearsals", member.token());
        file(name + ".json", challenge.body());
        run("rehearse", "--notice", path("notice.json"), "--keystore",
                member.signing().toString(), "--password", PASSWORD, "--share-key",
                member.shares().toString(), "--share-password", PASSWORD, "--out", path(name),
                path(name + ".json"));
        HttpResponse<byte[]> answered = Api.form(tenders + "/opening/rehearsals/answer",
                member.token(), Map.of("statement", read(name + "/rehearsal.json"),
                        "signature", read(name + "/rehearsal.p7s")));
        assertEquals(200, answered.statusCode(), text(answered));
    }

    private void open(Member member, String tenders) throws Exception {
        Path task = unzip(Api.covered(tenders + "/opening/bid/task.zip", member.token()).body(),
                member.keys() + "-task");
        String act = member.keys() + "-act";
        List<String> command = new ArrayList<>(List.of("open-share", "--notice",
                path("notice.json"), "--closing", task.resolve("closing.tlog-proof").toString(),
                "--trust", data().resolve("trust/log.vkey").toString(), "--keystore",
                member.signing().toString(), "--password", PASSWORD, "--share-key",
                member.shares().toString(), "--share-password", PASSWORD, "--out", path(act)));
        try (DirectoryStream<Path> envelopes =
                Files.newDirectoryStream(task.resolve("envelopes"))) {
            envelopes.forEach(envelope -> command.add(envelope.toString()));
        }
        run(command.toArray(String[]::new));
        HttpResponse<byte[]> acted = Api.form(tenders + "/opening/acts", member.token(),
                Map.of("statement", read(act + "/opening-act.json"),
                        "signature", read(act + "/opening-act.p7s")));
        assertEquals(200, acted.statusCode(), text(acted));
    }

    /** By the jar that the platform offers, in a process without network where that can be had. */
    private void check(String tenders) throws Exception {
        file("subhasta.jar", got("../../downloads/subhasta-verify.jar", ""));
        for (int i = 0; ; i++) {
            file("bundle.zip", got(tenders + "/bundle.zip", ""));
            Process process = new ProcessBuilder("sh", "-c",
                    "unshare -rn true 2>/dev/null && exec unshare -rn \"$@\"; exec \"$@\"", "sh",
                    Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar",
                    path("subhasta.jar"), "verify", "--trust", data().resolve("trust").toString(),
                    path("bundle.zip")).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8);
            // 3 until the log covers the last entry, which takes it some seconds.
            if (process.waitFor() == 3 && i < 30) {
                Thread.sleep(1_000);
                continue;
            }
            assertEquals(0, process.exitValue(), said);
            assertTrue(said.contains("The record of the opening says of all 1 bids"), said);
            return;
        }
    }

    private static byte[] got(String path, String token) throws Exception {
        HttpResponse<byte[]> answer = Api.get(path, token);
        assertEquals(200, answer.statusCode(), () -> path + " " + text(answer));
        return answer.body();
    }

    /** A command as anybody types it, by a clock that is moved as the platform's is. */
    private void run(String... command) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Exit exit = Commands.run(Commands.ALL, List.of(command), new Terminal(out, out,
                Clock.fixed(Moment.now(), ZoneOffset.UTC), question -> Optional.empty()));
        assertEquals(Exit.HOLDS, exit, () -> said.toString(StandardCharsets.UTF_8));
    }

    private Path unzip(byte[] zip, String name) throws IOException {
        Path to = folder.resolve(name);
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null;
                    entry = files.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, files.readAllBytes());
            }
        }
        return to;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void file(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
