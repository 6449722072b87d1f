-- This file takes away two things that an attacker who controls a public program
-- could write.
--
-- Public programs store when a session was last used.  The attacker could set
-- that instant so far back that the session ends.  Now a trigger lets the instant
-- only grow, whichever login writes it.
--
-- Public programs write the audit.  The attacker could write that staff did
-- something.  Now these programs write through a view that accepts only what
-- applicants do and one act of the system: it lapses an applicant whose visit is
-- over, so that the same person can book again.  A trigger would add 15 us to
-- every line; the view adds nothing that can be measured.
--
-- reads_from: 11

CREATE TRIGGER session_seen BEFORE UPDATE ON session FOR EACH ROW
SET NEW.seen_at = GREATEST(NEW.seen_at, OLD.seen_at);

CREATE VIEW audit_public AS
SELECT at, actor, actor_id, act, object, object_id, office_id FROM audit
WHERE actor IN ('account', 'code')
	OR (actor = 'system' AND act = 'applicant.lapse')
WITH CHECK OPTION;
