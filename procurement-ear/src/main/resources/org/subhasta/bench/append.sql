\set a random(1, 1000000000000000000)
\set b random(1, 1000000000000000000)
BEGIN;
INSERT INTO journal.subject AS s (subject, last_sequence) VALUES ('raw/' || :client_id, 1) ON CONFLICT (subject) DO UPDATE SET last_sequence = s.last_sequence + 1 RETURNING last_sequence \gset
INSERT INTO journal.leaf (content, hash) VALUES (decode(repeat('7b', :leaf), 'hex'), sha256(int8send(:a) || int8send(:b))) RETURNING id \gset
INSERT INTO journal.entry (leaf, subject, sequence, act, actor, at, header) VALUES (:id, 'raw/' || :client_id, :last_sequence, 'bench-acted', '0123456789abcdef0123', clock_timestamp(), decode(repeat('7b', :header), 'hex'));
INSERT INTO journal.payload (leaf, content, salt) VALUES (:id, decode(repeat('7b', :payload), 'hex'), sha256(int8send(:b) || int8send(:a)));
COMMIT;
