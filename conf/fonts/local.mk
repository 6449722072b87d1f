# The fonts of PDF files, under the names that lib/paper/kit/pdf.h opens.
fonts_DATA = conf/fonts/code.ttf conf/fonts/sans.ttf conf/fonts/sans-bold.ttf
EXTRA_DIST += $(fonts_DATA) conf/fonts/README.md conf/fonts/OFL.txt \
	conf/fonts/DEJAVU.txt
