-- The worker of each host read all places of the country every three seconds, to
-- see the few that had changed.  That cost a tenth of a processor.  Now a
-- transaction that changes a slot also inserts a row here that names the slot,
-- and the worker rereads only the slots of new rows.
--
-- Triggers insert the rows, so that no program can forget them.  A booking makes
-- no row: it only inserts applicants, and the worker finds new applicants by
-- their ids.  A row has no instant, because a trigger must not ask the server for
-- the time.  So a worker notes the highest id and deletes the rows up to that id
-- an hour later.
--
-- reads_from: 11

CREATE TABLE slot_change (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number: given out in order, committed in any',
	slot_id INT UNSIGNED NOT NULL COMMENT 'the slot that changed, or whose places did',
	PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='slots to be reread by the seat maps';

DELIMITER //

CREATE TRIGGER slot_added_told AFTER INSERT ON slot FOR EACH ROW
INSERT INTO slot_change (slot_id) VALUES (NEW.id)//

CREATE TRIGGER slot_changed_told AFTER UPDATE ON slot FOR EACH ROW
INSERT INTO slot_change (slot_id) VALUES (NEW.id)//

CREATE TRIGGER slot_removed_told AFTER DELETE ON slot FOR EACH ROW
INSERT INTO slot_change (slot_id) VALUES (OLD.id)//

CREATE TRIGGER place_added_told AFTER INSERT ON place FOR EACH ROW
INSERT INTO slot_change (slot_id) VALUES (NEW.slot_id)//

CREATE TRIGGER place_changed_told AFTER UPDATE ON place FOR EACH ROW
BEGIN
	INSERT INTO slot_change (slot_id) VALUES (NEW.slot_id);
	IF OLD.slot_id <> NEW.slot_id THEN
		INSERT INTO slot_change (slot_id) VALUES (OLD.slot_id);
	END IF;
END//

CREATE TRIGGER place_removed_told AFTER DELETE ON place FOR EACH ROW
INSERT INTO slot_change (slot_id) VALUES (OLD.slot_id)//

-- A change of an applicant's state alone frees no seat, so it makes no row.

CREATE TRIGGER applicant_moved_told AFTER UPDATE ON applicant FOR EACH ROW
IF NOT (OLD.slot_id <=> NEW.slot_id AND OLD.seat_no <=> NEW.seat_no) THEN
	INSERT INTO slot_change (slot_id) VALUES (OLD.slot_id);
	IF OLD.slot_id <> NEW.slot_id THEN
		INSERT INTO slot_change (slot_id) VALUES (NEW.slot_id);
	END IF;
END IF//

CREATE TRIGGER applicant_removed_told AFTER DELETE ON applicant FOR EACH ROW
IF OLD.seat_no IS NOT NULL THEN
	INSERT INTO slot_change (slot_id) VALUES (OLD.slot_id);
END IF//

DELIMITER ;
