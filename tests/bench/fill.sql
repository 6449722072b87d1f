-- The data that the bench measures with: @day is the first day, @past and @ends
-- are instants, @rush and @nation are ids of slots.  stock.sh lists the ids of
-- slots by their use.
SET foreign_key_checks = 0;
TRUNCATE applicant;
TRUNCATE booking;
TRUNCATE audit;
TRUNCATE place;
TRUNCATE slot;
TRUNCATE opening;
DELETE FROM closed_day;
SET foreign_key_checks = 1;

CREATE TABLE IF NOT EXISTS bench_raw (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
	account_id BIGINT UNSIGNED NOT NULL,
	code BINARY(16) NOT NULL,
	PRIMARY KEY (id)
) ENGINE=InnoDB;
TRUNCATE bench_raw;

CREATE TEMPORARY TABLE desk (no INT PRIMARY KEY, id INT)
	SELECT ROW_NUMBER() OVER (ORDER BY id) AS no, id FROM office;
INSERT INTO opening (id, office_id, first_day, last_day, opens_at, closes_at)
	SELECT no, id, @day, @day + INTERVAL 40 DAY, @past, @ends FROM desk;

-- Period k of 42: 14 days of 3 periods.
CREATE TEMPORARY TABLE plan (id INT PRIMARY KEY, no INT, k INT, seats INT);
INSERT INTO plan SELECT 100001 + seq, 4 + seq DIV 42, seq % 42, 400
	FROM seq_0_to_4199 WHERE seq < @rush;
INSERT INTO plan SELECT 200001 + seq, 1, seq, 130 FROM seq_0_to_41;
INSERT INTO plan SELECT 300001 + seq, 2, seq, 130 FROM seq_0_to_41;
INSERT INTO plan SELECT 400001 + seq, 3, seq, 334 - (seq > 0)
	FROM seq_0_to_2;
INSERT INTO plan SELECT 500001 + seq, 1 + seq DIV 3, 90 + seq % 3, 130
	FROM seq_0_to_449 WHERE seq < @nation;
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
	SELECT p.id, d.id, d.no, @day + INTERVAL (k DIV 3) DAY,
	ELT(k % 3 + 1, 480, 600, 780), ELT(k % 3 + 1, 600, 720, 900)
	FROM plan p JOIN desk d ON d.no = p.no;
INSERT INTO place (slot_id, seat_no)
	SELECT p.id, s.seq FROM plan p JOIN seq_1_to_400 s ON s.seq <= p.seats;

-- The sold-out office, and the office whose day has 1,000 people: bookings of
-- three for an account that no request uses.
INSERT IGNORE INTO account (id, email, email_folded, password, lang,
	notice_version, created_at)
	VALUES (1, 'bench@contoh.id', 'bench@contoh.id', '-', 'id', 't', @past);
INSERT INTO booking (id, code, once, digest, account_id, slot_id, party, lang,
	channel, declared, created_at)
	SELECT slot_id * 1000 + MIN(seat_no),
	CONCAT('B', LPAD(slot_id % 100000 * 1000 + MIN(seat_no)
		+ slot_id DIV 100000 * 10000000, 8, '0')),
	UNHEX(MD5(CONCAT(slot_id, '-', MIN(seat_no)))),
	UNHEX(SHA2('', 256)), 1, slot_id, COUNT(*), 'id', 'web', 't', @past
	FROM place WHERE slot_id BETWEEN 300001 AND 500000
	GROUP BY slot_id, (seat_no - 1) DIV 3;
INSERT INTO applicant (booking_id, no, slot_id, seat_no, account_id, nik_hash,
	nik_key, nik_sealed, nik_mask, nik_flags, name, birth, sex, service_id,
	state)
	SELECT slot_id * 1000 + (seat_no - 1) DIV 3 * 3 + 1,
	(seat_no - 1) % 3 + 1, slot_id, seat_no, 1,
	UNHEX(SHA2(CONCAT(slot_id, '-', seat_no), 256)), 1, '',
	CONCAT('...9', LPAD(seat_no, 3, '0')), 0,
	CONCAT(ELT(seat_no % 5 + 1, 'Ratna', 'Bagas', 'Clara', 'Ahmad', 'Dewi'),
		' ', ELT(seat_no % 7 + 1, 'Wulandari', 'Pramudita', 'Gunawan',
		'Fauzi', 'Siregar', 'Sudarsana', 'Lestari')),
	'1990-01-01' + INTERVAL seat_no DAY, 'l', seat_no % 3 + 1, 'booked'
	FROM place WHERE slot_id BETWEEN 300001 AND 500000;
