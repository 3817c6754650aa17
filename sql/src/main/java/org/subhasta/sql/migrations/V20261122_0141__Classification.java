package org.subhasta.sql.migrations;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Fills the Common Procurement Vocabulary from the code list in the European Union's eForms SDK
 * (Genericode; Publications Office of the European Union, CC BY 4.0). The list is 32 MB in 24
 * languages, so it is read as a stream and not kept in the repository.
 */
@SuppressWarnings("checkstyle:TypeName")
public class V20261122_0141__Classification extends BaseJavaMigration {

    private static final String LIST = "/eforms-sdk/codelists/cpv.gc";
    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws Exception {
        try (InputStream list = getClass().getResourceAsStream(LIST);
                PreparedStatement insert = context.getConnection().prepareStatement(
                        "INSERT INTO tendering.classification (code, label) VALUES (?, ?)")) {
            if (list == null) {
                throw new FileNotFoundException(LIST + " of the eForms SDK is not on the path");
            }
            load(list, insert);
        }
    }

    private static void load(InputStream list, PreparedStatement insert) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(list);
        String column = "";
        String code = "";
        String label = "";
        int rows = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Value" -> column = reader.getAttributeValue(null, "ColumnRef");
                    case "SimpleValue" -> {
                        switch (column) {
                            case "code" -> code = reader.getElementText().strip();
                            case "eng_label" -> label = reader.getElementText().strip();
                            default -> { }
                        }
                    }
                    default -> { }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("Row")) {
                insert.setString(1, code);
                insert.setString(2, label);
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
        insert.executeBatch();
        if (rows < 9_000) {
            throw new IllegalStateException("the vocabulary has over 9 000 classes, not " + rows);
        }
    }
}
