-- Names that can be taken for one another, and the public directory of suppliers.

-- What near names have in common, computed by the application; those without get theirs at the start.
ALTER TABLE parties.organisation ADD COLUMN name_keys integer[];
CREATE INDEX organisation_name_keys ON parties.organisation USING gin (name_keys);
