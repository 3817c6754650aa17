package org.subhasta.web.form;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A form with files (RFC 7578), read as a stream: files to the disk, fields into memory up to
 * {@link #MOST_BYTES_OF_FIELDS}. How large files may be is for the pages to say, in words; all of it
 * together is bounded by the server's listener. Closing it deletes the files.
 */
final class UploadedForm extends HttpServletRequestWrapper implements AutoCloseable {

    /** Enough for every form of ours, the longest draft included; names count too. */
    static final int MOST_BYTES_OF_FIELDS = 2 * 1024 * 1024;

    /** Of fields and files: a draft with as many lots and documents as there may be has 1500. */
    static final int MOST_PARTS = 2000;

    /** Of a part's head: the name of a field, and the longest name that a file can have. */
    private static final int MOST_BYTES_OF_HEAD = 4096;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<Part> files = new ArrayList<>();
    private final List<Path> kept = new ArrayList<>();

    /** What came of reading a request. */
    sealed interface Reading {
    }

    /** The form, to be closed by whoever asked for it. */
    record Read(UploadedForm form) implements Reading {
    }

    /** Beyond one of the bounds. */
    record TooLarge() implements Reading {
    }

    /** Not a form as RFC 7578 has it, or broken off. */
    record Malformed() implements Reading {
    }

    private UploadedForm(HttpServletRequest request) {
        super(request);
        request.getParameterMap().forEach((name, values) ->
                fields.put(name, new ArrayList<>(Arrays.asList(values))));
    }

    /** Reads the body to its end, or to where it is too large. */
    static Reading read(HttpServletRequest request) throws IOException {
        UploadedForm form = new UploadedForm(request);
        Reading reading = new Malformed();
        try {
            reading = form.readParts(request) ? new Read(form) : new TooLarge();
        } catch (FileUploadSizeException tooLarge) {
            reading = new TooLarge();
        } catch (FileUploadException malformed) {
            reading = new Malformed();
        } finally {
            if (!(reading instanceof Read)) {
                form.close();
            }
        }
        return reading;
    }

    /** Whether it kept within the bounds. */
    private boolean readParts(HttpServletRequest request) throws IOException {
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(MOST_BYTES_OF_HEAD);
        FileItemInputIterator parts = upload.getItemIterator(request);
        int left = MOST_BYTES_OF_FIELDS;
        for (int count = 1; parts.hasNext(); count++) {
            FileItemInput part = parts.next();
            if (count > MOST_PARTS) {
                return false;
            }
            if (part.isFormField()) {
                left -= part.getFieldName().length() + readField(part, left);
                if (left < 0) {
                    return false;
                }
            } else {
                readFile(part);
            }
        }
        return true;
    }

    /** Its length in bytes; one more than what was left says that there would be more. */
    private int readField(FileItemInput part, int left) throws IOException {
        try (InputStream content = part.getInputStream()) {
            byte[] value = content.readNBytes(Math.max(left, 0) + 1);
            fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                    .add(PlainForm.legible(new String(value, StandardCharsets.UTF_8)));
            return value.length;
        }
    }

    private void readFile(FileItemInput part) throws IOException {
        File folder = (File) getServletContext().getAttribute(ServletContext.TEMPDIR);
        Path file = Files.createTempFile(folder.toPath(), "form", null);
        kept.add(file);
        try (InputStream content = part.getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        files.add(new UploadedFile(part.getFieldName(), part.getName(), part.getContentType(),
                file));
    }

    @Override
    public String getParameter(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public String[] getParameterValues(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>();
        fields.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    /** The files; what is a field is a parameter. */
    @Override
    public Collection<Part> getParts() {
        return Collections.unmodifiableList(files);
    }

    @Override
    public Part getPart(String name) {
        return files.stream().filter(file -> file.getName().equals(name)).findFirst().orElse(null);
    }

    @Override
    public void close() throws IOException {
        for (Path file : kept) {
            Files.deleteIfExists(file);
        }
    }
}
