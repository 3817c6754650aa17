-- When a certificate was admitted, also of one withdrawn since: what it signed before counts on.
ALTER TABLE parties.certificate
    ADD COLUMN approved_at timestamptz,
    ADD CHECK (approved_at >= enrolled_at AND approved_at <= state_at),
    ADD CHECK (state NOT IN ('enrolled', 'refused') OR approved_at IS NULL);
-- Of those withdrawn before this the instant stands in the journal only.
UPDATE parties.certificate SET approved_at = state_at WHERE state = 'approved';
ALTER TABLE parties.certificate
    ADD CHECK (state <> 'approved' OR approved_at = state_at);
