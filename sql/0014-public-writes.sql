-- Two things that a public program could write although only a program that
-- somebody has taken over would.
--
-- Public programs note when a session was used, and with that could set it so far
-- back that it is over.  The instant only grows, whichever login writes it.
--
-- They write the audit, and with that could say that staff did something.  They
-- write it through a view now that takes what applicants do, and of the system one
-- act: an applicant whose visit is over gives way to a new booking.  A trigger
-- would add 15 us to every line; the view adds nothing that can be measured.
--
-- reads_from: 11

CREATE TRIGGER session_seen BEFORE UPDATE ON session FOR EACH ROW
SET NEW.seen_at = GREATEST(NEW.seen_at, OLD.seen_at);

CREATE VIEW audit_public AS
SELECT at, actor, actor_id, act, object, object_id, office_id FROM audit
WHERE actor IN ('account', 'code')
	OR (actor = 'system' AND act = 'applicant.lapse')
WITH CHECK OPTION;
