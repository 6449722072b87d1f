-- NOW() here is a comment
CREATE TABLE a (
	at DATETIME NOT NULL DEFAULT current_timestamp COMMENT 'x',
	day DATE NOT NULL COMMENT 'its day' -- not CURDATE()
);
