# crowd.awk - SQL for a full period: -v people=1000 applicants in families of
# one to five, with -v account= (a number), in -v slot=, which gets the places.
# Some names are in other alphabets, some contain markup or SQL.  Flags of the
# NIK and children come at regular intervals.  The sealed NIK is clear text
# here, so that a test notices a program that shows it.  Two cancelled bookings
# come last.
function quote(s) {
	gsub(/'/, "''", s)
	return "'" s "'"
}
function name(i) {
	if (i in odd) return odd[i]
	return first[i % firsts + 1] " " last[int(i / firsts) % lasts + 1]
}
# A booking code of letters only, so that no test takes it for a number.
function code(n,	s, k) {
	for (k = 0; k < 9; k++) {
		s = substr(letters, n % 22 + 1, 1) s
		n = int(n / 22)
	}
	return s
}
function booking(id, size, cancelled,	k) {
	printf "INSERT INTO booking (id, code, once, digest, account_id," \
		" slot_id, party, lang, channel, declared, created_at, state," \
		" cancelled_at) VALUES (%d, '%s', UNHEX(MD5(%d)), UNHEX(SHA2(%d," \
		" 256)), %d, %d, %d, 'id', 'web', 't', '2026-12-04 07:00:00'," \
		" %s);\n", id, code(id * 7919), id, id, account, slot, size,
		cancelled ? "'cancelled', '2026-12-05 07:00:00'" : "'booked', NULL"
	for (k = 1; k <= size; k++) person(id, k, cancelled)
}
function person(id, no, cancelled,	i, birth, nik, sealed) {
	i = count++
	birth = sprintf("%d-%02d-%02d", no > 2 ? 2012 + i % 8 : 1950 + i % 50,
		i % 12 + 1, i % 28 + 1)
	nik = sprintf("317401%02d%02d%02d9%03d", i % 28 + 1, i % 12 + 1,
		substr(birth, 3, 2), i % 1000)
	printf "INSERT INTO applicant (booking_id, no, slot_id, seat_no," \
		" account_id, nik_live, nik_hash, nik_key, nik_sealed," \
		" nik_mask, nik_flags, name, birth, sex, service_id, state)" \
		" VALUES (%d, %d, %d, %s, %d, %s, UNHEX(SHA2(%d, 256)), 1, '%s'," \
		" '...%s', %d, %s, '%s', 'l', %d, '%s');\n",
		id, no, slot, cancelled ? "NULL" : i + 1, account,
		cancelled ? "NULL" : "UNHEX(SHA2(" i ", 256))", i, nik,
		substr(nik, 13), i % 3 == 0 ? i % 16 : 0,
		quote(cancelled ? "Batal " name(i) : name(i)), birth, i % 3 + 1,
		cancelled ? "cancelled" : "booked"
}
BEGIN {
	letters = "ABCDEFGHJKMNPQRSTVWXYZ"
	sizes = split("1 2 1 5 1 3 1 4 1 1", size, " ")
	firsts = split("Agus Siti Budi Dewi Zoë Ma'ruf Ayu Bayu José Rina" \
		" Slamet Ngọc Putu Made Ketut Wayan Yohanes Maria Ayşe" \
		" Fatimah Muhammad Nur Tri Eko Dwi Joko Sri Endang Bambang" \
		" Hendra Lestari René", first, " ")
	lasts = split("Wulandari Pramudita Hutagalung Simanjuntak D'Souza" \
		" Sihombing Nasution Siregar Wibowo Setiawan Kusuma" \
		" Rahmawati Hidayat Santoso Müller Gonçalves Tanjung" \
		" Harahap Lubis Ginting Tarigan Sembiring Manurung" \
		" Situmorang Pangaribuan Rumbiak Wanggai Kogoya Tabuni" \
		" Łukasiewicz Nguyễn Çelik", last, " ")
	odd[40] = "=HYPERLINK(\"http://contoh.id\")"
	odd[41] = "+62 Budi"
	odd[42] = "-Sri Rejeki"
	odd[43] = "@Agus"
	odd[44] = "Togar \"Ucok\", S.H., M.Kn."
	odd[45] = "<b>Tebal</b> & Co"
	print "START TRANSACTION;"
	for (i = 1; i <= people; i++)
		printf "INSERT INTO place (slot_id, seat_no) VALUES (%d, %d);\n",
			slot, i
	for (id = 1001; count < people; id++) {
		n = size[id % sizes + 1]
		booking(id, count + n > people ? people - count : n, 0)
	}
	booking(id++, 1, 1)
	booking(id, 3, 1)
	print "COMMIT;"
}
