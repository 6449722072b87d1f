-- Offices, and everything that a decree can change about them, as data, so that
-- a decree never needs a new version of a program. Regions serve to read a NIK,
-- not for addresses.

CREATE TABLE office (
	id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'our own short name, used in addresses',
	name VARCHAR(120) NOT NULL COMMENT 'full name with class, as on the sign',
	short_name VARCHAR(60) NOT NULL COMMENT 'name in lists',
	class VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'class by ministerial letter, empty if not known',
	region_code VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'regency or city of the seat, Kemendagri code without points',
	city VARCHAR(80) NOT NULL COMMENT 'regency or city of the seat',
	province_code CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'first two digits of region_code',
	province VARCHAR(80) NOT NULL COMMENT 'province of the seat',
	zone CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'label of local time: WIB, WITA or WIT',
	utc_offset SMALLINT NOT NULL COMMENT 'minutes east of UTC: 420, 480 or 540',
	address VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'street address, empty if not known',
	postcode VARCHAR(5) NOT NULL DEFAULT '' COMMENT 'postal code, empty if not known',
	phone VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'landline, empty if not known',
	latitude DECIMAL(9,6) NULL COMMENT 'degrees north, WGS84',
	longitude DECIMAL(9,6) NULL COMMENT 'degrees east, WGS84',
	suspended_id VARCHAR(200) NULL COMMENT 'why no bookings are taken, Indonesian; NULL when they are',
	suspended_en VARCHAR(200) NULL COMMENT 'the same in English',
	PRIMARY KEY (id),
	UNIQUE KEY code (code),
	KEY province_code (province_code, short_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='immigration offices';

CREATE TABLE region (
	code VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '2, 4 or 6 digits as at the head of a NIK',
	name VARCHAR(80) NOT NULL COMMENT 'province, regency, city or district',
	current TINYINT NOT NULL COMMENT '1 in force, 0 retired but still on people''s cards',
	PRIMARY KEY (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Kemendagri codes for checking a NIK';

CREATE TABLE service (
	id TINYINT UNSIGNED NOT NULL COMMENT 'internal number',
	code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of application: baru, habis, penuh, hilang, rusak',
	bookable TINYINT NOT NULL COMMENT '1 by this queue, 0 only in person (BAP)',
	replaces TINYINT NOT NULL COMMENT '1 if there is an old passport to ask about',
	sort TINYINT NOT NULL COMMENT 'order on pages',
	PRIMARY KEY (id),
	UNIQUE KEY code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='kinds of application';

CREATE TABLE parameter (
	name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name of the rule',
	value INT NOT NULL COMMENT 'national default',
	low INT NOT NULL COMMENT 'least an office may set',
	high INT NOT NULL COMMENT 'most an office may set',
	about VARCHAR(160) NOT NULL COMMENT 'what it means, with its unit',
	PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='rules with a national default';

CREATE TABLE office_parameter (
	office_id SMALLINT UNSIGNED NOT NULL COMMENT 'the office that differs',
	name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the rule',
	value INT NOT NULL COMMENT 'its own value, within low and high',
	PRIMARY KEY (office_id, name),
	KEY name (name),
	CONSTRAINT office_parameter_office FOREIGN KEY (office_id) REFERENCES office (id),
	CONSTRAINT office_parameter_name FOREIGN KEY (name) REFERENCES parameter (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='rules an office has set for itself';

CREATE TABLE closed_day (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	day DATE NOT NULL COMMENT 'local day without service',
	office_id SMALLINT UNSIGNED NULL COMMENT 'only this office; NULL for all',
	kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'holiday, leave (cuti bersama) or closure',
	name_id VARCHAR(120) NOT NULL COMMENT 'name or reason, Indonesian',
	name_en VARCHAR(120) NOT NULL COMMENT 'the same in English',
	status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'resmi, tetap, hitungan or prediksi: how sure the date is',
	scope SMALLINT UNSIGNED GENERATED ALWAYS AS (COALESCE(office_id, 0)) VIRTUAL COMMENT 'the office or 0: in a key NULL equals nothing',
	PRIMARY KEY (id),
	UNIQUE KEY day (day, scope, kind, name_id),
	KEY office_id (office_id),
	CONSTRAINT closed_day_office FOREIGN KEY (office_id) REFERENCES office (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='holidays, joint leave and closures';
