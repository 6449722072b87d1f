-- Columns with nothing said.

CREATE TABLE a (
	id INT NOT NULL COMMENT 'internal number, (1, 2)',
	name VARCHAR(3) NOT NULL,
	price DECIMAL(9,2) NOT NULL,
	about VARCHAR(3) NOT NULL COMMENT 'it''s, said',
	`key_id` INT NOT NULL COMMENT '',
	PRIMARY KEY (id, name),
	UNIQUE KEY name (name),
	CONSTRAINT a_b FOREIGN KEY (id) REFERENCES b (id),
	CHECK (id > 0)
) ENGINE=InnoDB COMMENT='a table';

INSERT INTO a (id, name) VALUES (1, 'x');

ALTER TABLE a
	ADD COLUMN more INT NOT NULL,
	ADD COLUMN other INT NOT NULL COMMENT 'x',
	ADD KEY other (other);
CREATE TABLE b (id INT NOT NULL, PRIMARY KEY (id));
