-- How far a plan was delivered, so that no row is written once more to say that it was sent.

-- reached_phase, reached_profile: rows up to this one that stand due are in reached_state: sent, or taken by a sink that has
-- not committed yet.
ALTER TABLE plan ADD COLUMN reached_phase INTEGER NOT NULL DEFAULT -1;
ALTER TABLE plan ADD COLUMN reached_profile INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN reached_state TEXT NOT NULL DEFAULT 'sent';
-- The rows as they stand.
CREATE VIEW plan_row_now AS
  SELECT r.plan_id, r.phase, r.profile_id, r.op, r.match, r.remote_id, r.hash, r.base, r.fields, r.previous,
    CASE WHEN r.state = 'due' AND (r.phase, r.profile_id) <= (p.reached_phase, p.reached_profile) THEN p.reached_state
      ELSE r.state END AS state, r.reason
  FROM plan p CROSS JOIN plan_row r ON r.plan_id = p.id;
