-- Capacity is rows: one row of `place` per person an office can see in a
-- period. A booking refers to places by a unique key and updates none. So there
-- is no counter for which bookings would wait, and no place can be sold twice.

CREATE TABLE quota (
	office_id SMALLINT UNSIGNED NOT NULL COMMENT 'the office',
	weekday TINYINT NOT NULL COMMENT '1 Monday .. 7 Sunday',
	start_minute SMALLINT NOT NULL COMMENT 'start of the period, minutes after local midnight',
	end_minute SMALLINT NOT NULL COMMENT 'its end',
	places SMALLINT UNSIGNED NOT NULL COMMENT 'people the office can see in it',
	PRIMARY KEY (office_id, weekday, start_minute),
	CONSTRAINT quota_office FOREIGN KEY (office_id) REFERENCES office (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='week template of periods and places';

CREATE TABLE opening (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	office_id SMALLINT UNSIGNED NOT NULL COMMENT 'the office',
	first_day DATE NOT NULL COMMENT 'first local day it opens',
	last_day DATE NOT NULL COMMENT 'last local day it opens',
	opens_at DATETIME NOT NULL COMMENT 'UTC instant from which places can be booked',
	closes_at DATETIME NOT NULL COMMENT 'UTC instant from which they no longer can',
	PRIMARY KEY (id),
	KEY office_day (office_id, first_day),
	KEY opens_at (opens_at),
	CONSTRAINT opening_office FOREIGN KEY (office_id) REFERENCES office (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='releases of places';

CREATE TABLE slot (
	id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal number',
	office_id SMALLINT UNSIGNED NOT NULL COMMENT 'the office',
	opening_id INT UNSIGNED NOT NULL COMMENT 'the release that opens it',
	day DATE NOT NULL COMMENT 'local day of the visit',
	start_minute SMALLINT NOT NULL COMMENT 'start of the period, minutes after local midnight',
	end_minute SMALLINT NOT NULL COMMENT 'its end',
	lane VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'online' COMMENT 'who it is for: online',
	closed_id VARCHAR(200) NULL COMMENT 'why it is closed, Indonesian; NULL when it is not',
	closed_en VARCHAR(200) NULL COMMENT 'the same in English',
	PRIMARY KEY (id),
	UNIQUE KEY office_day (office_id, day, start_minute, lane),
	KEY opening_id (opening_id),
	KEY day (day),
	CONSTRAINT slot_office FOREIGN KEY (office_id) REFERENCES office (id),
	CONSTRAINT slot_opening FOREIGN KEY (opening_id) REFERENCES opening (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='a period of a day at an office';

CREATE TABLE place (
	slot_id INT UNSIGNED NOT NULL COMMENT 'the slot',
	seat_no SMALLINT UNSIGNED NOT NULL COMMENT 'a name within the slot: neither dense nor an order, never shown',
	pool VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'public' COMMENT 'who may take it: public or reserve',
	free_from DATETIME NULL COMMENT 'UTC instant before which it rests after a cancellation',
	held_for BIGINT UNSIGNED NULL COMMENT 'what it is kept for (an offer), NULL when free to all',
	PRIMARY KEY (slot_id, seat_no),
	CONSTRAINT place_slot FOREIGN KEY (slot_id) REFERENCES slot (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='capacity: one row a person';
