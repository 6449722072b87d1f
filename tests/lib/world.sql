-- The data of the tests: offices with a slot in each state that a slot can have
-- on Monday 7 December 2026, 08.00 WIB (01:00 UTC).

INSERT INTO office (id, code, name, short_name, region_code, city,
	province_code, province, zone, utc_offset, suspended_id, suspended_en)
VALUES
	(1, 'jakarta-selatan', 'Kantor Imigrasi Kelas I Khusus Non TPI Jakarta Selatan',
		'Jakarta Selatan', '3174', 'Kota Jakarta Selatan', '31',
		'DKI Jakarta', 'WIB', 420, NULL, NULL),
	(2, 'jayapura', 'Kantor Imigrasi Kelas I TPI Jayapura', 'Jayapura', '9171',
		'Kota Jayapura', '91', 'Papua', 'WIT', 540, NULL, NULL),
	(3, 'bogor', 'Kantor Imigrasi Kelas I Non TPI Bogor', 'Bogor', '3271',
		'Kota Bogor', '32', 'Jawa Barat', 'WIB', 420,
		'Gedung sedang diperbaiki', 'The building is under repair');

INSERT INTO region (code, name, current) VALUES
	('31', 'DKI Jakarta', 1), ('3174', 'Kota Jakarta Selatan', 1),
	('317401', 'Tebet', 1), ('32', 'Jawa Barat', 1),
	('3273', 'Kota Bandung', 1), ('327301', 'Sukasari', 1);

-- 1 has been open since Friday; 3 opens on Friday the 11th at 14.00 local time.
INSERT INTO opening (id, office_id, first_day, last_day, opens_at, closes_at)
VALUES
	(1, 1, '2026-12-07', '2026-12-18', '2026-12-04 07:00:00', '2026-12-18 05:00:00'),
	(2, 1, '2026-12-21', '2026-12-24', '2026-12-11 07:00:00', '2026-12-24 05:00:00'),
	(3, 2, '2026-12-07', '2026-12-18', '2026-12-04 05:00:00', '2026-12-18 03:00:00'),
	(4, 3, '2026-12-07', '2026-12-18', '2026-12-04 07:00:00', '2026-12-18 05:00:00');

-- Slot 1 is over; 2 has five places, 3 one, 4 none; 5 is closed; 6 is on a
-- holiday; 7 is not open yet; 8 is at another office; 9 is at a suspended
-- office.
INSERT INTO slot (id, office_id, opening_id, day, start_minute, end_minute,
	closed_id, closed_en)
VALUES
	(1, 1, 1, '2026-12-07', 420, 470, NULL, NULL),
	(2, 1, 1, '2026-12-14', 480, 600, NULL, NULL),
	(3, 1, 1, '2026-12-14', 600, 720, NULL, NULL),
	(4, 1, 1, '2026-12-15', 480, 600, NULL, NULL),
	(5, 1, 1, '2026-12-15', 600, 720, 'Listrik padam', 'No electricity'),
	(6, 1, 1, '2026-12-16', 480, 600, NULL, NULL),
	(7, 1, 2, '2026-12-21', 480, 600, NULL, NULL),
	(8, 2, 3, '2026-12-14', 480, 600, NULL, NULL),
	(9, 3, 4, '2026-12-14', 480, 600, NULL, NULL);

INSERT INTO closed_day (day, office_id, kind, name_id, name_en, status)
VALUES ('2026-12-16', NULL, 'holiday', 'Hari contoh', 'Sample Day', 'tetap');

INSERT INTO place (slot_id, seat_no) VALUES
	(1, 1), (1, 2), (2, 11), (2, 12), (2, 13), (2, 14), (2, 15), (3, 7),
	(5, 1), (5, 2), (6, 1), (6, 2), (7, 1), (7, 2), (7, 3), (8, 1), (8, 2),
	(8, 3), (9, 1), (9, 2);
