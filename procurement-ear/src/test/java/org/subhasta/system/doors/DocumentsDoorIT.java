package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;
import org.subhasta.system.DoorTest;

/** What is put into the documents comes out as it was. */
class DocumentsDoorIT extends DoorTest {

    @Test
    void aStoredDocumentIsReadBackByItsHash() throws Exception {
        byte[] text = "the quick brown fox".getBytes(StandardCharsets.UTF_8);
        Documents documents = door(Documents.class);

        Outcome<StoredDocument> outcome =
                documents.store(new ByteArrayInputStream(text), 1_000);

        StoredDocument stored = done(outcome);
        assertEquals("9ecb36561341d18eb65484e833efea61edc74b84cf5e6ae1b81c63533e25fc8f",
                stored.sha256());
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        documents.copy(stored.sha256(), copy);
        assertEquals("the quick brown fox", copy.toString(StandardCharsets.UTF_8));
    }
}
