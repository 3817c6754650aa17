package org.subhasta.publication;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Lays a kind of notice out: template and style sheet to PDF/A-3u (ISO 19005-3) and PDF/UA-1
 * (ISO 14289-1), so that it can be read in fifty years and by those who do not see it.
 */
enum NoticePdf {

    /** What {@link NoticeContent} tells. */
    AWARD("award-notice"),
    /** What {@link OpeningContent} tells. */
    OPENING("opening-record");

    private static final String STYLE = read("notice.css");

    /** How the only pictures begin: those that the page carries within itself. */
    static final String PNG = "data:image/png;base64,";

    private record Font(String file, String family, int weight, FontStyle style) {
    }

    // DejaVu stands in for letters the others lack (Arabic, Armenian, Georgian and more).
    private static final List<Font> FONTS = List.of(
            new Font("SourceSans3-Regular.ttf", "Source Sans 3", 400, FontStyle.NORMAL),
            new Font("SourceSans3-Semibold.ttf", "Source Sans 3", 600, FontStyle.NORMAL),
            new Font("SourceCodePro-Regular.ttf", "Source Code Pro", 400, FontStyle.NORMAL),
            new Font("DejaVuSans.ttf", "DejaVu Sans", 400, FontStyle.NORMAL));

    private final String texts;
    private final Mustache template;

    NoticePdf(String name) {
        texts = "org.subhasta.publication." + name;
        template = new DefaultMustacheFactory("org/subhasta/publication").compile(name + ".xhtml");
    }

    /** The name of the bundle of its texts. */
    String texts() {
        return texts;
    }

    /**
     * The finished file, unsigned.
     *
     * @param content what the template names
     * @param files   go into it, dated with that instant
     */
    byte[] render(Map<String, Object> content, List<AssociatedFile> files, Instant at)
            throws IOException {
        XRLog.setLoggingEnabled(false);
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = lay(document, content).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            AssociatedFile.embed(document, files, at);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private PdfRendererBuilder lay(PDDocument document, Map<String, Object> content)
            throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Subhasta");
        for (Font font : FONTS) {
            builder.useFont(new PDFontSupplier(load(document, font)), font.family(),
                    font.weight(), font.style(), true);
        }
        // Nothing is fetched: neither from the network nor from a file a text might name.
        builder.useUriResolver((base, uri) -> uri.startsWith(PNG) ? uri : null);
        builder.withHtmlContent(xhtml(content), null);
        return builder;
    }

    /**
     * Without ligatures: PDFBox writes some of them ("ft") as signs that mean no letters, so that
     * searching, copying and reading aloud lose them, which PDF/A-3u and PDF/UA-1 forbid.
     */
    private static PDFont load(PDDocument document, Font font) throws IOException {
        try (InputStream in = open("fonts/" + font.file())) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            parsed.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(parsed);
            return PDType0Font.load(document, parsed, true);
        }
    }

    /** The page before it is laid out. */
    String xhtml(Map<String, Object> content) {
        StringWriter page = new StringWriter();
        template.execute(page, List.of(Map.of("style", STYLE), content));
        return withoutForbidden(page.toString());
    }

    /** XML 1.0 has no place for most control characters, and a name might carry one. */
    private static String withoutForbidden(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r'
                        || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static InputStream open(String resource) {
        InputStream in = NoticePdf.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the notice's " + resource + " is not in the archive");
        }
        return in;
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
