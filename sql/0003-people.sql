-- Accounts, the people on them, staff and sessions. A NIK is stored twice: as a
-- keyed hash, to find it, and as a sealed box, to show it to an officer.
-- Applicants' programs can make both and open neither.

CREATE TABLE account (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	email VARCHAR(254) NOT NULL COMMENT 'as typed, for writing to',
	email_folded VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'lower case, without a plus-tag: one account a mailbox',
	email_verified_at DATETIME NULL COMMENT 'UTC instant of verification',
	password VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'argon2id string',
	phone VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'mobile number, optional',
	lang CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'id or en',
	notice_version VARCHAR(16) NOT NULL COMMENT 'edition of the privacy notice shown (UU 27/2022 art. 21)',
	created_at DATETIME NOT NULL COMMENT 'UTC instant',
	PRIMARY KEY (id),
	UNIQUE KEY email_folded (email_folded)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='accounts of applicants';

CREATE TABLE person (
	id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	account_id BIGINT UNSIGNED NOT NULL COMMENT 'the account',
	member_no TINYINT UNSIGNED NOT NULL COMMENT '0 the holder, 1..4 a further person',
	name VARCHAR(100) NOT NULL COMMENT 'full name as on the e-KTP',
	birth DATE NOT NULL COMMENT 'declared birth date',
	sex CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'declared: l laki-laki, p perempuan',
	nik_hash BINARY(32) NOT NULL COMMENT 'keyed hash, for look-up',
	nik_key TINYINT UNSIGNED NOT NULL COMMENT 'which key',
	nik_sealed VARBINARY(64) NOT NULL COMMENT 'sealed box, for display',
	nik_mask CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '3171********0001',
	nik_flags TINYINT UNSIGNED NOT NULL COMMENT 'bits of queue/nik.h: what an officer should look at',
	created_at DATETIME NOT NULL COMMENT 'UTC instant',
	PRIMARY KEY (id),
	UNIQUE KEY member (account_id, member_no),
	UNIQUE KEY nik (account_id, nik_hash),
	CONSTRAINT person_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='people an account may book for';

CREATE TABLE staff (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	login VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sign-in name',
	name VARCHAR(100) NOT NULL COMMENT 'name as shown',
	role VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'officer, admin (of an office) or national',
	office_id SMALLINT UNSIGNED NULL COMMENT 'the office; NULL for national',
	password VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'argon2id string',
	created_at DATETIME NOT NULL COMMENT 'UTC instant',
	disabled_at DATETIME NULL COMMENT 'UTC instant from which sign-in is refused',
	PRIMARY KEY (id),
	UNIQUE KEY login (login),
	KEY office_id (office_id),
	CONSTRAINT staff_office FOREIGN KEY (office_id) REFERENCES office (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='people who work here';

CREATE TABLE session (
	id BINARY(32) NOT NULL COMMENT 'hash of the secret in the cookie',
	account_id BIGINT UNSIGNED NULL COMMENT 'whose, if an applicant''s',
	staff_id INT UNSIGNED NULL COMMENT 'whose, if staff''s',
	created_at DATETIME NOT NULL COMMENT 'UTC instant of signing in',
	seen_at DATETIME NOT NULL COMMENT 'UTC instant of the last use that was noted',
	ended_at DATETIME NULL COMMENT 'UTC instant of signing out',
	PRIMARY KEY (id),
	KEY account_id (account_id),
	KEY staff_id (staff_id),
	KEY seen_at (seen_at),
	CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (id),
	CONSTRAINT session_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='signed-in browsers';
