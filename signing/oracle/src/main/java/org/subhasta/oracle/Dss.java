package org.subhasta.oracle;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Validates one signature after ETSI EN 319 102-1 by DSS and its own default policy, as of an
 * instant, against authorities ({@code *.pem}) and revocation lists ({@code *.crl}) in a folder.
 * Prints one line: format, indication, and where it did not pass the sub-indication and why.
 */
public final class Dss {

    private Dss() {
    }

    /**
     * Runs it.
     *
     * @param args the instant; the folder; the signed PDF, or a detached signature and the document
     */
    public static void main(String[] args) throws IOException {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new FileDocument(new File(args[2])));
        validator.setCertificateVerifier(verifier(Path.of(args[1])));
        validator.setValidationTime(Date.from(Instant.parse(args[0])));
        if (args.length > 3) {
            validator.setDetachedContents(List.<DSSDocument>of(
                    new FileDocument(new File(args[3]))));
        }
        SimpleReport report = validator.validateDocument().getSimpleReport();
        List<String> signatures = report.getSignatureIdList();
        if (signatures.size() != 1) {
            System.out.println(signatures.size() + " signatures");
            System.exit(1);
        }
        String id = signatures.getFirst();
        StringBuilder line = new StringBuilder().append(report.getSignatureFormat(id))
                .append(' ').append(report.getIndication(id));
        if (report.getSubIndication(id) != null) {
            line.append(' ').append(report.getSubIndication(id));
        }
        report.getAdESValidationErrors(id)
                .forEach(error -> line.append("; ").append(error.getValue()));
        System.out.println(line);
    }

    private static CommonCertificateVerifier verifier(Path folder) throws IOException {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (Path file : files(folder, ".pem")) {
            trusted.addCertificate(DSSUtils.loadCertificate(file.toFile()));
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(files(folder, ".crl").stream()
                .map(file -> (DSSDocument) new FileDocument(file.toFile()))
                .toArray(DSSDocument[]::new)));
        return verifier;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
