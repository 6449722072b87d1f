#!/bin/sh
# booking.t - the rules of the transaction of a booking, and races for ten
# places.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make
sql <<'SQL'
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
VALUES (90, 1, 1, '2026-12-17', 480, 600), (91, 1, 1, '2026-12-17', 600, 720);
INSERT INTO place (slot_id, seat_no) VALUES
	(90, 1), (90, 3), (90, 4), (90, 5), (90, 6), (90, 7), (90, 8), (90, 9),
	(90, 20), (90, 21), (91, 1), (91, 2), (91, 3), (91, 4), (91, 5), (91, 6),
	(91, 7), (91, 8), (91, 9), (91, 10);
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
VALUES (94, 1, 1, '2026-12-18', 480, 600), (95, 1, 1, '2026-12-18', 600, 720),
	(96, 1, 1, '2026-12-18', 720, 780), (97, 1, 1, '2026-12-18', 780, 840);
INSERT INTO place (slot_id, seat_no) SELECT s.id, p.seat_no FROM slot s
	JOIN place p ON p.slot_id = 90 WHERE s.id BETWEEN 94 AND 97;
-- over for 20 minutes, at an office that waits an hour
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
VALUES (92, 2, 3, '2026-12-07', 540, 580);
INSERT INTO place (slot_id, seat_no) VALUES (92, 1);
INSERT INTO office_parameter (office_id, name, value) VALUES (2, 'grace', 60);
-- the office takes places 1 and 2 away just as somebody books the first time
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
VALUES (93, 1, 1, '2026-12-17', 720, 780);
INSERT INTO place (slot_id, seat_no) VALUES (93, 1), (93, 2);
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
VALUES (98, 1, 1, '2026-12-18', 840, 900), (99, 1, 1, '2026-12-18', 900, 960);
INSERT INTO place (slot_id, seat_no) VALUES (98, 1), (98, 2), (98, 3), (98, 4),
	(99, 1), (99, 2), (99, 3), (99, 4);
DELIMITER //
CREATE TRIGGER deadlock BEFORE INSERT ON applicant FOR EACH ROW
IF NEW.slot_id = 99 OR NEW.slot_id = 98 AND COALESCE(@deadlocks, 0) < 2 THEN
	SET @deadlocks = COALESCE(@deadlocks, 0) + 1;
	SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213;
END IF//
CREATE TRIGGER lower_quota BEFORE INSERT ON booking FOR EACH ROW
IF NEW.slot_id = 93 AND @lowered IS NULL THEN
	SET @lowered = 1;
	DELETE FROM place WHERE slot_id = 93;
END IF//
DELIMITER ;
SQL
ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
	"$ANTREAN_BUILD/tests/db/booking"
