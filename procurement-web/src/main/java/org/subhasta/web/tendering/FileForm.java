package org.subhasta.web.tendering;

import java.io.Serializable;
import org.subhasta.tendering.model.TenderDocument;

/** A file of a draft: only what it is called can be written. */
public class FileForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String sha256;
    private final String name;
    private final long size;
    private final String mediaType;
    private String title;

    FileForm(TenderDocument document) {
        this.sha256 = document.sha256();
        this.name = document.name();
        this.size = document.size();
        this.mediaType = document.mediaType();
        this.title = document.title();
    }

    TenderDocument document() {
        return new TenderDocument(sha256, name, LotForm.text(title), size, mediaType);
    }

    public String getSha256() {
        return sha256;
    }

    public String getName() {
        return name;
    }

    public long getSize() {
        return size;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
