package org.subhasta.web.form;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A file of a form, as long as its request lasts.
 *
 * @param name        of the field
 * @param fileName    as the browser tells it; empty where no file was chosen
 * @param contentType as the browser tells it; null where it does not
 * @param content     where it lies
 */
record UploadedFile(String name, String fileName, String contentType, Path content)
        implements Part {

    @Override
    public InputStream getInputStream() throws IOException {
        return Files.newInputStream(content);
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getSubmittedFileName() {
        return fileName;
    }

    @Override
    public long getSize() {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String file) throws IOException {
        Files.copy(content, Path.of(file));
    }

    @Override
    public void delete() throws IOException {
        Files.deleteIfExists(content);
    }

    @Override
    public String getHeader(String header) {
        return header.equalsIgnoreCase("Content-Type") ? contentType : null;
    }

    @Override
    public Collection<String> getHeaders(String header) {
        String value = getHeader(header);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return contentType == null ? List.of() : List.of("Content-Type");
    }
}
