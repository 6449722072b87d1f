-- fill.sql - enough rows that the optimizer chooses the plans it would choose
-- after a year.  Row 1 of each table matches the values that statements.c
-- binds: 1, 'x', 32 bytes 'x', 2026-12-01, and as an instant the midnight after
-- or before that day.  So no plan ends at "no such row".  statements.t fills
-- the tables that are still empty after this file.  A table is filled here if
-- its rows must match other tables, be many, or hold NULL.
SET @x = CAST(REPEAT('x', 32) AS BINARY);
INSERT INTO office (code, name, short_name, region_code, city, province_code, province, zone, utc_offset)
	SELECT IF(seq = 1, 'x', CONCAT('office-', seq)), 'Kantor', CONCAT('o', seq), '3171', 'Kota', IF(seq % 30 = 1, 'x', 10 + seq % 30), 'Provinsi', 'WIB', 420
	FROM seq_1_to_150;
INSERT INTO region (code, name, current) SELECT 110000 + seq, 'Kecamatan', 1 FROM seq_1_to_5000;
INSERT INTO region (code, name, current) VALUES ('x', 'x', 1);
INSERT INTO parameter (name, value, low, high, about) VALUES ('x', 1, 0, 9, 'x');
INSERT INTO closed_day (day, office_id, kind, name_id, name_en, status)
	SELECT '2026-12-01' + INTERVAL seq * 9 - 8 DAY, NULL, 'holiday', 'x', 'x', 'resmi' FROM seq_1_to_60;
INSERT INTO closed_day (day, office_id, kind, name_id, name_en, status)
	SELECT '2026-12-01' + INTERVAL seq DAY, seq, 'closure', 'x', 'x', 'resmi' FROM seq_1_to_150;
INSERT INTO opening (office_id, first_day, last_day, opens_at, closes_at)
	SELECT o.id, '2026-12-01' + INTERVAL 7 * w.seq - 7 DAY, '2026-12-01' + INTERVAL 7 * w.seq - 3 DAY, '2026-11-27 07:00:00', '2026-12-31 09:00:00'
	FROM office o, seq_1_to_8 w ORDER BY o.id, w.seq;
INSERT INTO slot (office_id, opening_id, day, start_minute, end_minute)
	SELECT p.office_id, p.id, p.first_day + INTERVAL d.seq DAY, 60 * s.seq, 60 * s.seq + 60
	FROM opening p, seq_0_to_4 d, seq_8_to_10 s ORDER BY p.id, d.seq, s.seq;
INSERT INTO place (slot_id, seat_no) SELECT s.id, n.seq FROM slot s, seq_1_to_5 n;
INSERT INTO account (email, email_folded, password, lang, notice_version, created_at)
	SELECT 'x', IF(seq = 1, 'x', CONCAT('a', seq)), 'x', 'id', '1', '2026-11-01 00:00:00' FROM seq_1_to_3000;
INSERT INTO person (account_id, member_no, name, birth, sex, nik_hash, nik_key, nik_sealed, nik_mask, nik_flags, created_at)
	SELECT a.id, m.seq, 'x', '2026-12-01', 'l', IF(a.id = 1 AND m.seq = 1, @x, UNHEX(SHA2(CONCAT(a.id, '-', m.seq), 256))), 1, @x, 'x', 0, '2026-11-01 00:00:00'
	FROM account a, seq_1_to_3 m ORDER BY a.id, m.seq;
INSERT INTO staff (login, name, role, office_id, password, created_at)
	SELECT IF(seq = 1, 'x', CONCAT('s', seq)), 'x', 'officer', 1 + seq % 150, 'x', '2026-11-01 00:00:00' FROM seq_1_to_600;
INSERT INTO session (id, account_id, created_at, seen_at)
	SELECT IF(id = 1, @x, UNHEX(SHA2(id, 256))), id, '2026-11-01 00:00:00', '2026-12-01 00:00:00' FROM account;
INSERT INTO staff_session (id, staff_id, created_at, seen_at)
	SELECT IF(id = 1, @x, UNHEX(SHA2(id, 256))), id, '2026-11-01 00:00:00', '2026-12-01 00:00:00' FROM staff;
INSERT INTO booking (code, once, digest, account_id, slot_id, party, state, lang, channel, declared, created_at)
	SELECT IF(seq = 1, 'x', CONCAT('B', seq)), LEFT(IF(seq = 1, @x, UNHEX(SHA2(seq, 256))), 16), @x, seq, seq, 1, 'booked', 'id', 'web', '1', '2026-11-28 00:00:00' FROM seq_1_to_3000;
INSERT INTO applicant (booking_id, no, slot_id, seat_no, account_id, live_no, nik_live, nik_hash, nik_key, nik_sealed, nik_mask, nik_flags, name, birth, sex, service_id, state)
	SELECT b.id, n.seq, b.slot_id, n.seq, b.account_id, n.seq, IF(b.id = 1 AND n.seq = 1, @x, UNHEX(SHA2(CONCAT(b.id, '-', n.seq), 256))), IF(b.id = 1 AND n.seq = 1, @x, UNHEX(SHA2(CONCAT(b.id, '-', n.seq), 256))), 1, @x, 'x', 0, 'x', '2026-12-01', 'l', 1, 'booked'
	FROM booking b, seq_1_to_2 n ORDER BY b.id, n.seq;
INSERT INTO audit (at, actor, actor_id, act, object, object_id, office_id)
	SELECT '2026-12-01 00:00:00' + INTERVAL seq SECOND, 'account', seq, 'ticket.read', 'booking', seq, 1 FROM seq_1_to_3000;
-- roster_find is given the lane 'x', which the CHECK does not allow.
SET check_constraint_checks = 0;
INSERT INTO slot (office_id, opening_id, day, start_minute, end_minute, lane)
	VALUES (1, 1, '2026-12-01', 1, 2, 'x');
