package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A PDF file")
class PdfBoundsTest {

    private static byte[] pdf(String dictionary, byte[] content) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.7\n1 0 obj\n<< " + dictionary + " >>\nstream\n")
                .getBytes(ISO_8859_1));
        pdf.writeBytes(content);
        pdf.writeBytes("\nendstream\nendobj\n".getBytes(ISO_8859_1));
        return pdf.toByteArray();
    }

    private static byte[] deflated(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            for (int i = 0; i < megabytes; i++) {
                deflate.write(new byte[1024 * 1024]);
            }
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("of a megabyte that unpacks to a thousand is not read")
    void bomb() throws IOException {
        byte[] bomb = pdf("/Filter /FlateDecode /Length 1", deflated(1_000));
        assertTrue(bomb.length < 2_000_000);
        assertTrue(PdfBounds.problem(bomb).isPresent());
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE),
                PdfVerifier.verify(bomb, Trust.of(List.of()), Keys.NOW).subIndication());
        assertTrue(PdfContent.read(bomb).isEmpty());
    }

    @Test
    @DisplayName("of many streams counts them together")
    void manyStreams() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] one = pdf("/Filter /FlateDecode", deflated(30));
        for (int i = 0; i < 8; i++) {
            all.writeBytes(one);
        }
        assertTrue(PdfBounds.problem(all.toByteArray()).isEmpty());
        all.writeBytes(one);
        assertTrue(PdfBounds.problem(all.toByteArray()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter [/FlateDecode /FlateDecode]", "/Filter 7 0 R",
        "/Filter /LZWDecode", "/Filter /RunLengthDecode", "/F#69lter /FlateDecode",
        "/#46#69#6c#74#65#72 /LZWDecode", "/Filter /Flate#44ecode", "/Filter/Crypt",
        "/Filter [ /ASCIIHexDecode/FlateDecode ]", "/Filter%\n[/FlateDecode/FlateDecode]"})
    @DisplayName("compressed twice, otherwise or in disguise is not read:")
    void disguises(String dictionary) {
        assertTrue(PdfBounds.problem(pdf(dictionary, new byte[0])).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter /FlateDecode", "/Filter/FlateDecode/Length 5",
        "/Filter [ /FlateDecode ]", "/Filter /DCTDecode", "/Filter /Adobe.PPKLite",
        "/FilterNot /Else", "/Length 5"})
    @DisplayName("compressed as usual is read:")
    void usual(String dictionary) {
        assertEquals(Optional.empty(), PdfBounds.problem(pdf(dictionary, new byte[0])));
    }
}
