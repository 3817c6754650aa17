-- The parts of an entry are written by one statement, or by one transaction that holds its subject's
-- row. A key from each to each was checked part by part, which was a third of what a bid in a live
-- auction cost the database. What a key would keep from being lost here is noticed anyway, whoever
-- took it away, the tables' owner included: the self-check and ./subhasta verify-db compare every
-- leaf with its entry, payload and place (ENTRY_MISSING, PAYLOAD_MISSING, LEAF_OUTSIDE).
ALTER TABLE journal.entry DROP CONSTRAINT entry_leaf_fkey, DROP CONSTRAINT entry_subject_fkey;
ALTER TABLE journal.concealment DROP CONSTRAINT concealment_leaf_fkey;
ALTER TABLE journal.payload DROP CONSTRAINT payload_leaf_fkey;
ALTER TABLE journal.pending DROP CONSTRAINT pending_leaf_fkey;
