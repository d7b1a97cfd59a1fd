-- The profile store. Ids are handed out by the hub in the order of arrival, so that tables grow at their end.
-- Times are milliseconds since 1970 UTC. One statement ends with a semicolon at the end of a line.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What a mapping makes of a stream: two mappings of one stream keep a record each.
CREATE TABLE feed (
  id INTEGER PRIMARY KEY, connection TEXT NOT NULL, stream TEXT NOT NULL, mapping TEXT NOT NULL,
  target TEXT NOT NULL, mapping_version INTEGER NOT NULL,
  UNIQUE (connection, stream, mapping));

CREATE TABLE record (
  id INTEGER PRIMARY KEY, feed_id INTEGER NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL,
  first_seen INTEGER NOT NULL, changed INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX record_key ON record (feed_id, key);

-- The narrow half of a record: an unchanged one is recognised here, without its payload. A deleted record has hash 0 and no signature.
CREATE TABLE record_state (record_id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, signature_id INTEGER);
CREATE INDEX record_state_signature ON record_state (signature_id, record_id);

-- The nodes of the identity graph: what records say about who they are, each different saying once.
CREATE TABLE identifier_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
-- hash and hash2 are two halves of one fingerprint of what is said, feed included. records: how many live ones say it.
CREATE TABLE signature (
  id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, hash2 INTEGER NOT NULL, feed_id INTEGER NOT NULL,
  first_name TEXT, last_name TEXT, birth_date TEXT,
  records INTEGER NOT NULL, changed INTEGER NOT NULL, profile_id INTEGER, first_profile_id INTEGER);
CREATE INDEX signature_hash ON signature (hash);
CREATE INDEX signature_profile ON signature (profile_id);
CREATE TABLE signature_identifier (
  signature_id INTEGER NOT NULL, name_id INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (signature_id, name_id, value)) WITHOUT ROWID;
CREATE INDEX signature_identifier_value ON signature_identifier (name_id, value, signature_id);
-- Values on too many people: evidence only.
CREATE TABLE overloaded_value (name_id INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name_id, value)) WITHOUT ROWID;
-- What people decided, for ever: 'join' or 'split' of two records, by their names.
CREATE TABLE identity_decision (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, left_record INTEGER NOT NULL, right_record INTEGER NOT NULL,
  decided INTEGER NOT NULL, UNIQUE (left_record, right_record));
CREATE INDEX identity_decision_right ON identity_decision (right_record);

-- version: the number of the commit that last touched the profile. merged_into: an alias, for ever.
CREATE TABLE profile (
  id INTEGER PRIMARY KEY, merged_into INTEGER, created INTEGER NOT NULL, version INTEGER NOT NULL, live INTEGER NOT NULL);
CREATE INDEX profile_version ON profile (version);
CREATE INDEX profile_merged_into ON profile (merged_into) WHERE merged_into IS NOT NULL;

-- One narrow column a trait: mapped and computed traits, surviving identifiers, 'consent.CHANNEL' (granted, denied, unknown)
-- and 'source.CONNECTION' (1). Times are ISO 8601 text.
CREATE TABLE trait_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE trait (
  trait_id INTEGER NOT NULL, profile_id INTEGER NOT NULL, value NOT NULL,
  PRIMARY KEY (trait_id, profile_id)) WITHOUT ROWID;

-- Orders and events. A person's entries are those of the person's signatures: a merge moves no row.
CREATE TABLE event_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE timeline (
  record_id INTEGER PRIMARY KEY, signature_id INTEGER, name_id INTEGER NOT NULL, time INTEGER NOT NULL,
  total REAL, currency TEXT, store TEXT, properties TEXT);
CREATE INDEX timeline_signature ON timeline (signature_id, name_id, time);
CREATE INDEX timeline_time ON timeline (name_id, time);
CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, name TEXT, record_id INTEGER, properties TEXT);
CREATE TABLE order_line (
  record_id INTEGER NOT NULL, position INTEGER NOT NULL, product_id INTEGER, quantity REAL, price REAL,
  PRIMARY KEY (record_id, position)) WITHOUT ROWID;

-- Keyed hashes of erased people's identifiers.
CREATE TABLE suppression (hash TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE segment (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition INTEGER NOT NULL,
  evaluated_version INTEGER NOT NULL, evaluated_at INTEGER NOT NULL);
CREATE TABLE membership (
  segment_id INTEGER NOT NULL, profile_id INTEGER NOT NULL, entered INTEGER NOT NULL, left INTEGER,
  PRIMARY KEY (segment_id, profile_id)) WITHOUT ROWID;

-- state: running, done, held, failed, interrupted. trigger: command, schedule, retry, apply.
CREATE TABLE run (
  id INTEGER PRIMARY KEY, route TEXT NOT NULL, trigger TEXT NOT NULL, status TEXT NOT NULL,
  started INTEGER NOT NULL, finished INTEGER,
  read INTEGER NOT NULL DEFAULT 0, stored INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0,
  planned INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0, deferred INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0, message TEXT);
CREATE INDEX run_route ON run (route, id);
CREATE TABLE checkpoint (
  route TEXT NOT NULL, stream TEXT NOT NULL, cursor TEXT NOT NULL, run_id INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (route, stream)) WITHOUT ROWID;
-- side: source (unreadable text), ingest (a record that its mapping refused) or push (a person that a destination refused; key
-- is the match value, sync_id the sync). open: 1 until it was accepted or left.
CREATE TABLE rejection (
  id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, side TEXT NOT NULL, sync_id INTEGER NOT NULL, target TEXT NOT NULL,
  key TEXT NOT NULL, profile_id INTEGER NOT NULL, reason TEXT NOT NULL, payload TEXT, at INTEGER NOT NULL, open INTEGER NOT NULL);
CREATE INDEX rejection_run ON rejection (run_id);
CREATE INDEX rejection_open ON rejection (side, target, key) WHERE open = 1;
CREATE INDEX rejection_person ON rejection (sync_id, profile_id) WHERE open = 1;

-- One push step of a route into one destination stream.
CREATE TABLE sync (id INTEGER PRIMARY KEY, route TEXT NOT NULL, destination TEXT NOT NULL, UNIQUE (route, destination));
CREATE INDEX sync_destination ON sync (destination);
-- What a destination is known to hold: fields is null when the person is not there (left, or never arrived). added: 1 when
-- this sync put the person there. refused: hash of what was refused last. Moves only on confirmation, and at with it.
CREATE TABLE ledger (
  sync_id INTEGER NOT NULL, profile_id INTEGER NOT NULL, match TEXT, remote_id TEXT, fields TEXT, hash INTEGER NOT NULL,
  added INTEGER NOT NULL, refused INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (sync_id, profile_id)) WITHOUT ROWID;
CREATE INDEX ledger_match ON ledger (match, sync_id) WHERE match IS NOT NULL;
-- version: the profiles' version that the plan was made of.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL, sync_id INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT,
  mapping TEXT NOT NULL, mode TEXT NOT NULL, on_leave TEXT NOT NULL, consent TEXT, tag TEXT,
  created INTEGER NOT NULL, version INTEGER NOT NULL, adds INTEGER NOT NULL DEFAULT 0, changes INTEGER NOT NULL DEFAULT 0,
  removals INTEGER NOT NULL DEFAULT 0, held INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0);
CREATE INDEX plan_sync ON plan (sync_id, status);
CREATE INDEX plan_run ON plan (run_id);
CREATE TABLE plan_row (
  plan_id INTEGER NOT NULL, phase INTEGER NOT NULL, profile_id INTEGER NOT NULL, op TEXT NOT NULL, match TEXT, remote_id TEXT,
  hash INTEGER NOT NULL, base INTEGER NOT NULL, fields TEXT NOT NULL, previous TEXT NOT NULL, state TEXT NOT NULL, reason TEXT,
  PRIMARY KEY (plan_id, phase, profile_id)) WITHOUT ROWID;
CREATE INDEX plan_row_match ON plan_row (plan_id, match);
