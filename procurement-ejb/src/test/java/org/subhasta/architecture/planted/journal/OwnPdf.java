package org.subhasta.architecture.planted.journal;

class OwnPdf {
    Class<?> pdf = org.apache.pdfbox.pdmodel.PDDocument.class;
}
