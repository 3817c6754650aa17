package org.subhasta.suppliers;

/**
 * Where a supplier is paid.
 *
 * @param iban without spaces; {@code ""} where none is given
 */
public record BankAccount(String iban) {

    /** Logs and messages have no business with the number. */
    @Override
    public String toString() {
        return iban.isEmpty() ? "no bank account" : "a bank account";
    }
}
