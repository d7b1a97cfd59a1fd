-- Matching by probability, beside the exact identifiers.

-- said: what a signature says in the fields that matching compares, a JSON array in their order; null when it says nothing there.
ALTER TABLE signature ADD COLUMN said TEXT;
-- Blocking keys of live signatures under the active model: two that share a key are compared.
CREATE TABLE match_key (
  key INTEGER NOT NULL, signature_id INTEGER NOT NULL, PRIMARY KEY (key, signature_id)) WITHOUT ROWID;
-- Keys on too many live signatures: nobody is compared for their sake.
CREATE TABLE crowded_key (key INTEGER PRIMARY KEY);
-- Pairs that the active model takes for likely one person; each in both directions. weight: hundredths of a bit.
CREATE TABLE match_edge (
  signature_id INTEGER NOT NULL, other_id INTEGER NOT NULL, weight INTEGER NOT NULL,
  PRIMARY KEY (signature_id, other_id)) WITHOUT ROWID;
-- Signatures whose component is too large for weak edges: the rung from which edges count.
CREATE TABLE match_level (signature_id INTEGER PRIMARY KEY, level INTEGER NOT NULL);
-- fitted: when; records: how many signatures it learned from; body: the model as it is written. At most one is active.
CREATE TABLE match_model (
  version INTEGER PRIMARY KEY, fitted INTEGER NOT NULL, records INTEGER NOT NULL, active INTEGER NOT NULL,
  body BLOB NOT NULL);
-- Pairs of signatures in two profiles for a person to look at. weight: hundredths of a bit; reason: likely (below the
-- threshold), or the name of what stands between; status: open, or what a person said (accepted, rejected).
CREATE TABLE review (
  id INTEGER PRIMARY KEY, left_signature INTEGER NOT NULL, right_signature INTEGER NOT NULL, weight INTEGER NOT NULL,
  probability REAL NOT NULL, reason TEXT NOT NULL, found INTEGER NOT NULL, status TEXT NOT NULL,
  UNIQUE (left_signature, right_signature));
CREATE INDEX review_right ON review (right_signature);
CREATE INDEX review_open ON review (probability) WHERE status = 'open';

-- What became of profiles: merge (profile_id is other_id's now), split (other_id left profile_id), alias (the alias profile_id
-- leads to other_id instead), restored (profile_id is itself again; other_id is where it was, or 0).
CREATE TABLE identity_event (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, profile_id INTEGER NOT NULL, other_id INTEGER NOT NULL,
  why TEXT NOT NULL);
CREATE INDEX identity_event_profile ON identity_event (profile_id);

-- certainty: the probability of the weakest link that holds the profile together; 1 when nothing but identifiers does.
ALTER TABLE profile ADD COLUMN certainty REAL NOT NULL DEFAULT 1;
-- Who lives together: profiles of one block (an address) that are in one household.
CREATE TABLE household (
  profile_id INTEGER PRIMARY KEY, block INTEGER NOT NULL, household_id INTEGER NOT NULL);
CREATE INDEX household_block ON household (block);
