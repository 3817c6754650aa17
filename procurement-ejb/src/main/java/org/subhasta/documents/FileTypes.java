package org.subhasta.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * What a file is, by its content; the name may only narrow it (a spreadsheet is a ZIP file, a
 * table is a text). A list of types taken in, not of types refused: what nobody thought of stays
 * outside.
 */
final class FileTypes {

    /** Enough for a report, its annexes, drawings and data; nothing that runs when opened. */
    private static final Set<String> TAKEN = Set.of(
            "application/pdf", "text/plain", "text/csv", "application/rtf",
            "application/json", "application/xml",
            "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/vnd.oasis.opendocument.graphics",
            "image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp",
            "image/vnd.dwg", "image/vnd.dxf", "image/vnd.dxf;format=ascii",
            "application/zip", "application/pkcs7-signature", "application/pkcs7-mime");

    private static final Set<String> RUNS = Set.of(
            "application/x-msdownload", "application/x-dosexec", "application/x-executable",
            "application/x-elf", "application/x-sharedlib", "application/x-object",
            "application/x-mach-o", "application/x-mach-o-executable", "application/java-vm",
            "application/java-archive", "application/javascript", "text/javascript",
            "application/x-sh", "application/x-bat", "text/x-python", "text/x-perl",
            "text/x-php", "text/x-ruby", "text/vbscript", "text/x-vbscript",
            "application/x-powershell", "text/html", "application/xhtml+xml", "image/svg+xml",
            "application/x-ms-shortcut", "application/x-msi", "application/hta",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12");

    private static final Set<String> RUNNING_EXTENSIONS = Set.of("exe", "dll", "com", "scr", "msi",
            "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "jar", "sh",
            "class", "html", "htm", "xhtml", "svg", "docm", "xlsm", "pptm", "dotm", "xltm", "php");

    /** More entries than any honest archive of bid documents has. */
    private static final int MOST_ENTRIES = 10_000;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();

    private FileTypes() {
    }

    /**
     * Judges a file on disk.
     *
     * @param name the sender's name for it, or null where no name is claimed
     * @return the media type, or why the file is not taken
     */
    static Outcome<String> judge(Path file, String name) throws IOException {
        String byContent = detect(file, null);
        String promised = name == null ? "application/octet-stream" : detectByName(name);
        if (runs(byContent) || runs(promised) || runsByExtension(name) || beginsAsScript(file)) {
            return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_EXECUTABLE));
        }
        if (!promised.equals("application/octet-stream") && !agree(promised, byContent)) {
            return Outcome.refused(
                    Refusal.of(DocumentRefusal.DOCUMENT_DISGUISED, promised, byContent));
        }
        String type = name == null ? byContent : detect(file, name);
        if (!TAKEN.contains(type)) {
            return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_TYPE_NOT_TAKEN, type));
        }
        return isZip(type) ? judgeArchive(file, type) : Outcome.done(type);
    }

    private static String detect(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return REGISTRY.normalize(TYPES.detect(in, metadata)).toString();
        }
    }

    private static String detectByName(String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return REGISTRY.normalize(TYPES.detect(null, metadata)).toString();
    }

    /** Whether one of the two is the other or a kind of it. */
    private static boolean agree(String promised, String content) {
        MediaType a = MediaType.parse(promised);
        MediaType b = MediaType.parse(content);
        return a.equals(b) || REGISTRY.isSpecializationOf(a, b)
                || REGISTRY.isSpecializationOf(b, a);
    }

    private static boolean runs(String type) {
        return RUNS.contains(type.toLowerCase(Locale.ROOT));
    }

    private static boolean runsByExtension(String name) {
        if (name == null) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        return dot >= 0
                && RUNNING_EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean beginsAsScript(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
        }
    }

    private static boolean isZip(String type) {
        return REGISTRY.isInstanceOf(type, MediaType.APPLICATION_ZIP);
    }

    /** Looks at the list of an archive's entries only; nothing is unpacked. */
    private static Outcome<String> judgeArchive(Path file, String type) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return notTaken(type);
            }
            boolean office = false;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                String entry = entries.nextElement().getName();
                if (runsByExtension(entry) || entry.endsWith("vbaProject.bin")) {
                    return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_EXECUTABLE));
                }
                office |= entry.equals("[Content_Types].xml");
            }
            boolean promisesOffice = type.startsWith("application/vnd.openxmlformats");
            return promisesOffice && !office
                    ? Outcome.refused(Refusal.of(
                            DocumentRefusal.DOCUMENT_DISGUISED, type, "application/zip"))
                    : Outcome.done(type);
        } catch (ZipException | IllegalArgumentException e) {
            // A broken archive, or names in no known encoding: nobody could open it either.
            return notTaken(type);
        } catch (IOException e) {
            return notTaken(type);
        }
    }

    private static Outcome<String> notTaken(String type) {
        return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_TYPE_NOT_TAKEN, type));
    }
}
