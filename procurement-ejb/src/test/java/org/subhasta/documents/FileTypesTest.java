package org.subhasta.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Outcome;

class FileTypesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "specification.pdf | %PDF-1.7 and so on  | application/pdf",
        "notes.txt         | plain words         | text/plain",
        "prices.csv        | lot;price           | text/csv",
        "bid.json          | {\"lot\": 1}        | application/json",
    })
    void a_file_that_is_what_its_name_says_is_taken(String name, String content, String type)
            throws IOException {
        assertEquals(Outcome.done(type), judge(name, content));
    }

    @Test
    void an_office_file_is_told_from_a_bare_archive_by_its_name_and_its_entries()
            throws IOException {
        byte[] word = zip("[Content_Types].xml", "word/document.xml");
        assertEquals(Outcome.done("application/vnd.openxmlformats-officedocument"
                + ".wordprocessingml.document"), judge("offer.docx", word));
        assertEquals(Outcome.done("application/zip"), judge("annex.zip", zip("drawing.pdf")));
        assertRefused(DocumentRefusal.DOCUMENT_DISGUISED, judge("offer.docx", zip("drawing.pdf")));
    }

    @Test
    void a_name_that_promises_another_type_is_refused() throws IOException {
        assertRefused(DocumentRefusal.DOCUMENT_DISGUISED, judge("picture.png", "%PDF-1.7 x"));
        assertRefused(DocumentRefusal.DOCUMENT_DISGUISED, judge("offer.pdf", "just some words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.exe", "macro.docm", "page.html", "run.sh", "run.js", "p.svg"})
    void a_name_that_runs_when_opened_is_refused(String name) throws IOException {
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE, judge(name, "whatever it contains"));
    }

    @Test
    void a_program_is_refused_under_any_name() throws IOException {
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0, 1};
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE, judge("offer.pdf", elf));
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE, judge("notes.txt", "#!/bin/sh\nrm x"));
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE,
                judge("notes.txt", "<html><body><script>alert(1)</script></body></html>"));
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE, judge(null, elf));
    }

    @Test
    void an_archive_that_carries_a_program_or_a_macro_is_refused() throws IOException {
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE, judge("a.zip", zip("in/setup.exe")));
        assertRefused(DocumentRefusal.DOCUMENT_EXECUTABLE,
                judge("a.docx", zip("[Content_Types].xml", "word/vbaProject.bin")));
    }

    @Test
    void a_type_nobody_thought_of_is_not_taken() throws IOException {
        assertRefused(DocumentRefusal.DOCUMENT_TYPE_NOT_TAKEN,
                judge("thing.bin", new byte[] {0, 1, 2, 3, 4, 5, 6}));
    }

    @Test
    void a_name_is_a_name_and_not_a_path() {
        assertTrue(Documents.isFitName("Annex 1 – Leistungsverzeichnis (final).pdf"));
        assertFalse(Documents.isFitName("../../etc/passwd"));
        assertFalse(Documents.isFitName("C:\\offer.pdf"));
        assertFalse(Documents.isFitName("evil\u202Efdp.exe"));
        assertFalse(Documents.isFitName("two\nlines.pdf"));
        assertFalse(Documents.isFitName(" "));
        assertFalse(Documents.isFitName("n".repeat(201)));
    }

    private Outcome<String> judge(String name, String content) throws IOException {
        return judge(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome<String> judge(String name, byte[] content) throws IOException {
        return FileTypes.judge(Files.write(folder.resolve("file"), content), name);
    }

    private static void assertRefused(DocumentRefusal code, Outcome<String> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
