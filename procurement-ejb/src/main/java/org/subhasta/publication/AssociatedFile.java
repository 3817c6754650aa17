package org.subhasta.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * A file inside a notice that says the same for programs: an associated file of the whole document
 * (ISO 19005-3, 6.8; ISO 32000-2, 14.13), of relationship {@code Data}, since what is printed was
 * derived from it.
 *
 * @param name        as readers show it
 * @param mediaType   of the content
 * @param description for people
 * @param content     its bytes, stored as they are
 */
record AssociatedFile(String name, String mediaType, String description, byte[] content) {

    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    /** Puts files into a document, all dated with the instant its content was made. */
    static void embed(PDDocument document, List<AssociatedFile> files, Instant at)
            throws IOException {
        Map<String, PDComplexFileSpecification> named = new LinkedHashMap<>();
        COSArray associated = new COSArray();
        for (AssociatedFile file : files) {
            PDComplexFileSpecification specification = file.specification(document, at);
            named.put(file.name(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
    }

    private PDComplexFileSpecification specification(PDDocument document, Instant at)
            throws IOException {
        PDEmbeddedFile embedded = new PDEmbeddedFile(
                document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        embedded.setSubtype(mediaType);
        embedded.setSize(content.length);
        GregorianCalendar date =
                GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC));
        embedded.setCreationDate(date);
        embedded.setModDate(date);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription(description);
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName(RELATIONSHIP, "Data");
        return specification;
    }
}
