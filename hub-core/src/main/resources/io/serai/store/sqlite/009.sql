-- Computed traits of orders look at the store, too, most of all at the one that a person prefers: it stands in the index, so that the
-- entries themselves are not looked for one by one.
DROP INDEX timeline_signature;
CREATE INDEX timeline_signature ON timeline (signature_id, name_id, time, total, store);
