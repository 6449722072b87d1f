-- @PEOPLE@ applicants of past days: bookings of three in periods of 300, of an
-- opening that is over.
SET unique_checks = 0, foreign_key_checks = 0;
SET @slots = CEIL(@PEOPLE@ / 300);
SET @day = (SELECT MIN(day) FROM slot), @office = (SELECT MIN(id) FROM office);
SET @past = (SELECT MIN(opens_at) FROM opening);
INSERT INTO opening (id, office_id, first_day, last_day, opens_at, closes_at)
	SELECT 9999, @office, @day - INTERVAL 60 DAY, @day - INTERVAL 10 DAY,
	@past - INTERVAL 90 DAY, @past - INTERVAL 1 DAY;
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute)
	SELECT 1000001 + seq, @office, 9999,
	@day - INTERVAL (10 + seq DIV 700) DAY, seq % 700, seq % 700 + 1
	FROM seq_0_to_40000 WHERE seq < @slots;
INSERT INTO place (slot_id, seat_no)
	SELECT 1000001 + seq DIV 300, seq % 300 + 1
	FROM seq_0_to_10000000 WHERE seq < @PEOPLE@;
INSERT INTO booking (id, code, once, digest, account_id, slot_id, party, lang,
	channel, declared, created_at)
	SELECT 1000000000 + seq, CONCAT('H', LPAD(seq, 8, '0')),
	UNHEX(MD5(CONCAT('h', seq))), UNHEX(SHA2(seq, 256)), 1,
	1000001 + seq * 3 DIV 300, 3, 'id', 'web', 't', @past
	FROM seq_0_to_3333334 WHERE seq * 3 < @PEOPLE@;
INSERT INTO applicant (booking_id, no, slot_id, seat_no, account_id, nik_hash,
	nik_key, nik_sealed, nik_mask, nik_flags, name, birth, sex, service_id,
	state)
	SELECT 1000000000 + seq DIV 3, seq % 3 + 1, 1000001 + seq DIV 300,
	seq % 300 + 1, 1, UNHEX(SHA2(CONCAT('h', seq), 256)), 1,
	REPEAT('x', 64), '...9001', 0, 'Warga Lama', '1980-01-01', 'l',
	1, 'lapsed'
	FROM seq_0_to_10000000 WHERE seq < @PEOPLE@;
