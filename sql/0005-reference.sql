-- The rows that every installation starts with: the kinds of application (PP
-- 31/2013, Permenkumham 8/2014 jo. 18/2022) and the rules with their national
-- defaults.

INSERT INTO service (id, code, bookable, replaces, sort) VALUES
	(1, 'baru', 1, 0, 1),
	(2, 'habis', 1, 1, 2),
	(3, 'penuh', 1, 1, 3),
	(4, 'hilang', 0, 1, 4),
	(5, 'rusak', 0, 1, 5);

INSERT INTO parameter (name, value, low, high, about) VALUES
	('arrive_before', 30, 15, 60, 'minutes before the period by which people come'),
	('grace', 0, 0, 60, 'minutes after the end of a period before a booking lapses'),
	('live_per_account', 5, 1, 20, 'live applicants an account may have'),
	('members', 4, 4, 4, 'people on an account beside its holder'),
	('party', 5, 1, 5, 'applicants on one booking'),
	('signin_tries', 10, 3, 20, 'wrong sign-ins of one account in 15 minutes'),
	('signin_address', 1000, 30, 100000, 'wrong sign-ins from one network address in 15 minutes'),
	('register_address', 3000, 60, 100000, 'forms for a new account from one network address in an hour'),
	('taken_address', 60, 10, 100000, 'answers to one network address in an hour that a mailbox has an account'),
	('lookup_tries', 5, 3, 20, 'wrong birth dates for one booking code in an hour');
