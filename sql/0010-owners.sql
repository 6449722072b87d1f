-- Until now every booking needed an account, the web and a NIK.  Officers will
-- book for people without an account, walk-ins get a lane with its own places,
-- and LAW books for a telephone number without a NIK.  States, roles and kinds
-- had no CHECK: a word with a typing error would have hidden a person from every
-- list.  One file makes all these changes, because booking and applicant are
-- large and each change rewrites them.  queue/visit/booking.h and the header of
-- each noun list the same words.

CREATE TABLE sender (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the transport: whatsapp, message or chat',
	address VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'telephone number in one form, or the name that the transport gives',
	created_at DATETIME NOT NULL COMMENT 'UTC instant of the first message',
	PRIMARY KEY (id),
	UNIQUE KEY address (kind, address),
	CONSTRAINT sender_kind CHECK (kind IN ('whatsapp', 'message', 'chat'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='people who write text messages (LAW)';

-- An account may have a telephone number instead of a mailbox.
ALTER TABLE account
	MODIFY email VARCHAR(254) NULL COMMENT 'as typed, for writing to; NULL where people sign in with a telephone number',
	MODIFY email_folded VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'lower case, without a plus-tag: one account a mailbox',
	ADD phone_folded VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the number in one form, where it is the sign-in name' AFTER phone,
	ADD UNIQUE KEY phone_folded (phone_folded),
	ADD CONSTRAINT account_name CHECK (email_folded IS NOT NULL OR (phone_folded IS NOT NULL AND phone <> '')),
	ADD CONSTRAINT account_email CHECK ((email IS NULL) = (email_folded IS NULL)),
	ADD CONSTRAINT account_lang CHECK (lang IN ('id', 'en'));

ALTER TABLE person
	ADD CONSTRAINT person_sex CHECK (sex IN ('l', 'p'));

ALTER TABLE staff
	MODIFY role VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'officer, admin (of an office), national, or auditor (reads, changes nothing)',
	ADD CONSTRAINT staff_role CHECK (role IN ('officer', 'admin', 'national', 'auditor'));

ALTER TABLE closed_day
	ADD CONSTRAINT closed_day_kind CHECK (kind IN ('holiday', 'leave', 'closure')),
	ADD CONSTRAINT closed_day_status CHECK (status IN ('resmi', 'tetap', 'hitungan', 'prediksi'));

-- Each lane has its own periods: their places limit how many visits staff may
-- give out.
ALTER TABLE quota
	ADD lane VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'online' COMMENT 'for whom: online, priority, bap or walkin' AFTER end_minute,
	DROP PRIMARY KEY,
	ADD PRIMARY KEY (office_id, weekday, start_minute, lane),
	ADD CONSTRAINT quota_lane CHECK (lane IN ('online', 'priority', 'bap', 'walkin'));

ALTER TABLE slot
	MODIFY lane VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'online' COMMENT 'for whom: online, priority, bap or walkin; the public books online only',
	ADD CONSTRAINT slot_lane CHECK (lane IN ('online', 'priority', 'bap', 'walkin'));

-- An offer is a booking that holds its places, so `held_for` is not needed.
ALTER TABLE place
	DROP COLUMN held_for,
	ADD CONSTRAINT place_pool CHECK (pool IN ('public', 'reserve'));

ALTER TABLE booking
	MODIFY account_id BIGINT UNSIGNED NULL COMMENT 'the account that holds it, if one does',
	ADD sender_id BIGINT UNSIGNED NULL COMMENT 'the sender of LAW that holds it' AFTER account_id,
	ADD staff_id INT UNSIGNED NULL COMMENT 'who of the staff made it' AFTER sender_id,
	ADD made_day DATE NULL COMMENT 'local day on which staff made it' AFTER staff_id,
	ADD made_no SMALLINT UNSIGNED NULL COMMENT '1..: which of that day; the cap of an officer is the count of numbers' AFTER made_day,
	ADD state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'offered, booked; ended: cancelled by its holder, revoked by the office, declined (an offer)' AFTER party,
	MODIFY channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'how it came: web, law, assist (staff for somebody) or desk (staff, for today)',
	MODIFY cancelled_at DATETIME NULL COMMENT 'UTC instant at which it ended before its day',
	ADD UNIQUE KEY staff_made (staff_id, made_day, made_no),
	ADD KEY sender_id (sender_id),
	ADD CONSTRAINT booking_sender FOREIGN KEY (sender_id) REFERENCES sender (id),
	ADD CONSTRAINT booking_staff FOREIGN KEY (staff_id) REFERENCES staff (id);

UPDATE booking SET state = IF(cancelled_at IS NULL, 'booked', 'cancelled');

ALTER TABLE booking
	MODIFY state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'booked' COMMENT 'offered, booked; ended: cancelled by its holder, revoked by the office, declined (an offer)',
	ADD CONSTRAINT booking_state CHECK (state IN ('offered', 'booked', 'cancelled', 'revoked', 'declined')),
	ADD CONSTRAINT booking_ended CHECK ((cancelled_at IS NULL) = (state IN ('offered', 'booked'))),
	ADD CONSTRAINT booking_channel CHECK (channel IN ('web', 'law', 'assist', 'desk')),
	ADD CONSTRAINT booking_owner CHECK (
		(channel = 'web' AND account_id IS NOT NULL AND sender_id IS NULL AND staff_id IS NULL)
		OR (channel = 'law' AND account_id IS NULL AND sender_id IS NOT NULL AND staff_id IS NULL)
		OR (channel = 'assist' AND sender_id IS NULL AND staff_id IS NOT NULL AND made_no IS NOT NULL)
		OR (channel = 'desk' AND account_id IS NULL AND sender_id IS NULL AND staff_id IS NOT NULL)),
	ADD CONSTRAINT booking_made CHECK ((made_no IS NULL) = (made_day IS NULL) AND (made_no IS NULL OR staff_id IS NOT NULL)),
	ADD CONSTRAINT booking_lang CHECK (lang IN ('id', 'en'));

-- Rows that lapsed, or that somebody cancelled by hand, must satisfy the rules
-- below.
UPDATE applicant SET seat_no = NULL, live_no = NULL, nik_live = NULL
	WHERE state = 'cancelled';
UPDATE applicant SET live_no = NULL, nik_live = NULL WHERE state = 'lapsed';

ALTER TABLE applicant
	MODIFY account_id BIGINT UNSIGNED NULL COMMENT 'the account of the booking',
	ADD sender_id BIGINT UNSIGNED NULL COMMENT 'the sender of the booking' AFTER account_id,
	MODIFY live_no TINYINT UNSIGNED NULL COMMENT '1.. while live: the limit of an account or sender is the count of numbers; NULL for what staff make',
	MODIFY nik_live BINARY(32) NULL COMMENT 'nik_hash, or of LAW the hash of name and birth date, while live: one booking a person in the country; a BAP visit has none',
	MODIFY nik_hash BINARY(32) NULL COMMENT 'keyed hash, for look-up; NULL for LAW only',
	MODIFY nik_key TINYINT UNSIGNED NULL COMMENT 'which key; NULL for LAW only',
	MODIFY nik_sealed VARBINARY(64) NULL COMMENT 'sealed box, for display; NULL for LAW only',
	MODIFY nik_mask CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '...0001; NULL for LAW only',
	MODIFY state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'offered, booked, arrived; outcome: served, incomplete (papers), mismatch (data), refused, left, no_show, excused (by the office), lapsed; without a place: cancelled, revoked (by the office), declined',
	ADD UNIQUE KEY sender_live (sender_id, live_no),
	ADD CONSTRAINT applicant_sender FOREIGN KEY (sender_id) REFERENCES sender (id),
	ADD CONSTRAINT applicant_state CHECK (state IN ('offered', 'booked', 'arrived', 'served', 'incomplete', 'mismatch', 'refused', 'left', 'no_show', 'excused', 'lapsed', 'cancelled', 'revoked', 'declined')),
	ADD CONSTRAINT applicant_owner CHECK (account_id IS NULL OR sender_id IS NULL),
	ADD CONSTRAINT applicant_nik CHECK (sender_id IS NOT NULL OR (nik_hash IS NOT NULL AND nik_key IS NOT NULL AND nik_sealed IS NOT NULL AND nik_mask IS NOT NULL)),
	ADD CONSTRAINT applicant_live CHECK (state IN ('booked', 'arrived') OR (live_no IS NULL AND nik_live IS NULL)),
	ADD CONSTRAINT applicant_numbered CHECK (live_no IS NULL OR account_id IS NOT NULL OR sender_id IS NOT NULL),
	ADD CONSTRAINT applicant_seated CHECK (CASE WHEN state IN ('cancelled', 'revoked', 'declined') THEN seat_no IS NULL WHEN state IN ('offered', 'booked', 'arrived') THEN seat_no IS NOT NULL ELSE TRUE END),
	ADD CONSTRAINT applicant_sex CHECK (sex IN ('l', 'p'));

-- Keys for searches of the audit by object, and by office and time.
ALTER TABLE audit
	MODIFY actor VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'account, staff, code (holder of a code), sender (LAW) or system',
	MODIFY act VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what was done, reads of personal data too (UU 27/2022 art. 31)',
	MODIFY object VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of thing',
	ADD KEY object (object, object_id),
	ADD KEY office_at (office_id, at),
	ADD CONSTRAINT audit_actor CHECK (actor IN ('account', 'staff', 'code', 'sender', 'system'));
