-- The bounds of a rule were only documented: a value of 0 made programs divide
-- by zero, and a negative value switched a limit off. The database now refuses
-- values outside the bounds. An office's own value is in another table than
-- its bounds, which a CHECK cannot read, so two triggers check it. Two limits
-- for each address get a smaller lower bound, for an installation under attack.
-- The rule `members` is dropped, since no program reads it.

DELETE FROM office_parameter WHERE name = 'members';
DELETE FROM parameter WHERE name = 'members';

UPDATE parameter SET low = 10 WHERE name = 'register_address';
UPDATE parameter SET low = 1 WHERE name = 'lookup_tries';
UPDATE parameter SET value = LEAST(GREATEST(value, low), high);
UPDATE office_parameter o JOIN parameter p ON p.name = o.name
	SET o.value = LEAST(GREATEST(o.value, p.low), p.high);

ALTER TABLE parameter
	ADD CONSTRAINT parameter_value CHECK (value BETWEEN low AND high);

DELIMITER //

CREATE TRIGGER office_parameter_added BEFORE INSERT ON office_parameter
FOR EACH ROW
IF EXISTS (SELECT 1 FROM parameter WHERE name = NEW.name
	AND NEW.value NOT BETWEEN low AND high) THEN
	SIGNAL SQLSTATE '45000'
		SET MESSAGE_TEXT = 'office_parameter.value is out of bounds';
END IF//

CREATE TRIGGER office_parameter_changed BEFORE UPDATE ON office_parameter
FOR EACH ROW
IF EXISTS (SELECT 1 FROM parameter WHERE name = NEW.name
	AND NEW.value NOT BETWEEN low AND high) THEN
	SIGNAL SQLSTATE '45000'
		SET MESSAGE_TEXT = 'office_parameter.value is out of bounds';
END IF//

DELIMITER ;
