-- A booking and its applicants.  Every rule that must hold under the rush is a
-- unique key: a place has one applicant at most, a NIK has one live booking in
-- the whole country, an account has at most as many live applicants as there
-- are values of live_no, and a form that is sent twice makes one booking.  A
-- NULL in a key column frees the key and keeps the row.

CREATE TABLE booking (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	code CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'booking code without dashes, see base/token.h',
	once BINARY(16) NOT NULL COMMENT 'one-time token of the review page',
	digest BINARY(32) NOT NULL COMMENT 'hash of the form that was sent with it',
	account_id BIGINT UNSIGNED NOT NULL COMMENT 'who booked',
	slot_id INT UNSIGNED NOT NULL COMMENT 'for when and where',
	party TINYINT UNSIGNED NOT NULL COMMENT 'applicants, 1..5',
	lang CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'language of proof and letters',
	channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'how it came: web',
	declared VARCHAR(16) NOT NULL COMMENT 'edition of the declaration that was agreed to',
	created_at DATETIME NOT NULL COMMENT 'UTC instant',
	cancelled_at DATETIME NULL COMMENT 'UTC instant',
	PRIMARY KEY (id),
	UNIQUE KEY code (code),
	UNIQUE KEY once (once),
	KEY account_id (account_id, created_at),
	KEY slot_id (slot_id),
	CONSTRAINT booking_account FOREIGN KEY (account_id) REFERENCES account (id),
	CONSTRAINT booking_slot FOREIGN KEY (slot_id) REFERENCES slot (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='bookings';

CREATE TABLE applicant (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	booking_id BIGINT UNSIGNED NOT NULL COMMENT 'the booking',
	no TINYINT UNSIGNED NOT NULL COMMENT '1..5 within the booking',
	slot_id INT UNSIGNED NOT NULL COMMENT 'the slot of the booking',
	seat_no SMALLINT UNSIGNED NULL COMMENT 'the place taken; NULL when given back',
	account_id BIGINT UNSIGNED NOT NULL COMMENT 'the account of the booking',
	live_no TINYINT UNSIGNED NULL COMMENT '1.. while live: the account''s limit is the count of numbers',
	nik_live BINARY(32) NULL COMMENT 'nik_hash while live: one booking a NIK in the country',
	nik_hash BINARY(32) NOT NULL COMMENT 'keyed hash, for look-up',
	nik_key TINYINT UNSIGNED NOT NULL COMMENT 'which key',
	nik_sealed VARBINARY(64) NOT NULL COMMENT 'sealed box, for display',
	nik_mask CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '3171********0001',
	nik_flags TINYINT UNSIGNED NOT NULL COMMENT 'bits of queue/nik.h: what an officer should look at',
	name VARCHAR(100) NOT NULL COMMENT 'full name as on the e-KTP',
	birth DATE NOT NULL COMMENT 'declared birth date',
	sex CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'declared: l or p',
	service_id TINYINT UNSIGNED NOT NULL COMMENT 'kind of application',
	old_year SMALLINT UNSIGNED NULL COMMENT 'year the old passport was issued',
	old_abroad TINYINT NULL COMMENT '1 if it was issued abroad',
	state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'booked, lapsed or cancelled',
	PRIMARY KEY (id),
	UNIQUE KEY seat (slot_id, seat_no),
	UNIQUE KEY nik_live (nik_live),
	UNIQUE KEY account_live (account_id, live_no),
	UNIQUE KEY booking_no (booking_id, no),
	KEY nik_hash (nik_hash),
	KEY service_id (service_id),
	CONSTRAINT applicant_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
	CONSTRAINT applicant_place FOREIGN KEY (slot_id, seat_no) REFERENCES place (slot_id, seat_no),
	CONSTRAINT applicant_account FOREIGN KEY (account_id) REFERENCES account (id),
	CONSTRAINT applicant_service FOREIGN KEY (service_id) REFERENCES service (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='people on a booking';

CREATE TABLE audit (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	at DATETIME NOT NULL COMMENT 'UTC instant',
	actor VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'account, staff, code (holder of a code) or system',
	actor_id BIGINT UNSIGNED NULL COMMENT 'which account or staff',
	act VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what was done, reads of personal data too (UU 27/2022 art. 31)',
	object VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of thing',
	object_id BIGINT UNSIGNED NULL COMMENT 'which one',
	office_id SMALLINT UNSIGNED NULL COMMENT 'office concerned',
	PRIMARY KEY (id),
	KEY at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='who did what: numbers only, no personal data';
