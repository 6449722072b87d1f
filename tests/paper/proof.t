#!/bin/sh
# proof.t - the registration proof on paper, on screen and under a scanner.
. "$(dirname "$0")/../lib/lib.sh"
. "$(dirname "$0")/lib.sh"
test_needs pdftotext pdftoppm pdffonts pdfinfo qpdf zbarimg
paper=proof
ticket=$(sed -n '/p->ticket =/,/;$/p' "$ANTREAN_SRC/tests/paper/sample.c" |
	grep -o '"[^"]*"' | tr -d '"\n')

for lang in id en; do
	test_case "a proof holds every text in $lang" '
		draw proof $lang 5 plain
		# shellcheck disable=SC2046
		holds $(keys "proof[.]") service.baru service.habis \
			paper.ektp paper.parents_marriage paper.both_parents
	'
done

# shellcheck disable=SC1112 # the apostrophe is the one printed
test_case 'names, masked NIKs and the visit can be selected as text' '
	draw proof id 5 plain
	for words in "7K3M-9QXA-C" "Selasa, 22 Desember 2026" "07.30 WIB" \
		"08.00–10.00 WIB" "Kantor Imigrasi Kelas I TPI Bandung" \
		"Telepon (022) 7272081" "Nur’aini Siregar (anak)" \
		"...9021" "...9073" \
		"Dicetak Jumat, 18 Desember 2026, pukul 14.32 WIB"; do
		has "$T/proof.txt" "$words"
	done
'

test_case 'letters beyond CP1252 are printed and selected exactly' '
	draw proof id 2 wide
	has "$T/proof.txt" "Élise Łukasz"
	has "$T/proof.txt" "İlkay Şahin"
	fonts_inside "$T/proof.pdf"
'

test_case 'all letters of Latin Extended-A can be selected' '
	draw proof id 4 every
	has "$T/proof.txt" "ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğ"
	has "$T/proof.txt" "ĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿ"
	has "$T/proof.txt" "ŀŁłŃńŅņŇňŉŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞş"
	has "$T/proof.txt" "ŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſ"
	qpdf --check "$T/proof.pdf"
	fonts_inside "$T/proof.pdf"
'

test_case 'an emoji or a Chinese letter becomes a question mark' '
	draw proof id 2 odd
	has "$T/proof.txt" "Ratna ? Wulandari"
	has "$T/proof.txt" "Bagas ? Pramudita"
'

for format in gray mono; do
	for n in 1 5; do
		test_case "both codes of $n people read at 72 dpi in $format" '
			draw proof id $n plain
			read_codes "$T/proof.pdf" 72 $format 1 >"$T/read"
			printf "%s\n" "CODE-128:7K3M9QXAC" \
				"QR-Code:$ticket" >"$T/want"
			same "$T/want" "$T/read"
		'
	done
done

test_case 'one or two people take one page, five two' '
	draw proof id 1 plain
	pdfinfo "$T/proof.pdf" | grep -qx "Pages: *1"
	has "$T/proof.txt" "Halaman 1 dari 1"
	draw proof id 2 plain
	pdfinfo "$T/proof.pdf" | grep -qx "Pages: *1"
	draw proof en 5 plain
	pdfinfo "$T/proof.pdf" | grep -qx "Pages: *2"
	has "$T/proof.txt" "Page 1 of 2"
	has "$T/proof.txt" "Page 2 of 2"
'

# shellcheck disable=SC1112 # the apostrophe is the one printed
test_case 'each of five people has a checklist' '
	draw proof id 5 plain
	for name in "1. Ratna" "2. Bagas" "3. Nur’aini" "4. I Made" \
		"5. Clara"; do
		has "$T/proof.txt" "$name"
	done
	equal 4 "$(grep -o "Akta kelahiran" "$T/proof.txt" | wc -l)"
'

test_case 'one long checklist stays on the page with the code' '
	for lang in id en; do
		draw proof $lang 1 long
		pdfinfo "$T/proof.pdf" | grep -qx "Pages: *1"
		holds paper.parents_ektp paper.kk paper.birth_certificate \
			paper.parents_marriage paper.parents_passport \
			paper.parents_statement paper.both_parents
	done
'

test_case 'the first page always has a checklist' '
	for lang in id en; do
		for n in 1 2 3 4 5; do
			draw proof $lang $n long
			pdftotext -l 1 "$T/proof.pdf" "$T/page"
			has "$T/page" "1. Raden"
		done
	done
'

test_case 'a long name is printed whole, in the table and above its list' '
	draw proof id 5 long
	lacks "$T/proof.txt" "…"
	for word in Raden Ajeng Wahyuningtyas Puspitasari Hadikusumo; do
		equal 2 "$(grep -o "$word" "$T/proof.txt" | wc -l)"
	done
'

test_case 'a proof is small' '
	draw proof id 1 plain
	at_most 12288 "$T/proof.pdf"
	draw proof id 5 plain
	at_most 15360 "$T/proof.pdf"
	draw proof id 5 wide
	at_most 16384 "$T/proof.pdf"
'

test_case 'the PDF is valid, has a date and names its language' '
	draw proof en 5 wide
	qpdf --check "$T/proof.pdf"
	fonts_inside "$T/proof.pdf"
	TZ=UTC pdfinfo "$T/proof.pdf" >"$T/info"
	grep -qx "Title: *Passport queue booking receipt" "$T/info"
	grep -qx "CreationDate: *Fri Dec 18 07:32:00 2026 UTC" "$T/info"
	grep -qx "Page size: *595 x 842 pts (A4)" "$T/info"
	grep -aq "/Lang (en)" "$T/proof.pdf"
'

test_case 'a proof is black and white' '
	draw proof id 2 plain
	pdftoppm -r 40 -singlefile "$T/proof.pdf" "$T/colour"
	size=$(sed -n "2{p;q;}" "$T/colour.ppm")
	tail -c $((${size% *} * ${size#* } * 3)) "$T/colour.ppm" |
		od -An -v -tu1 -w3 >"$T/pixels"
	equal $((${size% *} * ${size#* })) "$(wc -l <"$T/pixels")"
	awk "\$1 != \$2 || \$2 != \$3 { print NR \": \" \$0; exit 1 }" \
		"$T/pixels"
'

test_case 'the same booking gives the same bytes' '
	draw proof id 5 wide
	cp "$T/proof.pdf" "$T/first.pdf"
	draw proof id 5 wide
	cmp "$T/first.pdf" "$T/proof.pdf"
'

test_end
