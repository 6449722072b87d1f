-- A booking must know whether its period can still be booked. The query of
-- period, opening, office and calendar took 1/5 of the time of a booking. This
-- file stores the answer as two instants in the row of the period, which a
-- booking locks anyway. Triggers update the two instants, so that no program can
-- forget the update.
--
-- A transaction that closes a day, an opening or an office therefore updates the
-- period too: it waits for the bookings that hold the lock of the period, and
-- later bookings see the closure. A trigger reads with a share lock, never from
-- an old snapshot. A transaction that makes periods and a transaction that
-- closes a day do not see each other's rows before the commit; both lock the row
-- of the office, so one runs after the other.

ALTER TABLE slot
	ADD bookable_from DATETIME NULL COMMENT 'UTC instant of its opening; set by triggers only',
	ADD bookable_until DATETIME NULL COMMENT 'UTC instant from which it cannot be booked, NULL if it never can: closed, or its day or office is; set by triggers only';

DELIMITER //

CREATE TRIGGER slot_added BEFORE INSERT ON slot FOR EACH ROW
BEGIN
	SET NEW.bookable_from = (SELECT opens_at FROM opening
		WHERE id = NEW.opening_id LOCK IN SHARE MODE);
	SET NEW.bookable_until = (SELECT LEAST(p.closes_at, TIMESTAMPADD(MINUTE,
			NEW.start_minute - o.utc_offset, NEW.day))
		FROM office o
		STRAIGHT_JOIN opening p ON p.id = NEW.opening_id
		LEFT JOIN closed_day c ON c.day = NEW.day
			AND c.scope IN (0, NEW.office_id)
		WHERE o.id = NEW.office_id AND o.suspended_id IS NULL
			AND NEW.lane = 'online' AND NEW.closed_id IS NULL
			AND c.id IS NULL
		LOCK IN SHARE MODE);
END//

CREATE TRIGGER slot_changed BEFORE UPDATE ON slot FOR EACH ROW
BEGIN
	SET NEW.bookable_from = (SELECT opens_at FROM opening
		WHERE id = NEW.opening_id LOCK IN SHARE MODE);
	SET NEW.bookable_until = (SELECT LEAST(p.closes_at, TIMESTAMPADD(MINUTE,
			NEW.start_minute - o.utc_offset, NEW.day))
		FROM office o
		STRAIGHT_JOIN opening p ON p.id = NEW.opening_id
		LEFT JOIN closed_day c ON c.day = NEW.day
			AND c.scope IN (0, NEW.office_id)
		WHERE o.id = NEW.office_id AND o.suspended_id IS NULL
			AND NEW.lane = 'online' AND NEW.closed_id IS NULL
			AND c.id IS NULL
		LOCK IN SHARE MODE);
END//

-- The other triggers update the periods they concern, and so fire slot_changed.

CREATE TRIGGER opening_changed AFTER UPDATE ON opening FOR EACH ROW
UPDATE slot SET bookable_until = NULL WHERE opening_id = NEW.id//

CREATE TRIGGER office_changed AFTER UPDATE ON office FOR EACH ROW
IF NEW.utc_offset <> OLD.utc_offset
	OR NOT NEW.suspended_id <=> OLD.suspended_id THEN
	UPDATE slot SET bookable_until = NULL WHERE office_id = NEW.id;
END IF//

-- closed_day_coming locks the office before the insert. A program that makes
-- periods locks in the same order, so the two cannot deadlock.
CREATE TRIGGER closed_day_coming BEFORE INSERT ON closed_day FOR EACH ROW
UPDATE office SET code = code WHERE id = COALESCE(NEW.office_id, id)//

CREATE TRIGGER closed_day_added AFTER INSERT ON closed_day FOR EACH ROW
UPDATE slot SET bookable_until = NULL WHERE day = NEW.day
	AND office_id = COALESCE(NEW.office_id, office_id)//

CREATE TRIGGER closed_day_removed AFTER DELETE ON closed_day FOR EACH ROW
BEGIN
	UPDATE office SET code = code WHERE id = COALESCE(OLD.office_id, id);
	UPDATE slot SET bookable_until = NULL WHERE day = OLD.day
		AND office_id = COALESCE(OLD.office_id, office_id);
END//

CREATE TRIGGER closed_day_changed AFTER UPDATE ON closed_day FOR EACH ROW
BEGIN
	UPDATE office SET code = code WHERE id = COALESCE(OLD.office_id, id);
	UPDATE office SET code = code WHERE id = COALESCE(NEW.office_id, id);
	UPDATE slot SET bookable_until = NULL WHERE day = OLD.day
		AND office_id = COALESCE(OLD.office_id, office_id);
	UPDATE slot SET bookable_until = NULL WHERE day = NEW.day
		AND office_id = COALESCE(NEW.office_id, office_id);
END//

DELIMITER ;

UPDATE slot SET bookable_until = NULL;
