package org.subhasta.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.signing.SigningKey;
import org.subhasta.soak.inside.SoakPeople;

/** An organisation that robots bid for. */
record Supplier(String organisation, String token, SigningKey key) {

    /** All of them, as {@link SoakPeople} wrote them. */
    static List<Supplier> read(Path folder, int number)
            throws IOException, GeneralSecurityException {
        List<Supplier> suppliers = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            suppliers.add(new Supplier(Files.readString(folder.resolve(i + ".organisation")),
                    Files.readString(folder.resolve(i + ".token")),
                    SigningKey.open(folder.resolve(i + ".p12"),
                            SoakPeople.PASSWORD.toCharArray())));
        }
        return suppliers;
    }
}
