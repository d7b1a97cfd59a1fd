-- Who need not be read again for a push: nothing is missing of them at the destination while nobody touches them.

-- version: of the profiles, up to which they were seen. terms: a hash of what the push was to do. people: a bit for each profile
-- that lacked nothing; listed: for each that has a row in the ledger; held: for each that is there, or may be. A row is only
-- there while the ledger is as it was then: whatever moves the ledger deletes it.
CREATE TABLE settled (
  sync_id INTEGER PRIMARY KEY, version INTEGER NOT NULL, terms INTEGER NOT NULL, people BLOB NOT NULL, listed BLOB NOT NULL,
  held BLOB NOT NULL);
