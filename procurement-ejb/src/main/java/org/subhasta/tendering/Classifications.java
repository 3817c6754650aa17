package org.subhasta.tendering;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.tendering.model.Classification;

/** The Common Procurement Vocabulary: 9 454 classes, found by code or by words. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Classifications {

    @PersistenceContext
    private EntityManager entities;

    /** The class with this code of eight digits. */
    public Optional<Classification> find(String code) {
        return Optional.ofNullable(entities.find(ClassificationRow.class, code))
                .map(ClassificationRow::classification);
    }

    /** Several at once; unknown codes are missing from the answer. */
    public Map<String, Classification> find(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "SELECT c FROM ClassificationRow c WHERE c.code IN :codes",
                        ClassificationRow.class)
                .setParameter("codes", codes).getResultStream()
                .map(ClassificationRow::classification)
                .collect(Collectors.toMap(Classification::code, Function.identity()));
    }

    /**
     * Classes whose code begins with the digits, or whose words contain the beginnings of all words
     * given; the widest classes first.
     *
     * @param limit at most that many, up to 100
     */
    public List<Classification> search(String text, int limit) {
        String asked = text.strip();
        if (asked.matches("[0-9]{1,8}(-[0-9]?)?")) {
            return byCode(asked.replaceAll("-.*", ""), limit);
        }
        String words = Stream.of(asked.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty()).limit(10)
                .map(word -> word + ":*").collect(Collectors.joining(" & "));
        return words.isEmpty() ? List.of() : byWords(words, limit);
    }

    private List<Classification> byCode(String digits, int limit) {
        return entities.createQuery("""
                        SELECT c FROM ClassificationRow c WHERE c.code LIKE :begins
                        ORDER BY c.code""", ClassificationRow.class)
                .setParameter("begins", digits + "%").setMaxResults(Math.min(limit, 100))
                .getResultStream().map(ClassificationRow::classification).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Classification> byWords(String words, int limit) {
        // A wide class ends in zeros: 45000000 is wider than 45210000.
        return ((Stream<ClassificationRow>) entities.createNativeQuery("""
                        SELECT code, label FROM tendering.classification
                        WHERE search @@ to_tsquery('english', :words)
                        ORDER BY length(rtrim(code, '0')), code""", ClassificationRow.class)
                .setParameter("words", words).setMaxResults(Math.min(limit, 100))
                .getResultStream()).map(ClassificationRow::classification).toList();
    }
}
