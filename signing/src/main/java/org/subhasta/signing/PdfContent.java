package org.subhasta.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a PDF file says: the text as it is printed, and the files associated with the whole document
 * (ISO 32000-2, 14.13). Says nothing about who made it: that is {@link PdfVerifier}'s.
 *
 * @param text  page after page, with the line breaks of the layout; a space is one that is
 *              printed, a tabulator a gap, such as between the columns of a table
 * @param files by name; an embedded file that is not associated is not among them
 */
public record PdfContent(String text, Map<String, byte[]> files) {

    /** Longer texts are not read: a notice of 2 000 lots with 40 bids each has 8 million. */
    private static final int MAXIMUM_CHARACTERS = 16_000_000;
    /** More steps of drawing are not taken: a small file can ask for any number of them. */
    private static final int MAXIMUM_STEPS = 20_000_000;
    private static final int MAXIMUM_PAGES = 20_000;
    private static final int MAXIMUM_FILES = 16;
    private static final int MAXIMUM_FILE_BYTES = 64 * 1024 * 1024;

    public PdfContent {
        files = Map.copyOf(files);
    }

    /** Reads a file; empty where it is no PDF that can be read, or exceeds the limits. */
    public static Optional<PdfContent> read(byte[] pdf) {
        if (pdf.length > PdfVerifier.MAXIMUM_BYTES || PdfBounds.problem(pdf).isPresent()) {
            return Optional.empty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.getNumberOfPages() > MAXIMUM_PAGES) {
                return Optional.empty();
            }
            Bounded stripper = new Bounded();
            stripper.setWordSeparator("\t");
            stripper.setLineSeparator("\n");
            return Optional.of(new PdfContent(stripper.getText(document), files(document)));
        } catch (IOException | RuntimeException e) {
            // The parser meets hostile files with unchecked exceptions too.
            return Optional.empty();
        }
    }

    private static Map<String, byte[]> files(PDDocument document) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        COSBase associated = document.getDocumentCatalog().getCOSObject()
                .getDictionaryObject(COSName.getPDFName("AF"));
        if (associated instanceof COSArray array) {
            if (array.size() > MAXIMUM_FILES) {
                throw new IOException("more than " + MAXIMUM_FILES + " associated files");
            }
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary file) {
                    add(files, file);
                }
            }
        }
        return files;
    }

    private static void add(Map<String, byte[]> files, COSDictionary file) throws IOException {
        String name = file.getString(COSName.UF, file.getString(COSName.F));
        COSDictionary embedded = file.getCOSDictionary(COSName.EF);
        if (name == null || embedded == null
                || !(embedded.getDictionaryObject(COSName.F) instanceof COSStream stream)) {
            throw new IOException("an associated file without a name or content");
        }
        try (InputStream in = stream.createInputStream()) {
            byte[] content = in.readNBytes(MAXIMUM_FILE_BYTES + 1);
            if (content.length > MAXIMUM_FILE_BYTES || files.put(name, content) != null) {
                throw new IOException("an associated file that is too large, or two of a name");
            }
        }
    }

    /** Stops before a small file of a thousand million letters fills the memory. */
    private static final class Bounded extends PDFTextStripper {

        private int characters;
        private int steps;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            if (++steps > MAXIMUM_STEPS) {
                throw new IOException("more than " + MAXIMUM_STEPS + " steps of drawing");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text) throws IOException {
            characters += text.length();
            if (characters > MAXIMUM_CHARACTERS) {
                throw new IOException("longer than " + MAXIMUM_CHARACTERS + " characters");
            }
            super.writeString(text);
        }
    }
}
