-- Two triggers had a copy each of the rule that says from when until when a
-- period can be booked (0006), so that a change could forget one of the copies.
-- Both triggers now call one procedure.
--
-- reads_from: 11

DROP TRIGGER slot_added;
DROP TRIGGER slot_changed;

DELIMITER //

-- Reads in share mode, for the reason in 0006.  LIMIT 1, because several rows of
-- closed_day can close the same day.
CREATE PROCEDURE slot_bookable(
	its_office SMALLINT UNSIGNED, its_opening INT UNSIGNED, its_day DATE,
	its_start SMALLINT, its_lane VARCHAR(10) CHARACTER SET ascii,
	its_closure VARCHAR(200) CHARACTER SET utf8mb4,
	OUT since DATETIME, OUT until DATETIME)
	READS SQL DATA
SELECT p.opens_at, IF(its_lane = 'online' AND its_closure IS NULL
		AND o.suspended_id IS NULL AND c.id IS NULL,
	LEAST(p.closes_at, TIMESTAMPADD(MINUTE, its_start - o.utc_offset, its_day)),
	NULL)
	INTO since, until
	FROM opening p
	STRAIGHT_JOIN office o ON o.id = its_office
	LEFT JOIN closed_day c ON c.day = its_day AND c.scope IN (0, its_office)
	WHERE p.id = its_opening
	LIMIT 1 LOCK IN SHARE MODE//

CREATE TRIGGER slot_added BEFORE INSERT ON slot FOR EACH ROW
CALL slot_bookable(NEW.office_id, NEW.opening_id, NEW.day, NEW.start_minute,
	NEW.lane, NEW.closed_id, NEW.bookable_from, NEW.bookable_until)//

CREATE TRIGGER slot_changed BEFORE UPDATE ON slot FOR EACH ROW
CALL slot_bookable(NEW.office_id, NEW.opening_id, NEW.day, NEW.start_minute,
	NEW.lane, NEW.closed_id, NEW.bookable_from, NEW.bookable_until)//

DELIMITER ;

-- Computes the instants of periods that were made while there was no trigger.
UPDATE slot SET bookable_until = NULL;
