-- What somebody does for the supplier they belong to, and that they no longer do.

ALTER TABLE parties.person ADD COLUMN duties text[] NOT NULL DEFAULT '{}'
    CHECK (duties <@ ARRAY['ADMINISTER', 'BID', 'FINANCE']);
ALTER TABLE parties.person ADD COLUMN left_at timestamptz;

-- Until now everybody could do everything for their supplier.
UPDATE parties.person SET duties = ARRAY['ADMINISTER', 'BID', 'FINANCE']
    WHERE id IN (SELECT person FROM parties.person_role WHERE role = 'SUPPLIER');
